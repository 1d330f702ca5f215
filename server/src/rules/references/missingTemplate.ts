import { nestedStacks, templateProperty } from "../../model/references/childTemplates.ts";
import { contentSpan, typeNameOf, valueAt } from "../../model/tree/node.ts";
import type { TemplateRule } from "../shared/rule.ts";

/** A nested stack, or a nested SAM application, whose local template is not there. */
export const missingTemplate: TemplateRule = {
  scope: "template",
  check(template, { isMissing, report }) {
    for (const { entry, found: path } of nestedStacks(template, "Resources")) {
      const property = templateProperty(typeNameOf(entry.value));
      const node = property === undefined ? undefined : valueAt(valueAt(entry.value, "Properties"), property);
      if (node === undefined || !isMissing(path)) continue;
      report(entry, contentSpan(node), { message: "no-file", with: { path, property: property ?? "" } });
    }
  },
};
