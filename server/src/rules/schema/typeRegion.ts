import virginiaOnly, { type Row as Only } from "../../../data/virginiaOnly.yaml";
import { regionsReadOn, regionsWithout } from "../../catalogue/types/typeRegions.ts";
import { searchEntries, searchResources } from "../../model/incremental/searchEntries.ts";
import type { Template } from "../../model/template.ts";
import { contentSpan, type Node, pairOf, type ScalarNode, textOf, valueAt } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import { isZone, regionOf, writtenZones } from "../shared/links/writtenZones.ts";
import type { TemplateRule } from "../shared/rule.ts";
import { nodesAt } from "../shared/values/literals.ts";

const ONLY: ReadonlyMap<string, Only> = new Map(Object.entries(virginiaOnly()));

/** A resource type that a Region of the project does not have, and what is created in the wrong one. */
export const typeRegion: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { regions, report }) {
    for (const { entry, found } of regions.length === 0 ? [] : absent(template, "Resources", regions)) {
      const { type, without } = found;
      const where = { en: without.join(", "), ja: without.join("、") };
      report(entry, contentSpan(type), {
        message: "not-in-region",
        with: { type: type.text, where, date: regionsReadOn() },
      });
    }
    const found = elsewhere(template);
    if (found.length === 0) return;
    const others = regions.filter((region) => region !== "us-east-1");
    const zone = others.length > 0 ? undefined : zoneElsewhere(template);
    if (zone !== undefined) others.push(regionOf(zone));
    if (others.length === 0) return;
    const { resources } = template.declarations;
    for (const {
      entry,
      found: { node, target, only },
    } of found) {
      const isThere = [entry.name, target ?? entry.name].every((name) => resources.get(name)?.condition === undefined);
      // A zone says only of what is always beside it where that is.
      if (zone !== undefined && !isThere) continue;
      const values = { target, others: zone === undefined ? others : byZone(zone), name: entry.name, says: only.says };
      if (target === undefined) report(entry, node, { message: "created-elsewhere", with: values });
      else if (resources.get(target)?.type === only.names)
        report(entry, node, { message: "other-region", with: values });
    }
  },
};

/** A zone that is written out, of another Region than us-east-1, in a resource that is always there. */
function zoneElsewhere(template: Template): ScalarNode | undefined {
  const zones = writtenZones(template).flatMap(({ entry, found }) =>
    pairOf(entry.value, "Condition") === undefined ? found.filter(isZone) : [],
  );
  return zones.every((one) => regionOf(one) !== "us-east-1") ? zones[0] : undefined;
}

function byZone(zone: ScalarNode): Localised {
  const region = regionOf(zone);
  return { en: `${region}, by its zone ${zone.text}`, ja: `${region}、ゾーンは${zone.text}` };
}

interface Elsewhere {
  readonly only: Only;
  readonly node: Node;
  /** The resource that is named; `undefined`: it is the resource itself. */
  readonly target?: string;
}

/** Resources that have to be in us-east-1, and references to such. */
const elsewhere = searchResources(ONLY.keys(), ({ value }, type): Elsewhere | undefined => {
  const only = ONLY.get(type);
  const [node] = only === undefined ? [] : nodesAt(valueAt(value, "Properties"), only.path.split("."));
  if (only === undefined || node === undefined) return undefined;
  if (only.names === undefined) return textOf(node) === only.is ? { only, node } : undefined;
  const target = resourceTarget(node);
  return target === undefined ? undefined : { only, node, target };
});

/** The resources whose types are missing in one of these Regions. */
const absent = searchEntries(
  ({ value }, regions: readonly string[]) => {
    const type = pairOf(value, "Type")?.value;
    if (type?.kind !== "scalar") return undefined;
    const without = regionsWithout(type.text, regions);
    return without.length === 0 ? undefined : { type, without };
  },
  (some, others) => some.length === others.length && some.every((one, index) => one === others[index]),
);
