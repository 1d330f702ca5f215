import type { EntryContent } from "../model/template.ts";
import { type Node, type Pair, pairOf, type ScalarNode, textOf, typeNameOf, valueAt } from "../model/tree/node.ts";
import { lazy } from "../text/lazy.ts";
import { memoBy } from "../text/memoBy.ts";
import { type CallMeaning, callMeaning } from "./callMeaning.ts";
import { type InitMetadata, initMetadata } from "./initMetadata.ts";
import { type ScriptSource, scriptSources } from "./scriptSource.ts";

/**
 * The contribution of one resource to bootstrapping. It depends on the resource's own text alone; spans are relative to
 * the entry.
 */
export interface ResourceSummary {
  readonly type: string | undefined;
  readonly properties: Node | undefined;
  readonly sources: readonly ScriptSource[];
  /** The calls of all scripts. */
  readonly calls: readonly CallMeaning[];
  readonly init: InitMetadata | undefined;
  readonly creationPolicy: CreationPolicy | undefined;
  readonly rollingUpdate: RollingUpdate | undefined;
  readonly hasUpdatePolicy: boolean;
  /** Whether it is a policy that allows `cloudformation:SignalResource` by name: something calls that besides cfn-signal. */
  readonly allowsSignals: boolean;
  /** Resources that its properties refer to, by `Ref`, `Fn::GetAtt` or `Fn::Sub`; of most resources nobody asks for them. */
  readonly refers: () => ReadonlySet<string>;
  /** The name of a launch template or configuration, if it is written out. */
  readonly launchName: string | undefined;
}

export interface CreationPolicy {
  readonly key: ScalarNode;
  /** Whether it waits for signals: it has `ResourceSignal`. */
  readonly waits: boolean;
  readonly count: Pair | undefined;
  readonly timeout: Pair | undefined;
  readonly minSuccessfulPercent: Pair | undefined;
}

export interface RollingUpdate {
  readonly key: ScalarNode;
  readonly node: Node;
  /** Set if `WaitOnResourceSignals` may be true. */
  readonly waits: Pair | undefined;
}

/** The summary of a resource; kept as long as the entry's text does not change. */
export function resourceSummary(entry: EntryContent): ResourceSummary {
  return summarised(entry.value, entry);
}

const summarised = memoBy((value: Node, { unit }: EntryContent): ResourceSummary => {
  const properties = valueAt(value, "Properties");
  const type = typeNameOf(value);
  const sources = scriptSources(value, unit.text);
  const launchName = valueAt(properties, "LaunchTemplateName") ?? valueAt(properties, "LaunchConfigurationName");
  return {
    type,
    properties,
    sources,
    calls: sources.flatMap((source) => source.reading.calls.map((call) => callMeaning(call, source))),
    init: initMetadata(value),
    creationPolicy: creationPolicy(value),
    rollingUpdate: rollingUpdate(value),
    hasUpdatePolicy: pairOf(value, "UpdatePolicy") !== undefined,
    allowsSignals: /cloudformation:SignalResource/i.test(unit.text.slice(value.start, value.end)),
    refers: lazy(() => {
      const names = new Set<string>();
      if (properties) collectReferences(properties, names, 0);
      return names;
    }),
    launchName: launchName && comparableName(launchName),
  };
});

/** A name as written, also with `Fn::Sub`, to find out whether two are the same. */
export function comparableName(node: Node): string | undefined {
  if (node.kind === "call") return node.name === "Fn::Sub" ? textOf(node.argument) : undefined;
  return textOf(node);
}

function creationPolicy(resource: Node): CreationPolicy | undefined {
  const pair = pairOf(resource, "CreationPolicy");
  if (!pair) return undefined;
  const signal = pairIn(pair.value, "ResourceSignal");
  // AWS::AppStream::Fleet waits for itself (StartFleet), not for signals.
  return {
    key: pair.key,
    waits: signal !== undefined,
    count: pairIn(signal?.value, "Count"),
    timeout: pairIn(signal?.value, "Timeout"),
    minSuccessfulPercent: pairOf(valueAt(pair.value, "AutoScalingCreationPolicy"), "MinSuccessfulInstancesPercent"),
  };
}

/** The pair of a map, or of the first branch of `Fn::If` that has it. */
function pairIn(node: Node | undefined, key: string): Pair | undefined {
  if (node?.kind !== "call" || node.name !== "Fn::If" || node.argument.kind !== "list") return pairOf(node, key);
  for (const branch of node.argument.items.slice(1)) {
    const pair = pairIn(branch, key);
    if (pair) return pair;
  }
  return undefined;
}

function rollingUpdate(resource: Node): RollingUpdate | undefined {
  const pair = pairIn(valueAt(resource, "UpdatePolicy"), "AutoScalingRollingUpdate");
  if (!pair) return undefined;
  const waits = pairIn(pair.value, "WaitOnResourceSignals");
  const off = waits?.value.kind === "scalar" && !/^true$/i.test(waits.value.text);
  return { key: pair.key, node: pair.value, waits: off ? undefined : waits };
}

function collectReferences(node: Node, names: Set<string>, depth: number): void {
  if (depth > 60) return;
  // By number, as this visits all that there is: see “Code that runs cold” in docs/performance.md.
  if (node.kind === "list")
    for (let index = 0; index < node.items.length; index++)
      collectReferences(node.items[index] as Node, names, depth + 1);
  if (node.kind === "map") {
    for (let index = 0; index < node.pairs.length; index++) {
      const value = node.pairs[index]?.value;
      if (value !== undefined && value.kind !== "scalar") collectReferences(value, names, depth + 1);
    }
  }
  if (node.kind !== "call") return;
  const { name, argument } = node;
  if (name === "Ref") names.add(textOf(argument) ?? "");
  else if (name === "Fn::GetAtt") {
    const first = argument.kind === "list" ? argument.items[0] : argument;
    names.add((textOf(first) ?? "").split(".", 1)[0] ?? "");
  } else if (name === "Fn::Sub") {
    const template = argument.kind === "list" ? argument.items[0] : argument;
    for (const [, variable = ""] of (textOf(template) ?? "").matchAll(/\$\{([\w:]+)(?![\w:])[^}]{0,300}\}/g))
      names.add(variable);
  }
  collectReferences(argument, names, depth + 1);
}
