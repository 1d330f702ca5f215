import { isSignal } from "../../../bootstrap/callMeaning.ts";
import type { BootstrapResource, ClusterGraph, PlacedCall } from "../../../bootstrap/graphTypes.ts";
import { signalsTo } from "../../../bootstrap/signals.ts";
import { replacement } from "../../shared/fixes/nearest.ts";
import type { BootstrapRule } from "../../shared/rule.ts";

/** A script that signals another resource than the one it runs on, while that one waits for a signal itself. */
export const bootstrapSignalOtherResource: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    for (const placed of graph.calls) {
      const waiting = waitingInVain(graph, placed);
      const [target] = placed.targets ?? [];
      if (!waiting || target === undefined || !placed.targetSpan) continue;
      const message = { en: `“${waiting.id}” waits here.`, ja: `「${waiting.id}」はここで待ちます。` };
      const title = { en: `Signal “${waiting.id}”`, ja: `宛先を「${waiting.id}」にする` };
      graph.report(placed.owner.entry, placed.targetSpan, {
        message: "other-resource",
        with: { id: waiting.id, target },
        related: [{ entry: waiting.entry, span: waiting.summary.creationPolicy?.key ?? waiting.entry.key, message }],
        data: placed.writtenSpan && replacement(placed.writtenSpan, waiting.id, title),
      });
    }
  },
};

/** The only resource that runs the script, if it waits and nothing signals it, while the script signals another that waits. */
export function waitingInVain(graph: ClusterGraph, placed: PlacedCall): BootstrapResource | undefined {
  if (!isSignal(placed) || placed.byUrl || placed.stack === "other" || placed.targets?.length !== 1) return undefined;
  const [target] = placed.targets;
  const [runner, ...more] = placed.runners;
  if (target === undefined || runner === undefined || more.length > 0 || runner === target) return undefined;
  const other = graph.resources.get(target);
  const waiting = graph.resources.get(runner);
  if (!other?.summary.creationPolicy && !other?.summary.rollingUpdate?.waits) return undefined;
  if (!waiting?.summary.creationPolicy?.waits && !waiting?.summary.rollingUpdate?.waits) return undefined;
  return signalsTo(graph, runner).length === 0 && !graph.mayAlsoSignal ? waiting : undefined;
}
