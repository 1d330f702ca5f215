import type { CompletionPlace } from "../../model/focus/completionPlace.ts";
import { isPlainSafe } from "../../model/yaml/yamlText.ts";
import type { CompletionItem } from "./item.ts";
import type { Scene } from "./scene.ts";

/** Text for a snippet: `$`, `}` and `\` stand for themselves. */
export function escapedSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** A scalar in the form that the place takes: quoted in JSON, as the user quotes it elsewhere. */
export function writeScalar(place: CompletionPlace, value: string, bare = false): string {
  if (place.style === "json") return bare ? value : JSON.stringify(value);
  if (place.quote === "'") return `'${value.replaceAll("'", "''")}'`;
  if (place.quote === '"') return JSON.stringify(value);
  return bare || isPlainSafe(value, place.style === "flow") ? value : `'${value.replaceAll("'", "''")}'`;
}

/** The blank before a value that is written right behind a colon. */
export function gapBefore({ template, place }: Scene): string {
  if (place.accepts.text === true || place.style === "json") return "";
  const before = template.text[place.span.start - 1];
  return before === ":" ? " " : "";
}

/** Commas that JSON and flow style need around an inserted key or item. */
export function commaEdits(place: CompletionPlace): {
  additionalEdits?: { span: { start: number; end: number }; newText: string }[];
} {
  const at = place.commaBefore;
  return at === undefined ? {} : { additionalEdits: [{ span: { start: at, end: at }, newText: "," }] };
}

/** An item for a blank line whose column is not the one that its place wants. */
export function padded(item: CompletionItem, { pad, span }: CompletionPlace): CompletionItem {
  if (pad === 0 || item.span !== span) return item;
  if (pad > 0) return { ...item, insertText: " ".repeat(pad) + item.insertText };
  const removed = { span: { start: span.start + pad, end: span.start }, newText: "" };
  return { ...item, additionalEdits: [removed, ...(item.additionalEdits ?? [])] };
}
