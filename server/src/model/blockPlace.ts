import { flowPlace } from "./flowPlace.ts";
import { longName } from "./functionNames.ts";
import { lineEnd, lineStart, type Member, type OpenLevel, openLevel, quotedEnd, type Reading } from "./openLevel.ts";

/**
 * What a caret in block YAML may insert, judged by the lines around it and their indentation, so that it holds while the
 * text is broken. The likelier reading first; empty where nothing can be said (comments, keys' indentation).
 * Reads from the start of the caret's entry; never throws.
 */
export function blockPlace(text: string, caret: number): readonly Reading[] {
  const levels: OpenLevel[] = [openLevel("map", false, 0)];
  /** The last level that a shallower caret has closed. */
  let closed: OpenLevel | undefined;
  const caretLine = lineStart(text, caret);
  const { header, entry } = startLines(text, caretLine);

  let at = header;
  let readings: readonly Reading[] | undefined;
  while (at <= caretLine && readings === undefined) {
    const next = line(at);
    // Behind `Resources:` reading goes on at the entry of the caret.
    at = at === header && entry > next && levels.length === 1 && levels[0]?.awaits === "value" ? entry : next;
    if (next >= text.length && at >= caretLine) break;
  }
  return readings ?? [];

  /** Reads a line (or what begins on it) and gives the start of the next line to read. */
  function line(start: number): number {
    const end = lineEnd(text, start);
    const first = firstCharacter(text, start, end);
    const here = caret >= start && caret <= end;
    const code = text.charCodeAt(first);
    if (first >= end || code === 0x23) {
      if (here) readings = first >= end ? blank(caret - start) : [];
      return nextLine(end);
    }
    if (here && caret < first) {
      readings = [];
      return nextLine(end);
    }
    if (first === start && /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(start, start + 4))) {
      levels.length = 1;
      levels[0] = openLevel("map", false, 0);
      return nextLine(end);
    }
    return content(first, first - start, end, here);
  }

  function content(from: number, fromColumn: number, end: number, here: boolean): number {
    let cursor = from;
    let column = fromColumn;
    let inValue = false;
    for (;;) {
      const gapStart = cursor;
      while (cursor < end && isBlank(text.charCodeAt(cursor))) cursor++;
      if (!inValue) column += cursor - gapStart;
      if (here && cursor > from && caret >= gapStart && (caret < cursor || cursor >= end))
        return found(cursor >= end || text.charCodeAt(cursor) === 0x23 ? gapReading(inValue) : [], end);
      if (cursor >= end) return nextLine(end);
      const code = text.charCodeAt(cursor);
      if (code === 0x23 && cursor > from) return here ? found([], end) : nextLine(end);
      if (!inValue && (code === 0x2d || code === 0x3f) && isBlankOrEnd(text, cursor + 1, end)) {
        if (here && caret <= cursor + 1) return found([], end);
        closeTo(column, true);
        openList(column);
        cursor++;
        column++;
        continue;
      }
      const colon = inValue ? -1 : keyColon(text, cursor, end);
      if (colon >= 0) {
        const { keyEnd } = keySpan(text, cursor, colon);
        closeTo(column, false);
        if (here && caret <= keyEnd) return found(keyReading(column, cursor, keyEnd, true), end);
        if (here && caret === colon + 1 && caret === end) {
          // `- s3:` may also be a value that is not complete.
          const inList = levels.at(-1)?.kind === "list";
          const whole = inList ? tokenReading(column, cursor, caret, false) : [];
          openKey(column, cursor, keyEnd);
          return found([...gapReading(true), ...whole.map((one) => ({ ...one, accepts: { value: true } }))], end);
        }
        openKey(column, cursor, keyEnd);
        cursor = colon + 1;
        inValue = true;
        if (here && caret <= colon) return found([], end);
        continue;
      }
      if (code === 0x21) {
        const tagEnd = tokenEnd(text, cursor, end);
        if (here && caret <= tagEnd) return found(tokenReading(column, cursor, tagEnd, inValue), end);
        levels.at(-1)?.calls.push(longName(text.slice(cursor, tagEnd)));
        cursor = tagEnd;
        inValue = true;
        continue;
      }
      if (code === 0x26) {
        cursor = tokenEnd(text, cursor, end);
        continue;
      }
      if ((code === 0x7c || code === 0x3e) && /^[|>][-+0-9]*[ \t]*(?:#.*)?$/.test(text.slice(cursor, end)))
        return block(end, here);
      if (code === 0x5b || code === 0x7b) return flow(cursor);
      if (code === 0x22 || code === 0x27) return quoted(cursor, column, inValue);
      return plain(cursor, column, end, inValue, here);
    }
  }

  function found(result: readonly Reading[], end: number): number {
    readings = result;
    return nextLine(end);
  }

  function nextLine(end: number): number {
    const newline = text.indexOf("\n", end);
    return newline < 0 ? text.length + 1 : newline + 1;
  }

  /** Closes what is deeper than `column`. */
  function closeTo(column: number, dash: boolean): void {
    closed = undefined;
    for (let top = levels.at(-1); top !== undefined && levels.length > 1; top = levels.at(-1)) {
      if (top.column < column || (top.column === column && (top.kind === "map" || dash))) return;
      closed = levels.pop();
    }
  }

  function openKey(column: number, start: number, end: number): void {
    let top = levels.at(-1);
    if (top === undefined || top.kind !== "map" || top.column !== column) {
      valueBegins();
      top = openLevel("map", false, column);
      levels.push(top);
    }
    const name = unquoted(text.slice(start, end));
    top.before.push({ name, start, end });
    top.key = name;
    top.calls = [];
    top.awaits = "value";
  }

  function openList(column: number): void {
    const top = levels.at(-1);
    if (top?.kind === "list" && top.column === column) {
      top.index++;
      top.calls = [];
      top.awaits = "value";
      return;
    }
    valueBegins();
    levels.push(openLevel("list", false, column));
  }

  /** The value that the innermost level waited for is there. */
  function valueBegins(): void {
    const top = levels.at(-1);
    if (top !== undefined) top.awaits = "key";
  }

  function block(end: number, here: boolean): number {
    const parent = parentColumn();
    let at = nextLine(end);
    const contentStart = Math.min(at, text.length);
    let last = end;
    let indent = -1;
    while (at <= text.length) {
      const stop = lineEnd(text, at);
      const first = firstCharacter(text, at, stop);
      if (first < stop) {
        if (first - at <= parent) break;
        if (indent < 0) indent = first - at;
        last = stop;
      } else if (caret >= at && caret <= stop && caret - at > parent) last = stop;
      if (caret >= at && caret <= stop && last === stop) {
        readings =
          first < stop && caret < first
            ? []
            : [{ ...plainReading({ text: true }, caret, caret), content: { start: contentStart, end: textEnd(stop) } }];
        return at;
      }
      at = nextLine(stop);
    }
    valueBegins();
    if (here) readings = [];
    return nextLine(last);

    function textEnd(from: number): number {
      let behind = from;
      for (let next = nextLine(from); next <= text.length; ) {
        const stop = lineEnd(text, next);
        const first = firstCharacter(text, next, stop);
        if (first < stop && first - next <= parent) break;
        if (first < stop) behind = stop;
        next = nextLine(stop);
      }
      return behind;
    }
  }

  /** The column that the value of the innermost key or dash must exceed. */
  function parentColumn(): number {
    return levels.at(-1)?.column ?? -1;
  }

  function flow(start: number): number {
    const depth = levels.length;
    const { end, reading } = flowPlace(text, start, caret, flowLimit(start), levels);
    if (reading !== undefined) readings = [reading];
    levels.length = Math.min(levels.length, depth);
    valueBegins();
    const rest = lineEnd(text, end);
    if (readings === undefined && caret >= start && caret <= rest) readings = [];
    return nextLine(rest);
  }

  /** Where brackets that are not closed end: at the next line that is not indented more than their parent. */
  function flowLimit(start: number): number {
    const parent = parentColumn();
    let at = nextLine(lineEnd(text, start));
    while (at <= text.length) {
      const stop = lineEnd(text, at);
      const first = firstCharacter(text, at, stop);
      const code = text.charCodeAt(first);
      if (first < stop && first - at <= parent && code !== 0x5d && code !== 0x7d) return at - 1;
      at = nextLine(stop);
    }
    return text.length;
  }

  function quoted(start: number, column: number, inValue: boolean): number {
    const { end: full, closed: complete } = quotedEnd(text, start, text.length);
    const sameLine = lineEnd(text, start);
    const end = complete && (full <= sameLine || multiLine(start, full)) ? full : sameLine;
    const isClosed = end === full && complete;
    if (caret > start && caret <= end && !(isClosed && caret === end)) {
      const inner = { start: start + 1, end: isClosed ? end - 1 : end };
      const [first] = tokenReading(column, start, end, inValue);
      readings = first === undefined ? [] : [{ ...first, content: inner, quote: text[start] as "'" | '"' }];
    } else if (caret >= start && caret <= lineEnd(text, end)) readings = [];
    valueBegins();
    return nextLine(lineEnd(text, end));
  }

  /** Whether a quoted scalar really goes over several lines: its lines are indented. */
  function multiLine(start: number, end: number): boolean {
    const parent = parentColumn();
    return text
      .slice(start, end)
      .split("\n")
      .slice(1)
      .every((part) => part.trim() === "" || indentOf(part) > parent);
  }

  function plain(start: number, column: number, end: number, inValue: boolean, here: boolean): number {
    const stop = plainEnd(text, start, end);
    if (here && caret <= stop) return found(tokenReading(column, start, stop, inValue), end);
    if (here) return found([], end);
    if (!inValue) closeTo(column, false);
    const top = levels.at(-1);
    if (top !== undefined && (inValue || top.column < column)) top.awaits = "key";
    return nextLine(end);
  }

  /** The caret stands behind a colon, dash or tag with nothing at it. */
  function gapReading(inValue: boolean): readonly Reading[] {
    const top = levels.at(-1);
    const inList = top?.kind === "list" && !inValue;
    if (!inList) return [plainReading({ value: true }, caret, caret)];
    const column = caret - lineStart(text, caret);
    return [withMap(column, { key: true, value: true }, caret, caret)];
  }

  function keyReading(column: number, start: number, end: number, hasColon: boolean): readonly Reading[] {
    const top = levels.at(-1);
    if (top === undefined) return [];
    const quote = /^["']/.exec(text.slice(start, start + 1))?.[0] as "'" | '"' | undefined;
    const inner = quote === undefined ? { start, end } : { start: start + 1, end: end - 1 };
    const base =
      top.kind === "map" && top.column === column
        ? sameMap({ key: true }, start, end)
        : withMap(column, { key: true }, start, end);
    return [{ ...base, hasColon, content: inner, quote: quote ?? "" }];
  }

  /** A word without a colon: a value, or a key that is being typed. */
  function tokenReading(column: number, start: number, end: number, inValue: boolean): readonly Reading[] {
    if (inValue) return [plainReading({ value: true }, start, end)];
    closeTo(column, false);
    const top = levels.at(-1);
    if (top === undefined) return [];
    if (top.column === column) {
      if (top.kind !== "map") return [];
      const value = top.awaits === "value" ? [listReading(start, end)] : [];
      return [sameMap({ key: true }, start, end), ...value];
    }
    if (top.awaits === "value") {
      const accepts = indentBelow(text, caret) > top.column ? { key: true } : { key: true, value: true };
      return [withMap(column, accepts, start, end)];
    }
    return closed?.kind === "map" ? reopened({ key: true }, start, end) : [];
  }

  /** The line below says which column is meant where the caret's own would tear a value from its key. */
  function blank(caretColumn: number): readonly Reading[] {
    const below = indentBelow(text, caret);
    const inner = levels.at(-1);
    const opened = inner?.awaits === "value" && below > inner.column;
    const inside = below > caretColumn && levels.some(({ column }) => column === below);
    const column = opened || inside ? below : caretColumn;
    const pad = column - caretColumn;
    if (opened) return inOpened(column, pad);
    return pad === 0 ? inColumn(column) : inColumn(column).map((one) => ({ ...one, pad: one.pad ?? pad }));
  }

  /** The caret is above a value that is there: it gets one more key or item. */
  function inOpened(column: number, pad: number): readonly Reading[] {
    const dash = /^[ \t]*-(?:\s|$)/.test(text.slice(lineBelow(text, caret)));
    return inColumn(column).map((one) => ({ ...one, accepts: dash ? { item: true } : { key: true }, pad }));
  }

  function inColumn(column: number): readonly Reading[] {
    closeTo(column, true);
    const top = levels.at(-1);
    if (top === undefined) return [];
    if (top.column === column) {
      if (top.kind === "map") {
        const list = top.awaits === "value" && levels.length > 1 ? [listReading(caret, caret)] : [];
        return [sameMap({ key: true }, caret, caret), ...list];
      }
      const item = plainReading({ item: true }, caret, caret);
      const parent = levels.at(-2);
      levels.pop();
      const inParent = parent?.kind === "map" && parent.column === column ? [sameMap({ key: true }, caret, caret)] : [];
      return [{ ...item, levels: item.levels.slice(0, -1) }, ...inParent];
    }
    if (top.awaits === "value") return [withMap(column, { key: true, value: true, item: true }, caret, caret)];
    if (closed?.kind !== "map") return [];
    const pad = closed.column - (caret - lineStart(text, caret));
    return reopened({ key: true }, caret, caret).map((one) => ({ ...one, pad }));
  }

  /** A dash in the column of the key above it opens that key's list. */
  function listReading(start: number, end: number): Reading {
    return plainReading({ item: true }, start, end);
  }

  function reopened(accepts: Reading["accepts"], start: number, end: number): readonly Reading[] {
    if (closed !== undefined) levels.push(closed);
    return [sameMap(accepts, start, end)];
  }

  function sameMap(accepts: Reading["accepts"], start: number, end: number): Reading {
    const base = plainReading(accepts, start, end);
    const top = base.levels.at(-1);
    if (top !== undefined) {
      top.key = undefined;
      top.calls = [];
    }
    return base;
  }

  /** The caret begins the value of the innermost key or item, which may become a map. */
  function withMap(column: number, accepts: Reading["accepts"], start: number, end: number): Reading {
    const base = plainReading(accepts, start, end);
    return { ...base, levels: [...base.levels, openLevel("map", false, column)] };
  }

  function plainReading(accepts: Reading["accepts"], start: number, end: number): Reading {
    const span = { start, end };
    return { levels: levels.map((level) => ({ ...level })), accepts, span, content: span, quote: "", hasColon: false };
  }
}

/** The top-level key above a line, and the last line above it with the least indentation: its entry. */
function startLines(text: string, caretLine: number): { header: number; entry: number } {
  let header = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let entry = caretLine;
  let least = Number.POSITIVE_INFINITY;
  for (let at = caretLine; at > 0; ) {
    const previous = lineStart(text, at - 1);
    const end = lineEnd(text, previous);
    const first = firstCharacter(text, previous, end);
    const code = text.charCodeAt(first);
    if (first < end && code !== 0x23) {
      const indent = first - previous;
      if (indent === 0 && !(code === 0x2d && isBlankOrEnd(text, first + 1, end))) {
        header = previous;
        break;
      }
      if (indent < least) {
        least = indent;
        entry = previous;
      }
    }
    at = previous;
  }
  return { header, entry: Math.max(entry, header) };
}

/** The indentation of the next line below that has content; -1 where there is none. */
function indentBelow(text: string, from: number): number {
  const start = lineBelow(text, from);
  return start < 0 ? -1 : firstCharacter(text, start, lineEnd(text, start)) - start;
}

/** The start of the next line that has content; -1 where there is none. */
function lineBelow(text: string, from: number): number {
  for (let at = text.indexOf("\n", from) + 1; at > 0 && at < text.length; at = text.indexOf("\n", at) + 1) {
    const end = lineEnd(text, at);
    const first = firstCharacter(text, at, end);
    if (first < end && text.charCodeAt(first) !== 0x23) return at;
  }
  return -1;
}

/** The keys of a block map that stand behind the line of `from`. */
export function blockMembersAfter(text: string, from: number, column: number): readonly Member[] {
  const members: Member[] = [];
  for (let at = text.indexOf("\n", from) + 1; at > 0 && at < text.length; ) {
    const end = lineEnd(text, at);
    const first = firstCharacter(text, at, end);
    if (first < end && text.charCodeAt(first) !== 0x23) {
      const indent = first - at;
      if (indent < column) break;
      const colon = indent === column ? keyColon(text, first, end) : -1;
      if (colon >= 0) {
        const { keyEnd } = keySpan(text, first, colon);
        members.push({ name: unquoted(text.slice(first, keyEnd)), start: first, end: keyEnd });
      }
    }
    at = text.indexOf("\n", end) + 1;
  }
  return members;
}

/** The offset of the colon where a key stands at `start`, else -1. */
function keyColon(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  let at = start;
  if (code === 0x22 || code === 0x27) {
    const quoted = quotedEnd(text, start, end);
    if (!quoted.closed) return -1;
    at = quoted.end;
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    return text.charCodeAt(at) === 0x3a && isBlankOrEnd(text, at + 1, end) ? at : -1;
  }
  if (/[!&*|>%@`[\]{},#]/.test(text.charAt(start))) return -1;
  for (; at < end; at++) {
    const next = text.charCodeAt(at);
    // `Fn::` and `AWS::` at the end of a line are being typed.
    if (next === 0x3a && isBlankOrEnd(text, at + 1, end)) return text.charCodeAt(at - 1) === 0x3a ? -1 : at;
    if (next === 0x23 && isBlank(text.charCodeAt(at - 1))) return -1;
  }
  return -1;
}

function keySpan(text: string, start: number, colon: number): { keyEnd: number } {
  let keyEnd = colon;
  while (keyEnd > start && isBlank(text.charCodeAt(keyEnd - 1))) keyEnd--;
  return { keyEnd };
}

function plainEnd(text: string, start: number, end: number): number {
  const comment = text.slice(start, end).search(/\s#/);
  let stop = comment < 0 ? end : start + comment;
  while (stop > start && isBlank(text.charCodeAt(stop - 1))) stop--;
  return stop;
}

function tokenEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isBlank(text.charCodeAt(at))) at++;
  return at;
}

function firstCharacter(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}

function unquoted(key: string): string {
  return /^(["']).*\1$/.test(key) ? key.slice(1, -1) : key;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d;
}

function isBlankOrEnd(text: string, at: number, end: number): boolean {
  return at >= end || isBlank(text.charCodeAt(at));
}
