import type { Span } from "../text/span.ts";
import { type HelperCall, optionValue, positionals, type Value } from "./helperCall.ts";
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
