import type { MarkdownIt, StateInline } from "markdown-it";
import { htmlDetails } from "./htmlDetails.ts";

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
/** Tags that play something from an address. */
const PLAYERS = new Set(["iframe", "video", "audio", "embed"]);
/** Tags whose contents are no text. */
const PROGRAMS = new Set(["script", "style"]);
/** Tags that are words, too: `<path>` may stand for a path, but not with attributes or an end. */
const MAYBE_TEXT =
  /^(?:script|style|svg|path|g|defs|rect|circle|ellipse|line|polyline|polygon|use|object|param|header|footer|main|nav|article|aside|form|button|input|label|select|option|time|address|link|meta|cite|col|colgroup|noscript)$/;
const LINE_BREAKS = new Set(["br", "tr"]);
/** How many characters away a closing tag is looked for. */
const MAX_PAIR = 2000;
const TAG = /^<(\/?)([a-z][a-z0-9]{0,11})((?:\s(?:"[^"]*"|'[^']*'|[^<>"'])*)?)\/?>/i;

/**
 * Reads a short list of tags as the Markdown that says the same: `<br>`, `<b>`, `<code>`, `<img>` by its
 * alternative text, `<details>` as `:::details`. Attributes are dropped but for a link's address, which
 * the renderers judge. Whatever is not on the list stays text.
 */
export function rawHtml(md: MarkdownIt): void {
  md.block.ruler.before("container", "details", htmlDetails, { alt: ["paragraph", "reference", "blockquote", "list"] });
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
  if (name === "a" || CODE.has(name) || Object.hasOwn(PAIRS, name)) {
    const close = isOpening ? closeOf(name, state, after) : undefined;
    if (close === undefined) state.pos = after;
    else pair(state, name, attributes, after, close, silent);
    return true;
  }
  if (PLAYERS.has(name)) {
    const address = attribute(attributes, "src");
    if (!silent && isOpening && /^https?:/.test(address))
      link(state, attribute(attributes, "title") || address, address);
    state.pos = after;
    return true;
  }
  const end = isOpening && MAYBE_TEXT.test(name) ? closeOf(name, state, after)?.end : after;
  if (end === undefined && attributes.trim() === "" && !whole.endsWith("/>")) return false;
  if (PROGRAMS.has(name)) {
    state.pos = end ?? after;
    return true;
  }
  if (!(isKnownTag(name) || MAYBE_TEXT.test(name))) return false;
  if (!silent && isOpening) standAlone(state, name, attributes);
  if (!silent && name === "td") state.pending += " ";
  state.pos = after;
  return true;
}

function isKnownTag(name: string): boolean {
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
  const [token = "", tag = ""] = (Object.hasOwn(PAIRS, name) ? PAIRS[name] : undefined) ?? [];
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

/** Links do not nest: the content of this one is text. */
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
