import { awaited, awaitedByUpdate, waitText } from "../bootstrap/awaited.ts";
import { isSignal } from "../bootstrap/callMeaning.ts";
import { durationText } from "../bootstrap/duration.ts";
import type { BootstrapGraph, BootstrapResource, PlacedCall } from "../bootstrap/graphTypes.ts";
import { type Argument, listedNames, type Value } from "../bootstrap/helperCall.ts";
import { configsOf } from "../bootstrap/initMetadata.ts";
import { type Pair, pairOf } from "../model/tree/node.ts";
import { type Localised, localised } from "../text/localised.ts";
import { type Span, touches } from "../text/span.ts";

/** A text to be shown behind a place. */
export interface ScriptHint {
  /** Absolute. */
  readonly offset: number;
  readonly text: Localised;
}

/**
 * The meaning of names in scripts, behind them: the resource of `--resource` (the name too, if a variable gives it)
 * with what it waits for, the configs of `--configsets`; and behind the timeout of a policy its duration in words.
 */
export function scriptHints(graph: BootstrapGraph, within: Span): readonly ScriptHint[] {
  const hints = [
    ...graph.calls.flatMap((placed) => callHints(graph, placed)),
    ...[...graph.resources.values()].flatMap((resource) => timeoutHints(graph, resource)),
  ];
  return hints.filter(({ offset }) => touches(within, offset)).sort((a, b) => a.offset - b.offset);
}

function callHints(graph: BootstrapGraph, placed: PlacedCall): ScriptHint[] {
  const { call, owner, source } = placed;
  const target = placed.targets?.length === 1 ? graph.resources.get(placed.targets[0] ?? "") : undefined;
  // The step of an automation has no words.
  if (!target || source.where === "api" || placed.byUrl) return [];
  return call.arguments.flatMap((argument) => {
    const text = argumentText(graph, placed, target, argument);
    return text === undefined ? [] : [{ offset: source.text.toEntrySpan(argument).end + owner.entry.offset, text }];
  });
}

function argumentText(
  graph: BootstrapGraph,
  placed: PlacedCall,
  target: BootstrapResource,
  { option, value }: Argument,
): Localised | undefined {
  if (option?.role === "resource" && value) return resourceText(graph, placed, target, value);
  if (option?.role !== "configSets" || !value || placed.call.helper !== "cfn-init") return undefined;
  const { init } = target.summary;
  const configs = init ? listedNames(value).flatMap(({ name }) => configsOf(init, name)) : [];
  return configs.length === 0 ? undefined : localised(`→ ${configs.join(", ")}`);
}

function resourceText(
  graph: BootstrapGraph,
  placed: PlacedCall,
  target: BootstrapResource,
  { raw }: Value,
): Localised | undefined {
  const name = raw === target.id ? undefined : target.id;
  const wait = isSignal(placed) ? awaited(graph, target) : undefined;
  const told = wait ? waitText(wait) : target.summary.type === undefined ? undefined : localised(target.summary.type);
  if (name === undefined) return told && { en: `→ ${told.en}`, ja: `→ ${told.ja}` };
  return told ? { en: `= ${name}: ${told.en}`, ja: `= ${name}: ${told.ja}` } : localised(`= ${name}`);
}

function timeoutHints(graph: BootstrapGraph, resource: BootstrapResource): ScriptHint[] {
  const { creationPolicy, rollingUpdate } = resource.summary;
  const created = awaited(graph, resource);
  return [
    durationHint(resource, creationPolicy?.timeout, created?.policy === "CreationPolicy" ? created.timeout : undefined),
    durationHint(
      resource,
      rollingUpdate && pairOf(rollingUpdate.node, "PauseTime"),
      awaitedByUpdate(graph, resource)?.timeout,
    ),
  ].flatMap((hint) => hint ?? []);
}

function durationHint(
  { entry }: BootstrapResource,
  pair: Pair | undefined,
  seconds: number | undefined,
): ScriptHint | undefined {
  if (!pair || seconds === undefined) return undefined;
  return { offset: pair.value.end + entry.offset, text: durationText(seconds) };
}
