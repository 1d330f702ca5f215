import { contentSpan } from "../model/node.ts";
import { literalAt } from "./literals.ts";
import type { EntryRule } from "./rule.ts";

/**
 * A SAM resource in a template without SAM's transform: CloudFormation alone does not know the type.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Function:
 *     Type: AWS::Serverless::Function
 * ```
 * Good:
 * ```yaml
 * Transform: AWS::Serverless-2016-10-31
 * Resources:
 *   Function:
 *     Type: AWS::Serverless::Function
 * ```
 */
export const missingTransform: EntryRule = {
  scope: "entry",
  sections: ["Resources"],
  code: "missing-transform",
  severity: "error",
  cfnLint: ["E3038", "E3006"],
  title: { en: "SAM resources come with SAM's transform", ja: "SAMのリソースにはSAMのTransformが必要" },
  topic: "sam",
  check(entry, { outline, report }) {
    const node = literalAt(entry.value, "Type");
    if (node === undefined || !node.text.startsWith("AWS::Serverless::") || outline.open) return;
    if (outline.transforms.some((name) => name.startsWith("AWS::Serverless"))) return;
    report(contentSpan(node), {
      en: `${node.text} needs “Transform: AWS::Serverless-2016-10-31” at the top of the template.`,
      ja: `${node.text} を使うには、テンプレートの最上位に「Transform: AWS::Serverless-2016-10-31」が必要です。`,
    });
  },
};
