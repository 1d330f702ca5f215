import type { Template } from "../../model/template.ts";
import type { ListNode, Node, Pair } from "../../model/tree/node.ts";
import { asMap } from "../../model/yaml/asMap.ts";
import type { FormatEdit } from "./edit.ts";
import { lineAt, type TextLine } from "./textLines.ts";

/** How far lines are to be indented. */
export interface Indents {
  /** In blanks; `undefined` if nothing is to change. */
  get(line: number): number | undefined;
  /** The gaps between dashes and what follows them in the line. */
  gaps(line: number): readonly { readonly start: number; readonly end: number; readonly newText: string }[];
}

/** What holds a value of a block: its column, before and after. */
interface Parent {
  readonly column: number;
  readonly newColumn: number;
  /** For a value behind a dash in the same line: the offset behind the dash. */
  readonly dash?: number;
  /** Whether a list may stand in the column of the key itself. */
  readonly isKey: boolean;
}

/**
 * Indents each level `tabSize` blanks deeper than the one around it, what follows a dash two. Lists in the column of
 * their key stay there. What is no block of its own (texts and brackets over several lines, comments) moves with what
 * it belongs to.
 */
export function reindented(
  template: Template,
  lines: readonly TextLine[],
  held: ReadonlySet<number>,
  tabSize: number,
): Indents {
  const { text } = template;
  const shifts = new Int32Array(lines.length);
  const gaps = new Map<number, FormatEdit[]>();
  for (const { key, value, entries, offset } of template.sections) {
    const parent = { column: columnOf(key.start + offset), newColumn: 0, isKey: true };
    if (value !== undefined) place(value, offset, parent);
    // In a flow map the entries stand anywhere.
    if (/^\s*:\s*\{/.test(text.slice(key.end + offset, key.end + offset + 100))) continue;
    for (const entry of entries) {
      const column = columnOf(entry.key.start + entry.offset);
      const end = Math.max(entry.key.end, entry.value.end) + entry.offset;
      move(entry.key.start + entry.offset, end, tabSize - column);
      place(entry.value, entry.offset, { column, newColumn: tabSize, isKey: true });
    }
  }
  moveComments();
  return {
    get: (line) => newIndent(line),
    gaps: (line) => (gaps.get(line) ?? []).map(({ span, newText }) => ({ ...span, newText })),
  };

  function place(node: Node, by: number, parent: Parent): void {
    const map =
      node.kind === "map" ? node : node.kind === "call" && text[node.start + by] !== "{" ? asMap(node) : undefined;
    if (node.kind === "list" && !node.flow) placeList(node, by, parent);
    else if (map !== undefined && !map.flow) {
      const [first] = map.pairs;
      if (first === undefined) return;
      // The name of a function has no quotes.
      const startOf = ({ key }: Pair): number => (node.kind === "call" ? node.start : key.start) + by;
      const newColumn = firstColumn(startOf(first), parent, tabSize);
      for (const pair of map.pairs) {
        if (pair.merged) continue;
        const column = columnOf(startOf(pair));
        move(startOf(pair), Math.max(pair.key.end, pair.value.end) + by, newColumn - column);
        if (pair.value.start < pair.key.end) continue;
        place(pair.value, by, { column, newColumn, isKey: true });
      }
    } else if (node.kind === "scalar" && (node.style === "literal" || node.style === "folded")) {
      placeText(node.start + by, node.end + by, parent);
    } else if (node.kind === "call" && node.form === "short" && node.argument.start >= node.nameSpan.end) {
      place(node.argument, by, withoutDash(parent));
    }
  }

  function placeList(node: ListNode, by: number, parent: Parent): void {
    const first = node.start + by;
    if (text[first] !== "-") return;
    const stays = parent.isKey && columnOf(first) === parent.column;
    const newColumn = stays ? parent.newColumn : firstColumn(first, parent, tabSize);
    for (const item of node.items) {
      const dash = dashOf(item.start + by, columnOf(first), first);
      if (dash === undefined) continue;
      const column = columnOf(dash);
      move(dash, item.end + by, newColumn - column);
      const isInLine = lineAt(lines, dash) === lineAt(lines, item.start + by);
      place(item, by, { column, newColumn, isKey: false, ...(isInLine && { dash: dash + 1 }) });
    }
  }

  /** The lines of a block scalar move together, so that the first one is a level deeper than what it belongs to. */
  function placeText(start: number, end: number, { newColumn, isKey }: Parent): void {
    const header = lineAt(lines, start);
    // A block scalar with an indentation indicator counts from what it belongs to, and moves with it.
    if (/^[|>][-+]?[1-9]/.test(text.slice(start, start + 3))) return;
    let first = header + 1;
    while (lines[first]?.isBlank === true) first++;
    const line = lines[first];
    if (line === undefined || line.start >= end) return;
    for (let index = header + 1; index <= lineAt(lines, end - 1); index++)
      shifts[index] = newColumn + (isKey ? tabSize : 2) - line.indent;
  }

  /** The new column of the first key or dash of a block. Behind a dash there is one blank. */
  function firstColumn(start: number, { newColumn, dash }: Parent, size: number): number {
    const gap = dash === undefined ? undefined : text.slice(dash, start);
    // A tag or an anchor behind the dash: the block is on the next lines.
    if (dash === undefined || gap === undefined || gap.trim() !== "") return newColumn + size;
    if (gap !== " ") {
      const line = lineAt(lines, start);
      gaps.set(line, [...(gaps.get(line) ?? []), { span: { start: dash, end: start }, newText: " " }]);
    }
    return newColumn + 2;
  }

  function columnOf(offset: number): number {
    return offset - (lines[lineAt(lines, offset)]?.start ?? 0);
  }

  /** Moves all lines of a part, except those that begin with something else. */
  function move(start: number, end: number, shift: number): void {
    const first = lineAt(lines, start);
    const last = lineAt(lines, Math.max(start, end - 1));
    const begins = start === (lines[first]?.start ?? 0) + (lines[first]?.indent ?? 0);
    for (let line = begins ? first : first + 1; line <= last; line++) shifts[line] = shift;
  }

  /** The dash of an item, which may stand on a line above: in the column of the list's first one. */
  function dashOf(start: number, column: number, first: number): number | undefined {
    for (let index = lineAt(lines, start); (lines[index]?.next ?? 0) > first; index--) {
      const at = (lines[index]?.start ?? 0) + column;
      if (at <= start && text[at] === "-" && /\s/.test(text.charAt(at + 1)) && columnOf(at) === column) return at;
    }
    return undefined;
  }

  /** Comments move with the line below, else with the one above in their column. */
  function moveComments(): void {
    let below: number | undefined;
    for (let index = lines.length - 1; index >= 0; index--) {
      const line = lines[index];
      if (line === undefined || line.isBlank || held.has(index)) continue;
      if (text[line.start + line.indent] !== "#") below = index;
      else shifts[index] = shiftOfComment(index, line.indent, below);
    }
  }

  function shiftOfComment(index: number, indent: number, below: number | undefined): number {
    if (below !== undefined && lines[below]?.indent === indent) return shifts[below] ?? 0;
    for (let above = index - 1; above >= Math.max(0, index - MAX_DISTANCE); above--) {
      const line = lines[above];
      if (line === undefined || line.isBlank || held.has(above) || text[line.start + line.indent] === "#") continue;
      if (line.indent === indent) return shifts[above] ?? 0;
      if (line.indent < indent) break;
    }
    return below === undefined ? 0 : (shifts[below] ?? 0);
  }

  function newIndent(index: number): number | undefined {
    const line = lines[index];
    const shift = shifts[index] ?? 0;
    if (line === undefined || shift === 0 || line.start === line.end) return undefined;
    return Math.max(0, line.indent + shift);
  }
}

/** Lines above a comment that are looked at. */
const MAX_DISTANCE = 200;

function withoutDash({ column, newColumn, isKey }: Parent): Parent {
  return { column, newColumn, isKey };
}
