import { pairOf } from "../model/tree/node.ts";
import type { Span } from "../text/span.ts";
import { type Awaited, awaited } from "./awaited.ts";
import { isSignal } from "./callMeaning.ts";
import type { BootstrapGraph, BootstrapResource, PlacedCall } from "./graphTypes.ts";
import { listedNames, optionValue } from "./helperCall.ts";
import { CONFIG_SECTIONS, configsOf, type InitConfig, sectionIn } from "./initMetadata.ts";
import type { ScriptSource } from "./scriptSource.ts";
import { outcomeOf, signalsTo } from "./signals.ts";

/** One step of how a resource comes up. Spans are absolute. */
export interface SequenceStep {
  readonly kind: "create" | "userData" | "init" | "config" | "section" | "hup" | "signal" | "complete" | "timeout";
  /** A name from the template or script: logical id, configSet, config, section; `""` if there is none. */
  readonly name: string;
  /** Its indentation under the steps before. */
  readonly depth: number;
  /** Its span in the template; `undefined` for what only happens. */
  readonly span: Span | undefined;
  /** The resource whose text has it; `undefined` for what only happens. */
  readonly owner?: string;
  /** For `signal`: what it reports. */
  readonly outcome?: "success" | "failure" | "either";
  /** For `signal`: the signals of the trap that sends it, such as `EXIT`; `undefined` outside traps. */
  readonly trap?: readonly string[];
  /** For `section`: the names below it, such as files and packages, in cfn-init's order. */
  readonly items?: readonly string[];
}

/** How a resource comes up, as plain data for a picture. */
export interface Sequence {
  readonly logicalId: string;
  readonly type: string | undefined;
  readonly steps: readonly SequenceStep[];
  /** Seconds until the wait fails; `undefined` if nothing waits or the time is not known. */
  readonly timeout: number | undefined;
  /** The smallest and largest number of signals that it waits for; `undefined` if it waits for none. */
  readonly count: readonly [number, number] | undefined;
}

/**
 * The bootstrap sequence of a resource: it is created, its machines run their user data, cfn-init its configs in order,
 * a signal is sent, and CloudFormation goes on or fails at the timeout. `undefined` for a name that is no resource.
 */
export function sequence(graph: BootstrapGraph, logicalId: string): Sequence | undefined {
  const resource = graph.resources.get(logicalId);
  if (!resource) return undefined;
  const wait = awaited(graph, resource);
  const steps: SequenceStep[] = [
    { kind: "create", name: logicalId, depth: 0, span: spanIn(resource, resource.entry.key) },
    ...scriptSteps(graph, resource),
    ...foreignSignals(graph, resource, wait),
    ...endSteps(resource, wait),
  ];
  return {
    logicalId,
    type: resource.summary.type,
    steps,
    timeout: wait?.timeout,
    count: wait && [wait.count.min, wait.count.max],
  };
}

function spanIn({ entry }: BootstrapResource, { start, end }: Span): Span {
  return { start: start + entry.offset, end: end + entry.offset };
}

function scriptSteps(graph: BootstrapGraph, resource: BootstrapResource): SequenceStep[] {
  return resource.runs.flatMap((id) => {
    const owner = graph.resources.get(id);
    if (!owner) return [];
    return owner.summary.sources.flatMap((source) => {
      if (source.where !== "userData") return [];
      const start: SequenceStep = { kind: "userData", name: id, depth: 0, span: spanIn(owner, source.node) };
      return [start, ...callsInOrder(graph, source).flatMap((placed) => callSteps(graph, placed))];
    });
  });
}

/** The calls of a script as they run when a machine starts: those of traps last, those of cfn-hup's hooks not at all. */
function callsInOrder({ calls }: BootstrapGraph, source: ScriptSource): PlacedCall[] {
  const isTrap = ({ call }: PlacedCall): boolean => call.reached.kind === "trap";
  return calls
    .filter((placed) => placed.source === source && placed.call.reached.kind !== "hook")
    .sort((a, b) => Number(isTrap(a)) - Number(isTrap(b)) || a.call.start - b.call.start);
}

function callSteps(graph: BootstrapGraph, placed: PlacedCall): SequenceStep[] {
  const { call, owner, source } = placed;
  const span = spanIn(owner, source.text.toEntrySpan(call));
  if (isSignal(placed)) {
    const { kind, signals } = call.reached;
    const trap = kind === "trap" ? { trap: signals } : {};
    const name = (placed.targets ?? []).join(", ");
    return [{ kind: "signal", name, depth: 1, span, owner: owner.id, outcome: outcomeOf(placed), ...trap }];
  }
  if (call.helper === "cfn-hup") return [{ kind: "hup", name: "", depth: 1, span }];
  if (call.helper !== "cfn-init") return [];
  const target = placed.targets?.length === 1 ? graph.resources.get(placed.targets[0] ?? "") : undefined;
  const value = optionValue(call, "configSets");
  const sets = value ? listedNames(value).map(({ name }) => name) : ["default"];
  return [
    { kind: "init", name: sets.join(", "), depth: 1, span },
    ...(target ? sets.flatMap((set) => configSteps(graph, target, set)) : []),
  ];
}

function configSteps(graph: BootstrapGraph, target: BootstrapResource, set: string): SequenceStep[] {
  const { init } = target.summary;
  if (!init) return [];
  return configsOf(init, set).flatMap((name) => {
    const config = init.configs.get(name);
    if (!config) return [];
    return [
      { kind: "config", name, depth: 2, span: spanIn(target, config.key) } as const,
      ...sectionSteps(graph, target, name, config),
    ];
  });
}

/** The sections of a config in the order in which cfn-init works through them, and signals sent from its commands. */
function sectionSteps(
  graph: BootstrapGraph,
  target: BootstrapResource,
  name: string,
  config: InitConfig,
): SequenceStep[] {
  return CONFIG_SECTIONS.flatMap((section): SequenceStep[] => {
    const map = sectionIn(config, section);
    if (!map || map.pairs.length === 0) return [];
    const key = pairOf(config.node, section)?.key ?? map;
    const nested = section === "packages" || section === "services";
    const items = map.pairs.flatMap(({ key, value }) =>
      nested && value.kind === "map" ? value.pairs.map((pair) => pair.key.text) : [key.text],
    );
    const signals =
      section === "commands"
        ? graph.calls.filter((placed) => isSignal(placed) && isCommandOf(placed, target, name))
        : [];
    return [
      { kind: "section", name: section, depth: 3, span: spanIn(target, { start: key.start, end: map.end }), items },
      ...signals.flatMap((placed) => callSteps(graph, placed)),
    ];
  });
}

function isCommandOf({ owner, source }: PlacedCall, target: BootstrapResource, config: string): boolean {
  return owner.id === target.id && source.where === "command" && source.path[2] === config;
}

/** Signals to the resource that other machines or automations send. */
function foreignSignals(
  graph: BootstrapGraph,
  { id, runs }: BootstrapResource,
  wait: Awaited | undefined,
): SequenceStep[] {
  const signals = wait?.policy === "WaitCondition" ? wait.signals : signalsTo(graph, id);
  return signals
    .filter(({ owner, runners }) => !runs.includes(owner.id) && !runners.includes(id))
    .map((placed) => ({
      kind: "signal",
      name: id,
      depth: 0,
      span: spanIn(placed.owner, placed.source.text.toEntrySpan(placed.call)),
      owner: placed.owner.id,
      outcome: outcomeOf(placed),
    }));
}

function endSteps(resource: BootstrapResource, wait: Awaited | undefined): SequenceStep[] {
  const { creationPolicy, rollingUpdate } = resource.summary;
  const key = creationPolicy?.key ?? rollingUpdate?.waits?.key ?? (wait && resource.entry.key);
  const span = key && spanIn(resource, key);
  const complete: SequenceStep = { kind: "complete", name: resource.id, depth: 0, span };
  if (!wait) return [complete];
  const time = wait.policy === "CreationPolicy" ? creationPolicy?.timeout?.key : undefined;
  return [complete, { kind: "timeout", name: resource.id, depth: 0, span: time ? spanIn(resource, time) : span }];
}
