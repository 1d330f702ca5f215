import { secondsOf } from "../../bootstrap/duration.ts";
import type { BootstrapResource, ClusterGraph } from "../../bootstrap/graphTypes.ts";
import { numbersOf } from "../../bootstrap/numbers.ts";
import type { RollingUpdate } from "../../bootstrap/resourceSummary.ts";
import { signalsTo } from "../../bootstrap/signals.ts";
import { pairOf, textOf, valueAt } from "../../model/tree/node.ts";
import type { BootstrapContext, BootstrapRule } from "../engine/rule.ts";

/**
 * A rolling update whose settings do not fit: MinInstancesInService must be below the group's MaxSize, percentages are
 * 0 to 100, MaxBatchSize is at least 1; MinSuccessfulInstancesPercent counts signals, so it needs
 * WaitOnResourceSignals; and if the instances signal, an update should wait for them as the creation does.
 */
export const bootstrapRollingUpdate: BootstrapRule = {
  scope: "bootstrap",
  check(graph, context) {
    for (const resource of graph.active) {
      const update = resource.summary.rollingUpdate;
      checkPercent(resource, resource.summary.creationPolicy?.minSuccessfulPercent, graph, context);
      if (!update) continue;
      checkInService(resource, update, graph, context);
      checkBatch(resource, update, graph, context);
      checkPercent(resource, pairOf(update.node, "MinSuccessfulInstancesPercent"), graph, context);
      checkPercent(resource, pairOf(update.node, "MinActiveInstancesPercent"), graph, context);
      checkWaiting(resource, update, graph, context);
    }
  },
};

function checkInService(
  { id, entry, summary }: BootstrapResource,
  { node }: RollingUpdate,
  { declarations }: ClusterGraph,
  context: BootstrapContext,
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
  context.report(entry, pair.value, {
    en: `MinInstancesInService (${least.min}) must be less than MaxSize of “${id}” (${size.max})${assumed.en}: an update has no room to replace an instance and fails.`,
    ja: `MinInstancesInService（${least.min}）は「${id}」のMaxSize（${size.max}）より小さくなければなりません${assumed.ja}。インスタンスを入れ替える余地がなく、更新は失敗します。`,
    related: [{ entry, span: most.value, message: { en: "MaxSize is set here.", ja: "MaxSizeの指定" } }],
  });
}

function checkBatch(
  { entry }: BootstrapResource,
  { node }: RollingUpdate,
  { declarations }: ClusterGraph,
  context: BootstrapContext,
): void {
  const pair = pairOf(node, "MaxBatchSize");
  const size = numbersOf(pair?.value, declarations);
  if (!pair || !size || size.max >= 1) return;
  context.report(entry, pair.value, {
    en: "MaxBatchSize must be at least 1.",
    ja: "MaxBatchSizeには1以上を指定します。",
    severity: size.certain ? "error" : undefined,
  });
}

function checkPercent(
  { entry }: BootstrapResource,
  pair: ReturnType<typeof pairOf>,
  { declarations }: ClusterGraph,
  context: BootstrapContext,
): void {
  const percent = numbersOf(pair?.value, declarations);
  if (!pair || !percent || percent.min <= 100) return;
  context.report(entry, pair.value, {
    en: `${pair.key.text} is a percentage: 0 to 100.`,
    ja: `${pair.key.text}は百分率で、0から100の範囲で指定します。`,
    severity: percent.certain ? "error" : undefined,
  });
}

function checkWaiting(
  { id, entry, summary }: BootstrapResource,
  { node, key, waits }: RollingUpdate,
  graph: ClusterGraph,
  context: BootstrapContext,
): void {
  if (waits) {
    if (!summary.creationPolicy?.waits)
      context.report(entry, waits.key, {
        en: `Updates of “${id}” wait for signals, but its creation does not. Add a CreationPolicy with ResourceSignal.`,
        ja: `「${id}」は更新時にはシグナルを待ちますが、作成時には待ちません。ResourceSignalを持つCreationPolicyを追加してください。`,
        severity: "info",
        topic: "creation-policy",
      });
    if (!valueAt(node, "PauseTime"))
      context.report(entry, waits.key, {
        en: "Without PauseTime each batch has 5 minutes to signal. Set PauseTime to what the scripts need.",
        ja: "PauseTimeを省略すると、各バッチがシグナルを待つ時間は5分です。スクリプトに必要な時間をPauseTimeに指定してください。",
        severity: "info",
      });
    return;
  }
  const percent = pairOf(node, "MinSuccessfulInstancesPercent");
  const pause = pairOf(node, "PauseTime");
  if (percent) {
    context.report(entry, percent.key, {
      en: "MinSuccessfulInstancesPercent counts success signals, so it needs WaitOnResourceSignals: true and a PauseTime.",
      ja: "MinSuccessfulInstancesPercentは成功シグナルの割合なので、WaitOnResourceSignals: trueとPauseTimeが必要です。",
    });
  } else if (summary.creationPolicy?.waits && signalsTo(graph, id).length > 0) {
    context.report(entry, key, {
      en: `The instances of “${id}” send signals, but its updates do not wait for them. Set WaitOnResourceSignals: true and a PauseTime.`,
      ja: `「${id}」のインスタンスはシグナルを送りますが、更新時には待ちません。WaitOnResourceSignals: trueとPauseTimeを指定してください。`,
      severity: "info",
    });
  } else if (pause && (secondsOf(textOf(pause.value) ?? "") ?? 0) > 0) {
    context.report(entry, pause.key, {
      en: "Without WaitOnResourceSignals an update only pauses for this time and then goes on, whether the new instances work or not.",
      ja: "WaitOnResourceSignalsがないと、更新はこの時間だけ待って先へ進み、新しいインスタンスが動作しているかどうかは確かめません。",
      severity: "info",
    });
  }
}
