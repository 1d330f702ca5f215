import type { Token } from "markdown-it";
import { fileBeside, linkKind } from "../reading/markdown/links.ts";
import { imageText } from "./renderTokens.ts";

/**
 * Inline tokens as CommonMark, one string per line. Bold keeps working beside Japanese punctuation; images, and links
 * that may not be followed, become their text. `uri` is the note's, for relative links.
 */
export function inlineMarkdown(tokens: readonly Token[], uri: string): string[] {
  const root: Span = { open: undefined, text: "" };
  const open: Span[] = [root];
  for (const [index, token] of tokens.entries()) {
    const top = open.at(-1) ?? root;
    if (token.nesting > 0) open.push({ open: token, text: "" });
    else if (token.nesting < 0) {
      if (open.length < 2) continue;
      open.pop();
      const parent = open.at(-1) ?? root;
      parent.text += closeSpan(top, parent.text, followedBy(tokens, index + 1), uri);
    } else top.text += leaf(token);
  }
  return root.text
    .replace(/^\s+|\s+$/g, "")
    .split("\n")
    .map((line, index, lines) => safeStart(line.trim()) + (index < lines.length - 1 ? "  " : ""));
}

/** Text in which Markdown sees no markup. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]|~$]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** Neither white space nor punctuation, and invisible. */
const NOTHING = "\u200b";

interface Span {
  readonly open: Token | undefined;
  text: string;
}

function leaf(token: Token): string {
  switch (token.type) {
    case "text":
    case "text_special":
      return escapeMarkdown(token.content);
    case "code_inline":
      return code(token.content);
    case "image":
      return escapeMarkdown(imageText(token));
    case "task_box":
      return token.content;
    case "callout":
      return `**${token.content}**`;
    case "softbreak":
    case "hardbreak":
      return "\n";
    case "footnote_ref":
      return `\\[${Number(token.meta?.["id"]) + 1}\\]`;
    default:
      return "";
  }
}

function closeSpan({ open, text }: Span, before: string, after: string, uri: string): string {
  if (text.trim() === "") return text;
  switch (open?.type) {
    case "strong_open":
    case "mark_open":
      return emphasis("**", text, before, after);
    case "em_open":
      return emphasis("*", text, before, after);
    case "s_open":
      return `~~${text}~~`;
    case "link_open":
      return link(text, String(open.attrGet("href") ?? ""), uri);
    default:
      return text;
  }
}

/**
 * A delimiter opens before punctuation only if white space or punctuation stands before it, and closes likewise:
 * `**用語（term）**は` stays as it is written unless something else stands inside the bold.
 */
function emphasis(sign: string, text: string, before: string, after: string): string {
  const inner = text.trim();
  const isBound = (outside: string, inside: string): boolean =>
    isPunctuation(inside) && outside !== "" && !/^[\s]$/.test(outside) && !isPunctuation(outside);
  const start = isBound(before.at(-1) ?? "", inner.at(0) ?? "") ? NOTHING : "";
  const end = isBound(after, inner.at(-1) ?? "") ? NOTHING : "";
  const [left] = /^\s*/.exec(text) ?? [""];
  const [right] = /\s*$/.exec(text) ?? [""];
  return `${left}${sign}${start}${inner}${end}${sign}${right}`;
}

function isPunctuation(character: string): boolean {
  return /^[\p{P}\p{S}]$/u.test(character);
}

/** The first character of the following text, as it will be written. */
function followedBy(tokens: readonly Token[], from: number): string {
  for (const token of tokens.slice(from, from + 4)) {
    if (token.nesting < 0) continue;
    const text = token.nesting > 0 ? "*" : leaf(token);
    if (text !== "") return [...text][0] ?? "";
  }
  return "";
}

function link(text: string, href: string, uri: string): string {
  const target = linkKind(href) === "web" ? href : fileBeside(uri, href);
  if (target === undefined) return text;
  return `[${text.replaceAll("\n", " ")}](${target.replace(/[\s()<>\\]/g, (character) => encodeURIComponent(character).replace("(", "%28").replace(")", "%29"))})`;
}

function code(content: string): string {
  const runs = (content.match(/`+/g) ?? []).map((run) => run.length);
  const sign = "`".repeat(Math.max(0, ...runs) + 1);
  const pad = /^`|`$/.test(content) || /^ .* $/.test(content) ? " " : "";
  return `${sign}${pad}${content}${pad}${sign}`;
}

/** A line whose start can't be read as a list, heading or quote. */
function safeStart(line: string): string {
  return line.replace(/^([#+=-])/, "\\$1").replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
