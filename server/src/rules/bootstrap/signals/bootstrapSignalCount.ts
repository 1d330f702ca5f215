import { spanInEntry } from "../../../bootstrap/bootstrapGraph.ts";
import { isSignal } from "../../../bootstrap/callMeaning.ts";
import type { BootstrapResource, ClusterGraph, PlacedCall } from "../../../bootstrap/graphTypes.ts";
import { type Numbers, numbersOf } from "../../../bootstrap/numbers.ts";
import { machinesOf, outcomeOf, signalsPerMachine, signalsTo } from "../../../bootstrap/signals.ts";
import type { Localised } from "../../../text/localised.ts";
import { replacement } from "../../shared/fixes/nearest.ts";
import type { BootstrapRule, Words } from "../../shared/rule.ts";

/**
 * A `ResourceSignal.Count` that is higher than the number of signals that can arrive, or lower than the number of
 * machines that signal.
 */
export const bootstrapSignalCount: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    for (const resource of graph.active) {
      const pair = resource.summary.creationPolicy?.count;
      const count = numbersOf(pair?.value, graph.declarations);
      if (!pair || !count) continue;
      if (count.max === 0 && count.certain) {
        graph.report(resource.entry, pair.value, {
          ...{ message: "zero", with: { id: resource.id } },
          severity: "info",
        });
        continue;
      }
      const sent = signalsTo(graph, resource.id);
      const signals = (sent.length > 0 ? sent : meantFor(graph, resource.id)).filter(
        (placed) => outcomeOf(placed) !== "failure",
      );
      const most = mostSignals(graph, resource, signals);
      if (isLess(count, most)) {
        graph.report(resource.entry, pair.value, {
          message: count.max === 1 ? "waits-for-one" : "waits-for-fewer",
          with: { id: resource.id, count: count.max, most: most?.min ?? 0 },
        });
        continue;
      }
      if (most === undefined || count.min <= most.max) continue;
      graph.report(resource.entry, pair.value, {
        ...message(resource, count, most, signals),
        related: signals.slice(0, 5).map((placed) => ({
          entry: placed.owner.entry,
          span: spanInEntry(placed, placed.call.nameSpan),
          message: "sent-here",
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
): Words {
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
  return { message: "too-many", with: { id, min: count.min, max: most.max, assumed, why } };
}

function changeCount(count: number): Localised {
  return { en: `Change Count to ${count}`, ja: `Countを${count}にする` };
}

/** Whether fewer signals are waited for than certainly come. */
function isLess(count: Numbers, most: Numbers | undefined): boolean {
  return most !== undefined && count.certain && most.certain && count.max < most.min;
}
