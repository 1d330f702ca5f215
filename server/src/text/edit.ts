import { countWhile } from "./countWhile.ts";
import type { Span } from "./span.ts";

/** A replacement of a span of a text. */
export interface Edit extends Span {
  readonly newText: string;
}

/** The text after edits that do not overlap; of several at one place the first given comes first. */
export function applied(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, newText } of sorted(edits)) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}

/** An offset of the text after the edits; one inside of a replaced span is at the end of what replaces it. */
export function offsetAfter(offset: number, edits: readonly Edit[]): number {
  let by = 0;
  for (const { start, end, newText } of sorted(edits)) {
    if (end <= offset) by += newText.length - (end - start);
    else if (start < offset) return start + by + newText.length;
  }
  return offset + by;
}

function sorted(edits: readonly Edit[]): readonly Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** The edits of all groups that do not touch each other, in the order of the text; of two that do, the first group's. */
export function editsApart(groups: readonly (readonly Edit[])[]): readonly Edit[] {
  const inOrder = groups
    .filter((edits) => edits.length > 0)
    .map((edits) => ({ edits, start: Math.min(...edits.map(({ start }) => start)) }))
    .sort((a, b) => a.start - b.start);
  const taken: Edit[] = [];
  for (const { edits } of inOrder) if (!edits.some((edit) => touchesAny(edit, taken))) insert(edits, taken);
  return taken;
}

/** Whether one of `taken`, sorted and apart from each other, touches `edit`. */
function touchesAny(edit: Edit, taken: readonly Edit[]): boolean {
  const at = firstFrom(edit.start, taken);
  return [taken[at - 1], taken[at]].some(
    (other) => other !== undefined && edit.start <= other.end && other.start <= edit.end,
  );
}

function insert(edits: readonly Edit[], taken: Edit[]): void {
  for (const edit of edits) taken.splice(firstFrom(edit.start, taken), 0, edit);
}

/** The index of the first edit that starts at `offset` or behind it. */
function firstFrom(offset: number, edits: readonly Edit[]): number {
  return countWhile(edits, ({ start }) => start < offset);
}
