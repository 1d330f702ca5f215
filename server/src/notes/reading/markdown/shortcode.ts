import type { MarkdownIt, StateBlock } from "markdown-it";
import { memoBy } from "../../../text/memoBy.ts";

/** Shortcodes that authors of Hugo's pages put around output and files. */
const OPENING = /^\{\{[<%]\s*(output|highlight|code|codeblock)\b[^}]*[>%]\}\}\s*$/;
const CLOSING = /^\{\{[<%]\s*\/\s*(\w+)\s*[>%]\}\}\s*$/;

/** `{{< output >}}` up to `{{< /output >}}` is a block of code, so that nothing in it is a note. */
export function shortcodes(md: MarkdownIt): void {
  md.block.ruler.before("fence", "shortcode", shortcode, { alt: ["paragraph", "reference", "blockquote", "list"] });
}

/** The line from which on nothing closes a name, so that a text full of openings is searched once. */
const unclosedIn = memoBy((_state: StateBlock) => new Map<string, number>());

function shortcode(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lineAt = (line: number): string =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line] ?? 0);
  const first = lineAt(startLine);
  const name = first.startsWith("{{") ? OPENING.exec(first)?.[1] : undefined;
  if (name === undefined) return false;
  const unclosed = unclosedIn(state);
  const key = `${name} ${endLine}`;
  if (startLine >= (unclosed.get(key) ?? Number.POSITIVE_INFINITY)) return false;
  let end = startLine + 1;
  while (end < endLine && CLOSING.exec(lineAt(end))?.[1] !== name) end++;
  if (end >= endLine) {
    unclosed.set(key, startLine);
    return false;
  }
  if (silent) return true;
  const token = state.push("fence", "code", 0);
  token.content = state.getLines(startLine + 1, end, state.sCount[startLine] ?? 0, true);
  token.map = [startLine, end + 1];
  token.markup = "```";
  state.line = end + 1;
  return true;
}
