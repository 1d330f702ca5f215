import { contentSpan, pairOf, textOf, valueAt } from "../../model/tree/node.ts";
import type { EntryRule } from "../engine/rule.ts";
import { isSet } from "../shared/values/literals.ts";

/** ACLs that work with bucket-owner-enforced ownership, which new buckets have. */
const HARMLESS = new Set(["Private", "BucketOwnerFullControl", "BucketOwnerRead"]);

/** `AccessControl` on an S3 bucket: ACLs are a legacy mechanism, and a bucket policy does the same better. */
export const bucketAccessControl: EntryRule = {
  scope: "entry",
  types: ["AWS::S3::Bucket"],
  code: "bucket-access-control",
  check(entry, { report }) {
    const properties = valueAt(entry.value, "Properties");
    const pair = pairOf(properties, "AccessControl");
    if (pair === undefined || pair.merged || properties?.kind !== "map") return;
    const value = textOf(pair.value);
    if (value !== undefined && !HARMLESS.has(value) && !isSet(properties, "OwnershipControls")) {
      report(contentSpan(pair.key), {
        en: `A new bucket refuses the ACL ${value}: use a bucket policy, or add OwnershipControls with BucketOwnerPreferred.`,
        ja: `新しいバケットではACL ${value}が拒否されます。バケットポリシーを使うか、OwnershipControls（BucketOwnerPreferred）を追加してください。`,
        severity: "error",
        code: "bucket-acl-refused",
      });
    }
    report(contentSpan(pair.key), {
      en: "AccessControl is a legacy property: use AWS::S3::BucketPolicy.",
      ja: "AccessControlは古い方法です。AWS::S3::BucketPolicyを使ってください。",
    });
  },
};
