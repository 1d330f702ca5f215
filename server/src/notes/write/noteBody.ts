import type { Note, NoteFileContent } from "../reading/note.ts";
import { QUOTATION } from "../reading/noteWalk.ts";
import { passageOf } from "../reading/passage.ts";

/** Lines of a template as a fenced block, moved to the left margin. */
export function fencedExample(code: string, language: "yaml" | "json"): readonly string[] {
  const lines = code.replace(/\s+$/, "").split(/\r\n?|\n/);
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const margin = Math.min(...indents, code.length);
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...lines.map((line) => line.slice(margin).trimEnd()), fence];
}

/** A note as a quotation, without its markers and sources; nothing in it is a note of its own. */
export function quotation(note: Note, file: NoteFileContent): readonly string[] {
  const text = passageOf(note, file)
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return text === "" ? [] : [`<!-- ${QUOTATION} -->`, ...text.split("\n")].map((line) => `> ${line}`.trimEnd());
}
