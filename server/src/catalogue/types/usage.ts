import { lazy } from "../../text/lazy.ts";
import type { Usage } from "./catalogue.ts";
import type { PackedUsage } from "./packed.ts";

/** Stands in a path for a name that authors choose, such as that of an event of SAM. */
export const ANY_NAME = "*";

/**
 * The name under which values of a property are counted: the property and what is right above it, so that what is
 * written in one type helps in another.
 *
 * @param path names only, from a type's properties down
 */
export function valuePlace(type: string, path: readonly string[]): string {
  const names = [type, ...path];
  return names.slice(names.at(-2) === ANY_NAME ? -3 : -2).join("/");
}

export function usageOf(packed: PackedUsage | undefined): Usage {
  // Names come from templates, and one of them may be `constructor`.
  const keys = tableOf(packed?.keys);
  const values = tableOf(packed?.values);
  const attributes = tableOf(packed?.attributes);
  const actions = tableOf(packed?.actions);
  const byName = lazy(() => valuesByName(values));
  return {
    types: packed?.types ?? [],
    parameterTypes: packed?.parameterTypes ?? [],
    keys: (type, path) => keys.get([type, ...path].join("/")) ?? [],
    values: (type, path) => {
      const name = path.at(-1) ?? "";
      if (REGIONS.test(name)) return packed?.regions ?? [];
      const own = values.get(valuePlace(type, path));
      const ofAny = values.get(valuePlace(type, [...path.slice(0, -2), ANY_NAME, ...path.slice(-1)]));
      return [...new Set([...(own ?? ofAny ?? []), ...(byName().get(name) ?? [])])];
    },
    attributes: (type) => attributes.get(type) ?? [],
    services: packed?.services ?? [],
    actions: (prefix) => actions.get(prefix) ?? [],
  };
}

type Table = ReadonlyMap<string, readonly string[]>;

function tableOf(packed: Readonly<Record<string, readonly string[]>> | undefined): Table {
  return new Map(Object.entries(packed ?? {}));
}

/** Names of properties that hold regions: `VPCRegion`, `RegionList`. */
const REGIONS = /Regions?(?:Name|List)?$/;

/** Values by the property alone, as `InstanceType` is the same in a launch template; those of more places first. */
function valuesByName(values: Table): Table {
  const counts = new Map<string, Map<string, number>>();
  for (const [place, list] of values) {
    const name = place.slice(place.lastIndexOf("/") + 1);
    const ofName = counts.get(name) ?? new Map<string, number>();
    counts.set(name, ofName);
    for (const value of list) ofName.set(value, (ofName.get(value) ?? 0) + 1);
  }
  const ranked = (found: ReadonlyMap<string, number>): readonly string[] =>
    [...found].sort(([, first], [, second]) => second - first).map(([value]) => value);
  return new Map([...counts].map(([name, found]) => [name, ranked(found)]));
}
