import { contentSpan, type Node, pairOf, textOf, valueAt } from "../../model/tree/node.ts";
import { keyEdit } from "../shared/fixes/keyEdit.ts";
import type { EntryRule } from "../shared/rule.ts";
import { isSet, literalText } from "../shared/values/literals.ts";

/** A Lambda permission for an S3 bucket without SourceAccount. */
export const permissionAccount: EntryRule = {
  scope: "entry",
  types: ["AWS::Lambda::Permission"],
  check(entry, { format, report }) {
    const properties = valueAt(entry.value, "Properties");
    if (properties?.kind !== "map" || isSet(properties, "SourceAccount")) return;
    const source = pairOf(properties, "SourceArn");
    if (source === undefined || source.merged) return;
    const isBucket = literalText(properties, "Principal") === "s3.amazonaws.com" || isBucketArn(source.value);
    if (!isBucket) return;
    const account = { yaml: "!Ref AWS::AccountId", json: '{ "Ref": "AWS::AccountId" }' };
    const edit =
      properties.flow && format === "yaml"
        ? undefined
        : keyEdit(source, "SourceAccount", account, entry.unit.text, format);
    const title = { en: "Add SourceAccount", ja: "SourceAccountを追加" };
    report(contentSpan(source.key), { message: "no-account", data: edit && { title, edits: [edit] } });
  },
};

function isBucketArn(node: Node): boolean {
  const text = node.kind === "call" && node.name === "Fn::Sub" ? textOf(node.argument) : textOf(node);
  return text !== undefined && /^arn:(?:aws[\w-]*|\$\{AWS::Partition\}):s3:::/.test(text);
}
