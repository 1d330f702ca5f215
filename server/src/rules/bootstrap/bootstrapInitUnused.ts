import { readsInit } from "../../bootstrap/bootstrapParts.ts";
import type { ClusterGraph, PlacedCall } from "../../bootstrap/graphTypes.ts";
import type { BootstrapRule } from "../shared/rule.ts";

/** `AWS::CloudFormation::Init` that no `cfn-init` of the template runs: metadata does nothing by itself. */
export const bootstrapInitUnused: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    if (graph.mayAlsoRunInit) return;
    const read = reached(graph.calls.filter(readsInit));
    for (const { id, entry, summary } of graph.active) {
      if (!summary.init || summary.init.configs.size === 0 || read.has(id) || missedBy(graph, id)) continue;
      graph.report(entry, summary.init.key, {
        message: "not-run",
        with: { id },
        unfinished: "below",
        unfinishedAt: { span: entry.key },
      });
    }
  },
};

/**
 * The resources whose metadata is read. A call in metadata (a hook that cfn-init itself writes, a command) counts only once
 * that metadata is read from elsewhere.
 */
function reached(reads: readonly PlacedCall[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const { source, owner, targets } of reads) {
      const inInit = source.where === "command" || source.where === "file";
      if (!inInit || found.has(owner.id)) for (const target of targets ?? []) found.add(target);
    }
  }
  return found;
}

/** Whether a cfn-init that runs on the resource names one that does not exist: that finding says enough. */
function missedBy(graph: ClusterGraph, id: string): boolean {
  return graph.calls.some(
    ({ call, owner, targets }) =>
      call.helper === "cfn-init" &&
      owner.id === id &&
      targets?.some((target) => !graph.resources.get(target)?.summary.init),
  );
}
