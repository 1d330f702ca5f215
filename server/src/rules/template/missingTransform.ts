import { SAM_TRANSFORM } from "../../catalogue/sam/samTypes.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { sectionEdit } from "../../model/references/declarationEdit.ts";
import { contentSpan, type ScalarNode } from "../../model/tree/node.ts";
import type { TemplateRule } from "../engine/rule.ts";
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
    const edit = sectionEdit(template, "Transform", { yaml: SAM_TRANSFORM, json: JSON.stringify(SAM_TRANSFORM) });
    const title = { en: `Add Transform: ${SAM_TRANSFORM}`, ja: `Transform: ${SAM_TRANSFORM}を追加` };
    report(entry, contentSpan(node), {
      message: "no-transform",
      with: { value: node.text },
      data: edit && {
        title,
        safe: true,
        edits: [{ ...edit, start: edit.start - entry.offset, end: edit.end - entry.offset }],
      },
    });
  },
};

const samTypes = searchEntries(({ value }): ScalarNode | undefined => {
  const type = literalAt(value, "Type");
  return type?.text.startsWith("AWS::Serverless::") === true ? type : undefined;
});
