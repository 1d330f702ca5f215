import type { Lexer } from "./lexer.ts";
import type { Assignment, Word } from "./script.ts";

/** `NAME=value`, with the value as a word of its own. */
export function assignmentOf(text: string, word: Word): Assignment | undefined {
  const name = /^([A-Za-z_]\w*)\+?=/.exec(word.text);
  if (!name?.[1] || !text.startsWith(name[0], word.start)) return undefined;
  const start = word.start + name[0].length;
  const quoted = /^(["']).*\1$/s.exec(text.slice(start, word.end));
  const quote = quoted ? (quoted[1] === '"' ? "double" : "single") : word.quote === "none" ? "none" : "mixed";
  return {
    start: word.start,
    end: word.end,
    name: name[1],
    value: { start, end: word.end, text: word.text.slice(name[0].length), quote },
  };
}

/** `$name = value` of PowerShell and `set NAME=value` of cmd. */
export function liftAssignment(
  draft: { words: Word[]; readonly assignments: Assignment[] },
  { dialect, text }: Lexer,
): void {
  const [first, second, value] = draft.words;
  if (!first || !second) return;
  if (dialect === "powershell") {
    const name = /^(?:\[[\w.[\]]+\])?\$(?:env:|script:|global:)?(\w+)$/i.exec(first.text)?.[1];
    if (name === undefined || second.text !== "=" || !value) return;
    draft.assignments.push({ start: first.start, end: value.end, name, value });
    draft.words = draft.words.slice(2);
  } else if (first.text.toLowerCase() === "set") {
    const assignment = assignmentOf(text, second) ?? quotedAssignment(second);
    if (assignment) draft.assignments.push(assignment);
  }
}

/** cmd's `set "NAME=value"`. */
function quotedAssignment(word: Word): Assignment | undefined {
  const parts = /^(\w+)=(.*)$/s.exec(word.text);
  if (word.quote !== "double" || parts?.[1] === undefined || parts[2] === undefined) return undefined;
  const start = word.start + 1 + parts[1].length + 1;
  return {
    start: word.start,
    end: word.end,
    name: parts[1],
    value: { start, end: word.end - 1, text: parts[2], quote: "none" },
  };
}
