import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";

/** Inline tags and the token that shows what they mean. */
const PAIRS: Readonly<Record<string, readonly [token: string, tag: string]>> = {
  b: ["strong", "strong"],
  strong: ["strong", "strong"],
  i: ["em", "em"],
  em: ["em", "em"],
  s: ["s", "s"],
  del: ["s", "s"],
  strike: ["s", "s"],
  mark: ["mark", "mark"],
};
const CODE = new Set(["code", "kbd", "samp", "tt"]);
/** Tags that only lay out what is in them; their text stays. */
const LAYOUT =
  /^(?:div|p|span|font|center|small|big|u|ins|sub|sup|abbr|section|figure|figcaption|picture|source|ul|ol|dl|dt|dd|table|thead|tbody|tfoot|caption|h[1-6]|hr|blockquote|details|summary|wbr|nobr|ruby|rb|rt|rp)$/;
const LINE_BREAKS = new Set(["br", "tr"]);
/** Characters within which a tag is closed, or is as good as left open. */
const MAX_PAIR = 2000;
const TAG = /^<(\/?)([a-z][a-z0-9]{0,11})((?:\s(?:"[^"]*"|'[^']*'|[^<>"'])*)?)\/?>/i;

/**
 * Reads a short list of tags as the Markdown that says the same: `<br>`, `<b>`, `<code>`, `<img>` by its
 * alternative text, `<details>` as `:::details`. Attributes are dropped but for a link's address, which
 * the renderers judge. Whatever is not on the list stays text.
 */
export function rawHtml(md: MarkdownIt): void {
  md.block.ruler.before("container", "details", details, { alt: ["paragraph", "reference", "blockquote", "list"] });
  md.inline.ruler.before("autolink", "tag", inlineTag);
}

function inlineTag(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  const [whole, slash, written = "", attributes = ""] =
    TAG.exec(state.src.slice(state.pos, Math.min(state.posMax, state.pos + MAX_PAIR))) ?? [];
  if (whole === undefined) return false;
  const name = written.toLowerCase();
  const isOpening = slash === "";
  const after = state.pos + whole.length;
  if (name === "a" || CODE.has(name) || PAIRS[name] !== undefined) {
    const close = isOpening ? closeOf(name, state, after) : undefined;
    if (close === undefined) state.pos = after;
    else pair(state, name, attributes, after, close, silent);
    return true;
  }
  if (!isKnown(name)) return false;
  if (!silent && isOpening) standAlone(state, name, attributes);
  if (!silent && name === "td") state.pending += " ";
  state.pos = after;
  return true;
}

function isKnown(name: string): boolean {
  return LAYOUT.test(name) || LINE_BREAKS.has(name) || /^(?:img|li|td|th)$/.test(name);
}

function standAlone(state: StateInline, name: string, attributes: string): void {
  if (LINE_BREAKS.has(name)) state.push("hardbreak", "br", 0);
  else if (name === "li") {
    state.push("hardbreak", "br", 0);
    state.pending += "• ";
  } else if (name === "img") {
    const alt = attribute(attributes, "alt");
    const image = state.push("image", "img", 0);
    image.content = alt;
    image.children = [];
    const text = new state.Token("text", "", 0);
    text.content = alt;
    image.children.push(text);
  }
}

interface Close {
  readonly start: number;
  readonly end: number;
}

function closeOf(name: string, { src, posMax }: StateInline, from: number): Close | undefined {
  const within = src.slice(from, Math.min(posMax, from + MAX_PAIR));
  const found = new RegExp(`</${name}\\s*>`, "i").exec(within);
  return found === null ? undefined : { start: from + found.index, end: from + found.index + found[0].length };
}

function pair(
  state: StateInline,
  name: string,
  attributes: string,
  start: number,
  close: Close,
  silent: boolean,
): void {
  const [token = "", tag = ""] = PAIRS[name] ?? [];
  const { posMax } = state;
  if (!silent && token === "") {
    const content = state.src
      .slice(start, close.start)
      .replace(/<[^<>]*>/g, "")
      .replace(/\s+/g, " ");
    if (content.trim() !== "" && name === "a") link(state, content, attribute(attributes, "href"));
    else if (content.trim() !== "") state.push("code_inline", "code", 0).content = content;
  } else if (!silent) {
    state.push(`${token}_open`, tag, 1);
    state.pos = start;
    state.posMax = close.start;
    state.md.inline.tokenize(state);
    state.push(`${token}_close`, tag, -1);
    state.posMax = posMax;
  }
  state.pos = close.end;
}

/** Links do not nest: what is in this one is text. */
function link(state: StateInline, content: string, href: string): void {
  const isLink = href !== "" && state.linkLevel === 0;
  if (isLink) state.push("link_open", "a", 1).attrSet("href", href);
  state.push("text", "", 0).content = content;
  if (isLink) state.push("link_close", "a", -1);
}

function attribute(attributes: string, name: string): string {
  const [, , double, single, bare] =
    new RegExp(`(^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(attributes) ?? [];
  return (double ?? single ?? bare ?? "").replace(/\s+/g, " ").trim();
}

const OPENING = /^<details(?:\s[^<>]*)?>\s*/i;
/** Lines of a summary; it is a title. */
const MAX_SUMMARY = 3;
const MAX_DETAILS = 8;

/** `<details>` up to its `</details>`, as the container that `:::details` makes; what is not closed goes to the end. */
function details(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const opening = OPENING.exec(textOf(state, startLine));
  const depth = typeof state.env["details"] === "number" ? state.env["details"] : 0;
  if (opening === null || depth >= MAX_DETAILS) return false;
  if (silent) return true;
  const { last, cut } = detailsEnd(state, startLine, endLine, opening[0].length);
  const { title, line, at } = summary(state, startLine, last, opening[0].length);
  const open = state.push("container_open", "div", 1);
  open.map = [startLine, last + 1];
  open.info = "details";
  open.content = title;
  open.meta = { alert: false };
  open.block = true;
  inside(state, { line, at, last, cut }, () => {
    state.env["details"] = depth + 1;
    state.md.block.tokenize(state, line, last + 1);
    state.env["details"] = depth;
  });
  const close = state.push("container_close", "div", -1);
  close.info = "details";
  close.block = true;
  state.line = Math.min(last + 1, endLine);
  return true;
}

interface Inside {
  readonly line: number;
  readonly at: number;
  readonly last: number;
  /** Where the last line's text ends. */
  readonly cut: number;
}

/** Does something with the block's text cut down to what is between the tags. */
function inside(state: StateBlock, { line, at, last, cut }: Inside, read: () => void): void {
  const { parentType, lineMax } = state;
  const begin = [state.bMarks[line] ?? 0, state.tShift[line] ?? 0, state.sCount[line] ?? 0] as const;
  const end = state.eMarks[last] ?? 0;
  if (at > 0) {
    state.bMarks[line] = at;
    state.tShift[line] = 0;
    state.sCount[line] = state.blkIndent;
  }
  state.eMarks[last] = Math.max(cut, state.bMarks[last] ?? 0);
  state.lineMax = last + 1;
  read();
  [state.bMarks[line], state.tShift[line], state.sCount[line]] = begin;
  state.eMarks[last] = end;
  state.parentType = parentType;
  state.lineMax = lineMax;
}

/** The line with the closing tag and where its text before the tag ends. */
function detailsEnd(
  state: StateBlock,
  startLine: number,
  endLine: number,
  skip: number,
): { last: number; cut: number } {
  let inner = 0;
  for (let line = startLine; line < endLine; line++) {
    const begin = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0) + (line === startLine ? skip : 0);
    const text = state.src.slice(begin, state.eMarks[line]);
    for (const { 0: tag, index } of text.matchAll(/<\/?details(?:\s[^<>]*)?>/gi)) {
      if (!tag.startsWith("</")) inner++;
      else if (inner-- === 0) return { last: line, cut: begin + index };
    }
  }
  return { last: endLine - 1, cut: state.eMarks[endLine - 1] ?? 0 };
}

/** The title, and the line and offset at which the text behind it begins. */
function summary(
  state: StateBlock,
  startLine: number,
  last: number,
  skip: number,
): { title: string; line: number; at: number } {
  const from = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0) + skip;
  const until = state.eMarks[Math.min(last, startLine + MAX_SUMMARY)] ?? from;
  const found = /^\s*<summary(?:\s[^<>]*)?>([\s\S]*?)<\/summary>/i.exec(state.src.slice(from, until));
  if (found === null) return { title: "", line: startLine, at: from };
  const at = from + found[0].length;
  let line = startLine;
  while (line < last && (state.eMarks[line] ?? 0) < at) line++;
  return { title: (found[1] ?? "").replace(/\s+/g, " ").trim(), line, at };
}

function textOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}
