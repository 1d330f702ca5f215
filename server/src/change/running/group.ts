import type { BootstrapGraph } from "../../bootstrap/graphTypes.ts";
import { type Detail, propertyOf, type ResourceChange, type ResourceState } from "../resourceState.ts";
import type { TemplateChange } from "../templateChange.ts";
import { type Value, type ValueMap, valueIdentity } from "../values/value.ts";
import { hupEffect, setUpOf } from "./hup.ts";
import { detailNames, type Effect, idleReason, type Reason, type RunningInstance } from "./runningInstance.ts";
import { changedRules } from "./securityGroups.ts";

/** Properties whose change replaces a group's instances, by its update policy. */
const LAUNCH = ["LaunchConfigurationName", "LaunchTemplate", "MixedInstancesPolicy"];
const SUBNETS = "VPCZoneIdentifier";
const SIZES = ["MaxSize", "MinSize", "DesiredCapacity"];

/** The effects on the instances of a group that stays in the stack. */
export function groupEffects(
  state: ResourceState,
  own: ResourceChange | undefined,
  graph: BootstrapGraph,
  change: TemplateChange,
): Omit<RunningInstance, "id"> | undefined {
  const details = (own?.details ?? []).filter(({ happens }) => happens !== "no");
  const properties = details.filter(({ attribute }) => attribute === "Properties" || attribute === "Tags");
  const names = detailNames(properties);
  const replacing = detailNames(properties.filter(({ interruption }) => interruption === "Replacement"));
  if (replacing.length > 0 || own?.replacement === "True")
    return { effects: ["new group"], reasons: [{ key: "newGroup", names: replacing }], details };
  const reasons: Reason[] = [];
  const effects = new Set<Effect>();
  const add = (effect: Effect, key: Reason["key"], filled: readonly string[] = []): void => {
    effects.add(effect);
    reasons.push({ key, names: filled });
  };
  const launch = names.filter((name) => LAUNCH.includes(name) || name === SUBNETS);
  if (launch.length > 0) turnOver(state, launch, add);
  const hup = launch.length > 0 ? undefined : hupEffect(state.id, graph, change);
  if (hup !== undefined) add("applied by cfn-hup", "hup", [String(hup.minutes), ...hup.hooks]);
  if (effects.size === 0 && isLaterDifferent(state, properties, graph, change)) add("new instances only", "laterOnes");
  const rules = changedRules(state, change);
  const launched = setUpOf(state.id, graph).flatMap(({ id }) => {
    const after = change.after.get(id);
    return after === undefined ? [] : changedRules(after, change);
  });
  if (effects.size === 0 && rules.length + launched.length > 0)
    add("changed in place", "rules", [...rules, ...launched]);
  if (grows(state, names, change)) add("more are launched", "grows");
  if (isSetBack(state, names, change)) add("size set back to the template", "setBack");
  if (effects.size > 0) return { effects: [...effects], reasons, details, ...(hup && { minutes: hup.minutes }) };
  return details.length === 0
    ? undefined
    : { effects: ["none"], reasons: [{ key: names.length > 0 ? "groupOnly" : idleReason(details), names }], details };
}

type Add = (effect: Effect, key: Reason["key"], filled?: readonly string[]) => void;

/** How the instances are exchanged for new ones. */
function turnOver(state: ResourceState, names: readonly string[], add: Add): void {
  const policy = state.parts.get("UpdatePolicy")?.value;
  const rolling = valueBelow(policy, "AutoScalingRollingUpdate");
  if (valueBelow(policy, "AutoScalingReplacingUpdate", "WillReplace") === "true") {
    add("new group", "willReplace", names);
    if (valueBelow(state.parts.get("CreationPolicy")?.value, "ResourceSignal") !== undefined)
      add("waits for signals", "signals");
  } else if (rolling !== undefined) {
    add(rollingEffect(state, rolling), "rolling", names);
    if (valueBelow(rolling, "WaitOnResourceSignals") === "true") add("waits for signals", "signals");
  } else if (valueBelow(policy, "AutoScalingInstanceRefresh") !== undefined)
    add("replaced in batches", "refresh", names);
  else if (names.includes(SUBNETS)) add("replaced", "subnets", names);
  else add("new instances only", "noPolicy", names);
}

function rollingEffect(state: ResourceState, rolling: Value): Effect {
  const batch = numberOf(valueBelow(rolling, "MaxBatchSize")) ?? 1;
  const kept = numberOf(valueBelow(rolling, "MinInstancesInService")) ?? 0;
  const size = numberOf(propertyOf(state, "DesiredCapacity")) ?? numberOf(propertyOf(state, "MinSize"));
  const free = size === undefined || kept >= size ? batch : Math.min(batch, size - kept);
  if (free <= 1) return "replaced one by one";
  return size !== undefined && free >= size ? "replaced all at once" : "replaced in batches";
}

/** Whether what is launched later is set up in another way, while the group itself stays as it is. */
function isLaterDifferent(
  state: ResourceState,
  properties: readonly Detail[],
  graph: BootstrapGraph,
  { changes }: TemplateChange,
): boolean {
  if (
    properties.some(({ attribute }) => attribute === "Tags") &&
    valueIdentity(propertyOf(state, "Tags")).includes(PROPAGATED)
  )
    return true;
  const setUp = new Set(setUpOf(state.id, graph).map(({ id }) => id));
  const isLatest = LAUNCH.some((name) => valueIdentity(propertyOf(state, name)).includes('"$Latest"'));
  return changes.some(({ id, details }) => {
    const happening = details.filter(({ happens }) => setUp.has(id) && happens !== "no");
    return happening.some(
      ({ attribute, name }) => attribute === "Metadata" || (isLatest && name === "LaunchTemplateData"),
    );
  });
}

const PROPAGATED = '"PropagateAtLaunch":"true"';

/** Whether the group gets larger. */
function grows({ id, parts }: ResourceState, names: readonly string[], { before }: TemplateChange): boolean {
  if (!names.some((name) => SIZES.includes(name))) return false;
  const [was, is] = [before.get(id)?.parts, parts].map((all) =>
    SIZES.slice(1).map((name) => numberOf(all?.get(`Properties.${name}`)?.value)),
  );
  const [least, wanted] = is ?? [];
  const size = was?.[1] ?? was?.[0];
  return size !== undefined && Math.max(least ?? 0, wanted ?? 0) > size;
}

/** Whether a scheduled action may have set another size, which an update of the group undoes. */
function isSetBack({ id, parts }: ResourceState, names: readonly string[], { after }: TemplateChange): boolean {
  const policy = parts.get("UpdatePolicy")?.value;
  // A size that is edited itself is what is wanted.
  if (
    names.length === 0 ||
    names.includes("DesiredCapacity") ||
    valueBelow(policy, "AutoScalingScheduledAction", "IgnoreUnmodifiedGroupSizeProperties") === "true"
  )
    return false;
  return [...after.values()].some(
    ({ type, parts: action }) =>
      type === "AWS::AutoScaling::ScheduledAction" &&
      action.get("Properties.AutoScalingGroupName")?.uses.some(({ name }) => name === id) === true,
  );
}

function valueBelow(value: Value | undefined, ...keys: readonly string[]): Value | undefined {
  let found = value;
  for (const key of keys) found = found instanceof Map ? (found as ValueMap).get(key) : undefined;
  return found;
}

function numberOf(value: Value | undefined): number | undefined {
  return typeof value === "string" && /^\d+$/.test(value) ? Number(value) : undefined;
}
