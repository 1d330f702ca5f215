import type { Edit } from "../../text/edit.ts";
import { endOfLine, startOfLine } from "../../text/span.ts";
import { SECTION_NAMES, type Section, type SectionName, type Template } from "../template.ts";
import { aboveComments } from "../yaml/aboveComments.ts";
import { indentUnit } from "../yaml/indentUnit.ts";

/** The content of an entry: a value as each format writes it on one line, or keys with theirs. */
export type Body = Written | readonly Member[];
export type Member = readonly [key: string, body: Body];

export interface Written {
  readonly yaml: string;
  readonly json: string;
}

const ORDER: readonly string[] = SECTION_NAMES;

/**
 * The edit that declares `name` as the last entry of a section, which is made if there is none, in the template's own
 * style; `undefined` if the section is written in a form that cannot be added to.
 */
export function declarationEdit(template: Template, section: SectionName, name: string, body: Body): Edit | undefined {
  const style = styleOf(template);
  const existing = template.sections.filter((one) => one.name === section);
  const edit = existing[0]
    ? intoSection(template, existing[0], [name, body], style)
    : newSection(template, section, [section, [[name, body]]], style);
  if (edit === undefined || existing.length > 1) return undefined;
  return withLineBreaks(template, edit);
}

/**
 * The edit that writes a section above all but what identifies the template; `undefined` if it is there already, or the
 * text cannot be added to.
 */
export function sectionEdit(template: Template, section: SectionName, body: Body): Edit | undefined {
  if (template.sections.some(({ name }) => name === section)) return undefined;
  const edit = newSection(template, "Description", [section, body], styleOf(template));
  return edit && withLineBreaks(template, edit);
}

/** The edit with the line breaks that the template has. */
export function withLineBreaks<Written extends Pick<Edit, "newText">>({ text }: Template, edit: Written): Written {
  return text.includes("\r\n") ? { ...edit, newText: edit.newText.replaceAll("\n", "\r\n") } : edit;
}

interface Style {
  readonly json: boolean;
  readonly unit: string;
}

function styleOf(template: Template): Style {
  return { json: template.format === "json", unit: indentUnit(template) };
}

function intoSection(template: Template, section: Section, member: Member, style: Style): Edit | undefined {
  const { text } = template;
  const last = section.entries.at(-1);
  if (last === undefined) return intoEmpty(template, section, member, style);
  const keyStart = last.key.start + last.offset;
  const indent = ownIndent(text, keyStart);
  const end = Math.max(last.key.end, last.value.end) + last.offset;
  if (style.json || isFlow(text, section)) {
    const newText =
      indent === undefined ? `, ${flowMember(member, style)}` : `,\n${indent}${lines(member, indent, style)}`;
    return { start: end, end, newText };
  }
  if (indent === undefined) return undefined;
  const at = behindComments(text, endOfLine(text, text.slice(0, end).trimEnd().length), indent.length);
  const before = section.entries.at(-2);
  const gap = before && /\n[ \t]*\r?\n/.test(text.slice(before.value.end + before.offset - 1, keyStart)) ? "\n" : "";
  return { start: at, end: at, newText: `${gap}\n${indent}${lines(member, indent, style)}` };
}

/** `Parameters:` or `Parameters: {}`. */
function intoEmpty({ text }: Template, { key, offset }: Section, member: Member, style: Style): Edit | undefined {
  const start = key.end + offset;
  const found = /^[ \t]*:[ \t]*(\{\s*\})?/.exec(text.slice(start));
  if (found === null) return undefined;
  const indent = ownIndent(text, key.start + offset);
  const [whole, braces] = found;
  const end = start + whole.length;
  if (braces === undefined) {
    if (style.json || indent === undefined || !/^[ \t]*(?:#[^\n]*)?\r?(?:\n|$)/.test(text.slice(end))) return undefined;
    const at = endOfLine(text, end);
    return { start: at, end: at, newText: `\n${indent}${style.unit}${lines(member, indent + style.unit, style)}` };
  }
  if (style.json) {
    const inner =
      indent === undefined
        ? ` ${flowMember(member, style)} `
        : `\n${indent}${style.unit}${lines(member, indent + style.unit, style)}\n${indent}`;
    return { start: end - braces.length + 1, end: end - 1, newText: inner };
  }
  if (indent === undefined) return undefined;
  const from = start + whole.slice(0, -braces.length).trimEnd().length;
  return { start: from, end, newText: `\n${indent}${style.unit}${lines(member, indent + style.unit, style)}` };
}

/** @param after the section behind which it goes, present or not */
function newSection({ text, sections }: Template, after: string, whole: Member, style: Style): Edit | undefined {
  const rank = ORDER.indexOf(after);
  const next = sections.find((one) => ORDER.indexOf(one.name) > rank);
  if (next === undefined) return lastSection(text, sections.at(-1), whole, style);
  const key = next.key.start + next.offset;
  const indent = ownIndent(text, key);
  if (style.json) {
    const newText =
      indent === undefined ? `${flowMember(whole, style)}, ` : `${lines(whole, indent, style)},\n${indent}`;
    return { start: key, end: key, newText };
  }
  if (indent !== "") return undefined;
  const at = aboveComments(text, key);
  const spaced = /\n[ \t]*\r?\n$/.test(text.slice(0, at));
  return { start: at, end: at, newText: `${lines(whole, "", style)}\n${spaced ? "\n" : ""}` };
}

function lastSection(text: string, last: Section | undefined, whole: Member, style: Style): Edit | undefined {
  if (last === undefined) return undefined;
  const indent = ownIndent(text, last.key.start + last.offset);
  if (style.json) {
    const closing = text.trimEnd().length - 1;
    if (text[closing] !== "}") return undefined;
    const end = text.slice(0, closing).trimEnd().length;
    const newText =
      indent === undefined ? `, ${flowMember(whole, style)}` : `,\n${indent}${lines(whole, indent, style)}`;
    return { start: end, end, newText };
  }
  const end = text.trimEnd().length;
  if (indent !== "" || /\n(?:---|\.\.\.)[ \t]*$/.test(text.slice(0, end))) return undefined;
  const spaced = /\n[ \t]*\r?\n$/.test(text.slice(0, last.key.start + last.offset)) ? "\n" : "";
  return { start: end, end, newText: `\n${spaced}${lines(whole, "", style)}` };
}

/** A key with its value over several lines, the first without its indentation. */
function lines([key, body]: Member, indent: string, style: Style): string {
  const inner = indent + style.unit;
  if (!isMembers(body)) return `${styledKey(key, style)}: ${style.json ? body.json : body.yaml}`;
  const members = body.map((one) => `${inner}${lines(one, inner, style)}`);
  if (style.json) return `${styledKey(key, style)}: {\n${members.join(",\n")}\n${indent}}`;
  return `${key}:\n${members.join("\n")}`;
}

function flowMember([key, body]: Member, style: Style): string {
  if (!isMembers(body)) return `${styledKey(key, style)}: ${style.json ? body.json : body.yaml}`;
  return `${styledKey(key, style)}: { ${body.map((one) => flowMember(one, style)).join(", ")} }`;
}

function isMembers(body: Body): body is readonly Member[] {
  return Array.isArray(body);
}

function styledKey(key: string, { json }: Style): string {
  return json ? JSON.stringify(key) : key;
}

/** The white space at the beginning of a line in front of an offset; `undefined` if there is anything else. */
function ownIndent(text: string, offset: number): string | undefined {
  const before = text.slice(startOfLine(text, offset), offset).replace("\ufeff", "");
  return /^[ \t]*$/.test(before) ? before : undefined;
}

function isFlow(text: string, { key, offset }: Section): boolean {
  return /^\s*:\s*\{/.test(text.slice(key.end + offset));
}

/** Comments right below that are indented deeper than `column` belong to the entry above. */
function behindComments(text: string, end: number, column: number): number {
  let at = end;
  for (;;) {
    const next = /^\r?\n([ \t]*)#[^\n]*/.exec(text.slice(at));
    if (next === null || (next[1] ?? "").length <= column) return at;
    at = endOfLine(text, at + next[0].length);
  }
}
