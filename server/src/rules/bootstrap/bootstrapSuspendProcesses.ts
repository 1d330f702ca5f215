import { listItems, valueAt } from "../../model/tree/node.ts";
import type { Report, ResourceRule } from "../shared/rule.ts";

/** A process in `SuspendProcesses` that a rolling update needs. */
export const bootstrapSuspendProcesses: ResourceRule = {
  scope: "resource",
  check({ rollingUpdate }, { report }) {
    for (const item of listItems(valueAt(rollingUpdate?.node, "SuspendProcesses"))) {
      const found = item.kind === "scalar" && item.value !== null ? problem(item.text) : undefined;
      if (found) report(item, found);
    }
  },
};

function problem(name: string): Report | undefined {
  if (name === "AddToLoadBalancer") {
    return { message: "load-balancer", topic: "process-add-to-load-balancer" };
  }
  if (name === "Launch" || name === "Terminate") {
    return { message: "blocks", with: { name } };
  }
  // Names that are no process are told by the check of values.
  return undefined;
}
