import virginiaOnly, { type Row as Only } from "../../../data/virginiaOnly.yaml";
import { regionsReadOn, regionsWithout } from "../../catalogue/types/typeRegions.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { contentSpan, type Node, pairOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import type { TemplateRule } from "../shared/rule.ts";
import { nodesAt } from "../shared/values/literals.ts";

const ONLY: ReadonlyMap<string, Only> = new Map(Object.entries(virginiaOnly()));

/** A resource type that a Region of the project does not have, and a certificate that is created in the wrong one. */
export const typeRegion: TemplateRule = {
  scope: "template",
  check(template, { regions, report }) {
    if (regions.length === 0) return;
    for (const { entry, found } of absent(template, "Resources", regions)) {
      const { type, without } = found;
      const where = { en: without.join(", "), ja: without.join("、") };
      report(entry, contentSpan(type), {
        message: "not-in-region",
        with: { type: type.text, where, date: regionsReadOn() },
      });
    }
    const others = regions.filter((region) => region !== "us-east-1");
    if (others.length === 0) return;
    for (const { entry, found } of elsewhere(template, "Resources")) {
      if (template.declarations.resources.get(found.target)?.type !== found.names) continue;
      report(entry, found.node, {
        message: "other-region",
        with: { target: found.target, others, name: entry.name, says: found.says },
      });
    }
  },
};

/** References from resources to a resource of the template that must be in us-east-1. */
const elsewhere = searchEntries(({ value }): (Only & { readonly node: Node; readonly target: string }) | undefined => {
  const only = ONLY.get(typeNameOf(value) ?? "");
  const [node] = only === undefined ? [] : nodesAt(valueAt(value, "Properties"), only.path.split("."));
  const target = resourceTarget(node);
  return only === undefined || node === undefined || target === undefined ? undefined : { ...only, node, target };
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
