import { contentSpan, type Node, pairOf, textOf, valueAt } from "../../model/tree/node.ts";
import type { EntryRule } from "../engine/rule.ts";
import { isSet } from "../shared/values/literals.ts";
import { valuesAt } from "../shared/values/valuesAt.ts";

/** ACLs that work with bucket-owner-enforced ownership, which new buckets have. */
const HARMLESS = new Set(["Private", "BucketOwnerFullControl", "BucketOwnerRead"]);

/** `AccessControl` on an S3 bucket: ACLs are a legacy mechanism, and a bucket policy does the same better. */
export const bucketAccessControl: EntryRule = {
  scope: "entry",
  types: ["AWS::S3::Bucket"],
  check(entry, { report }) {
    const properties = valueAt(entry.value, "Properties");
    const pair = pairOf(properties, "AccessControl");
    if (pair === undefined || pair.merged || properties?.kind !== "map") return;
    const value = textOf(pair.value);
    if (value !== undefined && !HARMLESS.has(value) && !isSet(properties, "OwnershipControls")) {
      report(contentSpan(pair.key), {
        en: `A new bucket refuses the ACL ${value} (“Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting”): use a bucket policy, or add OwnershipControls with BucketOwnerPreferred.`,
        ja: `新しいバケットではACL ${value}が拒否されます（「Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting」）。バケットポリシーを使うか、OwnershipControls（BucketOwnerPreferred）を追加してください。`,
        severity: "error",
        code: "bucket-acl-refused",
      });
    }
    if (value !== undefined && !HARMLESS.has(value) && isEnforced(properties)) {
      report(contentSpan(pair.key), {
        en: `With BucketOwnerEnforced a bucket refuses the ACL ${value} (“Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting”): leave out AccessControl.`,
        ja: `BucketOwnerEnforcedのバケットではACL ${value}が拒否されます（「Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting」）。AccessControlを削除してください。`,
        severity: "error",
        code: "bucket-acl-refused",
      });
      return;
    }
    report(contentSpan(pair.key), {
      en: "AccessControl is a legacy property: use AWS::S3::BucketPolicy.",
      ja: "AccessControlは古い方法です。AWS::S3::BucketPolicyを使ってください。",
    });
  },
};

function isEnforced(properties: Node): boolean {
  const [ownership] = valuesAt(properties, ["OwnershipControls", "Rules", "ObjectOwnership"]);
  return textOf(ownership) === "BucketOwnerEnforced";
}
