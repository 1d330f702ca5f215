import { itemsOf } from "../../bootstrap/initMetadata.ts";
import { valueAt } from "../../model/tree/node.ts";
import type { Report, ResourceRule } from "../engine/rule.ts";

/** A process in `SuspendProcesses` that a rolling update needs. */
export const bootstrapSuspendProcesses: ResourceRule = {
  scope: "resource",
  check({ rollingUpdate }, { report }) {
    for (const item of itemsOf(valueAt(rollingUpdate?.node, "SuspendProcesses"))) {
      const found = item.kind === "scalar" && item.value !== null ? problem(item.text) : undefined;
      if (found) report(item, found);
    }
  },
};

function problem(name: string): Report | undefined {
  if (name === "AddToLoadBalancer") {
    return {
      en: "Instances that start while AddToLoadBalancer is suspended are not added to the load balancer when it resumes: after the update you must register them by hand.",
      ja: "AddToLoadBalancerの中断中に起動したインスタンスは、再開してもロードバランサーに登録されません。更新後に手動で登録する必要があります。",
      topic: "process-add-to-load-balancer",
    };
  }
  if (name === "Launch" || name === "Terminate") {
    return {
      en: `A rolling update replaces instances, which needs the ${name} process: suspended, it blocks the update.`,
      ja: `ローリング更新はインスタンスを入れ替えるため${name}プロセスが必要です。中断すると更新が進まなくなります。`,
    };
  }
  // Names that are no process are told by the check of values.
  return undefined;
}
