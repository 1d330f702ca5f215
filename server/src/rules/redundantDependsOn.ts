import { contentSpan, type Node, pairOf, type ScalarNode } from "../model/node.ts";
import { references } from "../model/references.ts";
import type { Span } from "../text/span.ts";
import type { EntryRule, FixData } from "./rule.ts";

/**
 * `DependsOn` a resource that the same resource refers to anyway: a `Ref`, `Fn::GetAtt` or `Fn::Sub` already makes
 * CloudFormation wait for it.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Policy:
 *     Type: AWS::S3::BucketPolicy
 *     DependsOn: Bucket
 *     Properties:
 *       Bucket: !Ref Bucket
 * ```
 * Good:
 * ```yaml
 *   Policy:
 *     Type: AWS::S3::BucketPolicy
 *     Properties:
 *       Bucket: !Ref Bucket
 * ```
 */
export const redundantDependsOn: EntryRule = {
  scope: "entry",
  sections: ["Resources"],
  code: "redundant-depends-on",
  severity: "warning",
  cfnLint: ["W3005"],
  title: { en: "DependsOn says what references do not say", ja: "参照で済む依存をDependsOnに書かない" },
  topic: "depends-on",
  check(entry, { report, format }) {
    const pair = pairOf(entry.value, "DependsOn");
    if (pair === undefined || pair.merged) return;
    const found = references(entry);
    const items = scalars(pair.value);
    for (const node of items) {
      const reference = found.find(({ kind, name }) => (kind === "ref" || kind === "resource") && name === node.text);
      if (reference === undefined) continue;
      const data = removal(node, pair.value, { start: pair.key.start, end: pair.value.end }, format, entry.unit.text);
      report(
        contentSpan(node),
        {
          en: `This DependsOn is not needed: ${reference.via} already makes the resource wait for ${node.text}.`,
          ja: `このDependsOnは不要です。${reference.via} の参照により、${node.text} が先に作成されます。`,
        },
        {
          tag: "unnecessary",
          related: [
            {
              span: reference,
              message: { en: `${node.text} is referred to here.`, ja: `${node.text} をここで参照しています。` },
            },
          ],
          ...(data && { data }),
        },
      );
    }
  },
};

function scalars(node: Node): readonly ScalarNode[] {
  const items = node.kind === "list" ? node.items : [node];
  return items.filter((item) => item.kind === "scalar");
}

const TITLE = { en: "Remove the redundant DependsOn", ja: "不要なDependsOnを削除" };

/** Takes the line of the item, or of the whole key where it is the only one; only in block YAML, where lines are whole. */
function removal(
  node: ScalarNode,
  value: Node,
  whole: Span,
  format: "yaml" | "json",
  text: string,
): FixData | undefined {
  if (format === "json") return undefined;
  const single = value.kind === "scalar" || (value.kind === "list" && value.items.length === 1);
  if (value.kind === "list" && value.flow && !single) return undefined;
  const { start, end } = single ? whole : node;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", end);
  const before = text.slice(lineStart, start);
  const after = text.slice(end, newline < 0 ? text.length : newline);
  if (!/^\s*(?:- *)?["']?$/.test(before) || /\S/.test(after) || newline < 0) return undefined;
  return { title: TITLE, edits: [{ start: lineStart, end: newline + 1, newText: "" }], safe: true };
}
