import { isSignal } from "../../../bootstrap/callMeaning.ts";
import type { BootstrapResource, ClusterGraph } from "../../../bootstrap/graphTypes.ts";
import { numbersOf } from "../../../bootstrap/numbers.ts";
import { outcomeOf, signalsTo } from "../../../bootstrap/signals.ts";
import { wordPattern } from "../../../bootstrap/wordPattern.ts";
import type { ScriptText } from "../../../model/references/scriptText.ts";
import type { BootstrapRule, Words } from "../../shared/rule.ts";
import { waitingInVain } from "./bootstrapSignalOtherResource.ts";

/** A `CreationPolicy` or a rolling update with `WaitOnResourceSignals` that no script of the template signals. */
export const bootstrapUnsignalled: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    if (graph.mayAlsoSignal || graph.allowsSignals) return;
    for (const resource of graph.active) {
      const { creationPolicy, rollingUpdate } = resource.summary;
      if (!creationPolicy?.waits && !rollingUpdate?.waits) continue;
      const signals = signalsTo(graph, resource.id).filter((placed) => outcomeOf(placed) !== "failure");
      if (signals.length > 0 || signalledFromElsewhere(graph, resource)) continue;
      if (creationPolicy?.waits) {
        if (numbersOf(creationPolicy.count?.value, graph.declarations)?.max === 0) continue;
        graph.report(resource.entry, creationPolicy.key, {
          ...message(resource, "CreationPolicy"),
          unfinished: "below",
          unfinishedAt: { span: resource.entry.key },
        });
      } else if (rollingUpdate?.waits) {
        graph.report(resource.entry, rollingUpdate.waits.key, {
          ...message(resource, "WaitOnResourceSignals"),
          topic: "rolling-update",
          unfinished: "below",
          unfinishedAt: { span: resource.entry.key },
        });
      }
    }
  },
};

function message({ id, summary }: BootstrapResource, policy: string): Words {
  const helper = "cfn-signal";
  const during = summary.creationPolicy
    ? { en: "waits", ja: "待ち" }
    : { en: "waits in every update", ja: "更新のたびに待ち" };
  return { message: "not-signalled", with: { id, during, helper, policy } };
}

/**
 * Whether signals come from what the template does not show (a launch template that is not in it, user data that is handed
 * in), or another finding already says why none comes.
 */
function signalledFromElsewhere(graph: ClusterGraph, resource: BootstrapResource): boolean {
  const { id, summary, runs } = resource;
  if (summary.type === "AWS::AutoScaling::AutoScalingGroup" && runs.length === 0) return true;
  const sources = runs
    .flatMap((run) => graph.resources.get(run)?.summary.sources ?? [])
    .filter(({ where }) => where === "userData");
  if (sources.some(({ text }) => text.text.replace(/\uFFFC/g, "").trim() === "" && text.holes.length > 0)) return true;
  if (sources.some(({ text }) => passesOn(text, id)) || transforms(resource)) return true;
  return (graph.callsByRunner.get(id) ?? []).some(
    (placed) =>
      isSignal(placed) &&
      (waitingInVain(graph, placed)?.id === id || placed.targets?.some((target) => !graph.mayExist(target))),
  );
}

/** To either side. */
const MAX_LINE_LENGTH = 500;

/** Whether a command is told the stack and the resource: a program that is not in the template most likely signals. */
function passesOn({ text, holes }: ScriptText, id: string): boolean {
  const name = wordPattern(id);
  return holes.some(({ source, start }) => {
    if (source.kind !== "ref" || !/^AWS::Stack(?:Name|Id)$/.test(source.name)) return false;
    const before = text.slice(Math.max(0, start - MAX_LINE_LENGTH), start);
    const behind = text.slice(start, start + MAX_LINE_LENGTH);
    const line = before.slice(before.lastIndexOf("\n") + 1) + (behind.split("\n", 1)[0] ?? "");
    return name.test(line) && !/cfn-(?:init|get-metadata|signal)/.test(line) && !/^\s*(?:#|-|$)/.test(line);
  });
}

/** Whether a macro or an included file writes a part of the resource. */
function transforms({ entry }: BootstrapResource): boolean {
  return /Fn::Transform|!Transform/.test(entry.unit.text.slice(entry.value.start, entry.value.end));
}
