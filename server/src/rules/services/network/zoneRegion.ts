import { searchEntries } from "../../../model/incremental/searchEntries.ts";
import { contentSpan, listed, type ScalarNode, valueAt } from "../../../model/tree/node.ts";
import type { TemplateRule } from "../../engine/rule.ts";
import { canBeTogether, togetherSeverity } from "../../shared/resolving/canBeTogether.ts";
import { conditionModel } from "../../shared/resolving/conditionModel.ts";

/**
 * Availability Zones of two Regions in one template: a stack is in one Region, so that one of the resources can't be
 * created.
 */
export const zoneRegion: TemplateRule = {
  scope: "template",
  code: "zone-region",
  check(template, { report }) {
    const all = zoned(template, "Resources");
    const [first] = all;
    const [zone] = first?.found ?? [];
    if (first === undefined || zone === undefined) return;
    const model = conditionModel(template.declarations);
    for (const { entry, found } of all) {
      const other = found.find((one) => regionOf(one) !== regionOf(zone));
      if (other === undefined || !canBeTogether([first.entry, entry], model)) continue;
      report(entry, contentSpan(other), {
        en: `${entry.name} is in ${other.text}, but ${first.entry.name} in ${zone.text}, and a stack is in one Region (“Value (${other.text}) for parameter availabilityZone is invalid”).`,
        ja: `${entry.name}は${other.text}、${first.entry.name}は${zone.text}にありますが、スタックのリージョンは1つです（「Value (${other.text}) for parameter availabilityZone is invalid」）。`,
        severity: togetherSeverity(first.entry, entry),
        related: [
          {
            entry: first.entry,
            span: contentSpan(zone),
            message: { en: "This zone is of another Region.", ja: "このゾーンは別のリージョンのものです。" },
          },
        ],
      });
    }
  },
};

const ZONE = /^([a-z]{2}(?:-[a-z]+)+-\d)(?:-[a-z]+-\d)?[a-z]$/;

function regionOf({ text }: ScalarNode): string {
  return ZONE.exec(text)?.[1] ?? "";
}

/** Resources with the zones that are written out in them. */
const zoned = searchEntries(({ value }): readonly ScalarNode[] | undefined => {
  const properties = valueAt(value, "Properties");
  return ["AvailabilityZone", "AvailabilityZones"]
    .flatMap((name) => listed(valueAt(properties, name)))
    .filter((node): node is ScalarNode => node.kind === "scalar" && ZONE.test(node.text));
});
