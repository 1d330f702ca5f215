import { STATEFUL_TYPES } from "../../catalogue/values/resourceTypes.ts";
import type { EntryContent } from "../../model/template.ts";
import { contentSpan, pairOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { keyEdit } from "../shared/fixes/keyEdit.ts";
import type { EntryRule, Words } from "../shared/rule.ts";
import { isSet } from "../shared/values/literals.ts";

/**
 * A resource that holds data, with neither DeletionPolicy nor UpdateReplacePolicy: when it is removed from the stack or
 * replaced by an update, its data is lost (a bucket with objects cannot be deleted at all).
 */
export const statefulResource: EntryRule = {
  scope: "entry",
  types: [...STATEFUL_TYPES],
  check(entry, { report, format }) {
    if (pairOf(entry.value, "DeletionPolicy") !== undefined || pairOf(entry.value, "UpdateReplacePolicy") !== undefined)
      return;
    // The data is the cluster's.
    if (isInCluster(entry)) return;
    const pair = pairOf(entry.value, "Type");
    const first = pair && keyEdit(pair, "DeletionPolicy", "Retain", entry.unit.text, format);
    const second = pair && keyEdit(pair, "UpdateReplacePolicy", "Retain", entry.unit.text, format);
    const edits = first && second ? [{ ...first, newText: first.newText + second.newText }] : [];
    report(contentSpan(entry.key), {
      ...statefulMessage(entry),
      unfinished: "below",
      data: edits.length > 0 ? { title: RETAIN, edits } : undefined,
    });
  },
};

function statefulMessage({ name, value }: EntryContent): Words {
  const type = typeNameOf(value);
  if (type === "AWS::S3::Bucket") return { message: "bucket", with: { name } };
  // Only DeletionPolicy has Snapshot as its default.
  if (type === "AWS::RDS::DBCluster" || type === "AWS::RDS::DBInstance") return { message: "snapshot", with: { name } };
  return { message: "holds-data", with: { name } };
}

/** Whether it is an instance of Aurora or of a Multi-AZ cluster. A cluster's own name is called as the instance's property. */
function isInCluster({ value }: EntryContent): boolean {
  const isInstance = typeNameOf(value)?.endsWith("::DBInstance") === true;
  const properties = valueAt(value, "Properties");
  return isInstance && properties?.kind === "map" && isSet(properties, "DBClusterIdentifier");
}

const RETAIN = {
  en: "Retain it (DeletionPolicy, UpdateReplacePolicy)",
  ja: "保持する（DeletionPolicyとUpdateReplacePolicyを追加）",
};
