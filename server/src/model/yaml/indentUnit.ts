import { startOfLine } from "../../text/span.ts";
import type { Template } from "../template.ts";

/** One level of indentation as a template has it: that of its first entry, or in JSON of its first key; else `usual`. */
export function indentUnit({ text, sections }: Template, usual = "  "): string {
  const first = sections.find(({ entries }) => entries.length > 0);
  const entry = first?.entries[0];
  if (entry === undefined || first === undefined) return FIRST_KEY.exec(text)?.[1] ?? usual;
  const indent = indentAt(text, entry.key.start + entry.offset);
  const outer = indentAt(text, first.key.start + first.offset);
  const unit = indent.startsWith(outer) ? indent.slice(outer.length) : indent;
  return /^(?: {1,8}|\t)$/.test(unit) ? unit : usual;
}

/** The line behind the brace that opens JSON. */
const FIRST_KEY = /^\ufeff?\s*\{[ \t]*\r?\n( {1,8}|\t)"/;

function indentAt(text: string, offset: number): string {
  const start = startOfLine(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? "";
}
