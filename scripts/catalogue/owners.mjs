/** @typedef {import("./model.ts").TypeModel} TypeModel */

/** A name that more types have than this says nothing about a type. */
const most = 60;

/**
 * Which types have a property of a name at any depth: the name in lower case → numbers of types,
 * the first `most` of them, types that have it at the top first.
 * @param {TypeModel[]} types
 * @returns {Record<string, number[]>}
 */
export function ownersOf(types) {
  /** @type {Map<string, Set<number>>} */
  const top = new Map();
  /** @type {Map<string, Set<number>>} */
  const nested = new Map();
  const add = (
    /** @type {Map<string, Set<number>>} */ map,
    /** @type {string} */ name,
    /** @type {number} */ number,
  ) => {
    const key = name.toLowerCase();
    map.set(key, (map.get(key) ?? new Set()).add(number));
  };
  for (const [number, type] of types.entries()) {
    for (const { name } of type.properties) add(top, name, number);
    for (const { properties } of type.definitions) for (const { name } of properties) add(nested, name, number);
  }
  const names = [...new Set([...top.keys(), ...nested.keys()])].sort();
  return Object.fromEntries(
    names.map((name) => [name, [...new Set([...(top.get(name) ?? []), ...(nested.get(name) ?? [])])].slice(0, most)]),
  );
}
