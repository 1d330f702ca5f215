import type { Topic } from "../binding/topic.ts";

/** What must stand above a name that is an everyday word, such as Parameters. */
export const TEMPLATE: readonly string[] = [
  "template-sections",
  "cloudformation",
  "テンプレート",
  "Template",
  "CloudFormation template",
  "CloudFormationテンプレート",
];

const SECTIONS = [
  "AWSTemplateFormatVersion",
  "Description",
  "Metadata",
  "Parameters",
  "Rules",
  "Mappings",
  "Conditions",
  "Transform",
  "Resources",
  "Outputs",
  "Hooks",
];

/** Names of sections that hardly anything else is called by. */
const ALONE = new Set(["Mappings", "Conditions", "Metadata", "Outputs"]);

/** A top-level section. */
const section = (key: string, otherNames: readonly string[], places: readonly string[] = []): Topic => ({
  id: `section-${key.toLowerCase()}`,
  names: [key, ...otherNames],
  under: TEMPLATE,
  alone: ALONE.has(key) ? "in-any-notes" : "explained",
  fullNames: [
    `${key} section`,
    `${key}セクション`,
    ...otherNames.flatMap((name) => (/^[A-Za-z]/.test(name) ? [`${name} section`] : [`${name}セクション`])),
  ],
  places: [`section:${key}`, ...places],
});

export const templateTopics: readonly Topic[] = [
  section("AWSTemplateFormatVersion", []),
  section("Description", ["説明"]),
  section("Metadata", ["メタデータ"], ["attribute:Metadata", "metadata:AWS::CloudFormation::Interface"]),
  section("Parameters", ["パラメータ"]),
  section("Rules", ["ルール"]),
  section("Mappings", ["マッピング", "Mapping"], ["function:Fn::FindInMap"]),
  section("Conditions", ["条件"], ["attribute:Condition", "function:Condition", "section:Outputs.Condition"]),
  section("Transform", ["変換"], ["function:Fn::Transform", "AWS::CloudFormation::Macro"]),
  section("Resources", ["リソース"]),
  section(
    "Outputs",
    ["出力", "アウトプット"],
    ["function:Fn::ImportValue", "section:Outputs.Export", "section:Outputs.Export.Name"],
  ),
  section("Hooks", ["フック"]),
  {
    id: "condition-functions",
    names: ["Condition functions", "条件関数"],
    places: [
      "function:Fn::If",
      "function:Fn::Equals",
      "function:Fn::And",
      "function:Fn::Or",
      "function:Fn::Not",
      "section:Conditions",
    ],
  },
  {
    id: "find-in-map",
    names: ["Fn::FindInMap", "FindInMap", "FindInMap function", "FindInMap関数"],
    places: ["function:Fn::FindInMap"],
  },
  {
    id: "import-value",
    names: ["Fn::ImportValue", "ImportValue", "ImportValue function", "ImportValue関数"],
    places: ["function:Fn::ImportValue"],
  },
  {
    id: "get-stack-output",
    names: [
      "Fn::GetStackOutput",
      "GetStackOutput",
      "GetStackOutput function",
      "GetStackOutput関数",
      "Cross-region references",
      "Cross-account references",
      "クロスリージョン参照",
      "クロスアカウント参照",
    ],
    places: ["function:Fn::GetStackOutput"],
  },
  {
    id: "export",
    names: ["Export", "エクスポート"],
    under: [...TEMPLATE, "section-outputs", "cross-stack-references", "import-value"],
    fullNames: ["Output export", "エクスポート名", "Exports", "Outputs.Export"],
    places: ["section:Outputs.Export", "section:Outputs.Export.Name"],
  },
  {
    id: "cross-stack-references",
    names: [
      "Cross-stack references",
      "Cross-stack reference",
      "Cross stack",
      "クロススタック参照",
      "クロススタックリファレンス",
      "スタック間の参照",
      "スタック間参照",
      "Exported output values",
    ],
    places: [
      "function:Fn::ImportValue",
      "function:Fn::GetStackOutput",
      "section:Outputs.Export",
      "section:Outputs.Export.Name",
    ],
  },
  {
    id: "nested-stacks",
    names: [
      "Nested stack",
      "ネストされたスタック",
      "ネストスタック",
      "ネステッドスタック",
      "スタックのネスト",
      "入れ子のスタック",
    ],
    places: ["AWS::CloudFormation::Stack", "AWS::CloudFormation::Stack.TemplateURL"],
  },
  {
    id: "pseudo-parameters",
    names: ["Pseudo parameters", "Pseudo parameter", "擬似パラメータ", "疑似パラメータ"],
    places: [
      "Region",
      "AccountId",
      "Partition",
      "StackId",
      "StackName",
      "URLSuffix",
      "NotificationARNs",
      "NoValue",
    ].map((name) => `pseudo:AWS::${name}`),
  },
  {
    id: "ami-parameter",
    names: ["AMI", "AMI IDs", "AMI ID", "AMI by region", "AMIの指定"],
    under: [...TEMPLATE, "section-mappings", "section-parameters", "find-in-map"],
    fullNames: [
      "Latest AMI",
      "最新のAMI",
      "AMI from an SSM parameter",
      "SSMパラメータからAMIを取得",
      "リージョンごとのAMI",
    ],
    places: [
      "section:Parameters.Type=AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>",
      "AWS::EC2::Instance.ImageId",
      "AWS::EC2::LaunchTemplate.LaunchTemplateData.ImageId",
      "AWS::AutoScaling::LaunchConfiguration.ImageId",
    ],
  },
  {
    id: "template-sections",
    scope: "around",
    names: [
      "Template sections",
      "Sections of a template",
      "Template anatomy",
      "テンプレートのセクション",
      "テンプレートの構成",
      "テンプレートの構造",
      "テンプレートセクション",
      "セクション",
      "Sections",
    ],
    places: [
      ...SECTIONS.map((key) => `section:${key}`),
      "attribute:Condition",
      "section:Outputs.Export",
      "function:Fn::FindInMap",
      "function:Fn::ImportValue",
    ],
  },
];
