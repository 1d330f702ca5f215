import { searchEntries } from "../../model/incremental/searchEntries.ts";
import type { Entry } from "../../model/template.ts";
import { contentSpan, type Node, type ScalarNode, textOf, valueAt } from "../../model/tree/node.ts";
import type { TemplateRule } from "../engine/rule.ts";

/**
 * Two outputs of a template with the same export name, which must be unique in an account and region.
 * It is based on names that are written alike, under conditions that can be true together.
 *
 * Bad:
 * ```yaml
 * Outputs:
 *   Logs:
 *     Value: !Ref LogBucket
 *     Export: {Name: bucket}
 *   Data:
 *     Value: !Ref DataBucket
 *     Export: {Name: bucket}
 * ```
 * Good:
 * ```yaml
 *   Data:
 *     Value: !Ref DataBucket
 *     Export: {Name: data-bucket}
 * ```
 *
 * @ja
 * 同じエクスポート名を持つ2つの出力を検出します。
 * エクスポート名は、アカウントとリージョンの中で一意でなければなりません。
 * 判定は、同じ書き方の名前で、同時に真になりうる条件のもとにあるものに基づきます。
 */
export const duplicateExport: TemplateRule = {
  scope: "template",
  code: "duplicate-export",
  severity: "error",
  cfnLint: ["E6001"],
  title: { en: "Export names are unique", ja: "エクスポート名が重複していない" },
  topic: "export",
  check(template, { report }) {
    const first = new Map<string, { readonly entry: Entry; readonly node: ScalarNode }>();
    for (const { entry, found: node } of exporting(template, "Outputs")) {
      const earlier = first.get(node.text);
      if (earlier === undefined) {
        first.set(node.text, { entry, node });
        continue;
      }
      report(entry, contentSpan(node), {
        en: `${earlier.entry.name} already exports ${node.text}: names of exports are unique in an account and Region.`,
        ja: `${node.text}は${earlier.entry.name}でもエクスポートされています。名前はアカウントとリージョン内で一意にします。`,
        related: [
          {
            entry: earlier.entry,
            span: contentSpan(earlier.node),
            message: { en: "It is exported here first.", ja: "最初のエクスポートはここです。" },
          },
        ],
      });
    }
  },
};

/** Outputs that exclude each other by conditions may share a name. */
const exporting = searchEntries(({ value }) =>
  valueAt(value, "Condition") === undefined ? nameOf(valueAt(valueAt(value, "Export"), "Name")) : undefined,
);

/** The name as it is written, alone or in a Sub. */
function nameOf(node: Node | undefined): ScalarNode | undefined {
  if (node?.kind === "scalar") return textOf(node) === undefined ? undefined : node;
  return node?.kind === "call" && node.name === "Fn::Sub" && node.argument.kind === "scalar"
    ? node.argument
    : undefined;
}
