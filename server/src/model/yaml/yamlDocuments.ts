import type { Span } from "../../text/span.ts";

const MARKER = /^(?:---|\.\.\.)(?=[\s]|$).*$/gm;

/** The document of a text that is read. */
export interface ChosenDocument extends Span {
  /** If the text has several: the line that begins the second one. */
  readonly second?: Span;
}

/** Of several YAML documents in one text, the first that has `Resources`, else the first; directives stay with it. */
export function chosenDocument(text: string): ChosenDocument {
  const begin = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const cuts = [...text.matchAll(MARKER)].map((match) => match.index);
  if (cuts.length === 0) return { start: begin, end: text.length };
  const bounds = [begin, ...cuts.filter((cut) => cut > begin), text.length];
  const documents = bounds.slice(1).map((end, index) => ({ start: bounds[index] ?? 0, end }));
  const significant = documents.filter(({ start, end }) => /^[ \t]*[^\s#%.-]/m.test(text.slice(start, end)));
  const [first, second] = significant;
  const chosen =
    significant.find(({ start, end }) => /^["']?Resources["']?[ \t]*:/m.test(text.slice(start, end))) ?? first;
  if (chosen === undefined) return { start: begin, end: text.length };
  return second === undefined
    ? chosen
    : { ...chosen, second: { start: second.start, end: second.start + MARKER_LENGTH } };
}

const MARKER_LENGTH = 3;
