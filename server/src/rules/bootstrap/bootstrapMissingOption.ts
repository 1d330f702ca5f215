import { isSignal } from "../../bootstrap/callMeaning.ts";
import type { PlacedCall } from "../../bootstrap/graphTypes.ts";
import { optionValue, positionals } from "../../bootstrap/helperCall.ts";
import { HOLE } from "../../model/references/scriptText.ts";
import type { BootstrapRule, FixData, Words } from "../shared/rule.ts";

/**
 * A helper call without an option that it needs: `--stack`, `--resource`, or `--region` (without it the call goes to
 * us-east-1 and fails for stacks elsewhere).
 */
export const bootstrapMissingOption: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    for (const placed of graph.calls) {
      const { call, owner, source } = placed;
      if (call.helper === "cfn-hup" || call.helper === "signal-resource" || placed.byUrl) continue;
      // Arguments that are not known may hold any option.
      if (call.arguments.some(({ value, name }) => name === undefined && /^["']?[$%@]/.test(value?.raw ?? "")))
        continue;
      if (call.arguments.some(({ name }) => name === "--help" || name === "-h" || name === "--version")) continue;
      for (const { role, name, value, words } of missing(placed)) {
        if (optionValue(call, role)) continue;
        const data = optionFix(placed, `${name} ${value}`);
        graph.report(owner.entry, source.text.toEntrySpan(call.nameSpan), {
          ...words,
          data,
          topic: call.helper,
          unfinished: "beside",
        });
      }
    }
  },
};

interface Missing {
  readonly role: "stack" | "resource" | "region";
  readonly name: string;
  readonly value: string;
  readonly words: Words;
}

function missing(placed: PlacedCall): Missing[] {
  const { call, owner } = placed;
  const { helper } = call;
  const found: Missing[] = [];
  if (isSignal(placed) && !optionValue(call, "resource") && positionals(call).length > 0) return [];
  if (!optionValue(call, "stack"))
    found.push({
      role: "stack",
      name: "--stack",
      value: "${AWS::StackName}",
      words: { message: "no-stack", with: { helper } },
    });
  if (!optionValue(call, "resource"))
    found.push({
      role: "resource",
      name: "--resource",
      value: placed.runners.length === 1 && isSignal(placed) ? (placed.runners[0] ?? owner.id) : owner.id,
      words: isSignal(placed) ? { message: "no-target" } : { message: "no-resource", with: { helper } },
    });
  if (!call.arguments.some(({ option }) => option?.role === "region" || option?.name === "--url"))
    found.push({
      role: "region",
      name: "--region",
      value: "${AWS::Region}",
      words: { message: "no-region", with: { helper } },
    });
  return found;
}

/** Writes the option behind the call's last word, if the script is in a `Fn::Sub`. */
function optionFix({ call, source, owner }: PlacedCall, option: string): FixData | undefined {
  const inSub = source.text.holes.some(({ span }) => owner.entry.unit.text.startsWith("${", span.start));
  if (!inSub) return undefined;
  const last = call.arguments.at(-1);
  const end = Math.max(call.nameSpan.end, last?.value?.end ?? last?.end ?? 0);
  const at = source.text.toEntrySpan({ start: end - 1, end });
  const quote = /["']/.test(source.text.text.charAt(end)) && source.text.text.charAt(end - 1) !== HOLE ? 1 : 0;
  return {
    title: { en: `Add ${option}`, ja: `${option}を追加` },
    edits: [{ start: at.end + quote, end: at.end + quote, newText: ` ${option}` }],
  };
}
