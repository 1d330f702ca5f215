import type { Span } from "../src/text/span.ts";

/** Takes the caret `<|>` out of a source. Throws unless there is exactly one. */
export function withCaret(source: string): { readonly text: string; readonly offset: number } {
  const offset = source.indexOf("<|>");
  if (offset < 0 || source.includes("<|>", offset + 1)) throw new Error("The source needs exactly one <|>.");
  return { text: source.slice(0, offset) + source.slice(offset + 3), offset };
}

/** Takes spans `«…»` out of a source, in order. Throws where they do not pair up. */
export function withSpans(source: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = "";
  let start: number | undefined;
  for (const character of source) {
    if (character === "«") {
      if (start !== undefined) throw new Error("Spans do not nest.");
      start = text.length;
    } else if (character === "»") {
      if (start === undefined) throw new Error("A » without a «.");
      spans.push({ start, end: text.length });
      start = undefined;
    } else text += character;
  }
  if (start !== undefined) throw new Error("A « without a ».");
  return { text, spans };
}

/** Draws spans into a text as `«…»`, for comparison with a source that a person can read. */
export function drawn(text: string, spans: readonly Span[]): string {
  let result = "";
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  return result + text.slice(at);
}
