import { memoBy } from "../../text/memoBy.ts";
import { type Span, shifted, touches } from "../../text/span.ts";
import type { Reference } from "../focus/focus.ts";
import { entryAt } from "../focus/focusAt.ts";
import { references } from "../focus/references.ts";
import { type EntrySearch, searchEntries } from "../incremental/searchEntries.ts";
import type { Entry, EntryContent, SectionName, Template } from "../template.ts";
import { contentSpan, type Node, type Pair, valueAt } from "../tree/node.ts";
import { childTemplatePath, nestedStacks } from "./childTemplates.ts";

/** A parameter or an output of a nested stack's template, at a place in the nesting template. */
export interface NestedName {
  /** The entry with the name. */
  readonly entry: Entry;
  /** The span of the name, relative to the entry. */
  readonly span: Span;
  /** The same with what belongs to it: `Outputs.Name`. */
  readonly whole: Span;
  /** The section of the nested template that declares it. */
  readonly section: "Parameters" | "Outputs";
  readonly name: string;
  /** The logical id of the nested stack. */
  readonly stack: string;
  /** The path of its template as written. */
  readonly path: string;
}

/** The parameters that a template gives its nested stacks, and the outputs that it reads of them; only stacks with a local template. */
export function nestedNames(template: Template): readonly NestedName[] {
  const stacks = nestedStacks(template, "Resources");
  const parameters = stacks.flatMap(({ entry, found }) => parameterNames(entry, found));
  return [...parameters, ...nestedOutputs(template)];
}

/** The outputs that a template reads of its nested stacks; only of stacks with a local template. */
export function nestedOutputs(template: Template): readonly NestedName[] {
  const paths = stackPaths(template);
  if (paths.size === 0) return [];
  return USING.flatMap((section) => outputReferences(template, section)).flatMap(({ entry, found }) =>
    outputNames(entry, found, paths),
  );
}

/** The name of that kind at a caret, and in an entry. */
export function nestedNameAt(
  template: Template,
  offset: number,
  entry: Entry | undefined = entryAt(template, offset),
): NestedName | undefined {
  const paths = stackPaths(template);
  if (entry === undefined || paths.size === 0) return undefined;
  const path = entry.section === "Resources" ? childTemplatePath(entry) : undefined;
  const given = path === undefined ? [] : parameterNames(entry, path);
  return [...given, ...outputNames(entry, outputsIn(entry), paths)].find(({ whole }) =>
    touches(whole, offset - entry.offset),
  );
}

/** By logical id; each hover asks. */
const stackPaths: (template: Template) => ReadonlyMap<string, string> = memoBy(
  (template: Template) => new Map(nestedStacks(template, "Resources").map(({ entry, found }) => [entry.name, found])),
);

function parameterNames(entry: Entry, path: string): readonly NestedName[] {
  return givenPairs(valueAt(valueAt(entry.value, "Properties"), "Parameters")).map(({ key }): NestedName => {
    const span = contentSpan(key);
    return { entry, span, whole: span, section: "Parameters", name: key.text, stack: entry.name, path };
  });
}

/** The pairs, also those in the branches of `Fn::If`. */
function givenPairs(node: Node | undefined): readonly Pair[] {
  if (node?.kind === "map") return node.pairs.filter(({ key }) => !key.text.startsWith("Fn::"));
  if (node?.kind !== "call" || node.name !== "Fn::If" || node.argument.kind !== "list") return [];
  return node.argument.items.slice(1).flatMap(givenPairs);
}

const PREFIX = "Outputs.";
/** The sections in which `Fn::GetAtt` may stand. */
const USING: readonly SectionName[] = ["Resources", "Outputs"];

const outputReferences: EntrySearch<readonly Reference[]> = searchEntries(outputsIn);

function outputsIn(entry: EntryContent): readonly Reference[] {
  return references(entry).filter(({ kind, name }) => kind === "attribute" && name.startsWith(PREFIX));
}

function outputNames(
  entry: Entry,
  found: readonly Reference[],
  paths: ReadonlyMap<string, string>,
): readonly NestedName[] {
  return found.flatMap(({ name, of: [stack = ""] = [], start, end }): NestedName[] => {
    const path = paths.get(stack);
    // A name with escapes is longer than its text.
    if (path === undefined || end - start !== name.length) return [];
    const span = { start: start + PREFIX.length, end };
    return [{ entry, span, whole: { start, end }, section: "Outputs", name: name.slice(PREFIX.length), stack, path }];
  });
}

/** The place of such a name in the whole text. */
export function placeOfName({ entry, span }: NestedName): Span {
  return shifted(span, entry.offset);
}
