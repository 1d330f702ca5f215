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
    for (const { entry, found } of absent(template, "Resources", regions)) {
      const { type, without } = found;
      const where = { en: without.join(", "), ja: without.join("、") };
      report(entry, contentSpan(type), {
        en: `CloudFormation had no ${type.text} in ${where.en} on ${regionsReadOn()} (“Unrecognized resource types: [${type.text}]”).`,
        ja: `${regionsReadOn()}の時点で、${where.ja}のCloudFormationは${type.text}に対応していません（「Unrecognized resource types: [${type.text}]」）。`,
      });
    }
  },
};

/** The resources whose types some of these Regions do not have. */
const absent = searchEntries(
  ({ value }, regions: readonly string[]) => {
    const type = pairOf(value, "Type")?.value;
    if (type?.kind !== "scalar") return undefined;
    const without = regionsWithout(type.text, regions);
    return without.length === 0 ? undefined : { type, without };
  },
  (some, others) => some.length === others.length && some.every((one, index) => one === others[index]),
);
