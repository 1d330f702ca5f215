import { exportsOf } from "../../model/references/exports.ts";
import type { TemplateRule } from "../shared/rule.ts";

/** Another template of the workspace exports the same name. */
export const sharedExport: TemplateRule = {
  scope: "template",
  check(template, { exportedElsewhere, report }) {
    for (const { name, span } of exportsOf(template)) {
      const other = name.includes("${") ? undefined : exportedElsewhere(name);
      if (other === undefined) continue;
      report(undefined, span, { message: "exported-elsewhere", with: { other, name } });
    }
  },
};
