import { searchResources } from "../../model/incremental/searchEntries.ts";
import { listItems, type Node, textOf, valueAt } from "../../model/tree/node.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import type { TemplateRule } from "../shared/rule.ts";
import { hasAllKeys, isSet } from "../shared/values/literals.ts";

/** A bucket policy that allows everybody, on a bucket that blocks such policies. */
export const publicBucketPolicy: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    const policies = publicPolicies(template);
    if (policies.length === 0) return;
    const blocking = new Set(blockingBuckets(template).map(({ entry }) => entry.name));
    for (const { entry, found } of policies) {
      if (!blocking.has(found.bucket)) continue;
      report(entry, found.node, { message: "blocked", with: { bucket: found.bucket } });
    }
  },
};

const publicPolicies = searchResources(["AWS::S3::BucketPolicy"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  const bucket = resourceTarget(valueAt(properties, "Bucket"));
  const [node] = listItems(valueAt(valueAt(properties, "PolicyDocument"), "Statement")).flatMap(everybody);
  return bucket === undefined || node === undefined ? undefined : { bucket, node };
});

/** The principals of a statement that are everybody. */
function everybody(statement: Node): readonly Node[] {
  if (statement.kind !== "map" || !hasAllKeys(statement) || valueAt(statement, "Condition") !== undefined) return [];
  if (textOf(valueAt(statement, "Effect")) !== "Allow") return [];
  const principal = valueAt(statement, "Principal");
  return [principal, ...listItems(valueAt(principal, "AWS"))].flatMap((node) =>
    node?.kind === "scalar" && node.text === "*" ? [node] : [],
  );
}

const blockingBuckets = searchResources(["AWS::S3::Bucket"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  if (properties === undefined) return true;
  if (properties.kind !== "map" || !hasAllKeys(properties)) return undefined;
  const block = valueAt(properties, "PublicAccessBlockConfiguration");
  return !isSet(properties, "PublicAccessBlockConfiguration") ||
    textOf(valueAt(block, "BlockPublicPolicy"))?.toLowerCase() === "true"
    ? true
    : undefined;
});
