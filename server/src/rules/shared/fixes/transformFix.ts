import { sectionEdit } from "../../../model/references/declarationEdit.ts";
import type { Entry, Template } from "../../../model/template.ts";
import type { FixData } from "../../engine/rule.ts";

/** Declares a transform for what an entry needs; `undefined` if the template declares one already. */
export function transformFix(template: Template, { offset }: Entry, name: string): FixData | undefined {
  const edit = sectionEdit(template, "Transform", { yaml: name, json: JSON.stringify(name) });
  if (edit === undefined) return undefined;
  const { start, end, newText } = edit;
  const title = { en: `Add Transform: ${name}`, ja: `Transform: ${name}を追加` };
  return { title, safe: true, edits: [{ start: start - offset, end: end - offset, newText }] };
}
