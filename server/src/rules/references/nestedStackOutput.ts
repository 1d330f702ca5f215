import { nestedOutputs } from "../../model/references/nestedNames.ts";
import { isLoopName, mayBeExpanded } from "../shared/declaredNames.ts";
import { suggestion } from "../shared/fixes/nearest.ts";
import type { TemplateRule } from "../shared/rule.ts";

/**
 * A reference to an output of a nested stack, or of a nested SAM application, whose local template does not have it.
 */
export const nestedStackOutput: TemplateRule = {
  scope: "template",
  check(template, { childDeclarations, report }) {
    for (const { entry, span, name, path } of nestedOutputs(template)) {
      const child = childDeclarations(path);
      if (child === undefined || name === "" || isLoopName(name)) continue;
      if (child.outputs.has(name) || mayBeExpanded(name, child)) continue;
      const meant = suggestion(name, child.outputs, span);
      const message = { message: "no-output", with: { path, name, meant } };
      report(entry, span, { ...message, data: meant.data });
    }
  },
};
