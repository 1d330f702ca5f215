import { callsAround } from "../../model/focus/callsAround.ts";
import type { Reference } from "../../model/focus/focus.ts";
import { references } from "../../model/focus/references.ts";
import type { EntryContent } from "../../model/template.ts";
import { type CallNode, valueAt } from "../../model/tree/node.ts";
import { type AttributesMeant, attributesListed, attributesMeant } from "../shared/attributesMeant.ts";
import { isLoopName, mayBeGenerated, missingInLoop } from "../shared/declaredNames.ts";
import { conditionFix } from "../shared/fixes/conditionFix.ts";
import { orDeclare, suggestion, suggestionFor } from "../shared/fixes/nearest.ts";
import { referFix, referText } from "../shared/fixes/referFix.ts";
import type { EntryContext, EntryRule } from "../shared/rule.ts";

/** `Ref`, or a `${Name}` in `Fn::Sub`, that names neither a parameter nor a resource nor a pseudo parameter. */
export const unknownRef: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals", "Outputs", "Conditions", "Rules", "Hooks"],
  check(entry, context) {
    const { declarations, catalogue, report } = context;
    const beforeResources = entry.section === "Conditions" || entry.section === "Rules";
    for (const reference of references(entry)) {
      const { kind, name, via } = reference;
      if (kind !== "ref" || name === "") continue;
      const missing = missingInLoop(reference, declarations);
      if (missing !== undefined) report(reference, missing);
      if (declarations.parameters.has(name) || catalogue.pseudoParameters.has(name) || isLoopName(name)) continue;
      if (declarations.resources.has(name)) {
        if (!beforeResources) continue;
        report(reference, { message: "resource-in-condition", with: { name } });
        continue;
      }
      if (mayBeGenerated(name, declarations)) continue;
      if (declarations.conditions.has(name)) {
        reportCondition(reference, entry, context);
        continue;
      }
      const names = [
        ...declarations.parameters.keys(),
        ...(beforeResources ? [] : declarations.resources.keys()),
        ...catalogue.pseudoParameters.keys(),
      ];
      const begun = begunPseudoParameter(name, catalogue.pseudoParameters.keys());
      const meant = begun === undefined ? suggestion(name, names, reference) : suggestionFor(begun, reference);
      const attribute = via === "Ref" ? attributeMeant(name, context) : undefined;
      const call = attribute && callsAround(entry.value, reference.start).at(-1)?.call;
      const isNoName = via === "Fn::Sub" && !/^[\w.:]+$/.test(name);
      const shell = via === "Fn::Sub" && (isNoName || meant.data === undefined);
      report(reference, {
        message: isNoName ? "no-name" : shell ? "unknown-in-shell" : "unknown",
        with: { name, meant: shell ? meant : (attribute?.hint ?? orDeclare(meant)) },
        missing: name,
        ...(attribute && { meant: attribute.resource }),
        data: attribute === undefined ? meant.data : call && attribute.fix(call),
        ...(shell && { data: escapeFix(reference, name) }),
      });
    }
  },
};

/** A condition is no value; where a condition is expected, what is written there is read as one. */
function reportCondition(reference: Reference, entry: EntryContent, { format, report }: EntryContext): void {
  const { name, via } = reference;
  const calls = via === "Ref" ? callsAround(entry.value, reference.start) : [];
  const [around, own] = [calls.at(-2), calls.at(-1)?.call];
  // entryShape and functionArguments report these.
  if (around?.call.name === "Fn::If" && around.index === 0) return;
  if (own !== undefined && own === valueAt(entry.value, "Condition")) return;
  const isTest = around === undefined ? entry.section === "Conditions" : /^Fn::(?:And|Or|Not)$/.test(around.call.name);
  const data = own !== undefined && isTest ? conditionFix(own, name, format) : undefined;
  const way = data === undefined ? `!If [${name}, …, …]` : `!Condition ${name}`;
  report(reference, { message: "condition", with: { name, way }, meant: name, data });
}

/** The first, which is the most usual, of those that a name begins: `AWS::StackName` of `AWS::Stack`. */
function begunPseudoParameter(name: string, pseudoParameters: Iterable<string>): string | undefined {
  if (name.length <= "AWS::".length) return undefined;
  return [...pseudoParameters].find((one) => one.toLowerCase().startsWith(name.toLowerCase()));
}

/** What stands for a resource with an attribute behind a dot. */
function attributeMeant(name: string, { declarations, catalogue, format }: EntryContext) {
  const dot = name.indexOf(".");
  const resource = name.slice(0, Math.max(dot, 0));
  const declared = declarations.resources.get(resource);
  if (declared === undefined) return undefined;
  const attribute = name.slice(dot + 1);
  const type = catalogue.resourceType(declared.type ?? "");
  const isKnown = type === undefined || type.transform !== undefined || type.attributes.has(attribute);
  const {
    meant,
    byRef,
    inOrder = [],
  }: Partial<AttributesMeant> = isKnown || type === undefined ? { meant: attribute } : attributesMeant(attribute, type);
  const read = byRef === undefined ? meant : undefined;
  const isSure = read !== undefined || byRef !== undefined;
  const short = referText(resource, read, "yaml");
  const list = attributesListed(inOrder);
  return {
    resource,
    hint: isSure
      ? { en: ` Write ${short}.`, ja: `${short}と書いてください。` }
      : {
          en: ` Attributes are read by Fn::GetAtt, but ${attribute} is not one of ${type?.name}.${list.en}`,
          ja: `属性はFn::GetAttで得られますが、${type?.name}に${attribute}という属性はありません。${list.ja}`,
        },
    fix: (call: CallNode) => (isSure ? referFix(call, resource, read, format) : undefined),
  };
}

function escapeFix(
  { start }: { readonly start: number },
  name: string,
): NonNullable<import("../shared/rule.ts").Extra["data"]> {
  return {
    title: { en: `Keep \${${name}} as text: \${!${name}}`, ja: `文字列のまま残す: \${!${name}}` },
    edits: [{ start, end: start, newText: "!" }],
    preferred: false,
  };
}
