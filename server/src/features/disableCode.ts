import { completionPlaces } from "../model/focus/completionPlace.ts";
import { entryAt } from "../model/focus/focusAt.ts";
import { parse } from "../model/reading/parse.ts";
import { declarationEdit } from "../model/references/declarationEdit.ts";
import { type Entry, entryOf, type Template } from "../model/template.ts";
import { meaningOf } from "../model/tree/meaning.ts";
import { type Node, pairOf, valueAt } from "../model/tree/node.ts";
import { OWN_KEY } from "../rules/engine/suppressions.ts";
import { keyEdit } from "../rules/shared/fixes/keyEdit.ts";
import type { Edit } from "../text/edit.ts";
import { endOfLine, type Span, startOfLine } from "../text/span.ts";

/** A code action that adds a comment, or the same setting in Metadata. */
export interface DisableAction {
  readonly title: string;
  readonly edit: Edit;
}

/**
 * "Disable CODE for this line" and "for this file": the comments that `suppressions` reads. If a comment would be part
 * of a text, and in JSON, which has none, "for this resource": by its Metadata.
 */
export function disableCode(
  template: Template,
  { code, span }: { readonly code: string; readonly span: Span },
  language: "en" | "ja",
): readonly DisableAction[] {
  // A syntax error can't be disabled.
  if (code === "syntax" || code === "full-width-character") return [];
  const ja = language === "ja";
  const json = template.format === "json";
  const line = json ? undefined : lineEdit(template, code, span.start);
  const resource = line === undefined ? resourceEdit(template, code, span.start) : undefined;
  const file = json ? metadataEdit(template, code) : fileEdit(template.text, code);
  const action = (title: string, edit: Edit | undefined): readonly DisableAction[] =>
    edit === undefined ? [] : [{ title, edit }];
  return [
    ...action(ja ? `この行では${code}を無効にする` : `Disable ${code} for this line`, line),
    ...action(ja ? `このリソースでは${code}を無効にする` : `Disable ${code} for this resource`, resource),
    ...action(ja ? `このファイルでは${code}を無効にする` : `Disable ${code} for this file`, file),
  ];
}

/** In the Metadata of the resource at a place. */
function resourceEdit(template: Template, code: string, offset: number): Edit | undefined {
  const entry = entryAt(template, offset);
  const type = entry && pairOf(entry.value, "Type");
  if (entry?.section !== "Resources" || type === undefined || entry.value.kind !== "map") return undefined;
  const json = template.format === "json";
  const metadata = pairOf(entry.value, "Metadata");
  const own = pairOf(metadata?.value, OWN_KEY);
  if (own !== undefined) return addedTo(entry, valueAt(own.value, "disable"), code, json);
  const list = `{ "disable": ["${code}"] }`;
  if (metadata === undefined) return memberBehind(template, entry, type, "Metadata", `{ "${OWN_KEY}": ${list} }`);
  const last = metadata.value.kind === "map" ? metadata.value.pairs.at(-1) : undefined;
  return last && memberBehind(template, entry, last, OWN_KEY, list);
}

/** In the template's own Metadata. */
function metadataEdit(template: Template, code: string): Edit | undefined {
  const own = entryOf(template, "Metadata", OWN_KEY);
  if (own !== undefined) return addedTo(own, valueAt(own.value, "disable"), code, template.format === "json");
  const list = `["${code}"]`;
  return declarationEdit(template, "Metadata", OWN_KEY, [["disable", { yaml: list, json: list }]]);
}

function addedTo({ offset }: Entry, list: Node | undefined, code: string, json: boolean): Edit | undefined {
  const last = list?.kind === "list" ? list.items.at(-1) : undefined;
  if (last === undefined || (list?.kind === "list" && !list.flow)) return undefined;
  return { start: last.end + offset, end: last.end + offset, newText: json ? `, "${code}"` : `, ${code}` };
}

/** Behind another member: on a line of its own, if that has one. */
function memberBehind(
  { format }: Template,
  { offset, unit }: Entry,
  before: NonNullable<ReturnType<typeof pairOf>>,
  key: string,
  value: string,
): Edit | undefined {
  const edit = keyEdit(before, key, { yaml: value.replaceAll('"', ""), json: value }, unit.text, format);
  if (edit !== undefined) return { ...edit, start: edit.start + offset, end: edit.end + offset };
  if (format !== "json") return undefined;
  const end = before.value.end + offset;
  return { start: end, end, newText: `, "${key}": ${value}` };
}

const LINE = /# cfn-notes-disable-line(?: [\w-]+(?:, [\w-]+)*)?$/;
const FILE = /^# cfn-notes-disable-file [\w-]+(?:, [\w-]+)*$/;

function lineEdit(template: Template, code: string, offset: number): DisableAction["edit"] | undefined {
  const { text } = template;
  const end = endOfLine(text, offset);
  const line = text.slice(startOfLine(text, offset), end);
  if (completionPlaces(template, end).some(({ accepts }) => accepts.text === true)) return undefined;
  const newText = LINE.test(line) ? `, ${code}` : `${/\s$/.test(line) ? "" : " "}# cfn-notes-disable-line ${code}`;
  const edit = { start: end, end, newText };
  // In the middle of a text over several lines a comment ends it, or belongs to it.
  const after = parse(text.slice(0, end) + newText + text.slice(end), template);
  if (after.errors.length > template.errors.length) return undefined;
  const [before, now] = [entryAt(template, offset), entryAt(after, offset)];
  return before && now && meaningOf(before.value) !== meaningOf(now.value) ? undefined : edit;
}

function fileEdit(text: string, code: string): DisableAction["edit"] {
  const start = text.startsWith("\ufeff") ? 1 : 0;
  const end = endOfLine(text, start);
  if (FILE.test(text.slice(start, end))) return { start: end, end, newText: `, ${code}` };
  return { start, end: start, newText: `# cfn-notes-disable-file ${code}${text.includes("\r\n") ? "\r\n" : "\n"}` };
}
