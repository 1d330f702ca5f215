import type { Match } from "../model/incremental/searchEntries.ts";
import { entriesOf, type Template } from "../model/template.ts";
import type { Span } from "../text/span.ts";
import { type BootstrapPart, bootstrapParts, surroundings } from "./bootstrapParts.ts";
import { type CallMeaning, isSignal } from "./callMeaning.ts";
import { mayExist } from "./declared.ts";
import type { BootstrapGraph, BootstrapResource, ClusterGraph, PlacedCall, Surroundings } from "./graphTypes.ts";
import { resourceSummary } from "./resourceSummary.ts";
import type { ScriptSource } from "./scriptSource.ts";

/**
 * The graph of a template. What a resource says is read once per state of its text, so after an edit only the touched
 * resource costs time.
 */
export function bootstrapGraph(template: Template): BootstrapGraph {
  const parts = bootstrapParts(template);
  const linked = linkedParts(parts);
  return {
    ...surroundings(parts),
    ...linked,
    template,
    declarations: template.declarations,
    format: template.format,
    resources: new BootstrapResources(template, linked.active),
    mayExist: (name) => mayExist(template, name),
  };
}

/** The rest of the template, as far as a graph of some resources needs it. */
export interface Rest extends Surroundings, Pick<ClusterGraph, "declarations" | "format" | "mayExist"> {
  /** The resource of that name, if it is none of the above. */
  elsewhere(name: string): BootstrapResource | undefined;
}

/** The graph of some resources of a template. */
export function clusterGraph(parts: readonly Match<BootstrapPart>[], { elsewhere, ...rest }: Rest): ClusterGraph {
  const linked = linkedParts(parts);
  const own = new Map(linked.active.map((resource) => [resource.id, resource]));
  return {
    ...rest,
    ...linked,
    resources: {
      get: (name) => own.get(name) ?? elsewhere(name),
      has: (name) => own.has(name) || rest.declarations.resources.has(name),
      keys: () => rest.declarations.resources.keys(),
    },
  };
}

type LinkedParts = Pick<ClusterGraph, "active" | "calls" | "signalsByTarget" | "callsByScript" | "callsByRunner">;

function linkedParts(parts: readonly Match<BootstrapPart>[]): LinkedParts {
  const runs = launches(parts);
  const runners = new Map<string, string[]>();
  for (const [runner, launched] of runs)
    for (const id of launched) runners.set(id, [...(runners.get(id) ?? []), runner]);
  const active = parts.map(({ entry, found: { summary } }): BootstrapResource => {
    const id = entry.name;
    return { id, entry, summary, runners: runners.get(id) ?? [], runs: runs.get(id) ?? [] };
  });
  const calls = placedCalls(active);
  return {
    active,
    calls,
    signalsByTarget: grouped(calls, (call) =>
      isSignal(call) && call.stack !== "other" ? [...new Set(call.targets)] : [],
    ),
    callsByScript: grouped(calls, ({ call }) => [call.script]),
    callsByRunner: grouped(calls, ({ runners: who }) => who),
  };
}

function grouped<K>(calls: readonly PlacedCall[], keysOf: (call: PlacedCall) => readonly K[]): Map<K, PlacedCall[]> {
  const groups = new Map<K, PlacedCall[]>();
  for (const call of calls) {
    for (const key of keysOf(call)) {
      const group = groups.get(key);
      if (group) group.push(call);
      else groups.set(key, [call]);
    }
  }
  return groups;
}

/** A span of a script's text, relative to the entry that holds it. */
export function spanInEntry({ source }: { readonly source: ScriptSource }, span: Span): Span {
  return source.text.toEntrySpan(span);
}

/** Resource → the resources whose user data its machines run. */
function launches(parts: readonly Match<BootstrapPart>[]): Map<string, string[]> {
  const scripted = new Map<string, string>();
  const launches = new Set<string>();
  for (const { entry, found } of parts) {
    if (!found.isLaunch) continue;
    launches.add(entry.name);
    if (found.summary.launchName !== undefined) scripted.set(found.summary.launchName, entry.name);
  }
  const runs = new Map<string, string[]>();
  for (const { entry, found } of parts) {
    if (found.isLaunch) continue;
    if (found.runsOwn) runs.set(entry.name, [entry.name]);
    else {
      const launched = found.refers.filter((name) => launches.has(name));
      const named = scripted.get(found.summary.launchName ?? "");
      if (named !== undefined && !launched.includes(named)) launched.push(named);
      if (launched.length > 0) runs.set(entry.name, launched);
    }
  }
  return runs;
}

function placedCalls(resources: readonly BootstrapResource[]): PlacedCall[] {
  const calls: PlacedCall[] = [];
  let fromInit = false;
  for (const owner of resources) {
    for (const meaning of owner.summary.calls) {
      calls.push(placeCall(meaning, owner, owner.runners));
      fromInit ||= isOfInit(meaning);
    }
  }
  if (!fromInit) return calls;
  const reached = initRunners(calls);
  return calls.map((call) => {
    if (!isOfInit(call)) return call;
    const runners = new Set([...(reached.get(call.owner.id) ?? []), ...call.owner.runners]);
    return placeCall(call, call.owner, [...runners]);
  });
}

/** Written out, since spreading is slow if there are many calls. */
function placeCall(meaning: CallMeaning, owner: BootstrapResource, runners: readonly string[]): PlacedCall {
  const { call, source, targets, targetSpan, writtenSpan, stack, byUrl } = meaning;
  return { call, source, targets, targetSpan, writtenSpan, stack, byUrl, owner, runners };
}

function isOfInit({ source: { where } }: CallMeaning): boolean {
  return where === "command" || where === "file";
}

/** Resource with Init metadata → who runs it, by cfn-init in user data. */
function initRunners(calls: readonly PlacedCall[]): Map<string, string[]> {
  const runners = new Map<string, string[]>();
  for (const { call, targets, runners: who } of calls) {
    if (call.helper !== "cfn-init") continue;
    for (const target of targets ?? []) {
      const known = runners.get(target);
      if (known) for (const one of who) known.push(one);
      else runners.set(target, [...who]);
    }
  }
  return runners;
}

/** All resources of a template by logical id. Those that take no part in bootstrapping are looked up when somebody asks for one. */
class BootstrapResources {
  readonly #template: Template;
  readonly #active: ReadonlyMap<string, BootstrapResource>;
  #all: ReadonlyMap<string, BootstrapResource> | undefined;

  constructor(template: Template, active: readonly BootstrapResource[]) {
    this.#template = template;
    this.#active = new Map(active.map((resource) => [resource.id, resource]));
  }

  get(id: string): BootstrapResource | undefined {
    return this.#active.get(id) ?? (this.has(id) ? this.#everything().get(id) : undefined);
  }

  has(id: string): boolean {
    return this.#active.has(id) || this.#template.declarations.resources.has(id);
  }

  keys(): MapIterator<string> {
    return this.#template.declarations.resources.keys();
  }

  values(): MapIterator<BootstrapResource> {
    return this.#everything().values();
  }

  #everything(): ReadonlyMap<string, BootstrapResource> {
    this.#all ??= new Map(
      entriesOf(this.#template, "Resources").map((entry) => {
        const id = entry.name;
        return [id, this.#active.get(id) ?? { id, entry, summary: resourceSummary(entry), runners: [], runs: [] }];
      }),
    );
    return this.#all;
  }
}
