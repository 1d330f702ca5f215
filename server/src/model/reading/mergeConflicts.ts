import type { Span } from "../../text/span.ts";

/** A conflict that Git left in a text. */
interface MergeConflict {
  /** The line that opens it. */
  readonly marker: Span;
  /** The lines that are not read: the markers, and all sides but the first. */
  readonly unread: readonly Span[];
}

/** The conflicts of a text that are whole, with their markers at the beginning of lines. */
export function mergeConflicts(text: string): readonly MergeConflict[] {
  if (!text.includes("<<<<<<<")) return [];
  return [...text.matchAll(CONFLICT)].map(({ 0: whole, 1: marker = "", 2: first = "", index }) => {
    const second = index + marker.length + first.length;
    return {
      marker: { start: index, end: index + marker.trimEnd().length },
      unread: [
        { start: index, end: index + marker.length },
        { start: second, end: index + whole.length },
      ],
    };
  });
}

/** The opening line and the first side; then its base, if it was kept, and the other side. */
const CONFLICT =
  /^(<{7}(?: [^\n]*)?\r?\n)((?:(?!<{7}|={7}|\|{7}|>{7})[^\n]*\n)*)(?:\|{7}(?: [^\n]*)?\r?\n(?:(?!<{7}|={7}|>{7})[^\n]*\n)*)?={7}\r?\n(?:(?!<{7}|={7}|>{7})[^\n]*\n)*>{7}(?: [^\n]*)?$/gm;

/** A text as its first side has it; what is not read is blank, so that all else stays where it is. */
export function firstSide(text: string, conflicts: readonly MergeConflict[]): string {
  let read = "";
  let from = 0;
  for (const { start, end } of conflicts.flatMap(({ unread }) => unread)) {
    read += text.slice(from, start) + text.slice(start, end).replaceAll(/[^\r\n]/g, " ");
    from = end;
  }
  return read + text.slice(from);
}
