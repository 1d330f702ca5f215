import { readsInit } from "../../bootstrap/bootstrapParts.ts";
import type { ClusterGraph, PlacedCall } from "../../bootstrap/graphTypes.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import { nearest } from "../../text/nearest.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import type { BootstrapRule } from "../shared/rule.ts";

/**
 * A `cfn-init` or `cfn-get-metadata` that names a resource which the template does not have, or which has no
 * `AWS::CloudFormation::Init`.
 */
export const bootstrapInitUnknownResource: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    for (const placed of graph.calls) {
      const { call, owner, targetSpan } = placed;
      if (!readsInit(placed) || placed.stack === "other" || !targetSpan) continue;
      for (const target of placed.targets ?? []) {
        const message = problem(graph, placed, target);
        if (message === undefined) continue;
        const meant = meantResource(graph, placed, target);
        const title = { en: `Read the metadata of “${meant}”`, ja: `「${meant}」のメタデータを読む` };
        const hint = didYouMean(meant);
        const isSure = message === "no-resource" && placed.stack === "own" && call.reached.kind !== "hook";
        graph.report(owner.entry, targetSpan, {
          message,
          with: { target, helper: call.helper, hint },
          severity: isSure ? undefined : "warning",
          data: placed.writtenSpan && meant !== undefined ? replacement(placed.writtenSpan, meant, title) : undefined,
        });
      }
    }
  },
};

/** Which message says what is wrong. */
function problem(graph: ClusterGraph, { call }: PlacedCall, target: string): string | undefined {
  if (!graph.mayExist(target)) return "no-resource";
  const resource = graph.resources.get(target);
  return !resource || resource.summary.init || call.helper !== "cfn-init" ? undefined : "no-init";
}

/** The only resource with Init, the one that holds the call, or a similar name among those with Init. */
function meantResource(graph: ClusterGraph, { owner }: PlacedCall, target: string): string | undefined {
  if (owner.summary.init) return owner.id;
  const withInit = graph.withInit();
  return nearest(target, withInit) ?? (withInit.length === 1 ? withInit[0] : undefined);
}
