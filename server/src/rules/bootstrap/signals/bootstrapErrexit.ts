import { type CallMeaning, isSignal } from "../../../bootstrap/callMeaning.ts";
import { optionValue } from "../../../bootstrap/helperCall.ts";
import { outcomeOf } from "../../../bootstrap/signals.ts";
import { endsOnError, functionAround, trapsFailure } from "../../../scripts/flow.ts";
import { startOfLine } from "../../../text/span.ts";
import type { FixData, ResourceRule } from "../../shared/rule.ts";

/** `cfn-signal -e $?` in a script that ends on the first error (`set -e`, `#!/bin/bash -xe`). */
export const bootstrapErrexit: ResourceRule = {
  scope: "resource",
  check({ calls }, { report }) {
    for (const meaning of calls) {
      const { call, source } = meaning;
      const code = optionValue(call, "exitCode");
      if (code?.raw !== "$?" || !isSignal(meaning) || call.reached.kind !== "direct") continue;
      const command = call.script.commands[call.index];
      if (!command || command.operator === "||" || functionAround(command.block)) continue;
      if (!endsOnError(call.script, call.index) || trapsFailure(call.script, call.index)) continue;
      if (reportsFailure(calls, meaning)) continue;
      report(source.text.toEntrySpan(code), { message: "signal-after-success", data: trapFix(meaning) });
    }
  },
};

/** Whether another signal of the script reports a failure to the same resource. */
function reportsFailure(calls: readonly CallMeaning[], { source, targets, byUrl }: CallMeaning): boolean {
  return calls.some(
    (other) =>
      other.source === source &&
      other.byUrl === byUrl &&
      isSignal(other) &&
      other.targets?.some((target) => targets?.includes(target)) &&
      outcomeOf(other) === "failure",
  );
}

/** Moves the call into a trap behind the `#!` line, if both stand on lines of their own in a literal block. */
function trapFix({ call, source }: CallMeaning): FixData | undefined {
  const { text } = source.text;
  const lineStart = text.lastIndexOf("\n", call.start) + 1;
  const lineEnd = text.indexOf("\n", call.start);
  const shebang = /^#![^\n]*\n/.exec(text)?.[0].length;
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  if (shebang === undefined || lineStart <= shebang || line.trim() !== text.slice(call.start, call.end))
    return undefined;
  if (line.includes("'") || line.trimEnd().endsWith("\\")) return undefined;
  const unit = source.text.unitText;
  const old = source.text.toEntrySpan({ start: call.start, end: call.end });
  const written = unit.slice(old.start, old.end);
  const first = source.text.toEntrySpan({ start: shebang, end: shebang + 1 }).start;
  const indent = unit.slice(startOfLine(unit, first), first);
  const before = unit.lastIndexOf("\n", old.start - 1);
  if (written.includes("\n") || !/^[ \t]*$/.test(indent) || !/^[ \t]*$/.test(unit.slice(before + 1, old.start)))
    return undefined;
  return {
    title: { en: "Send the signal from a trap", ja: "シグナルをtrapから送る" },
    edits: [
      { start: first, end: first, newText: `trap '${written}' EXIT\n${indent}` },
      { start: before, end: old.end, newText: "" },
    ],
  };
}
