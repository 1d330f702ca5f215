import { searchEntries } from "../../../model/incremental/searchEntries.ts";
import { contentSpan, listed, type Node, refTarget, type ScalarNode, valueAt } from "../../../model/tree/node.ts";
import type { TemplateRule } from "../../engine/rule.ts";
import { replacement } from "../../shared/fixes/nearest.ts";
import { canBeTogether, togetherSeverity } from "../../shared/resolving/canBeTogether.ts";
import { conditionModel } from "../../shared/resolving/conditionModel.ts";

/**
 * Availability Zones of two Regions in one template: a stack is in one Region, so that one of the resources can't be
 * created. And a Region where a zone belongs.
 */
export const zoneRegion: TemplateRule = {
  scope: "template",
  code: "zone-region",
  check(template, { report }) {
    for (const { entry, found } of inRegions(template, "Resources"))
      for (const node of found)
        report(entry, node.kind === "scalar" ? contentSpan(node) : node, {
          en: 'A Region is no Availability Zone (“for parameter availabilityZone is invalid”): use !Select [0, !GetAZs ""].',
          ja: 'リージョンはアベイラビリティーゾーンではありません（「for parameter availabilityZone is invalid」）。!Select [0, !GetAZs ""] を使ってください。',
          data: replacement(node.kind === "scalar" ? contentSpan(node) : node, FIRST[template.format], {
            en: "Use the first zone of the Region",
            ja: "リージョンの最初のゾーンを使う",
          }),
        });
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

const FIRST = { yaml: '!Select [0, !GetAZs ""]', json: '{"Fn::Select": ["0", {"Fn::GetAZs": ""}]}' };

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;

const zonesOf = (resource: Node): readonly Node[] =>
  ["AvailabilityZone", "AvailabilityZones"].flatMap((name) => listed(valueAt(valueAt(resource, "Properties"), name)));

/** Resources with Regions where zones belong. */
const inRegions = searchEntries(({ value }) => {
  const found = zonesOf(value).filter(
    (node) => refTarget(node) === "AWS::Region" || (node.kind === "scalar" && REGION.test(node.text)),
  );
  return found.length === 0 ? undefined : found;
});

/** Resources with the zones that are written out in them. */
const zoned = searchEntries(({ value }): readonly ScalarNode[] | undefined =>
  zonesOf(value).filter((node): node is ScalarNode => node.kind === "scalar" && ZONE.test(node.text)),
);
