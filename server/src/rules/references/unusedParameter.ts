import { entriesOf } from "../../model/template.ts";
import { contentSpan } from "../../model/tree/node.ts";
import { isSyntaxError } from "../../model/tree/syntaxProblem.ts";
import type { TemplateRule } from "../engine/rule.ts";
import { usedNames } from "../engine/usedNames.ts";
import { removalOf } from "../shared/fixes/removalOf.ts";

/** A parameter that nothing refers to. */
export const unusedParameter: TemplateRule = {
  scope: "template",
  check(template, { report }) {
    if (template.declarations.open || template.errors.some(isSyntaxError)) return;
    const { names } = usedNames(template);
    for (const entry of entriesOf(template, "Parameters")) {
      if (names.has(entry.name) || entry.name.startsWith("Fn::")) continue;
      report(entry, contentSpan(entry.key), {
        message: "not-used",
        with: { name: entry.name },
        tag: "unnecessary",
        ...removalOf(template, entry),
      });
    }
  },
};
