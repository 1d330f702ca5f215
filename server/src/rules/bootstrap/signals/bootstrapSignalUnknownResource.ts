import { isSignal } from "../../../bootstrap/callMeaning.ts";
import type { ClusterGraph, PlacedCall } from "../../../bootstrap/graphTypes.ts";
import { optionValue } from "../../../bootstrap/helperCall.ts";
import { nearest } from "../../../text/nearest.ts";
import type { BootstrapRule } from "../../engine/rule.ts";
import { didYouMean, replacement } from "../../shared/fixes/nearest.ts";

/**
 * A signal to a resource that the template does not have. CloudFormation refuses it, and what waits for it waits until its
 * timeout and fails. With `${Web}` the script gets the physical ID (`i-0abc…`); the helper needs the logical one.
 * It is based on the names in the template and those that loops, macros and modules may create.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   WebServer:
 *     Type: AWS::EC2::Instance
 *     Properties:
 *       UserData:
 *         Fn::Base64: !Sub |
 *           #!/bin/bash
 *           yum install -y httpd
 *           cfn-signal -e $? --stack ${AWS::StackName} --resource WebSevrer --region ${AWS::Region}
 * ```
 * Good:
 * ```yaml
 *       UserData:
 *         Fn::Base64: !Sub |
 *           #!/bin/bash
 *           yum install -y httpd
 *           cfn-signal -e $? --stack ${AWS::StackName} --resource WebServer --region ${AWS::Region}
 * ```
 *
 * @ja
 * テンプレートにないリソースへのシグナルを検出します。
 * CloudFormationはシグナルを拒否し、それを待つリソースはタイムアウトまで待って失敗します。
 * `${Web}`と書くと、スクリプトに渡るのは物理ID（`i-0abc…`）ですが、ヘルパースクリプトに必要なのは論理IDです。
 * 判定は、テンプレートにある名前と、ループ、マクロ、モジュールが作りうる名前に基づきます。
 */
export const bootstrapSignalUnknownResource: BootstrapRule = {
  scope: "bootstrap",
  code: "bootstrap-signal-unknown-resource",
  severity: "error",
  title: {
    en: "A signal names a resource that does not exist",
    ja: "存在しないリソースへのシグナル",
  },
  topic: "cfn-signal",
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
