import type { Topic } from "../../topic.ts";
import { TEMPLATE } from "../template.ts";

/** A function; its bare name is an everyday word in most cases. */
const intrinsic = (name: string, otherNames: readonly string[] = []): Topic => ({
  id: `fn-${name.toLowerCase()}`,
  names: [name],
  under: [...TEMPLATE, "intrinsic-functions", "condition-functions"],
  fullNames: [`Fn::${name}`, `!${name}`, `${name} function`, `${name}関数`, ...otherNames],
  places: [`function:Fn::${name}`],
});

/** A key of a parameter. */
const parameterKey = (key: string, otherNames: readonly string[] = [], isDistinct: boolean = true): Topic => ({
  id: `parameter-${key.toLowerCase()}`,
  ...(isDistinct
    ? { names: [key, ...otherNames] }
    : { names: [key, ...otherNames], under: ["section-parameters", ...TEMPLATE] }),
  places: [`section:Parameters.${key}`],
});

export const templateNames: readonly Topic[] = [
  {
    id: "stacks",
    scope: "service",
    names: ["Stack", "スタック"],
    under: ["cloudformation"],
    fullNames: ["CloudFormation stack", "CloudFormationスタック", "CloudFormationのスタック"],
    places: ["AWS::CloudFormation::Stack"],
  },
  ...[
    "Join",
    "Select",
    "Split",
    "Sub",
    "Base64",
    "Cidr",
    "GetAtt",
    "GetAZs",
    "Equals",
    "If",
    "And",
    "Or",
    "Not",
    "Length",
    "ToJsonString",
    "ForEach",
    "Transform",
  ].map((name) => intrinsic(name)),
  parameterKey("AllowedValues", ["許可される値", "許可された値", "許容値"]),
  parameterKey("AllowedPattern", ["許可されるパターン", "許可パターン"]),
  parameterKey("ConstraintDescription"),
  parameterKey("NoEcho"),
  parameterKey("Default", ["デフォルト値", "デフォルト", "Default value"], false),
  parameterKey("MinLength", ["Min/MaxLength", "最小長", "最小文字数"], false),
  parameterKey("MaxLength", ["Min/MaxLength", "最大長", "最大文字数"], false),
  parameterKey("MinValue", ["Min/MaxValue", "最小値"], false),
  parameterKey("MaxValue", ["Min/MaxValue", "最大値"], false),
  {
    id: "intrinsic-functions",
    names: ["Intrinsic functions", "組み込み関数", "関数", "Built-in functions"],
    under: ["cloudformation", "template-sections"],
    fullNames: ["CloudFormation intrinsic functions", "CloudFormationの組み込み関数"],
    places: [],
  },
  {
    id: "macros",
    names: ["Macro", "マクロ"],
    under: TEMPLATE,
    fullNames: ["CloudFormation macro", "CloudFormationマクロ", "テンプレートマクロ"],
    places: ["AWS::CloudFormation::Macro", "function:Fn::Transform", "section:Transform"],
  },
  {
    id: "fn-ref",
    names: ["Ref", "Fn::Ref", "!Ref"],
    places: ["function:Ref"],
  },
];
