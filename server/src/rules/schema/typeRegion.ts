import { regionsReadOn, regionsWithout } from "../../catalogue/types/typeRegions.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { contentSpan, pairOf } from "../../model/tree/node.ts";
import type { TemplateRule } from "../engine/rule.ts";

/** A resource type that a Region of the project does not have. */
export const typeRegion: TemplateRule = {
  scope: "template",
  code: "type-region",
  check(template, { regions, report }) {
    if (regions.length === 0) return;
    for (const { entry, found } of typed(template, "Resources")) {
      const without = regionsWithout(found.text, regions);
      if (without.length === 0) continue;
      const where = { en: without.join(", "), ja: without.join("、") };
      report(entry, contentSpan(found), {
        en: `CloudFormation had no ${found.text} in ${where.en} on ${regionsReadOn()} (“Unrecognized resource types: [${found.text}]”).`,
        ja: `${regionsReadOn()}の時点で、${where.ja}のCloudFormationは${found.text}に対応していません（「Unrecognized resource types: [${found.text}]」）。`,
      });
    }
  },
};

const typed = searchEntries(({ value }) => {
  const type = pairOf(value, "Type")?.value;
  return type?.kind === "scalar" ? type : undefined;
});
