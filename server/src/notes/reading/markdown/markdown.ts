import createMarkdownIt, {
  type MarkdownIt,
  type MarkdownItOptions,
  type StateBlock,
  type StateInline,
} from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import footnote from "markdown-it-footnote";
import { lineText } from "./htmlDetails.ts";
import { noteMarks } from "./noteMarks.ts";
import { rawHtml } from "./rawHtml.ts";
import { shortcodes } from "./shortcode.ts";
import { sizedImages } from "./sizedImage.ts";

/** Longer text of a paragraph is not parsed for markup: nobody wrote it by hand. */
const MAX_INLINE = 20_000;
const MAX_NESTING = 40;
const MAX_CONTAINERS = 8;

/**
 * The Markdown that people write on Zenn: CommonMark with tables and strikethrough, bold beside
 * Japanese punctuation, footnotes, `:::message` and `:::details`; also what other programs write
 * (`rawHtml`, `noteMarks`). Other HTML stays text, comments are dropped.
 */
export function zennMarkdown(options: MarkdownItOptions = {}): MarkdownIt {
  const md = createMarkdownIt({ html: false, breaks: true, ...options, maxNesting: MAX_NESTING });
  md.use(cjkFriendly).use(footnote);
  md.block.ruler.before("fence", "container", container, { alt: ["paragraph", "reference", "blockquote", "list"] });
  md.block.ruler.before("container", "comment", blockComment, { alt: ["paragraph", "reference", "blockquote"] });
  md.inline.ruler.before("autolink", "comment", inlineComment);
  md.use(rawHtml).use(noteMarks).use(sizedImages).use(shortcodes);
  md.inline.ruler.before("text", "oversized", oversized);
  md.inline.ruler.before("text", "embed", embed);
  return md;
}

/** `:::name title` up to a line of at least as many colons; one that is not closed goes to the end. */
function container(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const opening = /^(:{3,})\s*([a-z][\w-]*)[ \t]*(.*)$/i.exec(lineText(state, startLine));
  const [, colons, name, title] = opening ?? [];
  if (colons === undefined || name === undefined || title === undefined) return false;
  const depth = typeof state.env["containers"] === "number" ? state.env["containers"] : 0;
  if (isCode(state, startLine) || depth >= MAX_CONTAINERS) return false;
  if (silent) return true;
  const { next, closed } = containerEnd(state, startLine, endLine, colons.length);
  const open = state.push("container_open", "div", 1);
  open.map = [startLine, closed ? next + 1 : next];
  open.info = name.toLowerCase();
  open.content = open.info === "details" ? title.trim() : "";
  open.meta = {
    alert: /^(?:alert|warn|warning|caution|danger)\b/i.test(
      `${open.info === "message" || open.info === "note" ? title : name}`,
    ),
  };
  open.block = true;
  const { parentType, lineMax } = state;
  state.lineMax = next;
  state.env["containers"] = depth + 1;
  state.md.block.tokenize(state, startLine + 1, next);
  state.env["containers"] = depth;
  state.parentType = parentType;
  state.lineMax = lineMax;
  const close = state.push("container_close", "div", -1);
  close.info = open.info;
  close.block = true;
  state.line = closed ? next + 1 : next;
  return true;
}

function containerEnd(
  state: StateBlock,
  startLine: number,
  endLine: number,
  colons: number,
): { next: number; closed: boolean } {
  // Inner containers with the same number of colons must close first.
  let inner = 0;
  for (let line = startLine + 1; line < endLine; line++) {
    if ((state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line)) return { next: line, closed: false };
    const text = lineText(state, line);
    if (!text.startsWith(":::")) continue;
    const length = text.length - text.replace(/^:+/, "").length;
    if (/^:+\s*$/.test(text)) {
      if (inner === 0 && length >= colons) return { next: line, closed: true };
      if (inner > 0 && length >= colons) inner--;
    } else if (length === colons && /^:+\s*[a-z]/i.test(text)) inner++;
  }
  return { next: endLine, closed: false };
}

/** A comment that begins a line and ends one. */
function blockComment(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (isCode(state, startLine)) return false;
  const first = lineText(state, startLine);
  if (!first.startsWith("<!--") || state.env["openComment"] === true) return false;
  let line = startLine;
  let text = first;
  while (!text.includes("-->", line === startLine ? 4 : 0)) {
    line++;
    if (line >= endLine) {
      // If nothing behind closes it, nothing closes a later one either.
      if (endLine === state.lineMax && state.parentType === "root") state.env["openComment"] = true;
      return false;
    }
    text = lineText(state, line);
  }
  if (!/-->\s*$/.test(text)) return false;
  if (silent) return true;
  const token = state.push("comment", "", 0);
  token.map = [startLine, line + 1];
  token.content = commentText(state.getLines(startLine, line + 1, state.blkIndent, false).trim());
  token.hidden = true;
  state.line = line + 1;
  return true;
}

function inlineComment(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("<!--", state.pos)) return false;
  const end = state.src.indexOf("-->", state.pos + 4);
  if (end < 0 || end + 3 > state.posMax) return false;
  if (!silent) state.push("comment", "", 0).content = commentText(state.src.slice(state.pos, end + 3));
  state.pos = end + 3;
  return true;
}

/** `@[card](url)` and other embeds, as links. */
function embed(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("@[", state.pos)) return false;
  const [whole, href] =
    /^@\[[a-z]{1,20}\]\(([^\s()]{1,2000})\)/.exec(state.src.slice(state.pos, state.pos + 2050)) ?? [];
  if (whole === undefined || href === undefined) return false;
  if (!silent) {
    state.push("link_open", "a", 1).attrSet("href", href);
    state.push("text", "", 0).content = href;
    state.push("link_close", "a", -1);
  }
  state.pos += whole.length;
  return true;
}

function oversized(state: StateInline, silent: boolean): boolean {
  if (state.src.length <= MAX_INLINE) return false;
  if (!silent) state.pending += state.src.slice(state.pos, state.posMax);
  state.pos = state.posMax;
  return true;
}

function commentText(comment: string): string {
  return comment.replace(/^<!--/, "").replace(/-->$/, "").trim();
}

function isCode(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) - state.blkIndent >= 4;
}
