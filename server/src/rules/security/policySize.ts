import policySizes, { type Row as Size } from "../../../data/policySizes.yaml";
import {
  contentSpan,
  listItems,
  type MapNode,
  type Node,
  type Pair,
  pairOf,
  textOf,
  typeNameOf,
  valueAt,
} from "../../model/tree/node.ts";
import { eachVariant } from "../shared/resolving/eachVariant.ts";
import type { EntryRule, ReportAt } from "../shared/rule.ts";

const SIZES: ReadonlyMap<string, Size> = new Map(Object.entries(policySizes()));

/** A policy that is longer than IAM or S3 accepts, whatever its functions return. */
export const policySize: EntryRule = {
  scope: "entry",
  types: [...SIZES.keys()],
  check(entry, context) {
    const properties = valueAt(entry.value, "Properties");
    const size = SIZES.get(typeNameOf(entry.value) ?? "");
    if (properties?.kind !== "map" || size === undefined) return;
    const isLonger = (pick: Pick): boolean => {
      let isFound = false;
      checkSizes(properties, size, () => (isFound = true), pick);
      return isFound;
    };
    // Most policies are short whatever conditions choose.
    if (!isLonger(Math.max)) return;
    if (isLonger(Math.min)) checkSizes(properties, size, context.report, Math.min);
    else eachVariant(properties, entry, context, (one, report) => checkSizes(one, size, report, Math.min));
  },
};

/** Which of the lengths that conditions choose from counts. */
type Pick = (one: number, other: number) => number;

function checkSizes(properties: MapNode, size: Size, report: ReportAt, pick: Pick): void {
  const trust = pairOf(properties, "AssumeRolePolicyDocument");
  const own = pairOf(properties, "PolicyDocument") ?? pairOf(properties, "Policies");
  const documents =
    own?.value.kind === "list" ? own.value.items.map((item) => valueAt(item, "PolicyDocument")) : [own?.value];
  const sum = documents.reduce((all, one) => all + lengthOf(one, pick), 0);
  if (own !== undefined) check(own, sum, size);
  if (trust !== undefined && size.trust !== undefined) check(trust, lengthOf(trust.value, pick), size.trust);

  function check(
    { key, merged }: Pair,
    length: number,
    { most, says }: { readonly most: number; readonly says: string },
  ): void {
    if (length <= most || merged) return;
    report(contentSpan(key), { message: "too-long", with: { length, most, says } });
  }
}

/** The minimum length of a value as JSON without white space. */
function lengthOf(node: Node | undefined, pick: Pick): number {
  if (node === undefined) return 0;
  if (node.kind === "scalar") return blackLength(node.text) + (typeof node.value === "string" ? 2 : 0);
  if (node.kind === "list") return 1 + node.items.reduce((sum, item) => sum + lengthOf(item, pick) + 1, 0);
  if (node.kind === "map")
    return 1 + node.pairs.reduce((sum, { key, value }) => sum + key.text.length + lengthOf(value, pick) + 4, 0);
  if (node.name === "Fn::If")
    return listItems(node.argument)
      .slice(1)
      .reduce((length, one, at) => (at === 0 ? lengthOf(one, pick) : pick(length, lengthOf(one, pick))), 0);
  const text = node.name === "Fn::Sub" ? textOf(node.argument) : undefined;
  return text === undefined ? 0 : blackLength(text.replace(/\$\{[^}]*\}/g, ""));
}

/** The length without white space, which a policy written as text may contain. */
function blackLength(text: string): number {
  return text.replace(/\s+/g, "").length;
}
