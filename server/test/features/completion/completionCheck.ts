import assert from "node:assert/strict";
import type { CompletionContext, CompletionItem } from "../../../src/features/completion/scene.ts";
import { completion } from "../../../src/features/completion.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import { withCaret } from "../../marked.ts";

const catalogue = loadCatalogue();

/** Labels separated by blanks: `Type Properties !Foo` – those behind `!!` must not be there. */
export interface Expected {
  readonly has?: string;
  readonly lacks?: string;
  /** The first labels, in the order of the list. */
  readonly first?: string;
  readonly none?: true;
  /** Label → what the text around is when the item is applied: lines of the result, `<|>` where tab stops are. */
  readonly apply?: readonly [label: string, result: string];
}

export function completed(source: string, options: Partial<CompletionContext> = {}): readonly CompletionItem[] {
  const { text, offset } = withCaret(source);
  return completion(
    { template: parse(text), catalogue, snippets: [], exports: [], language: "en", snippetSupport: true, ...options },
    offset,
  ).items;
}

export function check(source: string, expected: Expected, options: Partial<CompletionContext> = {}): void {
  const items = completed(source, options).toSorted((a, b) =>
    a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0,
  );
  const labels = items.map(({ label }) => label);
  for (const label of words(expected.has))
    assert.ok(labels.includes(label), `${label} is missing: ${shortened(labels)}`);
  for (const label of words(expected.lacks)) assert.ok(!labels.includes(label), `${label} must not be offered`);
  if (expected.first !== undefined) assert.ok(labels.join(" ").startsWith(expected.first), shortened(labels));
  if (expected.none) assert.deepEqual(labels, []);
  assert.equal(
    new Set(items.map(({ label, kind }) => `${kind} ${label}`)).size,
    labels.length,
    "an item is offered twice",
  );
  if (expected.apply !== undefined) {
    const [label, result] = expected.apply;
    const item = items.find((one) => one.label === label);
    assert.ok(item, `${label} is missing: ${shortened(labels)}`);
    assert.equal(applied(withCaret(source).text, item), result);
  }
}

/** The text after inserting an item; tab stops of a snippet are drawn as `<1>` or `<1:text>`. */
export function applied(text: string, item: CompletionItem): string {
  const newText = item.snippet ? drawnStops(item.insertText) : item.insertText;
  const edits = [{ span: item.span, newText }, ...(item.additionalEdits ?? [])];
  edits.sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
  return edits.reduce(
    (result, { span, newText: inserted }) => result.slice(0, span.start) + inserted + result.slice(span.end),
    text,
  );
}

function drawnStops(snippet: string): string {
  return snippet
    .replace(/\\([$}\\])/g, (_, character: string) => `«${character.charCodeAt(0)}»`)
    .replace(/\$\{(\d+)\|([^}]*)\|\}/g, "<$1|$2>")
    .replace(/\$\{(\d+):([^}]*)\}/g, "<$1:$2>")
    .replace(/\$\{?(\d+)\}?/g, "<$1>")
    .replace(/«(\d+)»/g, (_, code: string) => String.fromCharCode(Number(code)));
}

function words(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(/\s+/).filter((word) => word !== "");
}

function shortened(labels: readonly string[]): string {
  return labels.length > 40 ? `${labels.slice(0, 40).join(", ")} …` : labels.join(", ");
}
