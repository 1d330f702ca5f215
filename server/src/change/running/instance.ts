import type { BootstrapGraph } from "../../bootstrap/graphTypes.ts";
import type { ResourceChange, ResourceState } from "../resourceState.ts";
import type { TemplateChange } from "../templateChange.ts";
import { calledFunction, valueIdentity } from "../values/value.ts";
import { hupEffect } from "./hup.ts";
import { detailNames, type Effect, idleReason, type Reason, type RunningInstance } from "./runningInstance.ts";
import { changedRules } from "./securityGroups.ts";

/** The effects on an instance that stays in the stack. */
export function instanceEffects(
  state: ResourceState,
  own: ResourceChange | undefined,
  graph: BootstrapGraph,
  change: TemplateChange,
): Omit<RunningInstance, "id"> | undefined {
  const details = (own?.details ?? []).filter(({ happens }) => happens !== "no");
  const reasons: Reason[] = [];
  const effects = new Set<Effect>();
  const add = (effect: Effect, reason: Reason["key"], names: readonly string[] = []): void => {
    effects.add(effect);
    reasons.push({ key: reason, names });
  };
  const properties = details.filter(({ attribute }) => attribute === "Properties" || attribute === "Tags");
  const replacing = properties.filter(({ interruption }) => interruption === "Replacement");
  if (replacing.length > 0 || own?.replacement === "True")
    return {
      effects: ["replaced"],
      reasons: [{ key: "replaced", names: detailNames(replacing) }],
      // Other certain changes do not decide whether it is replaced.
      details: replacing.length > 0 ? replacing : details,
    };
  const stopping = detailNames(properties.filter(({ interruption }) => interruption === "Some"));
  if (stopping.length > 0) add("stops and starts", "stopped", stopping);
  if (stopping.includes("UserData")) {
    if (runsAtEachStart(state)) add("user data runs at the next start", "userDataRuns");
    else add("user data does not run again", "userDataIdle");
  }
  const plain = detailNames(properties.filter(({ interruption }) => interruption === "None"));
  const groups = changedRules(state, change);
  if (stopping.length === 0 && plain.length > 0) add("changed in place", "inPlace", plain);
  if (stopping.length === 0 && groups.length > 0) add("changed in place", "rules", groups);
  const hup = hupEffect(state.id, graph, change);
  if (hup !== undefined) add("applied by cfn-hup", "hup", [String(hup.minutes), ...hup.hooks]);
  if (effects.size > 0) return { effects: [...effects], reasons, details, ...(hup && { minutes: hup.minutes }) };
  if (details.length === 0) return undefined;
  return { effects: ["none"], reasons: [{ key: idleReason(details), names: [] }], details };
}

/** Whether the instance runs its user data whenever it starts, as a directive in it asks. */
function runsAtEachStart({ parts }: ResourceState): boolean {
  const value = parts.get("Properties.UserData")?.value;
  const text = value === undefined ? "" : valueIdentity(calledFunction(value)?.[1] ?? value);
  return AT_EACH_START.test(text);
}

/** Sources: EC2's pages on user data on Windows, and AWS's article on user data at each restart; cloud-init's boothooks. */
const AT_EACH_START =
  /<persist>\s*true\s*<\/persist>|scripts-user\s*,\s*always|#cloud-boothook|\bbootcmd:|frequency:\s*always/i;
