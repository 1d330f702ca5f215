import { ORG_FORMATION_VERSION } from "../../model/references/foreignText.ts";
import { SECTION_NAMES } from "../../model/template.ts";
import { textOf } from "../../model/tree/node.ts";
import { shifted } from "../../text/span.ts";
import { suggestion } from "../shared/fixes/nearest.ts";
import type { SectionRule } from "../shared/rule.ts";

const KNOWN: ReadonlySet<string> = new Set([...SECTION_NAMES, "Fn::Transform"]);
/** Sections that packaging tools remove before CloudFormation gets the template. */
const OF_TOOLS: ReadonlySet<string> = new Set(["Rain", "Modules", "Packages", "Constants"]);

/** A top-level key that CloudFormation does not know. */
export const unknownSection: SectionRule = {
  scope: "sections",
  check(template, { report }) {
    const isOrgFormation = template.sections.some(
      ({ name, value }) => name === "AWSTemplateFormatVersion" && textOf(value) === ORG_FORMATION_VERSION,
    );
    for (const { name, key, offset } of template.sections) {
      if (KNOWN.has(name) || key.value === null) continue;
      if (name.startsWith("Organization") && isOrgFormation) continue;
      if (OF_TOOLS.has(name) && template.text.includes("!Rain::")) continue;
      const span = shifted(key, offset);
      const meant = suggestion(name, SECTION_NAMES, span);
      report(undefined, span, { message: "no-section", with: { name, meant }, data: meant.data });
    }
  },
};
