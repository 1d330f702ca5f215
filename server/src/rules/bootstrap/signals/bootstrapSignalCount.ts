import { entrySpan } from "../../../bootstrap/bootstrapGraph.ts";
import { isSignal } from "../../../bootstrap/callMeaning.ts";
import type { BootstrapResource, ClusterGraph, PlacedCall } from "../../../bootstrap/graphTypes.ts";
import { type Numbers, numbersOf } from "../../../bootstrap/numbers.ts";
import { machinesOf, outcomeOf, signalsPerMachine, signalsTo } from "../../../bootstrap/signals.ts";
import type { Localised } from "../../../text/localised.ts";
import type { BootstrapRule } from "../../engine/rule.ts";
import { replacement } from "../../shared/fixes/nearest.ts";

/**
 * A `ResourceSignal.Count` that is higher than the number of signals that can arrive, or lower than the number of
 * machines that signal.
 */
export const bootstrapSignalCount: BootstrapRule = {
  scope: "bootstrap",
  check(graph, context) {
    for (const resource of graph.active) {
      const pair = resource.summary.creationPolicy?.count;
      const count = numbersOf(pair?.value, graph.declarations);
      if (!pair || !count) continue;
      if (count.max === 0 && count.certain) {
        context.report(resource.entry, pair.value, { ...zero(resource.id), severity: "info" });
        continue;
      }
      const sent = signalsTo(graph, resource.id);
      const signals = (sent.length > 0 ? sent : meantFor(graph, resource.id)).filter(
        (placed) => outcomeOf(placed) !== "failure",
      );
      const most = mostSignals(graph, resource, signals);
      if (isLess(count, most)) {
        context.report(resource.entry, pair.value, fewer(resource.id, count.max, most?.min ?? 0));
        continue;
      }
      if (most === undefined || count.min <= most.max) continue;
      context.report(resource.entry, pair.value, {
        ...message(resource, count, most, signals),
        related: signals.slice(0, 5).map((placed) => ({
          entry: placed.owner.entry,
          span: entrySpan(placed, placed.call.nameSpan),
          message: { en: "The signal is sent here.", ja: "シグナルの送信元" },
        })),
        data:
          most.certain && pair.value.kind === "scalar" && most.max > 0
            ? replacement(pair.value, String(most.max), changeCount(most.max))
            : undefined,
      });
    }
  },
};

/** Signals to what does not exist, from the machines of the resource alone: once their target is right, so many come. */
function meantFor(graph: ClusterGraph, id: string): readonly PlacedCall[] {
  return graph.calls.filter(
    (placed) =>
      isSignal(placed) &&
      !placed.byUrl &&
      placed.stack === "own" &&
      placed.targets !== undefined &&
      placed.targets.length > 0 &&
      !placed.targets.some((target) => graph.mayExist(target)) &&
      runsOnlyOn(id, placed),
  );
}

/** How many signals can come at most; `undefined` if that cannot be told. */
function mostSignals(
  graph: ClusterGraph,
  resource: BootstrapResource,
  signals: readonly PlacedCall[],
): Numbers | undefined {
  if (graph.mayAlsoSignal || signals.length === 0) return undefined;
  const machines = machinesOf(resource, graph);
  if (!machines) return undefined;
  // A script in a loop, or one with an ID that it makes up, may send any number.
  if (signals.some(({ call }) => inLoop(call.script.commands[call.index]?.block))) return undefined;
  if (signals.some((placed) => !runsOnlyOn(resource.id, placed))) return undefined;
  const perMachine = signalsPerMachine(signals);
  const wanted = machines.wanted ?? machines.most;
  return wanted && { min: wanted.min * perMachine, max: wanted.max * perMachine, certain: wanted.certain };
}

/** Whether all machines that send the signal are the resource's; a step of an automation is as good as one. */
function runsOnlyOn(id: string, { runners, source }: PlacedCall): boolean {
  return source.where === "api" || (runners.length > 0 && runners.every((runner) => runner === id));
}

function inLoop(block: PlacedCall["call"]["script"]["commands"][number]["block"] | undefined): boolean {
  for (let at = block; at; at = at.parent) if (at.kind === "loop") return true;
  return false;
}

function message(
  { id, summary }: BootstrapResource,
  count: Numbers,
  most: Numbers,
  signals: readonly PlacedCall[],
): Localised {
  const group = summary.type === "AWS::AutoScaling::AutoScalingGroup";
  const assumed =
    count.certain && most.certain
      ? { en: "", ja: "" }
      : { en: " with the default parameters", ja: "（パラメータがデフォルト値の場合）" };
  const why = group
    ? {
        en: `the group starts with ${most.max} instance${most.max === 1 ? "" : "s"}`,
        ja: `グループの起動時の台数は${most.max}です`,
      }
    : signals.length > 1
      ? {
          en: "signals of one instance count once unless their --id differs",
          ja: "同じインスタンスからのシグナルは--idが異ならない限り1回と数えられます",
        }
      : { en: "the instance sends one signal", ja: "インスタンスが送るシグナルは1つです" };
  return {
    en: `“${id}” waits for ${count.min} signals, but at most ${most.max} can come${assumed.en}: ${why.en}. It waits until its timeout and fails.`,
    ja: `「${id}」は${count.min}個のシグナルを待ちますが、届くのは最大${most.max}個です${assumed.ja}。${why.ja}。タイムアウトまで待って失敗します。`,
  };
}

function changeCount(count: number): Localised {
  return { en: `Change Count to ${count}`, ja: `Countを${count}にする` };
}

/** Whether fewer signals are waited for than certainly come. */
function isLess(count: Numbers, most: Numbers | undefined): boolean {
  return most !== undefined && count.certain && most.certain && count.max < most.min;
}

function fewer(id: string, count: number, most: number): Localised {
  return {
    en: `“${id}” counts as created after ${count} signal${count === 1 ? "" : "s"}, but ${most} come: it does not wait for the other machines to succeed.`,
    ja: `「${id}」は${count}個のシグナルで作成完了になりますが、${most}個届きます。残りのマシンの成否は確認されません。`,
  };
}

function zero(id: string): Localised {
  return {
    en: `With Count 0 “${id}” waits for no signal at all.`,
    ja: `Countが0なので、「${id}」はシグナルを待ちません。`,
  };
}
