import { references } from "../../model/focus/references.ts";
import { isLoopName, mayBeGenerated, missingInLoop } from "../shared/declaredNames.ts";
import { orDeclare, suggestion } from "../shared/fixes/nearest.ts";
import type { EntryRule } from "../shared/rule.ts";

/** `DependsOn` that names no resource of the template. */
export const unknownDependsOn: EntryRule = {
  scope: "entry",
  check(entry, { declarations, report }) {
    for (const reference of references(entry)) {
      const { kind, name } = reference;
      const missing = kind === "dependsOn" ? missingInLoop(reference, declarations) : undefined;
      if (missing !== undefined) report(reference, missing);
      if (
        kind !== "dependsOn" ||
        declarations.resources.has(name) ||
        isLoopName(name) ||
        mayBeGenerated(name, declarations)
      )
        continue;
      if (declarations.parameters.has(name)) {
        report(reference, { message: "parameter", with: { name } });
        continue;
      }
      const meant = suggestion(name, declarations.resources.keys(), reference);
      report(reference, {
        message: "no-resource",
        with: { name, meant: orDeclare(meant) },
        missing: name,
        data: meant.data,
      });
    }
  },
};
