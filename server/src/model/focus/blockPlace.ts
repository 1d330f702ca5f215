import { endOfLine, startOfLine } from "../../text/span.ts";
import {
  firstCharacter,
  indentOf,
  isBlank,
  isBlankOrEnd,
  keyColon,
  keyEndBefore,
  plainEnd,
  startLines,
  tokenEnd,
} from "../split/blockLines.ts";
import { type OpenLevel, openLevel, quotedEnd, type Reading } from "../split/openLevel.ts";
import { longName } from "../tree/functionNames.ts";
import { type BlockReader, closeTo, openKey, openList, parentColumn, valueBegins } from "./blockReader.ts";
import { blank, gapReading, keyReading, plainReading, tokenReading } from "./blockReadings.ts";
import { flowPlace } from "./flowPlace.ts";

/**
 * What a caret in block YAML may insert, judged by the lines around it and their indentation, so that it holds while the
 * text is broken. The likelier reading first; empty if nothing can be said (comments, keys' indentation).
 * Reads from the start of the caret's entry; never throws.
 *
 * @param isOutdented for the maps around instead: what the word at the caret may be if its line were indented less
 */
export function blockPlace(text: string, caret: number, isOutdented = false): readonly Reading[] {
  const levels: OpenLevel[] = [openLevel("map", false, 0)];
  const reader: BlockReader = { text, caret, levels, isOutdented, closed: undefined };
  const caretLine = startOfLine(text, caret);
  const { header, entry } = startLines(text, caretLine);

  let at = header;
  let readings: readonly Reading[] | undefined;
  while (at <= caretLine && readings === undefined) {
    const next = line(at);
    // Behind `Resources:` reading continues at the entry of the caret.
    at = at === header && entry > next && levels.length === 1 && levels[0]?.awaits === "value" ? entry : next;
  }
  return readings ?? [];

  /** Reads a line (or what begins on it) and gives the start of the next line to read. */
  function line(start: number): number {
    const end = endOfLine(text, start);
    const first = firstCharacter(text, start, end);
    const here = caret >= start && caret <= end;
    const code = text.charCodeAt(first);
    if (first >= end || code === 0x23) {
      if (here) readings = first >= end ? blank(reader, caret - start) : [];
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
        return found(cursor >= end || text.charCodeAt(cursor) === 0x23 ? gapReading(reader, inValue) : [], end);
      if (cursor >= end) return nextLine(end);
      const code = text.charCodeAt(cursor);
      if (code === 0x23 && cursor > from) return here ? found([], end) : nextLine(end);
      if (!inValue && (code === 0x2d || code === 0x3f) && isBlankOrEnd(text, cursor + 1, end)) {
        if (here && caret <= cursor + 1) return found([], end);
        closeTo(reader, column, true);
        openList(reader, column);
        cursor++;
        column++;
        continue;
      }
      const colon = inValue ? -1 : keyColon(text, cursor, end);
      if (colon >= 0) {
        const keyEnd = keyEndBefore(text, cursor, colon);
        closeTo(reader, column, false);
        if (here && caret <= keyEnd) return found(keyReading(reader, column, cursor, keyEnd, true), end);
        if (here && caret === colon + 1 && caret === end) {
          // `- s3:` may also be a value that is not complete.
          const inList = levels.at(-1)?.kind === "list";
          const whole = inList ? tokenReading(reader, column, cursor, caret, false) : [];
          openKey(reader, column, cursor, keyEnd);
          return found(
            [...gapReading(reader, true), ...whole.map((one) => ({ ...one, accepts: { value: true } }))],
            end,
          );
        }
        openKey(reader, column, cursor, keyEnd);
        cursor = colon + 1;
        inValue = true;
        if (here && caret <= colon) return found([], end);
        continue;
      }
      if (code === 0x21) {
        const tagEnd = tokenEnd(text, cursor, end);
        if (here && caret <= tagEnd) return found(tokenReading(reader, column, cursor, tagEnd, inValue), end);
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

  function block(end: number, here: boolean): number {
    const parent = parentColumn(reader);
    let at = nextLine(end);
    const contentStart = Math.min(at, text.length);
    let last = end;
    let indent = -1;
    while (at <= text.length) {
      const stop = endOfLine(text, at);
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
            : [
                {
                  ...plainReading(reader, { text: true }, caret, caret),
                  content: { start: contentStart, end: textEnd(stop) },
                },
              ];
        return at;
      }
      at = nextLine(stop);
    }
    valueBegins(reader);
    if (here) readings = [];
    return nextLine(last);

    function textEnd(from: number): number {
      let behind = from;
      for (let next = nextLine(from); next <= text.length; ) {
        const stop = endOfLine(text, next);
        const first = firstCharacter(text, next, stop);
        if (first < stop && first - next <= parent) break;
        if (first < stop) behind = stop;
        next = nextLine(stop);
      }
      return behind;
    }
  }

  function flow(start: number): number {
    const depth = levels.length;
    const { end, reading } = flowPlace(text, start, caret, flowLimit(start), levels);
    if (reading !== undefined) readings = [reading];
    levels.length = Math.min(levels.length, depth);
    valueBegins(reader);
    const rest = endOfLine(text, end);
    if (readings === undefined && caret >= start && caret <= rest) readings = [];
    return nextLine(rest);
  }

  /** The end of brackets that are not closed: the next line that is not indented more than their parent. */
  function flowLimit(start: number): number {
    const parent = parentColumn(reader);
    let at = nextLine(endOfLine(text, start));
    while (at <= text.length) {
      const stop = endOfLine(text, at);
      const first = firstCharacter(text, at, stop);
      const code = text.charCodeAt(first);
      if (first < stop && first - at <= parent && code !== 0x5d && code !== 0x7d) return at - 1;
      at = nextLine(stop);
    }
    return text.length;
  }

  function quoted(start: number, column: number, inValue: boolean): number {
    const { end: full, closed: complete } = quotedEnd(text, start, text.length);
    const sameLine = endOfLine(text, start);
    const end = complete && (full <= sameLine || multiLine(start, full)) ? full : sameLine;
    const isClosed = end === full && complete;
    if (caret > start && caret <= end && !(isClosed && caret === end)) {
      const inner = { start: start + 1, end: isClosed ? end - 1 : end };
      const [first] = tokenReading(reader, column, start, end, inValue);
      readings = first === undefined ? [] : [{ ...first, content: inner, quote: text[start] as "'" | '"' }];
    } else if (caret >= start && caret <= endOfLine(text, end)) readings = [];
    valueBegins(reader);
    return nextLine(endOfLine(text, end));
  }

  /** Whether a quoted scalar really goes over several lines: its lines are indented. */
  function multiLine(start: number, end: number): boolean {
    const parent = parentColumn(reader);
    return text
      .slice(start, end)
      .split("\n")
      .slice(1)
      .every((part) => part.trim() === "" || indentOf(part) > parent);
  }

  function plain(start: number, column: number, end: number, inValue: boolean, here: boolean): number {
    const stop = plainEnd(text, start, end);
    if (here && caret <= stop) return found(tokenReading(reader, column, start, stop, inValue), end);
    if (here) return found([], end);
    if (!inValue) closeTo(reader, column, false);
    const top = levels.at(-1);
    if (top !== undefined && (inValue || top.column < column)) top.awaits = "key";
    return nextLine(end);
  }
}
