import type { Span } from "../../text/span.ts";

const MARKER = /^(?:---|\.\.\.)(?=[\s]|$).*$/gm;

/** Of several YAML documents in one text, the first that has `Resources`, else the first; directives stay with it. */
export function chosenDocument(text: string): Span {
  const begin = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const cuts = [...text.matchAll(MARKER)].map((match) => match.index);
  if (cuts.length === 0) return { start: begin, end: text.length };
  const bounds = [begin, ...cuts.filter((cut) => cut > begin), text.length];
  const documents = bounds.slice(1).map((end, index) => ({ start: bounds[index] ?? 0, end }));
  const significant = documents.filter(({ start, end }) => /^[ \t]*[^\s#%.-]/m.test(text.slice(start, end)));
  return (
    significant.find(({ start, end }) => /^["']?Resources["']?[ \t]*:/m.test(text.slice(start, end))) ??
    significant[0] ?? { start: begin, end: text.length }
  );
}
