import { sectionEdit } from "../../../model/references/declarationEdit.ts";
import type { Entry, Template } from "../../../model/template.ts";
import type { Edit } from "../../../text/edit.ts";
import type { Localised } from "../../../text/localised.ts";
import type { FixData } from "../rule.ts";

/** Declares a transform; `undefined` if the template declares one already. */
export function addedTransform(
  template: Template,
  name: string,
): { readonly title: Localised; readonly edit: Edit } | undefined {
  const edit = sectionEdit(template, "Transform", { yaml: name, json: JSON.stringify(name) });
  return edit && { title: { en: `Add Transform: ${name}`, ja: `Transform: ${name}を追加` }, edit };
}

/** The same as the fix of a finding on an entry. */
export function transformFix(template: Template, { offset }: Entry, name: string): FixData | undefined {
  const added = addedTransform(template, name);
  if (added === undefined) return undefined;
  const { start, end, newText } = added.edit;
  return { title: added.title, safe: true, edits: [{ start: start - offset, end: end - offset, newText }] };
}
