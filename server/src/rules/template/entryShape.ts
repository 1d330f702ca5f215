import type { EntryContent } from "../../model/template.ts";
import { contentSpan, type Node, pairOf, textOf, valueAt } from "../../model/tree/node.ts";
import { answer } from "../shared/answer.ts";
import { belowKey } from "../shared/fixes/belowKey.ts";
import { conditionMeant, nameFix } from "../shared/fixes/conditionFix.ts";
import type { EntryContext, EntryRule, FixData } from "../shared/rule.ts";

/**
 * An entry of a section that is not a map although it must be, or a resource whose Type or DependsOn is not a literal.
 */
export const entryShape: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Parameters", "Outputs", "Rules", "Hooks"],
  check(entry, context) {
    const { value, section, key } = entry;
    if (entry.name.startsWith("Fn::") || context.declarations.open) return;
    if (section === "Outputs" && isValue(value)) {
      const data = belowKey(entry, "Value", entry, context.format);
      context.report(contentSpan(key), { message: "no-value", with: { name: entry.name }, data });
      return;
    }
    if (value.kind === "call") return;
    if (value.kind !== "map") {
      // The value is missing while it is being typed.
      if (value.kind === "scalar" && (value.value === null || value.tag !== undefined)) return;
      context.report(value.kind === "list" ? contentSpan(key) : contentSpan(value), {
        message: "no-keys",
        with: {
          name: entry.name,
          says: answer(section === "Resources" ? "resource definition is malformed" : undefined),
        },
        data: typeBelow(entry, context),
      });
    } else if (section === "Resources") checkResource(value, context);
    if (section === "Resources" || section === "Outputs") checkConditionName(value, context);
  },
};

/** The value of an output, without the key that holds it. */
function isValue(node: Node): boolean {
  if (node.kind === "call") return node.name !== "Fn::Transform";
  return node.kind === "scalar" && node.value !== null && node.tag === undefined;
}

/** A type that stands beside the name that it belongs below. */
function typeBelow(entry: EntryContent, { catalogue, format }: EntryContext): FixData | undefined {
  const text = textOf(entry.value) ?? "";
  const isType =
    entry.section === "Resources"
      ? catalogue.resourceType(text) !== undefined
      : entry.section === "Parameters" && /^(?:String|Number|CommaDelimitedList|List<[\w:]+>)$/.test(text);
  return isType ? belowKey(entry, "Type", entry, format) : undefined;
}

function checkResource(resource: Node, { declarations, format, report }: EntryContext): void {
  const type = pairOf(resource, "Type");
  if (type !== undefined && !type.merged && type.value.kind !== "scalar")
    report(type.value, { message: "type-no-literal" });
  const dependsOn = pairOf(resource, "DependsOn");
  if (dependsOn === undefined || dependsOn.merged || declarations.transforms.length > 0) return;
  const { value } = dependsOn;
  for (const node of value.kind === "list" ? value.items : [value]) {
    if (node.kind === "scalar") continue;
    const name = node.kind === "call" && node.name === "Ref" ? (textOf(node.argument) ?? "") : "";
    const data = declarations.resources.has(name) ? nameFix(node, name, format) : undefined;
    report(node, { message: "depends-on-shape", data });
  }
}

/** `Condition` takes a name; misplacedFunction reports functions that compare. */
function checkConditionName(entry: Node, { declarations, format, report }: EntryContext): void {
  const value = valueAt(entry, "Condition");
  if (value === undefined || value.kind === "scalar") return;
  if (value.kind === "call" && COMPARING.has(value.name)) return;
  const meant = conditionMeant(valueAt(value, "Condition") ?? value, declarations);
  const data = meant === undefined ? undefined : nameFix(value, meant, format);
  report(value, { message: "condition-shape", data, ...(meant !== undefined && { meant }) });
}

const COMPARING: ReadonlySet<string> = new Set(["Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals"]);
