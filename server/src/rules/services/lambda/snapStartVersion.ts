import { searchEntries } from "../../../model/incremental/searchEntries.ts";
import { contentSpan, pairOf, textOf, valueAt } from "../../../model/tree/node.ts";
import type { TemplateRule } from "../../engine/rule.ts";
import { mayHaveMore } from "../../shared/declaredNames.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";

/**
 * A function with SnapStart of which the template publishes no version: SnapStart works on published versions only.
 * It is based on the Lambda developer guide.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Function:
 *     Type: AWS::Lambda::Function
 *     Properties:
 *       SnapStart: {ApplyOn: PublishedVersions}
 *       Code: {S3Bucket: code, S3Key: function.zip}
 * ```
 * Good:
 * ```yaml
 *   Function:
 *     Type: AWS::Lambda::Function
 *     Properties:
 *       SnapStart: {ApplyOn: PublishedVersions}
 *       Code: {S3Bucket: code, S3Key: function.zip}
 *   Version:
 *     Type: AWS::Lambda::Version
 *     Properties: {FunctionName: !Ref Function}
 * ```
 *
 * @ja
 * SnapStartを有効にした関数のうち、テンプレートでバージョンを発行していないものを検出します。
 * SnapStartは、発行されたバージョンでだけ機能します。
 * 判定は、Lambdaのデベロッパーガイドに基づきます。
 */
export const snapStartVersion: TemplateRule = {
  scope: "template",
  code: "snap-start-version",
  severity: "info",
  cfnLint: [],
  title: { en: "Functions with SnapStart have a version", ja: "SnapStartの関数にはバージョンがある" },
  topic: "lambda-versions",
  check(template, { report }) {
    const functions = snapping(template, "Resources");
    if (functions.length === 0 || mayHaveMore(template.declarations)) return;
    const published = versions(template, "Resources").map(({ found }) => found.of);
    for (const { entry, found } of functions) {
      if (published.includes(entry.name) || published.includes(undefined)) continue;
      report(entry, contentSpan(found), {
        en: `SnapStart works on published versions only, and the template has none of ${entry.name}: add an AWS::Lambda::Version.`,
        ja: `SnapStartは発行されたバージョンでだけ機能しますが、${entry.name}のバージョンがテンプレートにありません。AWS::Lambda::Versionを追加してください。`,
      });
    }
  },
};

const snapping = searchEntries(({ value }) => {
  if (textOf(valueAt(value, "Type")) !== "AWS::Lambda::Function") return undefined;
  const snapStart = pairOf(valueAt(value, "Properties"), "SnapStart");
  return textOf(valueAt(snapStart?.value, "ApplyOn")) === "PublishedVersions" ? snapStart?.key : undefined;
});

/** Versions with the function that they are of; `undefined` where it can't be told. */
const versions = searchEntries(({ value }) =>
  textOf(valueAt(value, "Type")) === "AWS::Lambda::Version"
    ? { of: resourceTarget(valueAt(valueAt(value, "Properties"), "FunctionName")) }
    : undefined,
);
