import { isSignal } from "../../../bootstrap/callMeaning.ts";
import type { BootstrapResource, ClusterGraph, PlacedCall } from "../../../bootstrap/graphTypes.ts";
import { outcomeOf } from "../../../bootstrap/signals.ts";
import { endsOnError, isConditional } from "../../../scripts/flow.ts";
import type { BootstrapRule } from "../../shared/rule.ts";

/** A signal that always reports success, without another one that reports a failure. */
export const bootstrapAlwaysSuccess: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    const reports = failureReports(graph);
    for (const placed of graph.calls) {
      const { call, owner, source } = placed;
      if (
        !isSignal(placed) ||
        outcomeOf(placed) !== "success" ||
        source.where === "api" ||
        failureIsReported(placed, reports, graph)
      )
        continue;
      const late = isReachedOnSuccess(placed);
      const value = call.arguments.find(({ option }) => /^(?:exitCode|success|status)$/.test(option?.role ?? ""));
      graph.report(
        owner.entry,
        source.text.toEntrySpan(value ?? call.nameSpan),
        late ? { message: "only-success", severity: "info" } : { message: "always-success" },
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

/** To what, and from which resource's scripts, a failure may be signalled. */
interface Reports {
  readonly targets: ReadonlySet<string>;
  readonly owners: ReadonlySet<BootstrapResource>;
}

function failureReports(graph: ClusterGraph): Reports {
  const failing = graph.calls.filter((placed) => isSignal(placed) && outcomeOf(placed) !== "success");
  return {
    targets: new Set(failing.flatMap(({ targets }) => targets ?? [])),
    owners: new Set(failing.map(({ owner }) => owner)),
  };
}

function failureIsReported({ targets, owner }: PlacedCall, reports: Reports, graph: ClusterGraph): boolean {
  if (graph.mayAlsoSignalFailure || reports.owners.has(owner)) return true;
  return targets === undefined ? graph.signalsFailure : targets.some((id) => reports.targets.has(id));
}
