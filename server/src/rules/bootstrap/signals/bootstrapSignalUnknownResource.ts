import { isSignal } from "../../../bootstrap/callMeaning.ts";
import type { ClusterGraph, PlacedCall } from "../../../bootstrap/graphTypes.ts";
import { optionValue } from "../../../bootstrap/helperCall.ts";
import { didYouMean } from "../../../text/didYouMean.ts";
import { nearest } from "../../../text/nearest.ts";
import type { BootstrapRule } from "../../engine/rule.ts";
import { replacement } from "../../shared/fixes/nearest.ts";

/** A signal to a resource that the template does not have. */
export const bootstrapSignalUnknownResource: BootstrapRule = {
  scope: "bootstrap",
  check(graph, context) {
    for (const placed of graph.calls) {
      if (!isSignal(placed) || placed.byUrl || placed.stack === "other" || !placed.targetSpan) continue;
      const { owner, targetSpan } = placed;
      const name = optionValue(placed.call, "resource");
      if (name?.hole?.kind === "ref" && graph.resources.has(name.hole.name)) {
        context.report(owner.entry, targetSpan, {
          en: `Write the logical ID “${name.hole.name}” itself: a reference to it becomes the physical ID, which a signal to a resource does not accept.`,
          ja: `論理ID「${name.hole.name}」をそのまま書いてください。参照にすると物理IDに置き換わり、シグナルの宛先として受け付けられません。`,
        });
        continue;
      }
      for (const target of placed.targets ?? []) {
        if (graph.mayExist(target)) continue;
        const meant = meantResource(graph, placed, target);
        const hint = didYouMean(meant);
        const title = { en: `Signal “${meant}”`, ja: `宛先を「${meant}」にする` };
        context.report(owner.entry, targetSpan, {
          en: `There is no resource “${target}” in this template, so CloudFormation refuses this signal.${hint.en}`,
          ja: `リソース「${target}」はこのテンプレートにないため、このシグナルはCloudFormationに拒否されます。${hint.ja}`,
          severity: placed.stack === "own" ? undefined : "warning",
          data: meant !== undefined && placed.writtenSpan ? replacement(placed.writtenSpan, meant, title) : undefined,
        });
      }
    }
  },
};

/** What the script most likely means: the only resource that runs it and waits, else a similar name. */
function meantResource(graph: ClusterGraph, { runners }: PlacedCall, target: string): string | undefined {
  const waiting = runners.filter(
    (id) => graph.resources.get(id)?.summary.creationPolicy ?? graph.resources.get(id)?.summary.rollingUpdate,
  );
  if (waiting.length === 1) return waiting[0];
  return nearest(target, graph.resources.keys());
}
