import type { EntryContent } from "../../../model/template.ts";
import type { Pair } from "../../../model/tree/node.ts";
import type { Localised } from "../../../text/localised.ts";
import type { FixData } from "../rule.ts";
import { entryIndentUnit, indentAt } from "./keyEdit.ts";

/** The fix that puts a key between another one and its value, as the value belongs to it: `ZipFile` below `Code`. */
export function belowKey(
  { key, value }: Pick<Pair, "key" | "value">,
  name: string,
  entry: EntryContent,
  format: "yaml" | "json",
): FixData | undefined {
  const { text } = entry.unit;
  const title: Localised = { en: `Put it below ${name}`, ja: `${name}の下へ移動` };
  const outer = indentAt(text, key.start);
  const written = text.slice(value.start, value.end);
  if (format === "json" || /\S/.test(outer)) {
    const newText = format === "json" ? `{"${name}": ` : `{${name}: `;
    const open = { start: value.start, end: value.start, newText };
    const close = { start: value.end, end: value.end, newText: "}" };
    const isPlain = format === "yaml" && BREAKS_FLOW.test(written.replaceAll(/"[^"]*"|'[^']*'/g, ""));
    return isPlain || written.includes("\n") ? undefined : { title, edits: [open, close] };
  }
  const gap = /^["']?:/.exec(text.slice(key.end))?.[0].length;
  if (gap === undefined) return undefined;
  const unit = entryIndentUnit(entry);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const begin = key.end + gap;
  const newText = `${newline}${outer}${unit}${name}:`;
  const isBeside = !text.slice(begin, value.start).includes("\n");
  const own = isBeside
    ? { start: begin, end: value.start, newText: `${newText} ` }
    : { start: begin, end: begin, newText };
  const from = isBeside ? value.start : begin;
  const lines = [...text.slice(from, value.end).matchAll(/\n(?=[ \t]*\S)/g)].map(({ index }) => from + index + 1);
  return { title, edits: [own, ...lines.map((at) => ({ start: at, end: at, newText: unit }))] };
}

/** What ends an unquoted text, or is something else, between brackets. */
const BREAKS_FLOW = /[{}[\],]|: | #/;
