import type { Template } from "../../model/template.ts";
import type { Node, Pair } from "../../model/tree/node.ts";
import { asMap } from "../../model/yaml/asMap.ts";
import type { FormatEdit } from "./edit.ts";
import { lineAt, type TextLine } from "./textLines.ts";

/** A key and its value on one line of block YAML; offsets are absolute. */
interface KeyLine {
  readonly line: number;
  readonly keyEnd: number;
  readonly valueStart: number;
}

/** Edits that leave one blank between a colon and its value, by the line. Values that are aligned with those of their neighbours stay. */
export function valueGaps(template: Template, lines: readonly TextLine[]): ReadonlyMap<number, FormatEdit> {
  const { text } = template;
  const edits = new Map<number, FormatEdit>();
  for (const { key, value, entries, offset } of template.sections) {
    if (value !== undefined) settle([{ key, value }], offset);
    // In a flow map the entries stand anywhere.
    if (/^\s*:\s*\{/.test(text.slice(key.end + offset, key.end + offset + 100))) continue;
    for (const entry of entries) settle([entry], entry.offset);
  }
  return edits;

  /** The pairs of a map, and what is below them. */
  function settle(pairs: readonly Pick<Pair, "key" | "value">[], by: number): void {
    const written = pairs.flatMap(({ key, value }) => keyLine(key.end + by, value.start + by) ?? []);
    for (const [index, one] of written.entries()) {
      const isAligned = [written[index - 1], written[index + 1]].some((other) => areAligned(one, other));
      if (one.valueStart - one.keyEnd > 2 && !isAligned)
        edits.set(one.line, { span: { start: one.keyEnd + 1, end: one.valueStart }, newText: " " });
    }
    for (const { value } of pairs) below(value, by);
  }

  function below(node: Node, by: number): void {
    const map =
      node.kind === "map" ? node : node.kind === "call" && text[node.start + by] !== "{" ? asMap(node) : undefined;
    if (node.kind === "list" && !node.flow) for (const item of node.items) below(item, by);
    else if (map !== undefined && !map.flow)
      settle(
        map.pairs.filter(({ merged }) => !merged),
        by,
      );
    else if (node.kind === "call" && node.form === "short") below(node.argument, by);
  }

  function keyLine(keyEnd: number, valueStart: number): KeyLine | undefined {
    if (!/^:[ \t]+$/.test(text.slice(keyEnd, valueStart))) return undefined;
    const line = lineAt(lines, keyEnd);
    return valueStart < (lines[line]?.textEnd ?? 0) ? { line, keyEnd, valueStart } : undefined;
  }

  /** Whether values stand in one column on lines that follow each other, behind keys of different lengths. */
  function areAligned(a: KeyLine, b: KeyLine | undefined): boolean {
    if (b === undefined || Math.abs(a.line - b.line) !== 1) return false;
    const column = ({ line, valueStart }: KeyLine): number => valueStart - (lines[line]?.start ?? 0);
    return column(a) === column(b) && a.valueStart - a.keyEnd !== b.valueStart - b.keyEnd;
  }
}
