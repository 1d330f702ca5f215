import type { Token } from "markdown-it";
import { lazy } from "../../text/lazy.ts";
import { zennMarkdown } from "./markdown/markdown.ts";
import type { LinkTarget } from "./note.ts";

/** A block of Markdown with its zero-based lines, `end` not included. */
export interface Block {
  /** markdown-it's name without `_open`: `heading`, `paragraph`, `list_item`, `container`, `tr`, `comment` … */
  readonly type: string;
  start: number;
  end: number;
  /** For a heading: 1 to 6. */
  readonly level: number;
  /** Inline text of a heading, paragraph or cell; a comment's text; a container's title. */
  content: string;
  readonly children: Block[];
}

/** Made when first used: hovers without notes of the user's need none. */
const markdown = lazy(zennMarkdown);

/** The block structure of Markdown, without inline parsing: linear in the length of `lines`. */
export function blocksOf(lines: readonly string[]): { blocks: Block[]; references: ReadonlyMap<string, LinkTarget> } {
  const tokens: Token[] = [];
  const env: { references?: Record<string, LinkTarget> } = {};
  markdown().block.parse(lines.join("\n"), markdown(), env, tokens);
  const root: Block = { type: "root", start: 0, end: lines.length, level: 0, content: "", children: [] };
  const open: Block[] = [root];
  for (const token of tokens) {
    const parent = open.at(-1) ?? root;
    if (token.type === "inline") parent.content = token.content;
    else if (token.nesting < 0) close(open);
    else {
      const block = blockOf(token, parent, lines);
      parent.children.push(block);
      if (token.nesting > 0) open.push(block);
    }
  }
  return { blocks: root.children, references: new Map(Object.entries(env.references ?? {})) };
}

/** The inline tokens of one line. */
export function inlineOf(line: string): Token[] {
  if (line !== "" && !MARKUP.test(line)) {
    const text = new (textToken())("text", "", 0);
    text.content = line;
    return [text];
  }
  return markdown().parseInline(line, {})[0]?.children ?? [];
}

/** Without any of these a line is plain text, as most titles are: all of a file's are read together. */
const MARKUP = /[\\`*_[<&~=^\p{Cc}]/u;

const textToken = lazy(() => {
  const parser = markdown();
  return new parser.core.State("", parser, {}).Token;
});

function close(open: Block[]): void {
  const block = open.pop();
  if (block?.type !== "footnote_reference") return;
  // It carries no lines of its own.
  block.start = block.children[0]?.start ?? block.start;
  block.end = block.children.at(-1)?.end ?? block.end;
}

function blockOf(token: Token, parent: Block, lines: readonly string[]): Block {
  const [start, end] = token.map ?? [parent.start, parent.start];
  const type = token.type.replace(/_open$/, "");
  const isRule = type === "heading" && /^[-=]/.test(token.markup) && isTextAboveRule(lines, start, end);
  return {
    type: isRule ? "paragraph" : type,
    start,
    end: isRule ? end - 1 : end,
    level: type === "heading" ? Number(token.tag.slice(1)) : 0,
    content: token.type === "footnote_reference_open" ? String(token.meta?.["label"]) : token.content,
    children: [],
  };
}

/** A rule right below text that is no lone short line is meant as a rule, though CommonMark makes the text a heading. */
function isTextAboveRule(lines: readonly string[], start: number, end: number): boolean {
  const above = lines[start - 1] ?? "";
  return end - start > 2 || above.trim() !== "" || /[：。・]|^\s*[-*+]\s/u.test(lines[start] ?? "");
}
