import { readsInit } from "../../bootstrap/bootstrapParts.ts";
import type { ClusterGraph, PlacedCall } from "../../bootstrap/graphTypes.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import type { Localised } from "../../text/localised.ts";
import { nearest } from "../../text/nearest.ts";
import type { BootstrapRule } from "../engine/rule.ts";
import { replacement } from "../shared/fixes/nearest.ts";

/**
 * A `cfn-init` or `cfn-get-metadata` that names a resource which the template does not have, or which has no
 * `AWS::CloudFormation::Init`.
 */
export const bootstrapInitUnknownResource: BootstrapRule = {
  scope: "bootstrap",
  check(graph, context) {
    for (const placed of graph.calls) {
      const { call, owner, targetSpan } = placed;
      if (!readsInit(placed) || placed.stack === "other" || !targetSpan) continue;
      for (const target of placed.targets ?? []) {
        const found = problem(graph, placed, target, graph.mayExist(target));
        if (!found) continue;
        const meant = meantResource(graph, placed, target);
        const title = { en: `Read the metadata of “${meant}”`, ja: `「${meant}」のメタデータを読む` };
        const hint = didYouMean(meant);
        const isSure = found.certain && placed.stack === "own" && call.reached.kind !== "hook";
        context.report(owner.entry, targetSpan, {
          en: found.message.en + hint.en,
          ja: found.message.ja + hint.ja,
          severity: isSure ? undefined : "warning",
          data: placed.writtenSpan && meant !== undefined ? replacement(placed.writtenSpan, meant, title) : undefined,
        });
      }
    }
  },
};

interface Problem {
  readonly message: Localised;
  readonly certain: boolean;
}

function problem(graph: ClusterGraph, { call }: PlacedCall, target: string, exists: boolean): Problem | undefined {
  const { helper } = call;
  if (!exists) {
    const message = {
      en: `There is no resource “${target}” in this template, so ${helper} fails.`,
      ja: `リソース「${target}」はこのテンプレートにないため、${helper}は失敗します。`,
    };
    return { message, certain: true };
  }
  const resource = graph.resources.get(target);
  if (!resource || resource.summary.init || helper !== "cfn-init") return undefined;
  const message = {
    en: `“${target}” has no AWS::CloudFormation::Init in its Metadata, so cfn-init has nothing to run and fails.`,
    ja: `「${target}」のMetadataにAWS::CloudFormation::Initがないため、cfn-initは実行する内容がなく失敗します。`,
  };
  return { message, certain: false };
}

/** The only resource with Init, the one that holds the call, or a similar name among those with Init. */
function meantResource(graph: ClusterGraph, { owner }: PlacedCall, target: string): string | undefined {
  if (owner.summary.init) return owner.id;
  const withInit = graph.withInit();
  return nearest(target, withInit) ?? (withInit.length === 1 ? withInit[0] : undefined);
}
