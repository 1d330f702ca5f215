import type { BootstrapRule } from "../engine/rule.ts";

/**
 * An Auto Scaling group with a launch template or configuration of the same template but no `UpdatePolicy`. A change of the
 * launch template then reaches only instances that start later; those that run stay as they are.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Launch:
 *     Type: AWS::EC2::LaunchTemplate
 *     Properties: {LaunchTemplateData: {ImageId: !Ref Image}}
 *   Group:
 *     Type: AWS::AutoScaling::AutoScalingGroup
 *     Properties:
 *       MinSize: "1"
 *       MaxSize: "2"
 *       LaunchTemplate: {LaunchTemplateId: !Ref Launch, Version: !GetAtt Launch.LatestVersionNumber}
 * ```
 * Good:
 * ```yaml
 *   Group:
 *     Type: AWS::AutoScaling::AutoScalingGroup
 *     UpdatePolicy: {AutoScalingRollingUpdate: {MinInstancesInService: 1}}
 *     Properties:
 *       MinSize: "1"
 *       MaxSize: "2"
 *       LaunchTemplate: {LaunchTemplateId: !Ref Launch, Version: !GetAtt Launch.LatestVersionNumber}
 * ```
 *
 * @ja
 * 同じテンプレートの起動テンプレートや起動設定を使い、`UpdatePolicy`のないAuto Scalingグループを検出します。
 * 起動テンプレートを変更しても、反映されるのはその後に起動するインスタンスだけで、実行中のインスタンスは変わりません。
 */
export const bootstrapNoUpdatePolicy: BootstrapRule = {
  scope: "bootstrap",
  code: "bootstrap-no-update-policy",
  severity: "hint",
  title: { en: "An Auto Scaling group without UpdatePolicy", ja: "UpdatePolicyのないAuto Scalingグループ" },
  topic: "update-policy",
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
