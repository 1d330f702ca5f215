import { valueAt } from "../model/tree/node.ts";
import type { Span } from "../text/span.ts";
import type { BootstrapResource, ClusterGraph, PlacedCall } from "./graphTypes.ts";
import { type HelperCall, optionValue, positionals, type Value } from "./helperCall.ts";
import { type Numbers, numbersOf } from "./numbers.ts";
import type { ScriptSource } from "./scriptSource.ts";

/** The meaning of a call by itself, without the rest of the template. */
export interface CallMeaning {
  readonly call: HelperCall;
  readonly source: ScriptSource;
  /** Logical ids that it names; `undefined` if they are not known. For a signal by URL: the wait handle. */
  readonly targets: readonly string[] | undefined;
  /** The span of `targets`, relative to the owner's entry. */
  readonly targetSpan: Span | undefined;
  /** The place to edit if the only target is written out: the argument, or an assignment to a variable. */
  readonly writtenSpan: Span | undefined;
  /** Whether it speaks to the stack of this template; `unknown` if a variable decides. */
  readonly stack: "own" | "other" | "unknown" | "missing";
  /** Whether the signal goes to the URL of a wait handle. */
  readonly byUrl: boolean;
}

export function callMeaning(call: HelperCall, source: ScriptSource): CallMeaning {
  const named = optionValue(call, "resource");
  const url = call.helper === "cfn-signal" && !named ? positionals(call).findLast(isUrl) : undefined;
  const target = named ?? url;
  return {
    call,
    source,
    targets: named ? named.literals : url?.hole?.kind === "ref" ? [url.hole.name] : undefined,
    targetSpan: target && source.text.toEntrySpan(target),
    writtenSpan: named?.written && source.text.toEntrySpan(named.written),
    stack: stackOf(call),
    byUrl: named === undefined && url !== undefined,
  };
}

/** Whether a call sends a signal, by cfn-signal or by the AWS CLI or an SDK. */
export function isSignal({ call: { helper } }: Pick<CallMeaning, "call">): boolean {
  return helper === "cfn-signal" || helper === "signal-resource";
}

function isUrl({ hole, raw }: Value): boolean {
  return hole !== undefined || /^https?:|^\$|^%|\uFFFC/.test(raw);
}

function stackOf(call: HelperCall): CallMeaning["stack"] {
  const stack = optionValue(call, "stack");
  if (!stack) return "missing";
  if (stack.hole?.kind === "ref") return /^AWS::Stack(?:Name|Id)$/.test(stack.hole.name) ? "own" : "other";
  if (stack.hole || stack.raw.startsWith("{{")) return stack.hole ? "other" : "unknown";
  // A name that is written out is most likely another stack's: the own one's is not known to the template.
  return stack.literals ? "other" : "unknown";
}

/** Signals that the template's scripts send to a resource, as far as they name it. */
export function signalsTo(graph: ClusterGraph, id: string): readonly PlacedCall[] {
  return graph.signalsByTarget.get(id) ?? [];
}

/** The outcome that a signal reports: `either` if it depends on an exit code or a variable. */
export function outcomeOf({ call }: Pick<PlacedCall, "call">): "success" | "failure" | "either" {
  const status = optionValue(call, "status");
  if (status) return fixed(status.literals, /^success$/i);
  const success = optionValue(call, "success");
  if (success) return fixed(success.literals, /^(?:true|success|yes|1)$/i);
  const code = optionValue(call, "exitCode");
  // Without any of the options cfn-signal reports success.
  return code ? fixed(code.literals, /^0$/) : "success";
}

function fixed(literals: readonly string[] | undefined, success: RegExp): "success" | "failure" | "either" {
  if (!literals || literals.length === 0) return "either";
  const good = literals.filter((literal) => success.test(literal)).length;
  return good === literals.length ? "success" : good === 0 ? "failure" : "either";
}

/** The number of different signals that one machine can send: one for each `--id`, else one. */
export function signalsPerMachine(calls: readonly PlacedCall[]): number {
  const ids = new Set<string>();
  for (const placed of calls) {
    if (outcomeOf(placed) === "failure") continue;
    ids.add(optionValue(placed.call, "id")?.raw ?? "");
  }
  return ids.size;
}

/** The number of machines of a resource while it is created. */
export interface Machines {
  readonly wanted: Numbers | undefined;
  readonly most: Numbers | undefined;
}

const ONE: Numbers = { min: 1, max: 1, certain: true };

export function machinesOf({ summary }: BootstrapResource, graph: ClusterGraph): Machines | undefined {
  if (summary.type === "AWS::EC2::Instance") return { wanted: ONE, most: ONE };
  if (summary.type !== "AWS::AutoScaling::AutoScalingGroup") return undefined;
  const size = (key: string): Numbers | undefined => numbersOf(valueAt(summary.properties, key), graph.declarations);
  const hasDesired = valueAt(summary.properties, "DesiredCapacity") !== undefined;
  return { wanted: size(hasDesired ? "DesiredCapacity" : "MinSize"), most: size("MaxSize") };
}
