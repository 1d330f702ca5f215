/**
 * Knowledge of types and of what is nested in them, by type and then by nested name (the type's own name for the type
 * itself): two look-ups, and no text to put together for each object of a template.
 *
 * @param all by type, or type and nested type with a dot between
 */
export function byType<Known>(
  all: readonly (readonly [name: string, known: Known])[],
): ReadonlyMap<string, ReadonlyMap<string, Known>> {
  const types = new Map<string, Map<string, Known>>();
  for (const [name, known] of all) {
    const [type = "", nested = type] = name.split(".");
    types.set(type, (types.get(type) ?? new Map<string, Known>()).set(nested, known));
  }
  return types;
}
