import { contentSpan } from "../../model/node.ts";
import type { EntryRule } from "../engine/rule.ts";
import { callSites } from "../shared/callSites.ts";

/**
 * A function of the language extensions in a template without their transform.
 * It stands on the template reference's page on the transform.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Parameter:
 *     Type: AWS::SSM::Parameter
 *     Properties:
 *       Type: String
 *       Value:
 *         Fn::ToJsonString: {Name: web}
 * ```
 * Good:
 * ```yaml
 * Transform: AWS::LanguageExtensions
 * Resources:
 *   Parameter:
 *     Type: AWS::SSM::Parameter
 *     Properties:
 *       Type: String
 *       Value:
 *         Fn::ToJsonString: {Name: web}
 * ```
 */
export const missingExtensions: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Outputs", "Conditions"],
  code: "missing-extensions",
  severity: "error",
  cfnLint: ["E1030", "E1031", "E1032", "E1011"],
  title: {
    en: "Functions of the language extensions come with their transform",
    ja: "言語拡張の関数にはTransformが必要",
  },
  topic: "language-extensions",
  check(entry, { declarations, report }) {
    if (declarations.transforms.includes("AWS::LanguageExtensions") || declarations.open) return;
    if (entry.name.startsWith("Fn::ForEach::")) {
      report(contentSpan(entry.key), message("Fn::ForEach"));
      return;
    }
    for (const { call } of callSites(entry)) {
      const { name, argument } = call;
      const isDefault = name === "Fn::FindInMap" && argument.kind === "list" && argument.items.length === 4;
      if (name !== "Fn::Length" && name !== "Fn::ToJsonString" && !isDefault) continue;
      report(call.nameSpan, message(isDefault ? "Fn::FindInMap with a default" : name));
    }
  },
};

function message(name: string) {
  return {
    en: `${name} needs “Transform: AWS::LanguageExtensions” at the top of the template.`,
    ja: `${name.replace(" with a default", "のデフォルト値")}を使うには、テンプレートの最上位に「Transform: AWS::LanguageExtensions」が必要です。`,
  };
}
