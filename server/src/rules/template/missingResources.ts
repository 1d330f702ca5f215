import type { Section, Template } from "../../model/template.ts";
import { nearest } from "../../text/nearest.ts";
import { shifted } from "../../text/span.ts";
import type { SectionRule } from "../shared/rule.ts";

/** A template without `Resources`, or with an empty section. */
export const missingResources: SectionRule = {
  scope: "sections",
  check(template, { report }) {
    const resources = template.sections.find(({ name }) => name === "Resources");
    const mayComeFromElsewhere =
      template.declarations.open || template.sections.some(({ name }) => name === "Fn::Transform");
    if (mayComeFromElsewhere) return;
    const [first] = template.sections;
    if (resources === undefined) {
      // unknownSection reports a misspelt section.
      if (first === undefined || template.sections.some(({ name }) => nearest(name, ["Resources"]) !== undefined))
        return;
      const message = { message: "no-section" };
      report(undefined, shifted(first.key, first.offset), { ...message, missing: "Resources", unfinished: "beside" });
    } else if (resources.entries.length === 0 && !FULL_WIDTH_COLON.test(sectionText(template, resources))) {
      const message = { message: "empty" };
      report(undefined, shifted(resources.key, resources.offset), { ...message, unfinished: "below" });
    }
  },
};

/** Behind a name it is faulted as what it is. */
const FULL_WIDTH_COLON = /^[ \t\u3000]+\w+\uff1a/m;

/** The text below a section's key, up to the next section. */
function sectionText({ text, sections }: Template, section: Section): string {
  const next = sections[sections.indexOf(section) + 1];
  return text.slice(section.key.end + section.offset, next === undefined ? undefined : next.key.start + next.offset);
}
