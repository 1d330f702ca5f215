import { nestedStacks, templateNode, templateProperty } from "../../model/references/childTemplates.ts";
import { contentSpan, typeNameOf } from "../../model/tree/node.ts";
import type { TemplateRule } from "../shared/rule.ts";

/** A nested stack, or a nested SAM application, whose local template is not there. */
export const missingTemplate: TemplateRule = {
  scope: "template",
  check(template, { isMissing, report }) {
    for (const { entry, found: path } of nestedStacks(template, "Resources")) {
      const node = templateNode(entry);
      if (node === undefined || !isMissing(path)) continue;
      const property = templateProperty(typeNameOf(entry.value)) ?? "";
      report(entry, contentSpan(node), { message: "no-file", with: { path, property } });
    }
  },
};
