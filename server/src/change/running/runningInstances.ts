import { bootstrapGraph } from "../../bootstrap/bootstrapGraph.ts";
import type { ResourceChange } from "../resourceState.ts";
import type { TemplateChange } from "../templateChange.ts";
import { groupEffects } from "./group.ts";
import { instanceEffects } from "./instance.ts";
import type { RunningInstance } from "./runningInstance.ts";

const INSTANCE = "AWS::EC2::Instance";
const GROUP = "AWS::AutoScaling::AutoScalingGroup";

/** The effects of a change on running servers: for each instance and group that it touches, or seems to touch. */
export function runningInstances(change: TemplateChange): readonly RunningInstance[] {
  const { before, after, changes } = change;
  const running = [...before.values()].filter(
    ({ type, exists }) => exists !== false && (type === INSTANCE || type === GROUP),
  );
  if (running.length === 0 || changes.length === 0) return [];
  const graph = bootstrapGraph(change.sides.before.template);
  const byId = new Map(changes.map((one) => [one.id, one]));
  return running.flatMap(({ id, type }): readonly RunningInstance[] => {
    const own = byId.get(id);
    if (own?.action === "Remove") return [removed(own)];
    const state = after.get(id);
    if (state === undefined || own?.action === "Dynamic") return [];
    const found = (type === INSTANCE ? instanceEffects : groupEffects)(state, own, graph, change);
    return found === undefined ? [] : [{ id, ...found, reasons: [...uncertainty(found), ...found.reasons] }];
  });
}

/** Says first that nothing is certain, if no cause is. */
function uncertainty({ details, effects }: Omit<RunningInstance, "id">): RunningInstance["reasons"] {
  const isCertain = details.length === 0 || details.some(({ happens }) => happens === "yes");
  return isCertain || effects.includes("none") ? [] : [{ key: "uncertain", names: [] }];
}

function removed({ id, policyAction, details }: ResourceChange): RunningInstance {
  return policyAction === "Retain"
    ? { id, effects: ["kept, no longer managed"], reasons: [{ key: "kept", names: [] }], details }
    : { id, effects: ["terminated"], reasons: [{ key: "terminated", names: [] }], details };
}
