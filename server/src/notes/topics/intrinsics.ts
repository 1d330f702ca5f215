import type { Topic } from "../binding/topic.ts";
import { TEMPLATE } from "./template.ts";
import { topicBelow } from "./topicBelow.ts";

/** A function; its bare name is an everyday word in most cases. */
export const intrinsic = (name: string): Topic => ({
  id: `fn-${name.toLowerCase()}`,
  names: [name],
  under: [...TEMPLATE, "intrinsic-functions", "condition-functions"],
  alone: "in-template-notes",
  fullNames: [`Fn::${name}`, `!${name}`, `${name} function`, `${name}関数`],
  places: [`function:Fn::${name}`],
});

export const intrinsicTopics: readonly Topic[] = [
  ...["Sub", "Join", "Split", "Select", "GetAZs", "Cidr", "Base64", "Length", "ToJsonString", "ForEach", "GetAtt"].map(
    intrinsic,
  ),
  {
    id: "fn-ref",
    names: ["Ref", "Fn::Ref", "!Ref"],
    places: ["function:Ref"],
  },
  topicBelow(
    "language-extensions",
    "",
    "AWS::LanguageExtensions|Language extensions|Language extensions transform|言語拡張|言語拡張機能",
    ["section:Transform=AWS::LanguageExtensions"],
  ),
];
