import type { Gathered } from "../model/gathered.ts";
import type { BootstrapPart } from "./bootstrapParts.ts";

/** Resources that have to do with each other: one launches, sets up, signals or watches another one. */
export interface Cluster {
  readonly parts: readonly Gathered<BootstrapPart>[];
  /** Names of resources that its scripts speak of and that are no parts. */
  readonly outside: readonly string[];
}

/** The clusters of a template's parts, each with its parts in the order of the text. */
export function clusters(parts: readonly Gathered<BootstrapPart>[]): readonly Cluster[] {
  const byName = new Map<string, number>();
  const byLaunchName = new Map<string, number>();
  const parents = parts.map((_, index) => index);
  const join = (index: number, other: number | undefined): void => {
    if (other !== undefined) parents[rootOf(parents, index)] = rootOf(parents, other);
  };
  for (const [index, { entry, found }] of parts.entries()) {
    join(index, byName.get(entry.name));
    byName.set(entry.name, index);
    const { launchName } = found.summary;
    if (launchName === undefined) continue;
    join(index, byLaunchName.get(launchName));
    byLaunchName.set(launchName, index);
  }
  const outside = new Map<number, string[]>();
  for (const [index, { found }] of parts.entries()) {
    for (const name of found.refers) join(index, byName.get(name));
    for (const name of found.named) {
      const other = byName.get(name);
      join(index, other);
      if (other === undefined) outside.set(index, [...(outside.get(index) ?? []), name]);
    }
  }
  const found = new Map<number, { parts: Gathered<BootstrapPart>[]; outside: string[] }>();
  for (const [index, part] of parts.entries()) {
    const root = rootOf(parents, index);
    const cluster = found.get(root) ?? { parts: [], outside: [] };
    found.set(root, cluster);
    cluster.parts.push(part);
    cluster.outside.push(...(outside.get(index) ?? []));
  }
  return [...found.values()];
}

/** The part that stands for all that are joined with one; the way there is made shorter. */
function rootOf(parents: number[], index: number): number {
  let at = index;
  for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
    parents[at] = parents[parent] ?? parent;
    at = parent;
  }
  return at;
}
