import type { BootstrapRule } from "../shared/rule.ts";

/** An Auto Scaling group with a launch template or configuration of the same template but no `UpdatePolicy`. */
export const bootstrapNoUpdatePolicy: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    for (const { id, entry, summary, runs } of graph.active) {
      if (summary.type !== "AWS::AutoScaling::AutoScalingGroup" || summary.hasUpdatePolicy) continue;
      const [launch] = runs;
      if (launch === undefined || launch === id) continue;
      graph.report(entry, entry.key, { message: "no-update-policy", with: { id, launch } });
    }
  },
};
