import { optionValue } from "../../bootstrap/helperCall.ts";
import type { ResourceSummary } from "../../bootstrap/resourceSummary.ts";
import { outcomeOf } from "../../bootstrap/signals.ts";
import type { Edit } from "../../text/edit.ts";
import type { Span } from "../../text/span.ts";

/** A change of an entry's text; offsets are relative to the entry's unit. */
export interface EntryChange {
  readonly edits: readonly Edit[];
  /** An offset that a note on it shows at; with `inCopy`, only if the change is made. */
  readonly place: number;
  readonly inCopy?: boolean;
  readonly was: string;
  readonly now: string;
}

/**
 * What a fault makes of the helper scripts' calls in a resource's scripts.
 *
 * @param unitText what the entry was parsed from
 * @param waiting the resources that CloudFormation waits for signals for: a signal for another one changes nothing
 */
export function scriptChanges(
  at: string,
  to: string | undefined,
  { calls }: ResourceSummary,
  unitText: string,
  resources: readonly string[],
  waiting: ReadonlySet<string>,
): readonly EntryChange[] {
  // The options are explained by the command's note.
  const replaced = ({ call, source }: (typeof calls)[number], span: Span, now: string): EntryChange => {
    const was = unitText.slice(span.start, span.end);
    return { edits: [{ ...span, newText: now }], place: source.text.toEntrySpan(call).start, was, now };
  };
  const signals = calls.filter(
    ({ call: { helper }, targets }) => helper === "cfn-signal" && targets?.some((target) => waiting.has(target)),
  );
  // A failure signal is not waited for; without it the others still arrive.
  const ofSuccess = signals.filter((signal) => outcomeOf(signal) !== "failure");
  switch (at) {
    case "script:signal-resource":
      return ofSuccess.flatMap((signal) => {
        const { targets, writtenSpan } = signal;
        const [target, ...more] = targets ?? [];
        const other = resources.find((name) => name !== target);
        const isOnly = ofSuccess.every((one) => one === signal || !one.targets?.some((name) => name === target));
        if (target === undefined || more.length > 0 || !isOnly || !writtenSpan || !other) return [];
        return [replaced(signal, writtenSpan, other)];
      });
    case "script:signal-exit-code":
      return signals.flatMap((signal) => {
        const code = optionValue(signal.call, "exitCode");
        return code?.raw === "$?" ? [replaced(signal, signal.source.text.toEntrySpan(code), to ?? "")] : [];
      });
    case "script:signal-order":
      return signals.flatMap((signal) => {
        const init = calls.find(
          ({ call, source }) =>
            call.helper === "cfn-init" && source === signal.source && call.end <= signal.call.start && isDirect(call),
        );
        if (init === undefined || !isDirect(signal.call)) return [];
        const first = init.source.text.toEntrySpan(init.call);
        const second = signal.source.text.toEntrySpan(signal.call);
        const edits = [
          { ...first, newText: unitText.slice(second.start, second.end) },
          { ...second, newText: unitText.slice(first.start, first.end) },
        ];
        // Commands may be items of a list.
        return [{ edits, place: second.start, was: "cfn-init, cfn-signal", now: "cfn-signal, cfn-init" }];
      });
    default:
      return [];
  }
}

function isDirect({ reached }: { readonly reached: { readonly kind: string } }): boolean {
  return reached.kind === "direct";
}
