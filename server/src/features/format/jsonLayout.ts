import type { FormatEdit } from "./edit.ts";

/** A token of JSON with the white space before it. Anything else than white space between tokens is a token, too. */
const TOKEN = /([ \t\r\n]*)("(?:[^"\\\r\n]|\\.)*"|[[\]{},:]|[^\s"[\]{},:]+)/gy;
const MAX_DEPTH = 200;

/** Edits of the white space between the tokens: a line for each key and item, empty brackets closed at once. */
export function jsonLayout(
  text: string,
  options: { readonly tabSize: number; readonly insertSpaces: boolean },
): readonly FormatEdit[] {
  const unit = options.insertSpaces ? " ".repeat(options.tabSize) : "\t";
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const edits: FormatEdit[] = [];
  const put = (start: number, end: number, newText: string): void => {
    if (text.slice(start, end) !== newText) edits.push({ span: { start, end }, newText });
  };
  let depth = 0;
  let before = "";
  const first = text.startsWith("\ufeff") ? 1 : 0;
  TOKEN.lastIndex = first;
  let at = first;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const [, blank = "", token = ""] = found;
    // JSON has no comments, and a line break would end them.
    if (/^(?:\/\/|\/\*)/.test(token) || depth > MAX_DEPTH) return [];
    const closes = token === "}" || token === "]";
    if (closes) depth--;
    put(
      at,
      at + blank.length,
      gap(before, token, newline, () => newline + unit.repeat(Math.max(0, depth))),
    );
    if (token === "{" || token === "[") depth++;
    before = token;
    at = TOKEN.lastIndex;
  }
  if (text.slice(at).trim() !== "") return [];
  put(at, text.length, newline);
  return edits;
}

function gap(before: string, token: string, newline: string, line: () => string): string {
  if (before === "" || token === "," || token === ":") return "";
  if (before === ":") return " ";
  const opens = before === "{" || before === "[";
  if (opens && (token === "}" || token === "]")) return "";
  if (opens || before === "," || token === "}" || token === "]") return line();
  return newline;
}
