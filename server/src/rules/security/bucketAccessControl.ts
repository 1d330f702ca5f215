import { contentSpan, type Node, pairOf, textOf, valueAt } from "../../model/tree/node.ts";
import type { EntryRule } from "../shared/rule.ts";
import { isSet, nodesAt } from "../shared/values/literals.ts";

/** ACLs that bucket-owner-enforced ownership, the default for new buckets, allows. */
const HARMLESS = new Set(["Private", "BucketOwnerFullControl", "BucketOwnerRead"]);

/** `AccessControl` on an S3 bucket: ACLs are a legacy mechanism, and a bucket policy does the same better. */
export const bucketAccessControl: EntryRule = {
  scope: "entry",
  isResolved: true,
  types: ["AWS::S3::Bucket"],
  check(entry, { report }) {
    const properties = valueAt(entry.value, "Properties");
    const pair = pairOf(properties, "AccessControl");
    if (pair === undefined || pair.merged || properties?.kind !== "map") return;
    const value = textOf(pair.value);
    if (value !== undefined && !HARMLESS.has(value) && !isSet(properties, "OwnershipControls")) {
      report(contentSpan(pair.value), {
        message:
          value.startsWith("Public") && !isSet(properties, "PublicAccessBlockConfiguration")
            ? "new-public"
            : "new-bucket",
        with: { value },
        severity: "error",
        code: "bucket-acl-refused",
      });
      return;
    }
    if (value !== undefined && !HARMLESS.has(value) && isEnforced(properties)) {
      report(contentSpan(pair.value), {
        message: "owner-enforced",
        with: { value },
        severity: "error",
        code: "bucket-acl-refused",
      });
      return;
    }
    report(contentSpan(pair.key), { message: "legacy" });
  },
};

function isEnforced(properties: Node): boolean {
  const [ownership] = nodesAt(properties, ["OwnershipControls", "Rules", "ObjectOwnership"]);
  return textOf(ownership) === "BucketOwnerEnforced";
}
