import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { lineText } from "./htmlDetails.ts";

/**
 * What note-taking programs write besides Markdown: boxes of tasks, callouts, `[[links]]`, `![[embeds]]`, `==marked==`,
 * and what is for the program alone, lines of `#tags` and the `^names` of blocks.
 */
export function noteMarks(md: MarkdownIt): void {
  md.block.ruler.before("paragraph", "tag_line", tagLine, { alt: ["paragraph", "reference", "blockquote", "list"] });
  md.inline.ruler.before("link", "block_name", blockName);
  md.inline.ruler.before("link", "wiki_link", wikiLink);
  md.inline.ruler.before("link", "line_mark", lineMark);
  md.inline.ruler.before("emphasis", "mark", highlight);
}

const MAX_LINK = 300;

/** `[[page#heading|text]]` becomes its text; an embedded picture is dropped. */
function wikiLink(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("[[", state.pos) && !state.src.startsWith("![[", state.pos)) return false;
  const written = state.src.slice(state.pos, Math.min(state.posMax, state.pos + MAX_LINK));
  const [whole, sign, page = "", heading, text] =
    /^(!?)\[\[([^[\]|#\n]*)(?:#([^[\]|\n]*))?(?:\|([^[\]\n]*))?\]\]/.exec(written) ?? [];
  if (whole === undefined || (page === "" && heading === undefined)) return false;
  const isPicture = sign === "!" && /\.(?:png|jpe?g|gif|svg|webp|bmp|avif|pdf|mp[34])$/i.test(page);
  const name = page.replace(/^.*\//, "").replace(/\.md$/i, "");
  const shown = text ?? [name, heading?.replace(/^\^/, "").replaceAll("#", " › ")].filter(Boolean).join(" › ");
  if (!silent && !isPicture) state.pending += shown.trim();
  state.pos += whole.length;
  return true;
}

/** `[ ]` and `[x]` at the beginning are boxes, `[!NOTE] title` is a bold title. */
function lineMark(state: StateInline, silent: boolean): boolean {
  if (state.pos !== 0) return false;
  const [box, sign = ""] = /^\[([ xX])\]\s+(?=\S)/.exec(state.src) ?? [];
  if (box !== undefined) {
    if (!silent) state.push("task_box", "", 0).content = sign === " " ? "☐ " : "☑ ";
    state.pos += box.length;
    return true;
  }
  const [callout, kind = ""] = /^\[!([a-z][a-z-]{1,20})\][+-]?[ \t]*/i.exec(state.src.slice(0, 40)) ?? [];
  if (callout === undefined) return false;
  const end = state.src.indexOf("\n");
  const { posMax } = state;
  const titleEnd = end < 0 ? posMax : Math.min(end, posMax);
  const hasTitle = state.src.slice(callout.length, titleEnd).trim() !== "";
  if (!silent && !hasTitle) {
    state.push("callout", "", 0).content = `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}`;
  } else if (!silent) {
    state.push("strong_open", "strong", 1);
    state.pos = callout.length;
    state.posMax = titleEnd;
    state.md.inline.tokenize(state);
    state.push("strong_close", "strong", -1);
    state.posMax = posMax;
  }
  state.pos = Math.max(titleEnd, callout.length);
  return true;
}

const MAX_MARKED = 500;

function highlight(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("==", state.pos)) return false;
  const written = state.src.slice(state.pos, Math.min(state.posMax, state.pos + MAX_MARKED));
  const [whole, content] = /^==(?=[^\s=])([^\n]*?[^\s=])==(?!=)/.exec(written) ?? [];
  if (whole === undefined || content === undefined) return false;
  if (!silent) {
    const { pos, posMax } = state;
    state.push("mark_open", "mark", 1);
    state.pos = pos + 2;
    state.posMax = pos + 2 + content.length;
    state.md.inline.tokenize(state);
    state.push("mark_close", "mark", -1);
    state.pos = pos;
    state.posMax = posMax;
  }
  state.pos += whole.length;
  return true;
}

const TAG = /^#\p{L}[\p{L}\p{N}_/-]*$/u;

/** A title without the tags behind it. */
export function withoutTags(title: string): string {
  let rest = title.trimEnd();
  for (;;) {
    const at = rest.lastIndexOf(" ");
    if (at < 0 || !TAG.test(rest.slice(at + 1))) return rest;
    rest = rest.slice(0, at).trimEnd();
  }
}

const MAX_TAG_LINE = 200;

/** One word may be a heading of somebody who forgot the blank, `#概要`, if it does not begin like `#flashcards`. */
function tagLine(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const line = lineText(state, startLine).trim();
  if (!/^[#^]/.test(line) || line.length > MAX_TAG_LINE || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4)
    return false;
  const words = line.split(/\s+/);
  const isName = words.length === 1 && BLOCK_NAME.test(line);
  if (!isName && !(words.every((word) => TAG.test(word)) && (words.length > 1 || /^#[a-z]/.test(line)))) return false;
  if (!silent) state.line = startLine + 1;
  return true;
}

/** `^37066d` */
const BLOCK_NAME = /^\^(?=[\d-]*[A-Za-z])[A-Za-z\d-]{3,60}$/;

/** The name of a block at its end, for links to it. */
function blockName(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== "^" || pos === 0 || !/\s/.test(src.charAt(pos - 1))) return false;
  const lineEnd = src.indexOf("\n", pos);
  const end = lineEnd < 0 ? posMax : Math.min(lineEnd, posMax);
  if (end - pos > MAX_TAG_LINE || !BLOCK_NAME.test(src.slice(pos, end).trimEnd())) return false;
  if (!silent) state.pending = state.pending.trimEnd();
  state.pos = end;
  return true;
}
