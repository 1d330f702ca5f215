import type { Reference } from "../../../model/focus/focus.ts";
import type { Entry } from "../../../model/template.ts";
import { textOf, valueAt } from "../../../model/tree/node.ts";
import { type Assumption, callSites } from "../resolving/callSites.ts";
import type { ConditionModel } from "../resolving/conditionModel.ts";
import { cyclePath } from "./cyclePath.ts";
import { stronglyConnected } from "./stronglyConnected.ts";

/** References between resources. */
export type Edges = ReadonlyMap<string, readonly Reference[]>;

/** Resources that need each other, with the references by which they do. */
export interface Cycle {
  readonly members: ReadonlySet<string>;
  readonly edges: Edges;
}

/**
 * The members as they are if their references can all be there at once. If conditions exclude that, or are too many to tell, those
 * that are left without the references in branches of `Fn::If`.
 */
export function possibleCycles(
  members: ReadonlySet<string>,
  entries: ReadonlyMap<string, Entry>,
  edges: Edges,
  model: ConditionModel,
): readonly Cycle[] {
  const [first = ""] = members;
  const path = cyclePath(first, members, edges);
  const steps = path.map((name, at) => ({ entry: entries.get(name), target: path[at + 1] ?? first }));
  const assumed = steps.flatMap(({ entry, target }) => (entry === undefined ? [] : assumedBy(entry, target, edges)));
  if (model.possible(assumed)) return [{ members, edges }];
  const certain = new Map(
    [...members].map((name) => {
      const entry = entries.get(name);
      const own = edges.get(name) ?? [];
      return [
        name,
        entry === undefined ? own : own.filter((reference) => branchesAround(entry, reference).length === 0),
      ];
    }),
  );
  return stronglyConnected(certain).map((cycle) => ({ members: new Set(cycle), edges: certain }));
}

/** The assumptions under which a resource exists and refers to another one. */
function assumedBy(entry: Entry, target: string, edges: Edges): readonly Assumption[] {
  const condition = textOf(valueAt(entry.value, "Condition"));
  const own = condition === undefined ? [] : [{ condition, holds: true }];
  const ways = (edges.get(entry.name) ?? [])
    .filter(({ name }) => name === target)
    .map((reference) => branchesAround(entry, reference));
  // With several references the one that asks for the least counts.
  const [easiest = []] = ways.sort((a, b) => a.length - b.length);
  return [...own, ...easiest];
}

function branchesAround(entry: Entry, { start }: Reference): readonly Assumption[] {
  return callSites(entry).findLast(({ call }) => call.start <= start && start < call.end)?.assumptions ?? [];
}
