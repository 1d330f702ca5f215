import type { Topic } from "../../binding/topic.ts";
import { intrinsic } from "../intrinsics.ts";
import { TEMPLATE } from "../template.ts";

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
  ...["Equals", "If", "And", "Or", "Not", "Transform"].map((name) => intrinsic(name)),
  parameterKey("AllowedValues", ["許可される値", "許可された値", "許容値"]),
  parameterKey("AllowedPattern", ["許可されるパターン", "許可パターン"]),
  parameterKey("ConstraintDescription"),
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
];
