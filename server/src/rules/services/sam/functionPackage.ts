import { contentSpan, type MapNode, pairOf, valueAt } from "../../../model/tree/node.ts";
import type { EntryRule } from "../../engine/rule.ts";
import { hasAllKeys, isAlwaysSet, isSet, literalText } from "../../shared/values/literals.ts";

/** Variables that Lambda sets itself. Others that begin with AWS_LAMBDA_ are meant to be set, such as AWS_LAMBDA_EXEC_WRAPPER. */
const RESERVED =
  /^(?:_HANDLER|_X_AMZN_TRACE_ID|AWS_(?:DEFAULT_REGION|REGION|EXECUTION_ENV|LAMBDA_(?:FUNCTION_(?:NAME|MEMORY_SIZE|VERSION)|INITIALIZATION_TYPE|LOG_(?:GROUP|STREAM)_NAME|RUNTIME_API)|ACCESS_KEY(?:_ID)?|SECRET_ACCESS_KEY|SESSION_TOKEN))$/;

/**
 * A Lambda function whose properties do not fit its kind of code: an image has neither Runtime nor Handler, a zip file needs
 * both, inline code is for Node.js and Python only. Environment variables that are reserved for Lambda are reported, too.
 * It is based on the API reference of CreateFunction and the guide's list of reserved variables.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Function:
 *     Type: AWS::Lambda::Function
 *     Properties:
 *       Handler: index.handler
 *       Runtime: java21
 *       Code:
 *         ZipFile: return 1
 * ```
 * Good:
 * ```yaml
 *       Runtime: python3.14
 *       Code:
 *         ZipFile: |
 *           def handler(event, context):
 *             return 1
 * ```
 *
 * @ja
 * コードの形式に合わないプロパティを持つLambda関数を検出します。
 * イメージにはRuntimeもHandlerも指定せず、zipには両方が必要で、インラインコードに使えるのはNode.jsとPythonだけです。
 * Lambdaが予約している環境変数も検出します。
 * 判定は、CreateFunctionのAPIリファレンスと、ガイドにある予約済み変数の一覧に基づきます。
 */
export const functionPackage: EntryRule = {
  scope: "entry",
  sections: ["Resources"],
  types: ["AWS::Lambda::Function"],
  code: "function-package",
  severity: "error",
  cfnLint: ["E3677", "E3678", "E2530", "E3663", "W2530", "W2533"],
  title: { en: "Lambda functions fit their package type", ja: "Lambda関数の設定がコードの形式に合っている" },
  topic: "lambda-code",
  check(entry, { catalogue, report }) {
    const properties = valueAt(entry.value, "Properties");
    if (properties?.kind !== "map" || !hasAllKeys(properties)) return;
    const code = valueAt(properties, "Code");
    const zipFile = pairOf(code, "ZipFile");
    const runtime = literalText(properties, "Runtime");
    const isImage =
      literalText(properties, "PackageType") === "Image" || (code?.kind === "map" && isAlwaysSet(code, "ImageUri"));
    if (isImage) {
      for (const name of ["Runtime", "Handler", "Layers"]) {
        const pair = pairOf(properties, name);
        if (pair === undefined || pair.merged || !isAlwaysSet(properties, name)) continue;
        report(contentSpan(pair.key), {
          en: `A function from an image has no ${name}: the image determines it.`,
          ja: `コンテナイメージの関数に${name}は指定できません（イメージで決まります）。`,
        });
      }
    } else if (zipFile !== undefined && !zipFile.merged) {
      checkInline(properties, runtime);
    } else checkArchive(properties);
    const variables = valueAt(valueAt(properties, "Environment"), "Variables");
    for (const { key, merged } of variables?.kind === "map" ? variables.pairs : []) {
      if (merged || !RESERVED.test(key.text)) continue;
      report(contentSpan(key), {
        en: `${key.text} is set by Lambda itself and can't be given.`,
        ja: `${key.text}はLambdaが設定する変数のため、指定できません。`,
      });
    }

    function checkArchive(own: MapNode): void {
      const pair = pairOf(own, "Code");
      if (pair?.value.kind !== "map" || pair.merged || !isAlwaysSet(pair.value, "S3Key")) return;
      if (isSet(own, "PackageType") && literalText(own, "PackageType") !== "Zip") return;
      for (const needed of ["Runtime", "Handler"]) {
        if (isSet(own, needed)) continue;
        report(contentSpan(pair.key), {
          en: `A function from an archive needs ${needed}.`,
          ja: `アーカイブから作る関数には${needed}が必要です。`,
        });
      }
    }

    function checkInline(own: MapNode, name: string | undefined): void {
      const pair = zipFile;
      if (pair === undefined) return;
      // A runtime that does not exist is faulted as that.
      if (name !== undefined && !/^(?:nodejs|python)/.test(name) && catalogue.lambdaRuntimes.has(name)) {
        report(contentSpan(pair.key), {
          en: `Code can be written inline for Node.js and Python only, not for ${name}.`,
          ja: `コードを直接書けるのはNode.jsとPythonだけです（${name}では使えません）。`,
        });
      }
      for (const needed of ["Runtime", "Handler"]) {
        if (isSet(own, needed)) continue;
        report(contentSpan(pair.key), {
          en: `A function with inline code needs ${needed}.`,
          ja: `コードを直接書いた関数には${needed}が必要です。`,
        });
      }
    }
  },
};
