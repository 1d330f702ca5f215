import { isJsonSpace } from "../json/jsonText.ts";
import { type Member, type OpenLevel, openLevel, quotedEnd, type Reading } from "../split/openLevel.ts";
import { longName } from "../tree/functionNames.ts";

export interface FlowResult {
  /** The offset behind the closing bracket, or the limit. */
  readonly end: number;
  readonly reading: Reading | undefined;
}

/**
 * Reads flow style (JSON, or brackets in YAML) from an opening bracket up to its end or to the caret.
 * `levels` grows by what is open; if the caret is met, the reading holds a copy of it. Linear, never throws.
 *
 * @param depth how many of the levels lie outside; fewer than there are if reading begins within some
 */
export function flowPlace(
  text: string,
  start: number,
  caret: number,
  limit: number,
  levels: OpenLevel[],
  depth: number = levels.length,
): FlowResult {
  const column = levels.at(-1)?.column ?? 0;
  let at = start;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (levels.length > depth && caret <= at) return { end: at, reading: gap(text, caret, levels) };
    const top = levels.at(-1);
    if (code === 0x7b || code === 0x5b) {
      levels.push(openLevel(code === 0x7b ? "map" : "list", true, column));
      at++;
    } else if (code === 0x7d || code === 0x5d) {
      levels.pop();
      at++;
      const outer = levels.at(-1);
      if (levels.length <= depth || outer === undefined) return { end: at, reading: undefined };
      closeValue(outer, at);
    } else if (isJsonSpace(code)) at++;
    else if (code === 0x23 && isJsonSpace(text.charCodeAt(at - 1))) at = endOfLine(text, at, limit);
    else if (top === undefined) return { end: at, reading: undefined };
    else if (code === 0x2c) {
      top.awaits = top.kind === "map" ? "key" : "value";
      top.calls = [];
      if (top.kind === "list") top.index++;
      at++;
    } else if (code === 0x3a && top.kind === "map") {
      if (caret === at) return { end: at, reading: undefined };
      top.awaits = "value";
      at++;
    } else {
      const token = tokenAt(text, at, limit, caret);
      if (caret <= token.end && caret > token.start - 1 && !(token.quoted && token.closed && caret === token.end)) {
        return { end: token.end, reading: inToken(text, token, levels, top) };
      }
      at = Math.max(at + 1, take(text, token, top));
    }
  }
  if (caret > limit) return { end: limit, reading: undefined };
  return { end: limit, reading: levels.length > depth ? gap(text, caret, levels) : undefined };
}

/** The key at `start`. */
export function flowKeyAt(text: string, start: number): Member {
  const { end, quoted, closed } = tokenAt(text, start, text.length);
  return { name: wordOf(text, start, end, quoted, closed), start, end };
}

function wordOf(text: string, start: number, end: number, quoted: boolean, closed: boolean): string {
  return quoted ? text.slice(start + 1, closed ? end - 1 : end) : text.slice(start, end);
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  readonly closed: boolean;
}

function tokenAt(text: string, start: number, limit: number, caret = -1): Token {
  const code = text.charCodeAt(start);
  if (code === 0x22 || code === 0x27) {
    const { end, closed } = quotedEnd(text, start, Math.min(limit, endOfLine(text, start, limit)));
    if (closed && endsToken(text, end)) return { start, end, quoted: true, closed };
    // No closing quote, or one that opens the next string: the token ends with its line or before a bracket.
    const rest = text.slice(start + 1, endOfLine(text, start, limit));
    const length = /^(?:\$\{[^}\n]*\}?|::|:(?!\s|$)|[^,:}\]{"])*/.exec(rest)?.[0].trimEnd().length ?? 0;
    const stop = start + 1 + length;
    // `"s3:` with the caret behind it.
    return { start, end: caret === stop + 1 && text[stop] === ":" ? caret : stop, quoted: true, closed: false };
  }
  let at = start;
  for (; at < limit; at++) {
    const next = text.charCodeAt(at);
    if (
      next === 0x2c ||
      next === 0x5b ||
      next === 0x5d ||
      next === 0x7b ||
      next === 0x7d ||
      next === 0x0a ||
      next === 0x0d
    )
      break;
    if (next === 0x3a && /^(?:[\s,[\]{}"]|$)/.test(text.charAt(at + 1))) break;
    if (code === 0x21 && next === 0x20) break;
    if (next === 0x20 && text.charCodeAt(at + 1) === 0x23) break;
  }
  while (at > start && isJsonSpace(text.charCodeAt(at - 1))) at--;
  return { start, end: at, quoted: false, closed: true };
}

/** Whether the text behind a closing quote may follow a string. */
function endsToken(text: string, end: number): boolean {
  let at = end;
  while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09) at++;
  // An apostrophe that an editor closed may be left over.
  return at >= text.length || ENDS.has(text.charCodeAt(at)) || text.charCodeAt(end) === 0x27;
}

/** `,` `:` `}` `]` `#` and line breaks. */
const ENDS: ReadonlySet<number> = new Set([0x2c, 0x3a, 0x7d, 0x5d, 0x23, 0x0a, 0x0d]);

/** Takes a token before the caret; gives the offset behind it. */
function take(text: string, { start, end, quoted, closed }: Token, top: OpenLevel): number {
  if (text.charCodeAt(start) === 0x21) {
    top.calls.push(longName(text.slice(start, end)));
    return end;
  }
  const word = wordOf(text, start, end, quoted, closed);
  if (top.kind === "map" && top.awaits !== "value") {
    top.key = word;
    top.calls = [];
    top.awaits = "colon";
    top.before.push({ name: word, start, end });
  } else closeValue(top, end);
  return end;
}

function closeValue(level: OpenLevel, end: number): void {
  level.awaits = "comma";
  level.valueEnd = end;
}

function inToken(text: string, token: Token, levels: OpenLevel[], top: OpenLevel): Reading {
  const { start, end, quoted, closed } = token;
  const content = quoted ? { start: start + 1, end: closed ? end - 1 : end } : { start, end };
  const quote = quoted ? (text[start] as '"' | "'") : "";
  const asKey = top.kind === "map" && top.awaits !== "value";
  return reading(text, levels, asKey, { start, end }, content, quote, end);
}

/** The caret is between tokens. */
function gap(text: string, caret: number, levels: OpenLevel[]): Reading | undefined {
  const top = levels.at(-1);
  if (top === undefined || top.awaits === "colon") return undefined;
  const span = { start: caret, end: caret };
  if (top.awaits === "comma" && !text.slice(top.valueEnd, caret).includes("\n")) return undefined;
  // A value behind the caret is not replaced, and none goes beside it.
  if (top.kind === "map" && top.awaits === "value" && /^[ \t]*[^\s,}\]]/.test(text.slice(caret, caret + 200)))
    return undefined;
  return reading(text, levels, top.kind === "map" && top.awaits !== "value", span, span, "", caret);
}

function reading(
  text: string,
  levels: readonly OpenLevel[],
  asKey: boolean,
  span: Reading["span"],
  content: Reading["content"],
  quote: Reading["quote"],
  end: number,
): Reading {
  const copy = levels.map((level) => ({ ...level }));
  const top = copy.at(-1);
  const commaBefore = top?.awaits === "comma" ? top.valueEnd : undefined;
  if (asKey && top !== undefined) {
    top.key = undefined;
    top.calls = [];
  } else if (top?.kind === "list" && commaBefore !== undefined) top.index++;
  const ahead = /^\s*(.)/.exec(text.slice(end, end + 2000))?.[1] ?? "";
  return {
    levels: copy,
    accepts: asKey ? { key: true } : { value: true },
    span,
    content,
    quote,
    hasColon: asKey && ahead === ":",
    ...(commaBefore !== undefined && { commaBefore }),
    commaAfter: /["'{[\w!]/.test(ahead) && (asKey || top?.kind === "list" || ahead === '"'),
  };
}

/**
 * The keys that follow `from` in the collection `up` levels further out (0: the innermost one).
 * @param limit the offset to stop at
 */
export function flowMembersAfter(text: string, from: number, up: number, limit: number): readonly Member[] {
  const members: Member[] = [];
  let relative = 0;
  for (let at = from; at < limit; ) {
    const code = text.charCodeAt(at);
    if (code === 0x7b || code === 0x5b) relative++;
    else if (code === 0x7d || code === 0x5d) {
      if (--relative < -up) break;
    } else if (!isJsonSpace(code) && code !== 0x2c && code !== 0x3a) {
      const { start, end, quoted, closed } = tokenAt(text, at, limit);
      if (relative === -up && /^\s*:/.test(text.slice(end, end + 40))) {
        members.push({ name: wordOf(text, start, end, quoted, closed), start, end });
      }
      at = Math.max(end, at + 1);
      continue;
    }
    at++;
  }
  return members;
}

function endOfLine(text: string, at: number, limit: number): number {
  const newline = text.indexOf("\n", at);
  const end = newline < 0 || newline > limit ? limit : newline;
  return end > at && text.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
}
