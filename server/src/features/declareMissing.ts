import { callsAround } from "../model/focus/callsAround.ts";
import { entryAt, focusAt } from "../model/focus/focusAt.ts";
import { referenceAt } from "../model/focus/references.ts";
import { declarationEdit } from "../model/references/declarationEdit.ts";
import type { Template } from "../model/template.ts";
import { addedTransform } from "../rules/shared/fixes/transformFix.ts";
import type { Edit } from "../text/edit.ts";
import type { Localised } from "../text/localised.ts";
import type { Span } from "../text/span.ts";
import { typeOfProperty } from "./refactor/parameterType.ts";

/** A code action that declares a name that is used and not declared. */
export interface DeclareAction {
  readonly title: Localised;
  readonly edit: Edit;
}

/**
 * For a `Ref` of nothing the parameter, for a condition that is not declared the condition, for a function of the language
 * extensions their transform; `undefined` elsewhere.
 */
export function declareMissing(
  template: Template,
  { code, span }: { readonly code: string; readonly span: Span },
): DeclareAction | undefined {
  if (code === "missing-extensions") return addedTransform(template, "AWS::LanguageExtensions");
  const entry = entryAt(template, span.start);
  const reference = entry && referenceAt(entry, span.start - entry.offset);
  if (entry === undefined) return undefined;
  if (reference === undefined || !/^[A-Za-z0-9]+$/.test(reference.name) || template.declarations.open) return undefined;
  const { name, kind } = reference;
  if (template.declarations.resources.has(name) || template.declarations.conditions.has(name)) return undefined;
  if (code === "unknown-ref" && kind === "ref") {
    // Within another function it is a part of the value at most.
    const calls = callsAround(entry.value, span.start - entry.offset);
    const focus =
      calls.every(({ call }) => call.name === "Ref" || call.name === "Fn::If") && focusAt(template, span.start);
    const type = focus && focus.place.in === "resource" ? typeOfProperty(focus.place.path) : "String";
    const edit = declarationEdit(template, "Parameters", name, [["Type", { yaml: type, json: JSON.stringify(type) }]]);
    return edit && { title: { en: `Declare the parameter ${name}`, ja: `パラメータ${name}を宣言` }, edit };
  }
  if (code !== "unknown-condition" || kind !== "condition") return undefined;
  const edit = conditionEdit(template, name);
  return edit && { title: { en: `Declare the condition ${name}`, ja: `条件${name}を宣言` }, edit };
}

/** Compares a parameter with one of its values, or, if there is none, one that surely exists with itself. */
function conditionEdit(template: Template, name: string): Edit | undefined {
  const [parameter, values] =
    [...template.declarations.parameters].find(([, { allowedValues }]) => allowedValues?.length) ?? [];
  const [left, right] =
    parameter === undefined ? ["AWS::Region", "us-east-1"] : [parameter, values?.allowedValues?.[0] ?? ""];
  const json = JSON.stringify(right);
  return declarationEdit(template, "Conditions", name, {
    yaml: `!Equals [!Ref ${left}, ${json}]`,
    json: `{ "Fn::Equals": [{ "Ref": "${left}" }, ${json}] }`,
  });
}
