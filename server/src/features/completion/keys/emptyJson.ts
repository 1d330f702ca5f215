import { parse } from "../../../model/reading/parse.ts";
import { type CompletionContext, type CompletionItem, escapedSnippet } from "../scene.ts";

/** The text behind a template's sections in JSON. */
const CLOSE = "\n}";

/** A JSON file that holds nothing but a word, as if its braces were there already. */
export interface EmptyJson {
  readonly context: CompletionContext;
  readonly offset: number;
  /** An item for those braces, with them. */
  withBraces(item: CompletionItem): CompletionItem;
}

/** `undefined` for every other text. */
export function emptyJson(context: CompletionContext, offset: number): EmptyJson | undefined {
  const { text } = context.template;
  const word = /^\s*("?\w*"?)\s*$/.exec(text)?.[1];
  if (context.isJson !== true || word === undefined) return undefined;
  const start = word === "" ? offset : text.indexOf(word);
  // A bare word would be read as YAML.
  const key = word === "" || word.startsWith('"') ? word : `"${word}"`;
  const span = { start, end: start + word.length };
  const open = `{\n${context.indent ?? "  "}`;
  return {
    context: { ...context, isJson: false, template: parse(open + key + CLOSE) },
    offset: open.length + (key === word ? 0 : 1) + Math.min(Math.max(offset - start, 0), word.length),
    withBraces: ({ insertText, snippet, additionalEdits: _, again: __, filterText, ...item }) => ({
      ...item,
      ...(filterText !== undefined && { filterText: key === word ? filterText : filterText.replace(/^"/, "") }),
      span,
      insertText: `${escapedSnippet(open)}${withEnd(snippet ? insertText : escapedSnippet(insertText))}${escapedSnippet(CLOSE)}`,
      snippet: true,
    }),
  };
}

/** A snippet that ends within the braces, not behind them. */
function withEnd(body: string): string {
  return /\$(?:0|\{0)/.test(body) ? body : `${body}$0`;
}
