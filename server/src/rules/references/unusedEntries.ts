import { entriesOf, type SectionName } from "../../model/template.ts";
import { contentSpan } from "../../model/tree/node.ts";
import { isSyntaxError } from "../../model/tree/syntaxProblem.ts";
import { type UsedNames, usedNames } from "../engine/usedNames.ts";
import { removalOf } from "../shared/fixes/removalOf.ts";
import type { TemplateRule } from "../shared/rule.ts";

/** A rule on the entries of a section that nothing uses; its page has the message `not-used`. */
export function unusedEntries(section: SectionName, isUsed: (used: UsedNames, name: string) => boolean): TemplateRule {
  return {
    scope: "template",
    check(template, { report }) {
      if (template.declarations.open || template.errors.some(isSyntaxError)) return;
      const used = usedNames(template);
      for (const entry of entriesOf(template, section)) {
        if (isUsed(used, entry.name) || entry.name.startsWith("Fn::")) continue;
        report(entry, contentSpan(entry.key), {
          message: "not-used",
          with: { name: entry.name },
          tag: "unnecessary",
          ...removalOf(template, entry),
        });
      }
    },
  };
}
