import { isLoopKey } from "./functionNames.ts";
import { type Node, type Pair, textOf, typeNameOf } from "./node.ts";

/** An entry that a loop (`Fn::ForEach::…` among the entries of a section) makes. */
export interface LoopEntry {
  /** With `*` for what is not written out. */
  readonly name: string;
  /** Of a resource. */
  readonly type: string | undefined;
}

/** The values of loop identifiers, one after the other; `*` for what is not written out. */
export type LoopValues = ReadonlyMap<string, readonly string[]>;

/** Reads the values of the identifier of a loop over a collection. */
type ReadCollection = (collection: Node | undefined) => readonly string[];

/** The body of a loop (`[identifier, collection, { Key${Identifier}: … }]`), and the values of identifiers in it. */
function loopBody(
  value: Node,
  around: LoopValues = new Map(),
  read: ReadCollection = collectionValues,
): { readonly pairs: readonly Pair[]; readonly values: LoopValues } {
  const [identifier, collection, body] = value.kind === "list" ? value.items : [];
  return {
    pairs: body?.kind === "map" ? body.pairs : [],
    values: new Map([...around, [textOf(identifier) ?? "", read(collection)]]),
  };
}

/** The collections of a loop and of those in it. */
export function collectionsIn(value: Node): readonly (Node | undefined)[] {
  const [, collection] = value.kind === "list" ? value.items : [];
  const inner = loopBody(value).pairs.filter(({ key }) => isLoopKey(key.text));
  return [collection, ...inner.flatMap((pair) => collectionsIn(pair.value))];
}

/** The values of the identifier of a loop over a collection. */
export function collectionValues(collection: Node | undefined): readonly string[] {
  return collection?.kind === "list" ? collection.items.map((item) => textOf(item) ?? "*") : ["*"];
}

/** The entries that a loop makes, those of loops in it included. */
export function entriesInLoop(
  value: Node,
  read: ReadCollection = collectionValues,
  around: LoopValues = new Map(),
): readonly LoopEntry[] {
  const { pairs, values } = loopBody(value, around, read);
  return pairs.flatMap(({ key, value: inner }) => {
    if (isLoopKey(key.text)) return entriesInLoop(inner, read, values);
    const type = typeNameOf(inner);
    return loopedNames(key.text, values).map((name) => ({ name, type }));
  });
}

/** The entries as a loop and those in it have them, with the identifiers in their keys. */
export function pairsInLoop(value: Node): readonly Pair[] {
  return loopBody(value).pairs.flatMap((pair) => (isLoopKey(pair.key.text) ? pairsInLoop(pair.value) : pair));
}

/** How many entries a loop makes, as far as its collections are written out. */
export function countInLoop(value: Node, around: LoopValues = new Map()): number {
  const { pairs, values } = loopBody(value, around);
  let count = 0;
  for (const { key, value: inner } of pairs) {
    if (isLoopKey(key.text)) count += countInLoop(inner, values);
    else count += loopedCount(key.text, values);
  }
  return count;
}

function loopedCount(name: string, known: LoopValues): number {
  const variables = new Set([...name.matchAll(/[$&]\{([^}]{0,300})\}/g)].map(([, variable = ""]) => variable));
  return [...variables].reduce((product, variable) => product * new Set(known.get(variable)).size || 1, 1);
}

/** More names are replaced by one with `*`. */
const MAX_NAMES = 500;

/** The names that a name with `${Identifier}` or `&{Identifier}` stands for. */
export function loopedNames(name: string, known: LoopValues): readonly string[] {
  let names: readonly string[] = [""];
  let at = 0;
  for (const { 0: whole, 1: sign, 2: variable = "", index } of name.matchAll(/([$&])\{([^}]{0,300})\}/g)) {
    const values = known.get(variable) ?? ["*"];
    const fitting = names.length * values.length > MAX_NAMES ? ["*"] : values;
    const texts =
      sign === "&" ? fitting.map((text) => (text === "*" ? text : text.replaceAll(/[^a-zA-Z\d]/g, ""))) : fitting;
    names = names.flatMap((before) => texts.map((text) => before + name.slice(at, index) + text));
    at = index + whole.length;
  }
  return names.map((before) => before + name.slice(at));
}
