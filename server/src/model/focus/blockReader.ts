import { unquoted } from "../split/blockLines.ts";
import { type OpenLevel, openLevel } from "../split/openLevel.ts";

/** The state of reading block YAML: the offset, and the open levels. */
export interface BlockReader {
  readonly text: string;
  readonly caret: number;
  readonly levels: OpenLevel[];
  /** Whether a word that stands alone is read as a key of the maps around its own. */
  readonly isOutdented: boolean;
  /** The last level that a shallower line has closed. */
  closed: OpenLevel | undefined;
}

/** Closes the levels that are deeper than `column`. */
export function closeTo(reader: BlockReader, column: number, dash: boolean): void {
  reader.closed = undefined;
  for (let top = reader.levels.at(-1); top !== undefined && reader.levels.length > 1; top = reader.levels.at(-1)) {
    if (top.column < column || (top.column === column && (top.kind === "map" || dash))) return;
    reader.closed = reader.levels.pop();
  }
}

export function openKey(reader: BlockReader, column: number, start: number, end: number): void {
  let top = reader.levels.at(-1);
  if (top === undefined || top.kind !== "map" || top.column !== column) {
    valueBegins(reader);
    top = openLevel("map", false, column);
    reader.levels.push(top);
  }
  const name = unquoted(reader.text.slice(start, end));
  top.before.push({ name, start, end });
  top.key = name;
  top.calls = [];
  top.awaits = "value";
}

export function openList(reader: BlockReader, column: number): void {
  const top = reader.levels.at(-1);
  if (top?.kind === "list" && top.column === column) {
    top.index++;
    top.calls = [];
    top.awaits = "value";
    return;
  }
  valueBegins(reader);
  reader.levels.push(openLevel("list", false, column));
}

/** To be called when the value that the innermost level waits for begins. */
export function valueBegins(reader: BlockReader): void {
  const top = reader.levels.at(-1);
  if (top !== undefined) top.awaits = "key";
}

/** The column that the value of the innermost key or dash must exceed. */
export function parentColumn(reader: BlockReader): number {
  return reader.levels.at(-1)?.column ?? -1;
}
