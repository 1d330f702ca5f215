import { lazy } from "../text/lazy.ts";
import type { Usage } from "./catalogue.ts";
import type { PackedUsage } from "./packed.ts";

/** Stands in a path for a name that authors choose, such as that of an event of SAM. */
export const ANY_NAME = "*";

/**
 * Where the values of a property are counted: by the property and what is right above it, so that what is written in one
 * type helps in another.
 *
 * @param path names only, from a type's properties down
 */
export function valuePlace(type: string, path: readonly string[]): string {
  const names = [type, ...path];
  return names.slice(names.at(-2) === ANY_NAME ? -3 : -2).join("/");
}

export function usageOf(packed: PackedUsage | undefined): Usage {
  const byName = lazy(() => valuesByName(packed?.values ?? {}));
  return {
    types: packed?.types ?? [],
    parameterTypes: packed?.parameterTypes ?? [],
    keys: (type, path) => packed?.keys[[type, ...path].join("/")] ?? [],
    values: (type, path) => {
      const own = packed?.values[valuePlace(type, path)];
      const ofAny = packed?.values[valuePlace(type, [...path.slice(0, -2), ANY_NAME, ...path.slice(-1)])];
      return own ?? ofAny ?? byName().get(path.at(-1) ?? "") ?? [];
    },
    services: packed?.services ?? [],
    actions: (prefix) => packed?.actions[prefix] ?? [],
  };
}

/** Values by the property alone, where one place has it: `InstanceType` is the same in a launch template. */
function valuesByName(values: PackedUsage["values"]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const several = new Set<string>();
  for (const [place, list] of Object.entries(values)) {
    const name = place.slice(place.lastIndexOf("/") + 1);
    if (found.has(name)) several.add(name);
    found.set(name, list);
  }
  for (const name of several) found.delete(name);
  return found;
}
