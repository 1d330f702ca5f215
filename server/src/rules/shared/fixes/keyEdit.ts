import type { EntryContent } from "../../../model/template.ts";
import type { Pair } from "../../../model/tree/node.ts";
import { startOfLine } from "../../../text/span.ts";
import type { FixEdit } from "../rule.ts";

/** A value as each format writes it; one that begins with a line break goes below its key. */
export interface KeyValue {
  readonly yaml: string;
  readonly json: string;
}

/**
 * The edit that puts `key: value` on a line of its own behind a pair of the same map, indented and quoted like it;
 * `undefined` if the pair does not stand on lines of its own.
 */
export function keyEdit(
  { key: before, value: last }: Pair,
  key: string,
  value: string | KeyValue,
  text: string,
  format: "yaml" | "json",
): FixEdit | undefined {
  const indent = keyIndent(text, before.start);
  if (/\S/.test(indent)) return undefined;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  if (format === "json") {
    return {
      start: last.end,
      end: last.end,
      newText: `,${newline}${indent}"${key}": ${typeof value === "string" ? JSON.stringify(value) : value.json}`,
    };
  }
  const yaml = typeof value === "string" ? value : value.yaml;
  const lineEnd = text.indexOf("\n", last.end);
  // A comment behind the value stays with it.
  const at = lineEnd < 0 ? text.length : text.charCodeAt(lineEnd - 1) === 0x0d ? lineEnd - 1 : lineEnd;
  if (/^\s*[^\s#]/.test(text.slice(last.end, at))) return undefined;
  return {
    start: at,
    end: at,
    newText: `${newline}${indent}${key}:${yaml.startsWith("\n") ? "" : " "}${yaml}`,
  };
}

/** The indentation of a further key of the map whose key begins there: blanks also below the dash of an item. */
export function keyIndent(text: string, start: number): string {
  return indentAt(text, start).replace(/^([ \t]*)-(?= )/, "$1 ");
}

/** The text before an offset in its line. */
export function indentAt(text: string, offset: number): string {
  return text.slice(startOfLine(text, offset), offset);
}

/** One level of indentation, as the entry has it. */
export function entryIndentUnit({ key, value, unit }: EntryContent): string {
  // In JSON an entry's text begins with its key; its closing bracket stands below that.
  const outer = indentAt(unit.text, value.kind === "map" && value.flow ? value.end - 1 : key.start);
  const inner = value.kind === "map" ? indentAt(unit.text, value.pairs[0]?.key.start ?? 0) : "";
  return inner.startsWith(outer) && inner.length > outer.length && inner.trim() === ""
    ? inner.slice(outer.length)
    : "  ";
}
