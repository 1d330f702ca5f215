import { withoutBareFacts } from "../overtaken/withOvertaken.ts";
import { leadLine } from "../reading/lead.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { passageOf } from "../reading/passage.ts";
import { fold } from "./searchTokens.ts";

const MAX_EXCERPT = 160;
const MAX_LINES = 200;
const MIN_LINE = 32;
const NO_TEXT = /^(?:<!--.*-->|:::.*|```.*|~~~.*|[\s:|-]*)$/;

/** The line of a note's passage with most of the tokens, cut around them and without markup. */
export function searchExcerpt(note: Note, file: NoteFileContent, tokens: readonly string[]): string {
  const lines = passageOf(note, file)
    .split("\n", MAX_LINES)
    .filter((line) => !NO_TEXT.test(line.trim()));
  const at = bestOf(lines, tokens);
  const line = plainLine(lines[at] ?? "");
  // A term alone says nothing: its explanation is on the line below.
  const plain = line.length < MIN_LINE ? `${line} ${plainLine(lines[at + 1] ?? "")}`.trim() : line;
  const marked = withoutBareFacts(plain, note, file);
  return `${cut(plain, tokens)}${marked.slice(plain.length)}`;
}

/** A line around the tokens. */
function cut(plain: string, tokens: readonly string[]): string {
  if (plain.length <= MAX_EXCERPT) return plain;
  const folded = fold(plain);
  const places = tokens.map((token) => folded.indexOf(token)).filter((at) => at >= 0);
  const start = Math.max(0, Math.min(Math.min(...places, plain.length) - 40, plain.length - MAX_EXCERPT));
  return `${start > 0 ? "…" : ""}${plain.slice(start, start + MAX_EXCERPT)}${start + MAX_EXCERPT < plain.length ? "…" : ""}`;
}

function plainLine(line: string): string {
  // The sign within `[[page|text]]` is no border of a cell.
  const text = line.replace(/^\s*(?:[-*+]|\d+[.)]|#+|>)\s+/, "").replace(/(\[\[[^[\]]*\]\])|\|/g, "$1 ");
  return leadLine(text).plain.replace(/\s+/g, " ").trim();
}

function bestOf(lines: readonly string[], tokens: readonly string[]): number {
  let best = 0;
  let most = 0;
  for (const [at, line] of tokens.length === 0 ? [] : lines.entries()) {
    const folded = fold(line);
    const held = tokens.filter((token) => folded.includes(token)).length;
    // A heading inside the passage is only shown if there is no text.
    if (held <= most || (/^#{1,6}\s/.test(line) && most > 0)) continue;
    best = at;
    most = held;
    if (held === tokens.length) break;
  }
  return best;
}
