import { isSignal } from "../../../bootstrap/callMeaning.ts";
import type { BootstrapResource, ClusterGraph, PlacedCall } from "../../../bootstrap/graphTypes.ts";
import { attributeInsertion } from "../../../bootstrap/places/attributeInsertion.ts";
import { valueAt } from "../../../model/tree/node.ts";
import { replacement } from "../../shared/fixes/nearest.ts";
import type { BootstrapRule, FixData, Words } from "../../shared/rule.ts";

/**
 * A signal to a resource that waits for none: it has neither a `CreationPolicy` with `ResourceSignal` nor a rolling
 * update with `WaitOnResourceSignals`.
 */
export const bootstrapSignalNotAwaited: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    for (const placed of graph.calls) {
      if (!isSignal(placed) || placed.byUrl || placed.stack === "other" || !placed.targetSpan) continue;
      for (const target of placed.targets ?? []) {
        const resource = graph.resources.get(target);
        if (!resource || awaits(resource)) continue;
        const group = waitingRunner(graph, placed);
        const message = { en: `“${target}” is declared here.`, ja: `「${target}」の定義` };
        graph.report(placed.owner.entry, placed.targetSpan, {
          ...notAwaitedMessage(resource, group, placed),
          related: [{ entry: resource.entry, span: resource.entry.key, message }],
          data: fixOf(graph, placed, resource, group),
        });
      }
    }
  },
};

const CAN_WAIT = /^AWS::(?:EC2::Instance|AutoScaling::AutoScalingGroup|CloudFormation::WaitCondition)$/;

function awaits({ summary }: BootstrapResource): boolean {
  return summary.creationPolicy?.waits === true || summary.rollingUpdate?.waits !== undefined;
}

function hasHandle({ properties }: BootstrapResource["summary"]): boolean {
  return valueAt(properties, "Handle") !== undefined;
}

/** The only resource that runs the script and can wait. */
function waitingRunner(graph: ClusterGraph, { runners }: PlacedCall): string | undefined {
  const able = runners.filter((id) => CAN_WAIT.test(graph.resources.get(id)?.summary.type ?? ""));
  return able.length === 1 ? able[0] : undefined;
}

function notAwaitedMessage({ id, summary }: BootstrapResource, group: string | undefined, { call }: PlacedCall): Words {
  if (!CAN_WAIT.test(summary.type ?? "")) {
    const type = summary.type ?? "";
    const instead =
      group === undefined || group === id
        ? { en: "", ja: "" }
        : {
            en: ` The script runs on “${group}”: signal it instead.`,
            ja: `このスクリプトは「${group}」で実行されるので、そちらを宛先にしてください。`,
          };
    return { message: "cannot-wait", with: { id, type, instead } };
  }
  if (hasHandle(summary)) {
    return { message: "waits-for-handle", with: { id, helper: call.helper } };
  }
  return { message: "not-awaited", with: { id, helper: call.helper } };
}

function fixOf(
  graph: ClusterGraph,
  { writtenSpan }: PlacedCall,
  resource: BootstrapResource,
  group: string | undefined,
): FixData | undefined {
  if (CAN_WAIT.test(resource.summary.type ?? "")) {
    if (resource.summary.creationPolicy || hasHandle(resource.summary)) return undefined;
    const edit = attributeInsertion(resource.entry, graph.format, "CreationPolicy", {
      ResourceSignal: { Count: 1, Timeout: "PT15M" },
    });
    if (!edit) return undefined;
    const title = { en: `Add a CreationPolicy to “${resource.id}”`, ja: `「${resource.id}」にCreationPolicyを追加` };
    return { title, edits: [{ ...edit, entry: resource.entry }] };
  }
  if (group === undefined || group === resource.id || !writtenSpan || !graph.resources.has(group)) return undefined;
  const title = { en: `Signal “${group}”`, ja: `宛先を「${group}」にする` };
  return replacement(writtenSpan, group, title);
}
