import type { Declarations } from "../model/template.ts";
import { type Node, textOf } from "../model/tree/node.ts";

/** The numbers that a value can be. */
export interface Numbers {
  readonly min: number;
  readonly max: number;
  /** Whether the template alone decides: `false` if a parameter's default may be replaced. */
  readonly certain: boolean;
}

/** The number that a value of the template has: written out, a parameter's default, an entry of a mapping, a branch. */
export function numbersOf(node: Node | undefined, declarations: Declarations, depth = 0): Numbers | undefined {
  if (!node || depth > 10) return undefined;
  if (node.kind === "scalar") return numberOf(node.text, true);
  if (node.kind !== "call") return undefined;
  const { name, argument } = node;
  if (name === "Ref") {
    const parameter = declarations.parameters.get(textOf(argument) ?? "");
    return parameter?.default === undefined ? undefined : numberOf(parameter.default, false);
  }
  const items = argument.kind === "list" ? argument.items : [];
  if (name === "Fn::If")
    return numbersUnion(items.slice(1).map((branch) => numbersOf(branch, declarations, depth + 1)));
  if (name === "Fn::FindInMap") return numbersUnion(mapped(declarations, items));
  if (name === "Fn::Join" && items[1]?.kind === "list" && items[1].items.length === 1)
    return numbersOf(items[1].items[0], declarations, depth + 1);
  if (name === "Fn::Sub") {
    const parameter = /^\$\{(\w+)\}$/.exec(textOf(argument) ?? "")?.[1];
    const value = declarations.parameters.get(parameter ?? "")?.default;
    return value === undefined ? undefined : numberOf(value, false);
  }
  return undefined;
}

function numberOf(text: string, certain: boolean): Numbers | undefined {
  const value = /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
  return Number.isNaN(value) ? undefined : { min: value, max: value, certain };
}

function numbersUnion(all: readonly (Numbers | undefined)[]): Numbers | undefined {
  const known = all.flatMap((numbers) => numbers ?? []);
  if (known.length === 0 || known.length < all.length) return undefined;
  return {
    min: known.reduce((least, one) => Math.min(least, one.min), Infinity),
    max: known.reduce((most, one) => Math.max(most, one.max), -Infinity),
    certain: known.every(({ certain }) => certain),
  };
}

/** All values of a mapping that the keys allow; a key that is no string allows any. */
function mapped(declarations: Declarations, [map, first, second]: readonly Node[]): (Numbers | undefined)[] {
  const mapping = declarations.mappings.get(textOf(map) ?? "");
  const rows = [...(mapping ?? [])].filter(([key]) => first?.kind !== "scalar" || first.text === key);
  return rows.flatMap(([, row]) =>
    [...row]
      .filter(([key]) => second?.kind !== "scalar" || second.text === key)
      .map(([, value]) => (typeof value === "string" ? numberOf(value, true) : undefined)),
  );
}
