import { secondsOf } from "../../bootstrap/duration.ts";
import type { BootstrapResource } from "../../bootstrap/graphTypes.ts";
import { numbersOf } from "../../bootstrap/numbers.ts";
import type { RollingUpdate } from "../../bootstrap/resourceSummary.ts";
import { signalsTo } from "../../bootstrap/signals.ts";
import { pairOf, textOf, valueAt } from "../../model/tree/node.ts";
import type { BootstrapContext, BootstrapRule } from "../shared/rule.ts";

/**
 * A rolling update whose settings do not fit: MinInstancesInService must be below the group's MaxSize, percentages are
 * 0 to 100, MaxBatchSize is at least 1; MinSuccessfulInstancesPercent counts signals, so it needs
 * WaitOnResourceSignals; and if the instances signal, an update should wait for them as the creation does.
 */
export const bootstrapRollingUpdate: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    for (const resource of graph.active) {
      const update = resource.summary.rollingUpdate;
      checkPercent(resource, resource.summary.creationPolicy?.minSuccessfulPercent, graph);
      if (!update) continue;
      checkInService(resource, update, graph);
      checkBatch(resource, update, graph);
      checkPercent(resource, pairOf(update.node, "MinSuccessfulInstancesPercent"), graph);
      checkPercent(resource, pairOf(update.node, "MinActiveInstancesPercent"), graph);
      checkWaiting(resource, update, graph);
    }
  },
};

function checkInService(
  { id, entry, summary }: BootstrapResource,
  { node }: RollingUpdate,
  { declarations, report }: BootstrapContext,
): void {
  const pair = pairOf(node, "MinInstancesInService");
  const least = numbersOf(pair?.value, declarations);
  const most = pairOf(summary.properties, "MaxSize");
  const size = numbersOf(most?.value, declarations);
  if (!pair || !most || !least || !size || least.min < size.max) return;
  const assumed =
    least.certain && size.certain
      ? { en: "", ja: "" }
      : { en: " with the default parameters", ja: "（パラメータがデフォルト値の場合）" };
  report(entry, pair.value, {
    message: "no-room",
    with: { min: least.min, id, max: size.max, assumed },
    related: [{ entry, span: most.value, message: "max-size" }],
  });
}

function checkBatch(
  { entry }: BootstrapResource,
  { node }: RollingUpdate,
  { declarations, report }: BootstrapContext,
): void {
  const pair = pairOf(node, "MaxBatchSize");
  const size = numbersOf(pair?.value, declarations);
  if (!pair || !size || size.max >= 1) return;
  report(entry, pair.value, { message: "batch-size", severity: size.certain ? "error" : undefined });
}

function checkPercent(
  { entry }: BootstrapResource,
  pair: ReturnType<typeof pairOf>,
  { declarations, report }: BootstrapContext,
): void {
  const percent = numbersOf(pair?.value, declarations);
  if (!pair || !percent || percent.min <= 100) return;
  report(entry, pair.value, {
    message: "percentage",
    with: { key: pair.key.text },
    severity: percent.certain ? "error" : undefined,
  });
}

function checkWaiting(
  { id, entry, summary }: BootstrapResource,
  { node, key, waits }: RollingUpdate,
  graph: BootstrapContext,
): void {
  if (waits) {
    if (!summary.creationPolicy?.waits)
      graph.report(entry, waits.key, {
        message: "creation-does-not-wait",
        with: { id },
        severity: "info",
        topic: "creation-policy",
      });
    if (!valueAt(node, "PauseTime")) graph.report(entry, waits.key, { message: "no-pause-time", severity: "info" });
    return;
  }
  const percent = pairOf(node, "MinSuccessfulInstancesPercent");
  const pause = pairOf(node, "PauseTime");
  if (percent) {
    graph.report(entry, percent.key, { message: "percent-without-signals" });
  } else if (summary.creationPolicy?.waits && signalsTo(graph, id).length > 0) {
    graph.report(entry, key, { message: "updates-do-not-wait", with: { id }, severity: "info" });
  } else if (pause && (secondsOf(textOf(pause.value) ?? "") ?? 0) > 0) {
    graph.report(entry, pause.key, { message: "only-pauses", severity: "info" });
  }
}
