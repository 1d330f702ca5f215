/** @typedef {import("./model.ts").TypeModel} TypeModel */

/**
 * Which types have a property of a name at any depth: the name in lower case → numbers of types,
 * rising, each but the first as the distance from the one before. The names rise, too: they are looked up by halving.
 * @param {TypeModel[]} types
 * @returns {Record<string, number[]>}
 */
export function ownersOf(types) {
  /** @type {Map<string, number[]>} */
  const owners = new Map();
  for (const [number, type] of types.entries()) {
    const properties = [type.properties, ...type.definitions.map((definition) => definition.properties)].flat();
    for (const name of new Set(properties.map((property) => property.name.toLowerCase()))) {
      const numbers = owners.get(name) ?? [];
      owners.set(name, numbers);
      numbers.push(number);
    }
  }
  return Object.fromEntries(
    [...owners].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, numbers]) => [name, distances(numbers)]),
  );
}

/** @param {number[]} numbers */
function distances(numbers) {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}
