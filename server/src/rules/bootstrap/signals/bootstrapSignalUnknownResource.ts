import { isSignal } from "../../../bootstrap/callMeaning.ts";
import type { ClusterGraph, PlacedCall } from "../../../bootstrap/graphTypes.ts";
import { optionValue } from "../../../bootstrap/helperCall.ts";
import { didYouMean } from "../../../text/didYouMean.ts";
import { nearest } from "../../../text/nearest.ts";
import { replacement } from "../../shared/fixes/nearest.ts";
import type { BootstrapRule } from "../../shared/rule.ts";

/** A signal to a resource that the template does not have. */
export const bootstrapSignalUnknownResource: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    for (const placed of graph.calls) {
      if (!isSignal(placed) || placed.byUrl || placed.stack === "other" || !placed.targetSpan) continue;
      const { owner, targetSpan } = placed;
      const name = optionValue(placed.call, "resource");
      if (name?.hole?.kind === "ref" && graph.resources.has(name.hole.name)) {
        graph.report(owner.entry, targetSpan, { message: "physical-id", with: { hole: name.hole.name } });
        continue;
      }
      for (const target of placed.targets ?? []) {
        if (graph.mayExist(target)) continue;
        const meant = meantResource(graph, placed, target);
        const hint = didYouMean(meant);
        const title = { en: `Signal “${meant}”`, ja: `宛先を「${meant}」にする` };
        graph.report(owner.entry, targetSpan, {
          message: "no-resource",
          with: { target, hint },
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
