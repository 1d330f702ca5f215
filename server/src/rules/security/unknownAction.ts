import type { EntryContent } from "../../model/template.ts";
import { contentSpan, type Node, type ScalarNode, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import { nearest } from "../../text/nearest.ts";
import { suggestion, suggestionFor } from "../shared/fixes/nearest.ts";
import { whereIs } from "../shared/resolving/assumedCases.ts";
import { literalForm } from "../shared/resolving/literalForm.ts";
import { valueBranches } from "../shared/resolving/valueBranches.ts";
import type { EntryContext, EntryRule, ReportAt } from "../shared/rule.ts";
import { actionsNamed } from "../shared/values/actionsNamed.ts";
import { isOpenText } from "../shared/values/literals.ts";

/** An unknown IAM action or service: the statement has no effect for it. */
export const unknownAction: EntryRule = {
  scope: "entry",
  check(entry, context) {
    if (!entry.unit.text.includes("Effect")) return;
    const properties = valueAt(entry.value, "Properties");
    // Others take such an action, without effect.
    const severity = typeNameOf(entry.value)?.startsWith("AWS::IAM::") === true ? "error" : undefined;
    if (properties !== undefined) walk(properties, { ...context, severity, entry, isSure: true });
  },
};

/** Actions that a service's guide requires although IAM's list lacks them: MediaLive reads MediaConnect's flows by these. */
const UNLISTED = /^mediaconnect:managed(?:describeflow|addoutput|removeoutput)$/i;

/** API operations whose permission has another name. */
const OPERATIONS: ReadonlyMap<string, string> = new Map(
  (
    [
      ["s3", "ListBucket", "ListObject ListObjects ListObjectsV2 HeadBucket"],
      ["s3", "ListAllMyBuckets", "ListBuckets"],
      ["s3", "GetObject", "HeadObject GetObjects"],
      ["s3", "PutObject", "CopyObject UploadPart CreateMultipartUpload CompleteMultipartUpload PutObjects"],
      ["s3", "DeleteObject", "DeleteObjects"],
      ["s3", "GetEncryptionConfiguration", "GetBucketEncryption"],
      ["s3", "PutEncryptionConfiguration", "PutBucketEncryption DeleteBucketEncryption"],
      ["s3", "GetLifecycleConfiguration", "GetBucketLifecycle GetBucketLifecycleConfiguration"],
      ["s3", "PutLifecycleConfiguration", "PutBucketLifecycle PutBucketLifecycleConfiguration"],
      ["s3", "GetReplicationConfiguration", "GetBucketReplication"],
      ["s3", "PutReplicationConfiguration", "PutBucketReplication"],
      ["s3", "GetBucketNotification", "GetBucketNotificationConfiguration"],
      ["s3", "PutBucketNotification", "PutBucketNotificationConfiguration"],
      ["lambda", "InvokeFunction", "Invoke"],
    ] as const
  ).flatMap(([prefix, action, operations]) =>
    operations.split(" ").map((operation): [string, string] => [`${prefix}:${operation.toLowerCase()}`, action]),
  ),
);

interface Walk extends EntryContext {
  /** Of what is no action's form. */
  readonly severity: "error" | undefined;
  readonly entry: EntryContent;
  /** Whether nothing around is chosen by a function. */
  readonly isSure: boolean;
}

function walk(node: Node, context: Walk): void {
  if (node.kind === "list") for (const item of node.items) walk(item, context);
  else if (node.kind === "call") {
    if (node.argument.kind !== "scalar") walk(node.argument, { ...context, isSure: false });
  } else if (node.kind === "map") {
    const isStatement = node.pairs.some(
      ({ key, value }) => key.text === "Effect" && value.kind === "scalar" && /^(?:Allow|Deny)$/.test(value.text),
    );
    for (const { key, value, merged } of node.pairs) {
      if (merged) continue;
      if (isStatement && (key.text === "Action" || key.text === "NotAction")) {
        for (const item of value.kind === "list" ? value.items : [value]) checkItem(item, context);
      } else walk(value, context);
    }
  }
}

function checkItem(item: Node, context: Walk): void {
  if (item.kind === "scalar") {
    checkAction(item, context);
    return;
  }
  const form = context.isSure ? literalForm(item, context.entry, context.declarations) : undefined;
  const report: ReportAt = (span, { data, ...found }) => context.report(span, { ...found, ...form?.extra });
  if (form !== undefined) checkAction(form.node, { ...context, report });
  for (const { node, assumptions } of context.isSure ? valueBranches(item) : []) {
    const reportWhere: ReportAt = (span, { data, ...found }) =>
      context.report(span, { ...found, before: whereIs(assumptions), severity: "warning" });
    if (node.kind === "scalar" && node !== form?.node) checkAction(node, { ...context, report: reportWhere });
  }
}

function checkAction(node: ScalarNode, { catalogue, report, severity }: Walk): void {
  const { text } = node;
  if (node.value === null || text === "*" || isOpenText(text) || UNLISTED.test(text)) return;
  const span = contentSpan(node);
  const colon = text.indexOf(":");
  if (colon < 0) {
    report(span, { message: "no-service-named", severity });
    return;
  }
  if (text.includes(":", colon + 1)) {
    report(span, { message: "one-colon", severity });
    return;
  }
  const prefix = text.slice(0, colon).toLowerCase();
  const name = text.slice(colon + 1);
  if (/[*?]/.test(prefix)) {
    report(span, { message: "no-vendor", severity });
    return;
  }
  const service = catalogue.iamServices.get(prefix);
  if (service === undefined) {
    const { en, ja } = didYouMean(nearest(prefix, catalogue.iamServices.keys()));
    report(span, { message: "no-service", with: { prefix, meant: { en, ja } } });
    return;
  }
  if (actionsNamed(service, name).length > 0) return;
  if (/[*?]/.test(name)) {
    report(span, { message: "no-match", with: { prefix, name } });
    return;
  }
  const at = { start: span.end - name.length, end: span.end };
  const operation = OPERATIONS.get(`${prefix}:${name.toLowerCase()}`);
  const { en, ja, data } =
    operation === undefined ? suggestion(name, service.actions.keys(), at) : suggestionFor(operation, at);
  report(span, { message: "no-action", with: { prefix, name, meant: { en, ja } }, data });
}
