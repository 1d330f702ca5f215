import { regionsReadOn, regionsWithout } from "../../catalogue/types/typeRegions.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { contentSpan, pairOf } from "../../model/tree/node.ts";
import type { TemplateRule } from "../engine/rule.ts";

/**
 * A resource type that CloudFormation does not have in a Region of the project: one that `.cfn-notes.yaml` names below `regions`.
 * Without `regions` it says nothing.
 * It is based on the registry's lists of types by Region, which grow: the message says of which day they are. What is newer is not told.
 *
 * Bad (with `regions: [ap-northeast-3]`):
 * ```yaml
 * Resources:
 *   App:
 *     Type: AWS::AppRunner::Service
 *     Properties:
 *       SourceConfiguration:
 *         ImageRepository: {ImageIdentifier: "public.ecr.aws/nginx/nginx:latest", ImageRepositoryType: ECR_PUBLIC}
 * ```
 * Good (with `regions: [ap-northeast-3]`):
 * ```yaml
 * Resources:
 *   Queue:
 *     Type: AWS::SQS::Queue
 * ```
 *
 * @ja
 * プロジェクトのリージョン（`.cfn-notes.yaml`の`regions`で指定したもの）で、CloudFormationが対応していないリソースタイプを検出します。
 * `regions`がない場合は、何も報告しません。
 * 判定は、レジストリのリージョンごとのタイプの一覧に基づきます。対応は増えていくため、メッセージに一覧の日付を示します。一覧より新しいタイプは報告しません。
 */
export const typeRegion: TemplateRule = {
  scope: "template",
  code: "type-region",
  severity: "warning",
  cfnLint: ["E3006"],
  title: { en: "Types exist in the project’s Regions", ja: "リソースタイプがプロジェクトのリージョンにある" },
  check(template, { regions, report }) {
    if (regions.length === 0) return;
    for (const { entry, found } of typed(template, "Resources")) {
      const without = regionsWithout(found.text, regions);
      if (without.length === 0) continue;
      const where = { en: without.join(", "), ja: without.join("、") };
      report(entry, contentSpan(found), {
        en: `CloudFormation had no ${found.text} in ${where.en} on ${regionsReadOn()} (“Unrecognized resource types: [${found.text}]”).`,
        ja: `${regionsReadOn()}の時点で、${where.ja}のCloudFormationは${found.text}に対応していません（「Unrecognized resource types: [${found.text}]」）。`,
      });
    }
  },
};

const typed = searchEntries(({ value }) => {
  const type = pairOf(value, "Type")?.value;
  return type?.kind === "scalar" ? type : undefined;
});
