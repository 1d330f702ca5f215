import policySizes, { type Row as Size } from "../../../data/policySizes.yaml";
import { contentSpan, type Node, type Pair, pairOf, textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import type { EntryRule } from "../shared/rule.ts";

const SIZES: ReadonlyMap<string, Size> = new Map(Object.entries(policySizes()));

/** A policy that is longer than IAM or S3 accepts, whatever its functions return. */
export const policySize: EntryRule = {
  scope: "entry",
  types: [...SIZES.keys()],
  check(entry, { report }) {
    const properties = valueAt(entry.value, "Properties");
    const size = SIZES.get(typeNameOf(entry.value) ?? "");
    const trust = pairOf(properties, "AssumeRolePolicyDocument");
    const own = pairOf(properties, "PolicyDocument") ?? pairOf(properties, "Policies");
    const documents =
      own?.value.kind === "list" ? own.value.items.map((item) => valueAt(item, "PolicyDocument")) : [own?.value];
    const sum = documents.reduce((all, one) => all + lengthOf(one), 0);
    if (own !== undefined && size !== undefined) check(own, sum, size);
    if (trust !== undefined && size?.trust !== undefined) check(trust, lengthOf(trust.value), size.trust);

    function check({ key, merged }: Pair, length: number, { most, says }: Pick<Size, "most" | "says">): void {
      if (length <= most || merged) return;
      report(contentSpan(key), { message: "too-long", with: { length, most, says } });
    }
  },
};

/** The minimum length of a value as JSON without white space. */
function lengthOf(node: Node | undefined): number {
  if (node === undefined) return 0;
  if (node.kind === "scalar") return blackLength(node.text) + (typeof node.value === "string" ? 2 : 0);
  if (node.kind === "list") return 1 + node.items.reduce((sum, item) => sum + lengthOf(item) + 1, 0);
  if (node.kind === "map")
    return 1 + node.pairs.reduce((sum, { key, value }) => sum + key.text.length + lengthOf(value) + 4, 0);
  const text = node.name === "Fn::Sub" ? textOf(node.argument) : undefined;
  return text === undefined ? 0 : blackLength(text.replace(/\$\{[^}]*\}/g, ""));
}

/** The length without white space, which a policy written as text may contain. */
function blackLength(text: string): number {
  return text.replace(/\s+/g, "").length;
}
