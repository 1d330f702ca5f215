import { type Gathered, gathering } from "../model/gathered.ts";
import type { Entry, Template } from "../model/template.ts";
import type { Script } from "../scripts/script.ts";
import type { Span } from "../text/span.ts";
import { BootstrapResources } from "./bootstrapResources.ts";
import type { CallMeaning } from "./callMeaning.ts";
import { type ResourceSummary, resourceSummary } from "./resourceSummary.ts";
import type { ScriptSource } from "./scriptSource.ts";

/** Who sets up what in a template: resources, the scripts they run, and the calls in them. */
export interface BootstrapGraph {
  readonly template: Template;
  readonly resources: ReadonlyMap<string, BootstrapResource>;
  /** Those that run scripts, hold some, or wait: all that most rules are about, and few of many resources. */
  readonly active: readonly BootstrapResource[];
  readonly calls: readonly PlacedCall[];
  /** Signals by what they name: logical id, or wait handle for those by URL. Those to another stack are left out. */
  readonly signalsByTarget: ReadonlyMap<string, readonly PlacedCall[]>;
  readonly callsByScript: ReadonlyMap<Script, readonly PlacedCall[]>;
  readonly callsByRunner: ReadonlyMap<string, readonly PlacedCall[]>;
  /** Whether signals may be sent that cannot be read: by an SDK, or to a resource whose name is not known. */
  readonly mayAlsoSignal: boolean;
  /** Whether a policy allows `cloudformation:SignalResource` by name, which cfn-signal does not need: a program may signal. */
  readonly allowsSignals: boolean;
}

export interface BootstrapResource {
  readonly id: string;
  readonly entry: Entry;
  readonly summary: ResourceSummary;
  /** The resources whose machines run this one's scripts: itself, or the groups and instances that use a launch template. */
  readonly runners: readonly string[];
  /** The resources whose user data this one's machines run. */
  readonly runs: readonly string[];
}

/** A call with what it means in the template. */
export interface PlacedCall extends CallMeaning {
  /** The resource whose text holds the call. */
  readonly owner: BootstrapResource;
  /** The resources on whose machines it runs, as far as the template tells. */
  readonly runners: readonly string[];
}

/**
 * The graph of a template. What a resource says is read once per state of its text, so after an edit only the touched
 * resource costs time.
 */
export function bootstrapGraph(template: Template): BootstrapGraph {
  const parts = takingPart(template, "Resources", undefined);
  const runs = launches(parts);
  const runners = new Map<string, string[]>();
  for (const [runner, launched] of runs)
    for (const id of launched) runners.set(id, [...(runners.get(id) ?? []), runner]);
  const active = parts.map(({ entry, found: { summary } }): BootstrapResource => {
    const id = entry.name;
    return { id, entry, summary, runners: runners.get(id) ?? [], runs: runs.get(id) ?? [] };
  });
  const calls = placedCalls(active);
  let mayAlsoSignal = calls.some((call) => isSignal(call) && call.targets === undefined && call.stack !== "other");
  let allowsSignals = false;
  for (const { summary } of active) {
    mayAlsoSignal ||= summary.sources.some(({ reading }) => reading.mayAlsoSignal);
    allowsSignals ||= summary.allowsSignals;
  }
  return {
    template,
    resources: new BootstrapResources(template, active),
    active,
    calls,
    signalsByTarget: grouped(calls, (call) =>
      isSignal(call) && call.stack !== "other" ? [...new Set(call.targets)] : [],
    ),
    callsByScript: grouped(calls, ({ call }) => [call.script]),
    callsByRunner: grouped(calls, ({ runners: who }) => who),
    mayAlsoSignal,
    allowsSignals,
  };
}

const ACTIVE_TYPES =
  /^AWS::(?:EC2::(?:Instance|LaunchTemplate|SpotFleet)|AutoScaling::\w+|CloudFormation::WaitCondition(?:Handle)?|AppStream::Fleet)$/;

/** What is asked of a resource after each edit. */
interface Part {
  readonly summary: ResourceSummary;
  /** Whether it is a launch template or configuration. */
  readonly isLaunch: boolean;
  /** The resources that it refers to, where it may launch machines. */
  readonly refers: readonly string[];
  /** Whether its machines run its own user data. */
  readonly runsOwn: boolean;
}

/** The resources that take part in bootstrapping, or that may launch one that does, with their summaries. */
const takingPart = gathering((entry): Part | undefined => {
  const summary = resourceSummary(entry);
  const { type, sources, init, creationPolicy, hasUpdatePolicy, allowsSignals, launchName } = summary;
  const mayLaunch = entry.unit.text.includes("Launch");
  const isActive =
    sources.length > 0 ||
    (init ?? creationPolicy ?? launchName) !== undefined ||
    hasUpdatePolicy ||
    allowsSignals ||
    ACTIVE_TYPES.test(type ?? "") ||
    mayLaunch;
  if (!isActive) return undefined;
  const isLaunch = type === "AWS::EC2::LaunchTemplate" || type === "AWS::AutoScaling::LaunchConfiguration";
  // An instance's own user data replaces that of its launch template.
  const runsOwn = sources.some(({ where }) => where === "userData");
  return { summary, isLaunch, refers: mayLaunch ? [...summary.refers] : [], runsOwn };
});

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

export function isSignal({ call: { helper } }: Pick<CallMeaning, "call">): boolean {
  return helper === "cfn-signal" || helper === "signal-resource";
}

/** A span of a script's text, relative to the entry that holds it. */
export function entrySpan({ source }: { readonly source: ScriptSource }, span: Span): Span {
  return source.text.toEntrySpan(span);
}

/** Resource → the resources whose user data its machines run. */
function launches(parts: readonly Gathered<Part>[]): Map<string, string[]> {
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
      calls.push(placed(meaning, owner, owner.runners));
      fromInit ||= isOfInit(meaning);
    }
  }
  if (!fromInit) return calls;
  const reached = initRunners(calls);
  return calls.map((call) => {
    if (!isOfInit(call)) return call;
    const runners = new Set([...(reached.get(call.owner.id) ?? []), ...call.owner.runners]);
    return placed(call, call.owner, [...runners]);
  });
}

/** Written out, since spreading is slow where there are many calls. */
function placed(meaning: CallMeaning, owner: BootstrapResource, runners: readonly string[]): PlacedCall {
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
      if (known) known.push(...who);
      else runners.set(target, [...who]);
    }
  }
  return runners;
}
