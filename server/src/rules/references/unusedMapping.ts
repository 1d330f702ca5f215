import { entriesOf } from "../../model/template.ts";
import { contentSpan } from "../../model/tree/node.ts";
import { isSyntaxError } from "../../model/tree/syntaxProblem.ts";
import type { TemplateRule } from "../engine/rule.ts";
import { usedNames } from "../engine/usedNames.ts";
import { removalOf } from "../shared/fixes/removalOf.ts";

/** A mapping that no `Fn::FindInMap` reads. */
export const unusedMapping: TemplateRule = {
  scope: "template",
  check(template, { report }) {
    if (template.declarations.open || template.errors.some(isSyntaxError)) return;
    const { mappings, anyMapping } = usedNames(template);
    for (const entry of entriesOf(template, "Mappings")) {
      if (mappings.has(entry.name) || entry.name.startsWith("Fn::")) continue;
      if (anyMapping()) return;
      report(entry, contentSpan(entry.key), {
        message: "not-read",
        with: { name: entry.name },
        tag: "unnecessary",
        ...removalOf(template, entry),
      });
    }
  },
};
