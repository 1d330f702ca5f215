import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { entryAt } from "../../model/focus/focusAt.ts";
import { parse } from "../../model/reading/parse.ts";
import type { Entry, Template } from "../../model/template.ts";
import type { Node, Pair, ScalarNode } from "../../model/tree/node.ts";
import { applied, type Edit } from "../../text/edit.ts";
import type { Localised } from "../../text/localised.ts";
import { type Span, touches } from "../../text/span.ts";

/** A place in a template, as refactorings look at it. */
export interface Scene {
  readonly template: Template;
  readonly catalogue: Catalogue;
  /** What is selected, or the caret; absolute. */
  readonly selection: Span;
  readonly entry: Entry;
  /** Whether the selection is in the entry's name. */
  readonly onName: boolean;
  /** From the entry's value down to the innermost value that holds the selection, or whose key does. */
  readonly steps: readonly Step[];
}

/** A value and its place in the one around it. */
export interface Step {
  readonly node: Node;
  /** Set for a value in a map. */
  readonly pair?: Pair;
  /** Set for an item of a list, or one of the arguments of a function. */
  readonly index?: number;
}

/** `undefined` if the selection is in no entry of a section. */
export function sceneAt(template: Template, catalogue: Catalogue, selection: Span): Scene | undefined {
  const entry = entryAt(template, selection.start);
  if (entry === undefined || entry.unit.errors.length > 0) return undefined;
  const within = { start: selection.start - entry.offset, end: selection.end - entry.offset };
  const holds = (span: Span): boolean => touches(span, within.start) && within.end <= span.end;
  const steps: Step[] = [{ node: entry.value }];
  for (let next: Step | undefined = steps[0]; next !== undefined; ) {
    next = childSteps(next.node).find(({ node, pair }) => holds(node) || (pair !== undefined && holds(pair.key)));
    if (next !== undefined) steps.push(next);
  }
  return { template, catalogue, selection, entry, onName: holds(entry.key), steps: holds(entry.value) ? steps : [] };
}

function childSteps(node: Node): readonly Step[] {
  if (node.kind === "map") return node.pairs.flatMap((pair) => (pair.merged ? [] : [{ node: pair.value, pair }]));
  if (node.kind === "list") return node.items.map((item, index) => ({ node: item, index }));
  return node.kind === "call" ? [{ node: node.argument }] : [];
}

/** Whether the text can still be read when the edits are made; earlier errors may stay. */
export function staysReadable(template: Template, edits: readonly Edit[]): boolean {
  return parse(applied(template.text, edits), template).errors.length <= template.errors.length;
}

/** The text of a node as it is written. */
export function writtenText({ unit }: Entry, { start, end }: Span): string {
  return unit.text.slice(start, end);
}

/** Whether comments stand between the parts of a value. */
export function hasComments(entry: Entry, node: Node): boolean {
  let at = node.start;
  let rest = "";
  for (const { start, end, style } of scalarsOf(node)) {
    if (start > at) rest += entry.unit.text.slice(at, start);
    // The header line of a block scalar may have a comment.
    if (style === "literal" || style === "folded") rest += entry.unit.text.slice(start, end).split("\n", 1)[0];
    at = Math.max(at, end);
  }
  return /(?:^|\s)#/.test(rest + entry.unit.text.slice(at, node.end));
}

function scalarsOf(node: Node): readonly ScalarNode[] {
  if (node.kind === "scalar") return [node];
  if (node.kind === "list") return node.items.flatMap(scalarsOf);
  if (node.kind === "call") return scalarsOf(node.argument);
  return node.pairs.flatMap(({ key, value, merged }) => (merged ? [] : [key, ...scalarsOf(value)]));
}

/** A node's edit in the text of the template. */
export function edit({ offset }: Entry, { start, end }: Span, newText: string): Edit {
  return { start: start + offset, end: end + offset, newText };
}

/** One way to rewrite a template without changing what it means, or to add what belongs to a place. */
export interface Refactoring {
  /** LSP's kind of the code action: `refactor.extract.…`, `refactor.inline.…`, `refactor.rewrite.…`. */
  readonly kind: `refactor.${"extract" | "inline" | "rewrite"}.${string}`;
  /** Its actions at the place, the best first; `[]` if it does not apply. */
  offers(scene: Scene): readonly Offer[];
}

export interface Offer {
  readonly title: Localised;
  /** A function if they are costly (of the whole file): a client may ask for them only when the offer is chosen. */
  readonly edits: readonly Edit[] | (() => readonly Edit[]);
  /** A name that was made up, which the user may want to change at once. */
  readonly named?: MadeUpName;
}

/** The place of a made-up name: in the new text of one of the edits. */
export interface MadeUpName {
  readonly edit: Edit;
  readonly at: number;
}
