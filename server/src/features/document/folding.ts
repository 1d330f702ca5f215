import type { Entry, Template } from "../../model/template.ts";
import type { Node } from "../../model/tree/node.ts";
import { memoBy } from "../../text/memoBy.ts";
import type { Span } from "../../text/span.ts";

export interface Fold extends Span {
  readonly kind: "region" | "comment";
}

/** Folds that move together: their spans are relative to an offset in the text. */
export interface PlacedFolds {
  readonly offset: number;
  /** For an entry the same array as long as it does not change. */
  readonly folds: readonly Fold[];
}

/** The folds of a template: every value that begins on the line of its key and goes on, and runs of comment lines. */
export function folding(template: Template): readonly PlacedFolds[] {
  const placed: PlacedFolds[] = [];
  for (const { key, value, entries, offset } of template.sections) {
    const last = entries.at(-1);
    const end = Math.max(
      value === undefined ? 0 : value.end,
      last === undefined ? 0 : last.value.end + last.offset - offset,
    );
    if (end > key.end) placed.push({ offset, folds: [region(key.start, end)] });
    if (value !== undefined) placed.push({ offset, folds: valueFolds(value, template.text, offset) });
    for (const entry of entries) placed.push({ offset: entry.offset, folds: entryFolds(entry, template.text) });
  }
  if (template.format === "yaml") placed.push({ offset: 0, folds: commentFolds(template.text) });
  return placed;
}

function region(start: number, end: number): Fold {
  return { kind: "region", start, end };
}

/** By the key, which no two entries share: a value may be an alias of another entry's. */
const foldsOf = memoBy((key: Node, { entry: { value, offset }, text }: { entry: Entry; text: string }) => [
  region(key.start, value.end),
  ...valueFolds(value, text, offset),
]);

function entryFolds(entry: Entry, text: string): readonly Fold[] {
  return foldsOf(entry.key, { entry, text });
}

/** Only those over several lines; most values are on one. */
function valueFolds(value: Node, text: string, offset: number): readonly Fold[] {
  const folds: Fold[] = [];
  let newline = -1;
  collect(value);
  return folds;

  /** Whether a line break is in a span. Asked in the order of the text, so that each line break is looked for once. */
  function isLong(start: number, end: number): boolean {
    if (newline < start + offset) {
      const next = text.indexOf("\n", start + offset);
      newline = next < 0 ? text.length : next;
    }
    return newline < end + offset;
  }

  function collect(node: Node): void {
    if (node.kind === "call") collect(node.argument);
    else if (node.kind === "list") {
      for (const item of node.items) {
        if (item.kind === "scalar" || !isLong(item.start, item.end)) continue;
        folds.push(region(item.start, item.end));
        collect(item);
      }
    } else if (node.kind === "map") {
      for (const { key, value: child, merged } of node.pairs) {
        if (merged || !isLong(key.start, child.end)) continue;
        folds.push(region(key.start, child.end));
        collect(child);
      }
    }
  }
}

function commentFolds(text: string): readonly Fold[] {
  return [...text.matchAll(/^[ \t]*#.*(?:\r?\n[ \t]*#.*)+/gm)].map((match) => ({
    kind: "comment",
    start: match.index,
    end: match.index + match[0].length,
  }));
}
