import type { Entry, Template } from "../../../model/template.ts";
import { contentSpan, type Node, type ScalarNode } from "../../../model/tree/node.ts";
import { replacement } from "../../shared/fixes/nearest.ts";
import { isZone, regionOf, writtenZones } from "../../shared/links/writtenZones.ts";
import { canBeTogether, togetherSeverity } from "../../shared/resolving/canBeTogether.ts";
import { conditionModel } from "../../shared/resolving/conditionModel.ts";
import type { TemplateContext, TemplateRule } from "../../shared/rule.ts";

/**
 * Availability Zones of two Regions in one template: a stack is in one Region, so that one of the resources can't be
 * created. A zone of a Region that the project has no stacks in, and a Region in place of a zone.
 */
export const zoneRegion: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, context) {
    const { regions, report } = context;
    const all: { readonly entry: Entry; readonly found: readonly ScalarNode[] }[] = [];
    for (const { entry, found } of writtenZones(template)) {
      const zones = found.filter(isZone);
      if (zones.length > 0) all.push({ entry, found: zones });
      for (const node of found) if (!isZone(node)) reportRegion(entry, node, context, template.format);
    }
    const isOurs = (one: ScalarNode): boolean => regions.length === 0 || regions.includes(regionOf(one));
    const first = all.find(({ found }) => found.some(isOurs)) ?? all[0];
    const zone = first?.found.find(isOurs) ?? first?.found[0];
    if (first === undefined || zone === undefined) return;
    const model = conditionModel(template.declarations);
    for (const { entry, found } of all) {
      const other = found.find((one) => regionOf(one) !== regionOf(zone));
      const outside = found.find((one) => !isOurs(one));
      if (other === undefined || !canBeTogether([first.entry, entry], model)) {
        if (outside !== undefined)
          report(entry, contentSpan(outside), {
            message: "outside-project",
            with: { name: entry.name, other: outside.text, regions },
            severity: "warning",
          });
        continue;
      }
      report(entry, contentSpan(other), {
        message: "other-region",
        with: { name: entry.name, other: other.text, first: first.entry.name, zone: zone.text },
        severity: togetherSeverity(first.entry, entry),
        related: [{ entry: first.entry, span: contentSpan(zone), message: "other-zone" }],
      });
    }
  },
};

const FIRST = { yaml: '!Select [0, !GetAZs ""]', json: '{"Fn::Select": ["0", {"Fn::GetAZs": ""}]}' };

function reportRegion(entry: Entry, node: Node, { report }: TemplateContext, format: Template["format"]): void {
  const span = contentSpan(node);
  report(entry, span, {
    message: "region-as-zone",
    data: replacement(span, FIRST[format], {
      en: "Use the first zone of the Region",
      ja: "リージョンの最初のゾーンを使う",
    }),
  });
}
