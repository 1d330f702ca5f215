import { STATEFUL_TYPES } from "../../catalogue/values/statefulTypes.ts";
import type { EntryContent } from "../../model/template.ts";
import { contentSpan, pairOf, textOf, valueAt } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import type { EntryRule } from "../engine/rule.ts";
import { keyEdit } from "../shared/fixes/keyEdit.ts";

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
    const pair = pairOf(entry.value, "Type");
    const first = pair && keyEdit(pair, "DeletionPolicy", "Retain", entry.unit.text, format);
    const second = pair && keyEdit(pair, "UpdateReplacePolicy", "Retain", entry.unit.text, format);
    const edits = first && second ? [{ ...first, newText: first.newText + second.newText }] : [];
    report(contentSpan(entry.key), {
      ...messageOf(entry),
      unfinished: "below",
      data: edits.length > 0 ? { title: RETAIN, edits } : undefined,
    });
  },
};

function messageOf({ name, value }: EntryContent): Localised {
  const type = textOf(valueAt(value, "Type"));
  if (type === "AWS::S3::Bucket")
    return {
      en: `CloudFormation deletes ${name} when it is empty, and fails when it holds objects: specify what happens to it with DeletionPolicy and UpdateReplacePolicy.`,
      ja: `${name}は空なら削除され、オブジェクトが残っていると削除に失敗します。DeletionPolicyとUpdateReplacePolicyで扱いを指定してください。`,
    };
  // A snapshot is the default of DeletionPolicy alone.
  const isInstance = type === "AWS::RDS::DBInstance";
  const isAlone = isInstance && pairOf(valueAt(value, "Properties"), "DBClusterIdentifier") === undefined;
  if (type === "AWS::RDS::DBCluster" || isAlone)
    return {
      en: `${name} holds data. When it is removed, a snapshot is left, but an update that replaces it deletes its data: specify what happens to it with DeletionPolicy and UpdateReplacePolicy.`,
      ja: `${name}はデータを持ちます。削除時にはスナップショットが残りますが、更新で置換されるとデータは失われます。DeletionPolicyとUpdateReplacePolicyで扱いを指定してください。`,
    };
  return {
    en: `${name} holds data that is deleted with it: specify what happens to it with DeletionPolicy and UpdateReplacePolicy.`,
    ja: `${name}はデータを持ち、リソースと一緒に削除されます。DeletionPolicyとUpdateReplacePolicyで扱いを指定してください。`,
  };
}

const RETAIN = {
  en: "Retain it (DeletionPolicy, UpdateReplacePolicy)",
  ja: "保持する（DeletionPolicyとUpdateReplacePolicyを追加）",
};
