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
  return {
    types: packed?.types ?? [],
    parameterTypes: packed?.parameterTypes ?? [],
    keys: (type, path) => packed?.keys[[type, ...path].join("/")] ?? [],
    values: (type, path) => {
      const own = packed?.values[valuePlace(type, path)];
      return own ?? packed?.values[valuePlace(type, [...path.slice(0, -2), ANY_NAME, ...path.slice(-1)])] ?? [];
    },
    services: packed?.services ?? [],
    actions: (prefix) => packed?.actions[prefix] ?? [],
  };
}
