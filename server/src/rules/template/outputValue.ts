import { type CallNode, type Node, textOf, valueAt } from "../../model/tree/node.ts";
import { subVariables } from "../../model/tree/subVariables.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import { BY_DEFAULT } from "../shared/resolving/assumedCases.ts";
import { attributeResult } from "../shared/resolving/attributeResult.ts";
import { callsIn } from "../shared/resolving/callSites.ts";
import { composedText, usualText } from "../shared/resolving/composedText.ts";
import type { EntryContext, EntryRule } from "../shared/rule.ts";
import { hasAllKeys } from "../shared/values/literals.ts";

const LISTS: ReadonlySet<string> = new Set(["Fn::Split", "Fn::GetAZs", "Fn::Cidr"]);

/**
 * An output whose value is not a string or whose description is computed, or an export name that depends on a resource
 * or has characters that are not allowed.
 */
export const outputValue: EntryRule = {
  scope: "entry",
  sections: ["Outputs"],
  check(entry, context) {
    if (entry.name.startsWith("Fn::") || context.declarations.open) return;
    const value = valueAt(entry.value, "Value");
    const { report, declarations } = context;
    if (value !== undefined && givesList(value, context))
      report(value, { message: value.kind === "map" ? "no-text" : "list" });
    const name = valueAt(valueAt(entry.value, "Export"), "Name");
    if (name !== undefined && declarations.transforms.every((one) => TRANSFORMS.test(one)))
      checkCharacters(name, context);
    if (declarations.transforms.length > 0) return;
    const description = valueAt(entry.value, "Description");
    if (description?.kind === "call") report(description, { message: "description" });
    for (const { call } of name === undefined ? [] : callsIn(name)) {
      const isOuter = call.name === "Fn::ImportValue" || call.name === "Fn::GetAZs";
      if (!isOuter && !resourcesIn(call).some((name) => declarations.resources.has(name))) continue;
      report(call, { message: "export-name" });
    }
  },
};

/** Transforms that do not change the names of exports. */
const TRANSFORMS = /^AWS::(?:LanguageExtensions|Serverless-)/;

function checkCharacters(name: Node, { declarations, report }: EntryContext): void {
  const text = composedText(name) ?? "";
  if (text.includes("{{")) return;
  const usual = usualText(text, declarations);
  const [sign, usualSign] = [text, usual].map((one) => /[^\w:-]|_/.exec(one.replaceAll(/\$\{[^}]*\}/g, ""))?.[0]);
  const found = sign ?? usualSign;
  if (found === undefined) return;
  report(name, {
    message: "export-characters",
    with: { sign: found === " " ? { en: "space", ja: "スペース" } : found, text: sign === undefined ? usual : text },
    ...(sign === undefined && { before: BY_DEFAULT, severity: "warning" }),
  });
}

/** The resources that a call names. */
function resourcesIn(call: CallNode): readonly string[] {
  if (call.name === "Ref" || call.name === "Fn::GetAtt") return [resourceTarget(call) ?? ""];
  if (call.name !== "Fn::Sub") return [];
  const { argument } = call;
  const own = argument.kind === "list" ? argument.items[1] : undefined;
  return subVariables(textOf(argument.kind === "list" ? argument.items[0] : argument) ?? "")
    .filter(({ name, literal }) => !literal && valueAt(own, name) === undefined)
    .map(({ name }) => name.split(".", 1)[0] ?? "");
}

function givesList(node: Node, context: EntryContext): boolean {
  const { declarations } = context;
  if (node.kind === "list" || node.kind === "map") return node.kind === "list" || hasAllKeys(node);
  if (node.kind === "scalar") return false;
  if (node.name === "Ref") {
    const name = textOf(node.argument) ?? "";
    return (
      name === "AWS::NotificationARNs" ||
      /^(?:List<|CommaDelimitedList$)/.test(declarations.parameters.get(name)?.type ?? "")
    );
  }
  return LISTS.has(node.name) || attributeResult(node, context) === "list";
}
