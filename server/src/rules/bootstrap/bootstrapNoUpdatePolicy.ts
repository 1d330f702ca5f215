import type { BootstrapRule } from "../engine/rule.ts";

/** An Auto Scaling group with a launch template or configuration of the same template but no `UpdatePolicy`. */
export const bootstrapNoUpdatePolicy: BootstrapRule = {
  scope: "bootstrap",
  check(graph, context) {
    for (const { id, entry, summary, runs } of graph.active) {
      if (summary.type !== "AWS::AutoScaling::AutoScalingGroup" || summary.hasUpdatePolicy) continue;
      const [launch] = runs;
      if (launch === undefined || launch === id) continue;
      context.report(entry, entry.key, {
        en: `“${id}” has no UpdatePolicy: a change of “${launch}” reaches only instances that start later. With AutoScalingRollingUpdate the running ones are replaced in batches.`,
        ja: `「${id}」にUpdatePolicyがないため、「${launch}」を変更しても反映されるのは後から起動するインスタンスだけです。AutoScalingRollingUpdateを指定すると、実行中のインスタンスも順に置き換えられます。`,
      });
    }
  },
};
