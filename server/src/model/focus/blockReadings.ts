import { endOfLine, startOfLine } from "../../text/span.ts";
import { indentBelow, lineBelow } from "../split/blockLines.ts";
import { type OpenLevel, openLevel, type Reading } from "../split/openLevel.ts";
import { type BlockReader, closeTo } from "./blockReader.ts";

/** The caret is behind a colon, dash or tag with nothing at it. */
export function gapReading(reader: BlockReader, inValue: boolean): readonly Reading[] {
  const top = reader.levels.at(-1);
  const inList = top?.kind === "list" && !inValue;
  if (!inList) return [plainReading(reader, { value: true }, reader.caret, reader.caret)];
  const column = reader.caret - startOfLine(reader.text, reader.caret);
  return [withMap(reader, column, { key: true, value: true }, reader.caret, reader.caret)];
}

export function keyReading(
  reader: BlockReader,
  column: number,
  start: number,
  end: number,
  hasColon: boolean,
): readonly Reading[] {
  const top = reader.levels.at(-1);
  if (top === undefined) return [];
  const quote = /^["']/.exec(reader.text.slice(start, start + 1))?.[0] as "'" | '"' | undefined;
  const inner = quote === undefined ? { start, end } : { start: start + 1, end: end - 1 };
  const base =
    top.kind === "map" && top.column === column
      ? sameMap(reader, { key: true }, start, end)
      : withMap(reader, column, { key: true }, start, end);
  return [{ ...base, hasColon, content: inner, quote: quote ?? "" }];
}

/** A word without a colon: a value, or a key that is being typed. */
export function tokenReading(
  reader: BlockReader,
  column: number,
  start: number,
  end: number,
  inValue: boolean,
): readonly Reading[] {
  if (reader.isOutdented) return inValue ? [] : outdented(reader, column, start, end);
  if (inValue) return [plainReading(reader, { value: true }, start, end)];
  closeTo(reader, column, false);
  const top = reader.levels.at(-1);
  if (top === undefined) return [];
  if (top.column === column) {
    if (top.kind !== "map") return [];
    const value = top.awaits === "value" ? [listReading(reader, start, end)] : [];
    return [sameMap(reader, { key: true }, start, end), ...value];
  }
  if (top.awaits === "value") {
    const accepts = indentBelow(reader.text, reader.caret) > top.column ? { key: true } : { key: true, value: true };
    return [withMap(reader, column, accepts, start, end)];
  }
  return reader.closed?.kind === "map" ? reopened(reader, { key: true }, start, end) : [];
}

/**
 * A word that stands alone as a key of each map around its own, the innermost first. None of a map which the lines below are
 * in: they would be torn from what they belong to.
 */
function outdented(reader: BlockReader, column: number, start: number, end: number): readonly Reading[] {
  const { text, levels } = reader;
  const isAlone = start - startOfLine(text, start) === column && end === endOfLine(text, end);
  closeTo(reader, column, true);
  // Deeper, it goes on with the text of the line above.
  if (!isAlone || levels.at(-1)?.column !== column) return [];
  const below = lineBelow(text, end);
  const least = indentBelow(text, end);
  const hasDash = below >= 0 && /^-(?:\s|$)/.test(text.slice(below + least, below + least + 2));
  const found: Reading[] = [];
  for (levels.pop(); levels.length > 0; levels.pop()) {
    const { kind, column: own } = levels.at(-1) as OpenLevel;
    if (kind !== "map" || own >= column || least > own || (least === own && hasDash)) continue;
    found.push({ ...sameMap(reader, { key: true }, start, end), pad: own - column });
  }
  return found;
}

/** The line below says which column is meant if the caret's own would tear a value from its key. */
export function blank(reader: BlockReader, caretColumn: number): readonly Reading[] {
  const { text, caret, levels } = reader;
  const start = lineBelow(text, caret);
  const below = indentBelow(text, caret);
  const dash = start >= 0 && /^[ \t]*-(?:\s|$)/.test(text.slice(start, start + below + 2));
  const inner = levels.at(-1);
  const opened =
    inner?.awaits === "value" && (below > inner.column || (dash && below === inner.column && inner.kind === "map"));
  const inside = below > caretColumn && levels.some(({ column }) => column === below);
  const column = opened || inside ? below : caretColumn;
  const pad = column - caretColumn;
  const found = inColumn(reader, column);
  if (opened) return aboveValue(found, dash).map((one) => ({ ...one, pad }));
  return pad === 0 ? found : found.map((one) => ({ ...one, pad: one.pad ?? pad }));
}

/** The caret is above an existing value: it gets one more item or key. */
function aboveValue(found: readonly Reading[], dash: boolean): readonly Reading[] {
  const accepts = dash ? { item: true } : { key: true };
  return found.filter((one) => (dash ? one.accepts.item : one.accepts.key)).map((one) => ({ ...one, accepts }));
}

function inColumn(reader: BlockReader, column: number): readonly Reading[] {
  closeTo(reader, column, true);
  const top = reader.levels.at(-1);
  if (top === undefined) return [];
  if (top.column === column) {
    if (top.kind === "map") {
      const list =
        top.awaits === "value" && reader.levels.length > 1 ? [listReading(reader, reader.caret, reader.caret)] : [];
      return [sameMap(reader, { key: true }, reader.caret, reader.caret), ...list];
    }
    const item = plainReading(reader, { item: true }, reader.caret, reader.caret);
    const parent = reader.levels.at(-2);
    reader.levels.pop();
    const inParent =
      parent?.kind === "map" && parent.column === column
        ? [sameMap(reader, { key: true }, reader.caret, reader.caret)]
        : [];
    return [{ ...item, levels: item.levels.slice(0, -1) }, ...inParent];
  }
  if (top.awaits === "value")
    return [withMap(reader, column, { key: true, value: true, item: true }, reader.caret, reader.caret)];
  if (reader.closed?.kind !== "map") return [];
  const pad = reader.closed.column - (reader.caret - startOfLine(reader.text, reader.caret));
  return reopened(reader, { key: true }, reader.caret, reader.caret).map((one) => ({ ...one, pad }));
}

/** A dash in the column of the key above it opens that key's list. */
function listReading(reader: BlockReader, start: number, end: number): Reading {
  return plainReading(reader, { item: true }, start, end);
}

function reopened(reader: BlockReader, accepts: Reading["accepts"], start: number, end: number): readonly Reading[] {
  if (reader.closed !== undefined) reader.levels.push(reader.closed);
  return [sameMap(reader, accepts, start, end)];
}

function sameMap(reader: BlockReader, accepts: Reading["accepts"], start: number, end: number): Reading {
  const base = plainReading(reader, accepts, start, end);
  const top = base.levels.at(-1);
  if (top !== undefined) {
    top.key = undefined;
    top.calls = [];
  }
  return base;
}

/** The caret begins the value of the innermost key or item, which may become a map. */
function withMap(
  reader: BlockReader,
  column: number,
  accepts: Reading["accepts"],
  start: number,
  end: number,
): Reading {
  const base = plainReading(reader, accepts, start, end);
  return { ...base, levels: [...base.levels, openLevel("map", false, column)] };
}

export function plainReading(reader: BlockReader, accepts: Reading["accepts"], start: number, end: number): Reading {
  const span = { start, end };
  return {
    levels: reader.levels.map((level) => ({ ...level })),
    accepts,
    span,
    content: span,
    quote: "",
    hasColon: false,
  };
}
