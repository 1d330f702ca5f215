import { searchResources } from "../../model/incremental/searchEntries.ts";
import { resourcesByName } from "../../model/references/resourcesByName.ts";
import type { Template } from "../../model/template.ts";
import { contentSpan, listItems, type Node, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import { certainlyDiffer, composedText } from "../shared/resolving/composedText.ts";
import type { TemplateRule } from "../shared/rule.ts";

/** A bucket's policy with a statement on another bucket, which S3 refuses. */
export const bucketPolicyResource: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    for (const { entry, found } of policies(template)) {
      for (const { node, bucket } of found.resources) {
        if (!isOther(bucket, found.bucket, template)) continue;
        report(entry, contentSpan(node), {
          message: "other-bucket",
          with: { named: found.bucket, bucket },
        });
      }
    }
  },
};

/** Whether two composed names certainly belong to different buckets. */
function isOther(name: string, own: string, template: Template): boolean {
  const [one, other] = [name, own].map((text) => resourcesByName(template).get(variableOf(text) ?? ""));
  const isBucket = [one, other].map((entry) => typeNameOf(entry?.value) === "AWS::S3::Bucket");
  if (isBucket[0] && isBucket[1]) return one !== other;
  if (isBucket[0]) return false;
  const given = isBucket[1] ? valueAt(valueAt(other?.value, "Properties"), "BucketName") : undefined;
  const text = isBucket[1] ? given && composedText(given) : own;
  return text !== undefined && !/[*?]/.test(name) && certainlyDiffer(name, text);
}

function variableOf(text: string): string | undefined {
  return /^\$\{(\w+)\}$/.exec(text)?.[1];
}

const ARN = /^arn:(?:aws[\w-]*|\$\{AWS::Partition\}):s3:::((?:\$\{[^}]*\}|[^/$])+)/;

/** The bucket's name in an ARN of a bucket or an object; values that only the deployment knows stay variables. */
function bucketIn(node: Node): string | undefined {
  const text = composedText(node) ?? "";
  const target = /^\$\{(\w+)\.Arn\}(?:\/|$)/.exec(text)?.[1];
  return target === undefined ? ARN.exec(text)?.[1] : `\${${target}}`;
}

const policies = searchResources(["AWS::S3::BucketPolicy"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  const named = valueAt(properties, "Bucket");
  const target = resourceTarget(named);
  const bucket = target === undefined ? named && composedText(named) : `\${${target}}`;
  if (bucket === undefined || bucket.includes("Fn::If")) return undefined;
  const resources = listItems(valueAt(valueAt(properties, "PolicyDocument"), "Statement")).flatMap((statement) =>
    listItems(valueAt(statement, "Resource")).flatMap((node) => {
      const name = bucketIn(node);
      return name === undefined || name.includes("Fn::If") ? [] : [{ node, bucket: name }];
    }),
  );
  return resources.length === 0 ? undefined : { bucket, resources };
});
