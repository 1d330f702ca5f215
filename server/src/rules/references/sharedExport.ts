import { exportsOf } from "../../model/references/exports.ts";
import type { TemplateRule } from "../engine/rule.ts";

/**
 * Another template of the workspace exports the same name. The two stacks cannot exist in the same account and region; if they
 * never do (one for each environment, say), this is fine.
 *
 * Bad, where network.yaml exports `vpc-id` too:
 * ```yaml
 * Outputs:
 *   Vpc:
 *     Value: !Ref Vpc
 *     Export: {Name: vpc-id}
 * ```
 * Good:
 * ```yaml
 *     Export: {Name: !Sub "${AWS::StackName}-vpc-id"}
 * ```
 *
 * @ja
 * ワークスペースの別のテンプレートが、同じ名前をエクスポートしていることを検出します。
 * 1つのアカウントとリージョンに両方のスタックは作成できません。
 * 環境ごとに分かれているなど、同じ場所に置くことがなければ問題ありません。
 * 悪い例（network.yamlも`vpc-id`をエクスポートしている場合）：
 */
export const sharedExport: TemplateRule = {
  scope: "template",
  code: "shared-export",
  severity: "info",
  title: { en: "No other template exports the same name", ja: "ほかのテンプレートと同じ名前をエクスポートしていない" },
  topic: "error-already-exists",
  check(template, { exportedElsewhere, report }) {
    for (const { name, span } of exportsOf(template)) {
      const other = name.includes("${") ? undefined : exportedElsewhere(name);
      if (other === undefined) continue;
      report(undefined, span, {
        en: `${other} exports ${name} too: the two stacks cannot exist in the same account and Region.`,
        ja: `${other}も${name}をエクスポートしています。この2つのスタックを、同じアカウントの同じリージョンに作ることはできません。`,
      });
    }
  },
};
