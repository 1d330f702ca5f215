import { ownParts } from "../catalogue/sam/samKinds.ts";
import { type ResourceChange, type ResourceState, wordOf } from "../change/resourceState.ts";
import { isOnlyListed } from "../change/telling.ts";
import type { TemplateChange } from "../change/templateChange.ts";
import { impliedTargets, targetsFirst } from "./stackGraph.ts";

/** Something that a deployment does to one resource. */
export interface OrderStep {
  readonly change: ResourceChange;
  /** From 0: it may begin when all steps of the waves before are done that it waits for. */
  readonly wave: number;
  /** The steps of its phase that it waits for, by index; without those that others of them wait for. */
  readonly waitsFor: readonly number[];
  /** Whether it is on the longest chain of steps. */
  readonly isCritical: boolean;
  /** What happens to it if a later step fails. */
  readonly undo: Undo;
}

export type Undo = "deleted" | "kept" | "set back" | "gone" | "left";

/** The steps of one phase, in the order of waves. */
export interface OrderPhase {
  readonly kind: "create" | "update" | "clean up" | "delete";
  readonly steps: readonly OrderStep[];
}

type Operation = "create" | "update" | "delete";

/**
 * In which order CloudFormation does what a change asks for. What is new or different comes in the order of dependencies; what
 * leaves the stack, and the old ones of what is replaced, are deleted at the end, in the opposite order.
 * @param seconds how long a resource is waited for, at most; among chains of the same length the slowest is the critical one
 */
export function deploymentOrder(
  change: TemplateChange,
  operation: Operation,
  seconds: (id: string) => number,
): readonly OrderPhase[] {
  const { before, after, sides } = change;
  // Resources that SAM makes are in no template.
  const written = change.changes.filter((one) => one.before !== undefined || one.after !== undefined);
  const begun = written.filter((one) => one.action !== "Remove" && !isOnlyListed(one));
  const leaving = written.filter(({ policyAction = "Retain" }) => !policyAction.endsWith("Retain"));
  const needs = neededIn(after, sides.after);
  const phases: OrderPhase[] = [
    {
      kind: operation === "create" ? "create" : "update",
      steps: orderSteps(begun, needs, seconds, (one) => undoOf(one, after.get(one.id))),
    },
    {
      kind: operation === "delete" ? "delete" : "clean up",
      steps: orderSteps(
        leaving,
        reversed(neededIn(before, sides.before)),
        () => 0,
        () => (operation === "delete" ? "gone" : "left"),
      ),
    },
  ];
  return phases.filter(({ steps }) => steps.length > 0);
}

/** A new resource with `Retain` survives that its stack could not be created. */
function undoOf({ action, replacement }: ResourceChange, state: ResourceState | undefined): Undo {
  if (action === "Modify") return replacement === "True" ? "deleted" : "set back";
  return state !== undefined && wordOf(state, "DeletionPolicy") === "Retain" ? "kept" : "deleted";
}

type Needs = ReadonlyMap<string, ReadonlySet<string>>;

/** The resources that each resource waits for, with the values of the parameters and conditions. */
function neededIn(
  states: ReadonlyMap<string, ResourceState>,
  { template: { declarations } }: TemplateChange["sides"]["after"],
): Needs {
  const isThere = (id: string): boolean => states.get(id)?.exists !== false && states.has(id);
  return new Map(
    [...states.values()]
      .filter(({ id }) => isThere(id))
      .map(({ id, type, parts }) => {
        // Properties of which SAM makes a resource of its own: that one waits, not this one.
        const apart = new Set(ownParts(type).flatMap(([first, name]) => (first === "Properties" ? [name] : [])));
        const used = [...parts.values()]
          .filter(({ name }) => name === undefined || !apart.has(name))
          .flatMap(({ uses }) => uses.flatMap(({ kind, name }) => (kind === "parameter" ? [] : [name])));
        const named = [...used, ...(declarations.resources.get(id)?.dependsOn ?? [])];
        return [id, new Set(named.filter((name) => name !== id && isThere(name)))];
      }),
  );
}

function reversed(needs: Needs): Needs {
  const found = new Map([...needs.keys()].map((id) => [id, new Set<string>()]));
  for (const [id, needed] of needs) for (const one of needed) found.get(one)?.add(id);
  return found;
}

function orderSteps(
  changes: readonly ResourceChange[],
  needs: Needs,
  seconds: (id: string) => number,
  undo: (change: ResourceChange) => Undo,
): readonly OrderStep[] {
  const waiting = waitedFor(changes, needs);
  const implied = impliedTargets(waiting);
  const direct = waiting.map((all, index) => all.filter((one) => implied[index]?.has(one) !== true));
  const order = targetsFirst(direct);
  const done = new Set<number>();
  const chains: Chain[] = [];
  const sound: (readonly number[])[] = [];
  for (const index of order) {
    // In a circle one has to come first all the same; the circle itself is reported as an error.
    const before = (direct[index] ?? []).filter((one) => done.has(one));
    const last = longest(before, chains);
    const took = seconds(changes[index]?.id ?? "");
    const { wave = -1, seconds: waited = 0 } = (last === undefined ? undefined : chains[last]) ?? {};
    chains[index] = { wave: wave + 1, seconds: waited + took, last };
    sound[index] = before;
    done.add(index);
  }
  const critical = new Set<number>();
  for (let one = longest(order, chains); one !== undefined; one = chains[one]?.last) critical.add(one);
  return inWaves(
    changes.map((change, index) => ({
      change,
      wave: chains[index]?.wave ?? 0,
      waitsFor: sound[index] ?? [],
      isCritical: critical.has(index),
      undo: undo(change),
    })),
  );
}

/** The longest chain of steps that ends with a step. */
interface Chain {
  readonly wave: number;
  readonly seconds: number;
  readonly last: number | undefined;
}

function longest(ends: readonly number[], chains: readonly Chain[]): number | undefined {
  let best: number | undefined;
  for (const end of ends) {
    const [one, other] = [chains[end], best === undefined ? undefined : chains[best]];
    const isLonger =
      one && (!other || one.wave > other.wave || (one.wave === other.wave && one.seconds > other.seconds));
    if (isLonger) best = end;
  }
  return best;
}

/** For each change: the others that it waits for, also through resources that stay as they are. */
function waitedFor(changes: readonly ResourceChange[], needs: Needs): readonly (readonly number[])[] {
  const indexes = new Map(changes.map(({ id }, index) => [id, index]));
  const ids = [...needs.keys()];
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const targets = ids.map((id) => [...(needs.get(id) ?? [])].flatMap((one) => numbers.get(one) ?? []));
  const found: ReadonlySet<number>[] = [];
  for (const number of targetsFirst(targets)) {
    const waits = new Set<number>();
    for (const target of targets[number] ?? []) {
      const index = indexes.get(ids[target] ?? "");
      if (index === undefined) for (const one of found[target] ?? []) waits.add(one);
      else waits.add(index);
    }
    found[number] = waits;
  }
  return changes.map(({ id }, index) => [...(found[numbers.get(id) ?? -1] ?? [])].filter((one) => one !== index));
}

function inWaves(steps: readonly OrderStep[]): readonly OrderStep[] {
  const order = [...steps.keys()].sort((a, b) => (steps[a]?.wave ?? 0) - (steps[b]?.wave ?? 0) || a - b);
  const places = new Map(order.map((old, index) => [old, index]));
  return order.flatMap((old) => {
    const step = steps[old];
    return step === undefined ? [] : [{ ...step, waitsFor: step.waitsFor.flatMap((one) => places.get(one) ?? []) }];
  });
}
