import { startOfLine } from "../../text/span.ts";
import type { SyntaxProblem } from "../tree/syntaxProblem.ts";

/**
 * Lines that are deeper than those above, although the value above is complete, as happens with pasted blocks: YAML
 * reads them as more of that value. The problem is at the first key, and its fix indents the lines like those above. Items
 * that no list above takes have lost their key; a word that a block is below has lost its colon.
 *
 * @param found the reader's problem
 * @param end of the part that was read by itself
 */
export function deepBlock(text: string, found: SyntaxProblem | undefined, end: number): SyntaxProblem | undefined {
  if (found === undefined || !READ_AS_MORE.has(found.code)) return undefined;
  const above = lineAround(text, found.span.start);
  const [, before = "", tagged = ""] = KEY_AND_VALUE.exec(above.text) ?? [];
  const value = tagged.replace(/^!\w+ +/, "");
  if (value === "" || /^["'[{|>&*!#]/.test(value)) return undefined;
  const lines = text.slice(above.end, end).split(/(?<=\n)/);
  const first = lines.find((line) => line.trim() !== "") ?? "";
  const column = indentOf(first);
  // The reader takes a word and what is below it for one key: its colon was forgotten.
  if (/^ *[A-Za-z]\w*$/.test(above.text) && column >= indentOf(above.text) && BEGINS_BLOCK.test(first)) {
    const start = startOfLine(text, found.span.start) + indentOf(above.text);
    return { code: "colon-forgotten", span: { start, end: start + value.length }, argument: value };
  }
  if (column <= before.length || !BEGINS_BLOCK.test(first)) return undefined;
  const behind = lines.findIndex((line) => line.trim() !== "" && indentOf(line) < column);
  const block = behind < 0 ? lines : lines.slice(0, behind);
  const wanted = wantedColumn(text.slice(0, above.end), before.length, block);
  const start = above.end + block.join("").indexOf(first) + column;
  if (wanted === undefined)
    return first.startsWith("- ", column) ? { code: "list-as-key", span: { start, end: start + 1 } } : undefined;
  const newText = block.map((line) => (line.trim() === "" ? line : line.slice(column - wanted))).join("");
  return {
    code: "indented-too-far",
    span: { start, end: start + (/^(?:- )?[^\s:]+/.exec(first.trimStart())?.[0].length ?? 1) },
    mend: { edits: [{ start: above.end, end: above.end + block.join("").length, newText }], safe: false },
  };
}

const READ_AS_MORE: ReadonlySet<string> = new Set(["second-colon", "list-as-key", "not-a-key"]);
/** The text before a key, a dash included, and the value behind it; or an item of a list. */
const KEY_AND_VALUE = /^( *(?:- +)*)(?:[\w:.-]+:[ \t]+)?(\S.*)$/;
const BEGINS_BLOCK = /^ *(?:- |[\w:.-]+:(?:\s|$))/;

/** The column that the block belongs in: that of the resource above, of the item above, else of the key above. */
function wantedColumn(above: string, column: number, block: readonly string[]): number | undefined {
  const [first = "", second = ""] = block.filter((line) => line.trim() !== "");
  const isItem = first.trimStart().startsWith("- ");
  if (!isItem && !/^ *Type:[ \t]*["']?\w+::/.test(second)) return column;
  let least = column + 1;
  let wanted: number | undefined;
  for (const line of above.split("\n").reverse()) {
    const indent = indentOf(line);
    if (line.trim() === "" || indent >= least) continue;
    if (isItem && line.startsWith("- ", indent)) return indent;
    if (indent === 0) return isItem ? undefined : wanted;
    least = indent;
    wanted = indent;
  }
  return undefined;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The line with an offset; `end` is the beginning of the next one. */
function lineAround(text: string, offset: number): { readonly text: string; readonly end: number } {
  const newline = text.indexOf("\n", offset);
  const end = newline < 0 ? text.length : newline + 1;
  return { text: text.slice(startOfLine(text, offset), end).trimEnd(), end };
}
