import { type Match, searchEntries } from "../model/incremental/searchEntries.ts";
import type { Template } from "../model/template.ts";
import { type CallMeaning, isSignal } from "./callMeaning.ts";
import type { Surroundings } from "./graphTypes.ts";
import { hupPath } from "./hupPath.ts";
import { type ResourceSummary, resourceSummary } from "./resourceSummary.ts";
import type { ScriptSource } from "./scriptSource.ts";
import { outcomeOf } from "./signals.ts";

/** A resource that takes part in bootstrapping, or that may launch one that does: what is asked of it after each edit. */
export interface BootstrapPart {
  readonly summary: ResourceSummary;
  /** Whether it is a launch template or configuration. */
  readonly isLaunch: boolean;
  /** The resources that it refers to, if it may launch machines. */
  readonly refers: readonly string[];
  /** Whether its machines run its own user data. */
  readonly runsOwn: boolean;
  /** The resources that its scripts and cfn-hup's hooks name. */
  readonly named: readonly string[];
  /** Effects that its scripts may have on unknown resources. */
  readonly mayAlso: { readonly signal: boolean; readonly signalFailure: boolean; readonly runInit: boolean };
  /** Whether one of its scripts may signal a failure, to whomever. */
  readonly signalsFailure: boolean;
}

const ACTIVE_TYPES =
  /^AWS::(?:EC2::(?:Instance|LaunchTemplate|SpotFleet)|AutoScaling::\w+|CloudFormation::WaitCondition(?:Handle)?|AppStream::Fleet)$/;

/** The parts of a template, in the order of the text. */
export function bootstrapParts(template: Template): readonly Match<BootstrapPart>[] {
  return gathered(template, "Resources");
}

const gathered = searchEntries((entry): BootstrapPart | undefined => {
  const summary = resourceSummary(entry);
  const { type, sources, init, creationPolicy, hasUpdatePolicy, allowsSignals, launchName, calls } = summary;
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
  const named = new Set([...calls.flatMap(({ targets }) => targets ?? []), ...sources.flatMap(watched)]);
  return {
    summary,
    isLaunch,
    refers: mayLaunch ? [...summary.refers()] : [],
    runsOwn,
    named: [...named],
    mayAlso: mayAlso(summary),
    signalsFailure: calls.some(mayFail),
  };
});

/** The resources that the hooks of a text watch. */
function watched({ reading }: ScriptSource): readonly string[] {
  return reading.hooks.flatMap(({ settings }) => {
    const path = settings.get("path");
    return (path && hupPath(path)?.resource.text) ?? [];
  });
}

function mayAlso({ sources, calls }: ResourceSummary): BootstrapPart["mayAlso"] {
  const unknown = calls.filter(({ targets }) => targets === undefined);
  return {
    signal:
      unknown.some((call) => isSignal(call) && call.stack !== "other") ||
      sources.some(({ reading }) => reading.mayAlsoSignal),
    signalFailure: unknown.some(mayFail),
    runInit: unknown.some((call) => readsInit(call) && call.stack !== "other"),
  };
}

function mayFail(call: CallMeaning): boolean {
  return isSignal(call) && outcomeOf(call) !== "success";
}

/** The surroundings of every resource, from the parts of a template. */
export function surroundings(parts: readonly Match<BootstrapPart>[]): Surroundings {
  let [signal, signalFailure, signalsFailure, runInit, allowsSignals] = [false, false, false, false, false];
  for (const { found } of parts) {
    signal ||= found.mayAlso.signal;
    signalFailure ||= found.mayAlso.signalFailure;
    signalsFailure ||= found.signalsFailure;
    runInit ||= found.mayAlso.runInit;
    allowsSignals ||= found.summary.allowsSignals;
  }
  return {
    mayAlsoSignal: signal,
    mayAlsoSignalFailure: signalFailure,
    signalsFailure,
    mayAlsoRunInit: runInit,
    allowsSignals,
    withInit: () => parts.flatMap(({ entry, found }) => (found.summary.init === undefined ? [] : entry.name)),
  };
}

/** Whether a call reads the Init metadata of what it names. */
export function readsInit({ call: { helper } }: Pick<CallMeaning, "call">): boolean {
  return helper === "cfn-init" || helper === "cfn-get-metadata";
}
