import { exportsOf } from "../../model/references/exports.ts";
import type { TemplateRule } from "../engine/rule.ts";

/** Another template of the workspace exports the same name. */
export const sharedExport: TemplateRule = {
  scope: "template",
  check(template, { exportedElsewhere, report }) {
    for (const { name, span } of exportsOf(template)) {
      const other = name.includes("${") ? undefined : exportedElsewhere(name);
      if (other === undefined) continue;
      report(undefined, span, {
        en: `${other} exports ${name} too: the two stacks cannot exist in the same account and Region (“Export with name ${name} is already exported by stack”).`,
        ja: `${other}も${name}をエクスポートしています。この2つのスタックを、同じアカウントの同じリージョンに作ることはできません（「Export with name ${name} is already exported by stack」）。`,
      });
    }
  },
};
