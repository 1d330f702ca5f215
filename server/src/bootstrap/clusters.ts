import type { Match } from "../model/incremental/searchEntries.ts";
import { memoOfLatest } from "../text/memoBy.ts";
import type { BootstrapPart } from "./bootstrapParts.ts";

/** Resources that have to do with each other: one launches, sets up, signals or watches another one. In the order of the text. */
export type Cluster = readonly Match<BootstrapPart>[];

/** The places of a cluster's parts. */
type Places = readonly number[];

/** The clusters of a template's parts. */
export function clusters(parts: readonly Match<BootstrapPart>[]): readonly Cluster[] {
  return placesOf(parts).map((places) => places.flatMap((place) => parts[place] ?? []));
}

/** Most edits touch nothing that takes part in bootstrapping. */
const placesOf = memoOfLatest(clustersIn, isAlike);

/** Whether two lists have the same clusters, since they are of the same resources. */
function isAlike(some: readonly Match<BootstrapPart>[], others: readonly Match<BootstrapPart>[]): boolean {
  if (some.length !== others.length) return false;
  // By number, since this runs after each edit: see “Code that runs cold” in docs/performance.md.
  for (let index = 0; index < some.length; index++) {
    const [one, other] = [some[index], others[index]];
    if (one?.entry.name !== other?.entry.name || one?.found.summary !== other?.found.summary) return false;
  }
  return true;
}

/**
 * Parts are joined with those that have their name, launch the same template, are named or referred to by them, or name the
 * same resource, whether there is one or not.
 */
function clustersIn(parts: readonly Match<BootstrapPart>[]): readonly Places[] {
  const byName = new Map<string, number>();
  const byLaunchName = new Map<string, number>();
  const byNamed = new Map<string, number>();
  const parents = Int32Array.from(parts, (_, index) => index);
  const join = (index: number, other: number | undefined): void => {
    if (other !== undefined && other !== index) parents[rootOf(parents, index)] = rootOf(parents, other);
  };
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    if (part === undefined) continue;
    const { launchName } = part.found.summary;
    join(index, byName.get(part.entry.name));
    byName.set(part.entry.name, index);
    if (launchName === undefined) continue;
    join(index, byLaunchName.get(launchName));
    byLaunchName.set(launchName, index);
  }
  for (let index = 0; index < parts.length; index++) {
    const found = parts[index]?.found;
    for (const name of found?.refers ?? []) join(index, byName.get(name));
    for (const name of found?.named ?? []) {
      join(index, byName.get(name));
      join(index, byNamed.get(name));
      byNamed.set(name, index);
    }
  }
  const all: number[][] = [];
  const ofRoot = new Int32Array(parts.length).fill(-1);
  for (let index = 0; index < parts.length; index++) {
    const root = rootOf(parents, index);
    const cluster = all[ofRoot[root] ?? -1];
    if (cluster === undefined) ofRoot[root] = all.push([index]) - 1;
    else cluster.push(index);
  }
  return all;
}

/** The root of the set of joined parts; shortens the path to it. */
function rootOf(parents: Int32Array, index: number): number {
  let at = index;
  for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
    parents[at] = parents[parent] ?? parent;
    at = parent;
  }
  return at;
}
