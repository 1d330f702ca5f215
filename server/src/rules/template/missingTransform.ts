import { SAM_TRANSFORM } from "../../catalogue/sam/samTypes.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { contentSpan, type ScalarNode } from "../../model/tree/node.ts";
import type { TemplateRule } from "../engine/rule.ts";
import { transformFix } from "../shared/fixes/transformFix.ts";
import { literalAt } from "../shared/values/literals.ts";

/** SAM resources in a template without SAM's transform: CloudFormation alone does not know their types. */
export const missingTransform: TemplateRule = {
  scope: "template",
  check(template, { report }) {
    const { declarations } = template;
    if (declarations.open || declarations.transforms.some((name) => name.startsWith("AWS::Serverless"))) return;
    const [first] = samTypes(template, "Resources");
    if (first === undefined) return;
    const { entry, found: node } = first;
    report(entry, contentSpan(node), {
      message: "no-transform",
      with: { value: node.text },
      data: transformFix(template, entry, SAM_TRANSFORM),
    });
  },
};

const samTypes = searchEntries(({ value }): ScalarNode | undefined => {
  const type = literalAt(value, "Type");
  return type?.text.startsWith("AWS::Serverless::") === true ? type : undefined;
});
