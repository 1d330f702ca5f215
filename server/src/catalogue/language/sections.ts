import {
  ANY,
  BOOLEAN,
  explained,
  list,
  map,
  object,
  objectType,
  oneOf,
  property,
  STRING,
  union,
} from "../types/build.ts";
import type { ObjectType, Property, ValueType } from "../types/catalogue.ts";
import { referenceUrl } from "../types/links.ts";
import { templateMetadata } from "./metadata.ts";
import { PARAMETER_TYPES } from "./parameterTypes.ts";

// Source: the template reference's and user guide's pages on template sections.

const SCALAR: ValueType = union(STRING, { kind: "number", integer: false }, BOOLEAN);
const NUMBER_TEXT: ValueType = { kind: "number", integer: true, minimum: 0 };

const PARAMETER_URL = referenceUrl("parameters-section-structure");

/** An entry of `Parameters`. */
export const PARAMETER: ObjectType = objectType("Parameter", PARAMETER_URL, [
  property(
    "Type",
    oneOf(...PARAMETER_TYPES.map(({ name }) => name)),
    "The kind of value that it accepts.",
    "受け取る値の種類。",
    { required: true },
  ),
  property(
    "Default",
    union(SCALAR, list(SCALAR)),
    "The value if none is given. It must meet the constraints of the parameter.",
    "値が指定されないときのデフォルト値。制約に合っている必要があります。",
  ),
  property("AllowedValues", list(SCALAR), "The values that may be chosen.", "選べる値のリスト。"),
  property(
    "AllowedPattern",
    { kind: "string", format: "regex" },
    "A regular expression (Java) that the whole value must match.",
    "値全体が一致しなければならない正規表現（Java）。",
  ),
  property(
    "ConstraintDescription",
    STRING,
    "The message if a value violates the constraints.",
    "制約に合わない値のときに表示するメッセージ。",
  ),
  property(
    "Description",
    { kind: "string", maxLength: 4000 },
    "What the parameter is for, up to 4,000 bytes.",
    "パラメータの説明。4,000バイトまで。",
  ),
  property("MinLength", NUMBER_TEXT, "The least number of characters (String).", "最小の文字数（String）。"),
  property("MaxLength", NUMBER_TEXT, "The greatest number of characters (String).", "最大の文字数（String）。"),
  property("MinValue", { kind: "number", integer: false }, "The least value (Number).", "最小値（Number）。"),
  property("MaxValue", { kind: "number", integer: false }, "The greatest value (Number).", "最大値（Number）。"),
  property(
    "NoEcho",
    BOOLEAN,
    "Whether the value is masked (`****`) in the console and API responses. It gives no protection in Metadata or Outputs.",
    "コンソールやAPIの結果で値を`****`で隠すかどうか。MetadataやOutputsに書いた値は隠れません。",
    { default: "false" },
  ),
]);

const OUTPUT_URL = referenceUrl("outputs-section-structure");

/** An entry of `Outputs`. */
export const OUTPUT: ObjectType = objectType("Output", OUTPUT_URL, [
  property(
    "Value",
    union(SCALAR, ANY),
    "The value that is shown and, with Export, shared with other stacks.",
    "表示する値。Exportがあれば、ほかのスタックに渡されます。",
    { required: true },
  ),
  property(
    "Description",
    { kind: "string", maxLength: 1024 },
    "What the value is, up to 1,024 bytes.",
    "出力値の説明。1,024バイトまで。",
  ),
  property(
    "Condition",
    STRING,
    "The output exists only if this condition is true.",
    "この条件が真のときだけ出力します。",
  ),
  property(
    "Export",
    object(
      objectType("Export", OUTPUT_URL, [
        property(
          "Name",
          STRING,
          "The name by which other stacks import it (`Fn::ImportValue`); unique per account and region.",
          "ほかのスタックが`Fn::ImportValue`で参照する名前。アカウントとリージョン内で一意。",
          { required: true },
        ),
      ]),
    ),
    "Makes the value importable by other stacks of the account and region.",
    "同じアカウント・リージョンのほかのスタックから参照できるようにします。",
  ),
]);

const RULE_URL = referenceUrl("rules-section-structure");

const ASSERTION = objectType("Assertion", RULE_URL, [
  property("Assert", ANY, "The condition that must hold.", "成り立たなければならない条件。", { required: true }),
  property("AssertDescription", STRING, "The message if it does not hold.", "成り立たないときに表示するメッセージ。"),
]);

/** An entry of `Rules`. */
export const RULE: ObjectType = objectType("Rule", RULE_URL, [
  property(
    "RuleCondition",
    ANY,
    "The rule applies only if this is true.",
    "この条件が真のときだけルールを適用します。",
  ),
  property(
    "Assertions",
    list(object(ASSERTION)),
    "What the parameters must satisfy before anything is created or updated.",
    "作成・更新の前にパラメータが満たすべき条件。",
    { required: true },
  ),
]);

const HOOK_URL = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/blue-green.html";

/** An entry of `Hooks`: only `AWS::CodeDeploy::BlueGreen` exists. */
export const HOOK: ObjectType = objectType("Hook", HOOK_URL, [
  property("Type", oneOf("AWS::CodeDeploy::BlueGreen"), "The kind of hook.", "フックの種類。", { required: true }),
  property(
    "Properties",
    ANY,
    "How CodeDeploy moves an ECS service from blue to green.",
    "CodeDeployがECSサービスをブルー/グリーンで切り替える方法。",
  ),
]);

const LANGUAGE_EXTENSIONS = [
  "AWS::LanguageExtensions",
  "Adds Fn::ForEach, Fn::Length, Fn::ToJsonString and more freedom for other functions.",
  "Fn::ForEach、Fn::Length、Fn::ToJsonStringなどを使えるようにします。",
] as const;

const TRANSFORMS: ValueType = {
  ...(explained(
    [
      "AWS::Serverless-2016-10-31",
      "The AWS Serverless Application Model (SAM).",
      "AWS SAM（Serverless Application Model）。",
    ],
    LANGUAGE_EXTENSIONS,
    ["AWS::Include", "Inserts a piece of template from S3.", "S3に置いたテンプレートの断片を取り込みます。"],
    [
      "AWS::SecretsManager-2020-07-23",
      "Creates the Lambda functions that rotate secrets (`HostedRotationLambda`).",
      "シークレットをローテーションするLambda関数を作成します（`HostedRotationLambda`）。",
    ],
    ["AWS::SecretsManager-2024-09-16", "The same, newer.", "同じく、新しいバージョン。"],
    ["AWS::CodeDeployBlueGreen", "Blue/green deployment of ECS services.", "ECSサービスのブルー/グリーンデプロイ。"],
    ["AWS::ServiceCatalog", "Outputs of a Service Catalog product.", "Service Catalog製品の出力を参照します。"],
  ) as Extract<ValueType, { kind: "string" }>),
  closed: false,
};

const GUIDE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/";

/** The sections of a template. */
export function templateBody(resource: () => ObjectType, globals: () => ObjectType): ObjectType {
  const section = (name: string, type: ValueType, en: string, ja: string, page: string, required = false): Property =>
    property(name, type, en, ja, { required, url: page.startsWith("http") ? page : `${GUIDE}${page}.html` });
  return objectType("Template", `${GUIDE}template-anatomy.html`, [
    section(
      "AWSTemplateFormatVersion",
      oneOf("2010-09-09"),
      "The version of the template format; there is only one.",
      "テンプレート形式のバージョン。値は1つだけです。",
      "format-version-structure",
    ),
    section(
      "Description",
      { kind: "string", maxLength: 1024 },
      "What the template is for, up to 1,024 bytes.",
      "テンプレートの説明。1,024バイトまで。",
      "template-description-structure",
    ),
    section(
      "Metadata",
      object(templateMetadata),
      "Data about the template, such as how the console shows the parameters.",
      "テンプレートについてのデータ。コンソールでのパラメータの表示方法など。",
      "metadata-section-structure",
    ),
    section(
      "Parameters",
      map(object(PARAMETER)),
      "Values that are given when a stack is created or updated; at most 200.",
      "スタックの作成・更新時に渡す値。最大200個。",
      "parameters-section-structure",
    ),
    section(
      "Rules",
      map(object(RULE)),
      "Checks on the parameters before anything is created or updated.",
      "作成・更新の前に行うパラメータの検証。",
      "rules-section-structure",
    ),
    section(
      "Mappings",
      map(map(map(union(STRING, list(STRING), ANY)))),
      "Lookup tables with two levels of keys, read by `Fn::FindInMap`.",
      "2段のキーで値を引く表。`Fn::FindInMap`で参照します。",
      "mappings-section-structure",
    ),
    section(
      "Conditions",
      map(ANY),
      "Named conditions that decide whether something is created or which value it gets.",
      "何を作成するか、どの値を使うかを決める、名前付きの条件。",
      "conditions-section-structure",
    ),
    section(
      "Transform",
      union(TRANSFORMS, list(TRANSFORMS), ANY),
      "Macros that rewrite the template before it is deployed.",
      "デプロイ前にテンプレートを書き換えるマクロ。",
      "transform-section-structure",
    ),
    section(
      "Globals",
      object(globals),
      "SAM: settings that all functions, APIs, tables … share.",
      "SAMで、関数・API・テーブルなどに共通の設定。",
      "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html",
    ),
    section(
      "Hooks",
      map(object(HOOK)),
      "Blue/green deployment of ECS services by CodeDeploy.",
      "CodeDeployによるECSサービスのブルー/グリーンデプロイ。",
      "blue-green",
    ),
    section(
      "Resources",
      map(object(resource)),
      "What the stack is made of; the only section that must be there.",
      "スタックを構成するリソース。唯一の必須セクションです。",
      "resources-section-structure",
      true,
    ),
    section(
      "Outputs",
      map(object(OUTPUT)),
      "Values to show, to return, or to share with other stacks; at most 200.",
      "表示したり、ほかのスタックに渡したりする値。最大200個。",
      "outputs-section-structure",
    ),
  ]);
}

const MAPPING: ObjectType = objectType("Mapping", referenceUrl("mappings-section-structure"), [], {
  additional: map(union(SCALAR, list(SCALAR))),
});

const ENTRIES: ReadonlyMap<string, ObjectType> = new Map([
  ["Parameters", PARAMETER],
  ["Mappings", MAPPING],
  ["Outputs", OUTPUT],
  ["Rules", RULE],
  ["Hooks", HOOK],
]);

/** What an entry of a section looks like; `undefined` where it is free, or no object (a condition). */
export function entryBody(
  section: string,
  name: string | undefined,
  resource: () => ObjectType,
  globals: () => ObjectType,
): ObjectType | undefined {
  if (section === "Resources") return resource();
  if (section !== "Globals" && section !== "Metadata") return ENTRIES.get(section);
  const entries = section === "Globals" ? globals() : templateMetadata;
  const type = name === undefined ? undefined : entries.properties.get(name)?.type;
  return type?.kind === "object" ? type.object : undefined;
}
