import type { Node } from "../model/node.ts";
import type { Template } from "../model/template.ts";
import type { Span } from "../text/span.ts";

export interface Fold extends Span {
  readonly kind: "region" | "comment";
}

const known = new WeakMap<Node, readonly Span[]>();

/** What can be folded: every value that begins on the line of its key and goes on, and runs of comment lines. Absolute spans. */
export function folding(template: Template): readonly Fold[] {
  const folds: Fold[] = [];
  for (const { key, value, entries, offset } of template.sections) {
    const last = entries.at(-1);
    const end = Math.max(
      value === undefined ? 0 : value.end + offset,
      last === undefined ? 0 : last.value.end + last.offset,
    );
    if (end > key.end + offset) folds.push({ kind: "region", start: key.start + offset, end });
    if (value !== undefined) place(folds, valueFolds(value, template.text, offset), offset);
    for (const entry of entries) {
      folds.push({ kind: "region", start: entry.key.start + entry.offset, end: entry.value.end + entry.offset });
      place(folds, valueFolds(entry.value, template.text, entry.offset), entry.offset);
    }
  }
  if (template.format === "yaml") folds.push(...commentFolds(template.text));
  return folds;
}

function place(folds: Fold[], spans: readonly Span[], offset: number): void {
  for (const { start, end } of spans) folds.push({ kind: "region", start: start + offset, end: end + offset });
}

/** Only those over several lines; most values are on one. */
function valueFolds(value: Node, text: string, offset: number): readonly Span[] {
  let folds = known.get(value);
  if (folds === undefined) {
    const collected: Span[] = [];
    collect(value, collected);
    folds = collected.filter(({ start, end }) => {
      const newline = text.indexOf("\n", start + offset);
      return newline >= 0 && newline < end + offset;
    });
    known.set(value, folds);
  }
  return folds;
}

function collect(node: Node, folds: Span[]): void {
  if (node.kind === "call") collect(node.argument, folds);
  else if (node.kind === "list") {
    for (const item of node.items) {
      if (item.kind !== "scalar") folds.push({ start: item.start, end: item.end });
      collect(item, folds);
    }
  } else if (node.kind === "map") {
    for (const { key, value, merged } of node.pairs) {
      if (merged) continue;
      folds.push({ start: key.start, end: value.end });
      collect(value, folds);
    }
  }
}

function commentFolds(text: string): Fold[] {
  return [...text.matchAll(/^[ \t]*#.*(?:\r?\n[ \t]*#.*)+/gm)].map((match) => ({
    kind: "comment",
    start: match.index,
    end: match.index + match[0].length,
  }));
}
