import type { MarkdownIt, StateBlock } from "markdown-it";
import { lazy } from "../../../text/lazy.ts";
import { lineText } from "./htmlDetails.ts";
import { type Line, readHtml } from "./htmlReader.ts";
import { zennMarkdown } from "./markdown.ts";

/** What is handed through the parser. */
interface Finding {
  readonly lines: readonly string[];
  readonly rewritten: Line[];
  /** The line behind the last one of those. */
  next: number;
  /** Up to this line there is nothing to rewrite. */
  without: number;
}

const REWRITTEN = /<(?:table|[uo]l|h[1-6])[\s>]/i;
const FIRST = /^<\/?(?:a|article|center|div|figure|h[1-6]|main|[ou]l|p|section|span|table)[\s>]/i;
/** Where Markdown begins, HTML has ended. */
const MARKDOWN = /^(?:[-*+|]\s|\d{1,9}[.)]\s|#{1,6}\s|`{3}|~{3}|:{3}|<\/?details)/i;

/** The same text with the HTML tables, headings and lists in Markdown; `undefined` if there are none. */
export function withoutHtmlBlocks(lines: readonly string[]): readonly Line[] | undefined {
  if (!lines.some((line) => REWRITTEN.test(line))) return undefined;
  const finding: Finding = { lines, rewritten: [], next: 0, without: 0 };
  finder().block.parse(lines.join("\n"), finder(), { finding }, []);
  if (finding.next === 0) return undefined;
  keep(finding, lines.length);
  return finding.rewritten;
}

const finder = lazy(() => {
  const md: MarkdownIt = zennMarkdown();
  md.block.ruler.after("comment", "html", html, { alt: ["paragraph", "reference", "blockquote"] });
  return md;
});

/** Lines from one that begins with a tag up to an empty one below which no other tag stands. */
function html(state: StateBlock, start: number, endLine: number, silent: boolean): boolean {
  const finding = state.env["finding"] as Finding;
  const first = lineText(state, start);
  if (start < finding.without || !FIRST.test(first) || (state.sCount[start] ?? 0) - state.blkIndent >= 4) return false;
  const end = htmlEnd(state, start, endLine);
  const texts = Array.from({ length: end - start }, (_, at) => lineText(state, start + at));
  const sign = (finding.lines[start] ?? "").slice(0, -first.length);
  // Beside a tag of `<details>` the lines are no whole ones.
  const isWhole = !sign.includes("<") && finding.lines[end - 1]?.endsWith(texts.at(-1) ?? "") === true;
  if (!isWhole || !texts.some((text) => REWRITTEN.test(text))) {
    finding.without = end;
    return false;
  }
  if (silent) return true;
  keep(finding, start);
  const margin = sign.replace(/[^>\s]/g, " ");
  const empty = margin.trimEnd();
  if (margin === sign) finding.rewritten.push({ text: empty, line: start });
  for (const [at, { text, line }] of readHtml(texts.join("\n")).entries())
    finding.rewritten.push({ text: ((at === 0 ? sign : margin) + text).trimEnd(), line: start + line });
  if (end < finding.lines.length) finding.rewritten.push({ text: empty, line: end });
  state.line = end;
  finding.next = end;
  return true;
}

function keep(finding: Finding, end: number): void {
  for (let line = finding.next; line < end; line++) finding.rewritten.push({ text: finding.lines[line] ?? "", line });
}

function htmlEnd(state: StateBlock, start: number, endLine: number): number {
  let end = start + 1;
  for (let line = end; line < endLine && line <= end + 1; line++) {
    if (state.isEmpty(line)) continue;
    const text = lineText(state, line);
    const goesOn = line === end || /^<[/!a-z]/i.test(text);
    if (!goesOn || (state.sCount[line] ?? 0) < state.blkIndent || MARKDOWN.test(text)) break;
    end = line + 1;
  }
  return end;
}
