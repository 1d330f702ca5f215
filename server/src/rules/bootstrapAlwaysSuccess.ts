import { type BootstrapGraph, isSignal, type PlacedCall } from "../bootstrap/bootstrapGraph.ts";
import { outcomeOf } from "../bootstrap/signals.ts";
import { endsOnError, isConditional } from "../scripts/flow.ts";
import type { TemplateRule } from "./rule.ts";

/**
 * A signal that always says success, without another one that reports a failure. Either a broken instance counts as a good
 * one, or (where the script ends early on an error) the stack waits for its timeout instead of failing at once.
 *
 * Bad: `cfn-signal -e 0 …` or `cfn-signal --success true …` alone
 * Good: `cfn-signal -e $? …` right behind the work, or a `trap 'cfn-signal -e 1 …' ERR` beside it
 */
export const bootstrapAlwaysSuccess: TemplateRule = {
  scope: "template",
  code: "bootstrap-always-success",
  severity: "warning",
  cfnLint: [],
  title: { en: "A signal always reports success", ja: "常に成功を通知するシグナル" },
  topic: "cfn-signal",
  check(_template, context) {
    const graph = context.bootstrap();
    for (const placed of graph.calls) {
      const { call, owner, source } = placed;
      if (
        !isSignal(placed) ||
        outcomeOf(placed) !== "success" ||
        source.where === "api" ||
        failureIsReported(graph, placed)
      )
        continue;
      const late = isReachedOnSuccess(placed);
      const value = call.arguments.find(({ option }) => /^(?:exitCode|success|status)$/.test(option?.role ?? ""));
      context.report(
        owner.entry,
        source.text.toEntrySpan(value ?? call.nameSpan),
        late
          ? {
              en: "Only success is ever signalled. After a failure the stack waits until its timeout: signal that as well, for example from a trap.",
              ja: "成功しか通知されません。失敗したときはタイムアウトまで待つことになるので、trap などで失敗も通知してください。",
            }
          : {
              en: "This always reports success, even if the work before it failed. Pass its exit code: -e $?.",
              ja: "それまでの処理が失敗していても、常に成功を通知します。-e $? のように終了コードを渡してください。",
            },
        late ? { severity: "info" } : {},
      );
    }
  },
};

/** Whether the signal is only sent after success: what fails before it ends the script or the other commands of Init. */
function isReachedOnSuccess({ call, source }: PlacedCall): boolean {
  const command = call.script.commands[call.index];
  if (source.where === "command" || call.reached.kind !== "direct") return true;
  return endsOnError(call.script, call.index) || (command !== undefined && isConditional(command));
}

function failureIsReported(graph: BootstrapGraph, { targets, owner }: PlacedCall): boolean {
  return graph.calls.some(
    (other) =>
      isSignal(other) &&
      outcomeOf(other) !== "success" &&
      (other.owner === owner ||
        other.targets === undefined ||
        targets === undefined ||
        other.targets.some((id) => targets.includes(id))),
  );
}
