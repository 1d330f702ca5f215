import { spanInEntry } from "../../../bootstrap/bootstrapGraph.ts";
import type { ClusterGraph, PlacedCall } from "../../../bootstrap/graphTypes.ts";
import { valueAt } from "../../../model/tree/node.ts";
import type { BootstrapRule } from "../../shared/rule.ts";

/** `aws cloudformation signal-resource` on a machine without an instance profile. */
export const bootstrapSignalCredentials: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    for (const placed of graph.calls) {
      if (placed.call.helper !== "signal-resource" || placed.source.where !== "userData" || bringsCredentials(placed))
        continue;
      if (placed.runners.length === 0 || placed.runners.some((id) => hasProfile(graph, id))) continue;
      graph.report(placed.owner.entry, spanInEntry(placed, placed.call.nameSpan), {
        message: "no-profile",
        with: { runner: placed.runners[0] },
      });
    }
  },
};

/** Whether the script sets credentials itself. */
function bringsCredentials({ source, call }: PlacedCall): boolean {
  return (
    /AWS_ACCESS_KEY_ID|AWS_PROFILE|aws configure|\.aws\/credentials|Set-AWSCredential/i.test(source.text.text) ||
    call.arguments.some(({ name }) => name === "--profile")
  );
}

function hasProfile(graph: ClusterGraph, id: string): boolean {
  const runner = graph.resources.get(id);
  if (!runner) return true;
  const launches = [id, ...runner.summary.refers()].flatMap((name) => graph.resources.get(name) ?? []);
  const known = /^AWS::(?:EC2::(?:Instance|LaunchTemplate)|AutoScaling::(?:AutoScalingGroup|LaunchConfiguration))$/;
  return launches.some(({ summary }) => {
    if (!known.test(summary.type ?? "")) return false;
    const { properties } = summary;
    if (properties && properties.kind !== "map") return true;
    return [properties, valueAt(properties, "LaunchTemplateData")].some(
      (node) => valueAt(node, "IamInstanceProfile") !== undefined,
    );
  });
}
