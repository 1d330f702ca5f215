import { contentSpan, type Node, type Pair, pairOf, textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import type { EntryRule } from "../engine/rule.ts";

interface Size {
  readonly most: number;
  readonly says: string;
}

// Source: the IAM user guide's “IAM and AWS STS quotas” and S3's “Bucket policies”, read 2026-11. A trust policy of 2,048 is the
// default of a quota that goes up to 4,096.

const SIZES: ReadonlyMap<string, Size> = new Map([
  ["AWS::IAM::Group", { most: 5120, says: "Maximum policy size of 5120 bytes exceeded for group" }],
  ["AWS::IAM::ManagedPolicy", { most: 6144, says: "Cannot exceed quota for PolicySize: 6144" }],
  ["AWS::IAM::Role", { most: 10_240, says: "Maximum policy size of 10240 bytes exceeded for role" }],
  ["AWS::IAM::User", { most: 2048, says: "Maximum policy size of 2048 bytes exceeded for user" }],
  ["AWS::S3::BucketPolicy", { most: 20_480, says: "PolicyTooLarge" }],
]);
const TRUST: Size = { most: 4096, says: "Cannot exceed quota for ACLSizePerRole" };

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
    if (trust !== undefined) check(trust, lengthOf(trust.value), TRUST);

    function check({ key, merged }: Pair, length: number, { most, says }: Size): void {
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
