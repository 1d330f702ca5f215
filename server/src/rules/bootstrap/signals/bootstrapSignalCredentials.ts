import { entrySpan } from "../../../bootstrap/bootstrapGraph.ts";
import type { ClusterGraph, PlacedCall } from "../../../bootstrap/graphTypes.ts";
import { valueAt } from "../../../model/tree/node.ts";
import type { BootstrapRule } from "../../engine/rule.ts";

/** `aws cloudformation signal-resource` on a machine without an instance profile. */
export const bootstrapSignalCredentials: BootstrapRule = {
  scope: "bootstrap",
  check(graph, context) {
    for (const placed of graph.calls) {
      if (placed.call.helper !== "signal-resource" || placed.source.where !== "userData" || bringsCredentials(placed))
        continue;
      if (placed.runners.length === 0 || placed.runners.some((id) => hasProfile(graph, id))) continue;
      context.report(placed.owner.entry, entrySpan(placed, placed.call.nameSpan), {
        en: `“${placed.runners[0]}” has no instance profile, so the AWS CLI has no credentials and this call fails. Use cfn-signal, which needs none, or add an IamInstanceProfile.`,
        ja: `「${placed.runners[0]}」にインスタンスプロファイルがないためAWS CLIの認証情報がなく、この呼び出しは失敗します。認証情報の要らないcfn-signalを使うか、IamInstanceProfileを追加してください。`,
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
  const launches = [id, ...runner.summary.refers].flatMap((name) => graph.resources.get(name) ?? []);
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
