import { fixed, growing, majorParts } from "./refusedUpdates.json";
import { propertyOf, type ResourceState } from "./resourceState.ts";
import { isKnown, isList, type Value, type ValueMap, valueIdentity } from "./values/value.ts";

/** A change of a property that the service refuses. */
export interface RefusedUpdate {
  readonly kind: "fixed" | "smaller" | "olderVersion" | "majorVersion" | "attributes";
  readonly property: string;
  /** What the sentence says of it: both values, or names. */
  readonly said: string;
}

/** The changes that the service refuses of a resource that stays the same one. */
export function refusedUpdates(before: ResourceState, after: ResourceState): readonly RefusedUpdate[] {
  return [...fixedValues(before, after), ...smaller(before, after), ...versions(before, after), ...lost(before, after)];
}

function fixedValues(before: ResourceState, after: ResourceState): readonly RefusedUpdate[] {
  const defaults: Readonly<Record<string, string>> = fixed.find(({ type }) => type === after.type)?.defaults ?? {};
  return Object.entries(defaults).flatMap(([property, usual]) => {
    const [was, is] = [before, after].map((state) => propertyText(state, property, usual));
    return was === undefined || is === undefined || was === is
      ? []
      : [{ kind: "fixed", property, said: `${was} → ${is}` }];
  });
}

function smaller(before: ResourceState, after: ResourceState): readonly RefusedUpdate[] {
  if (propertyOf(after, "DBClusterIdentifier") !== undefined) return [];
  return growing.flatMap(({ type, property }) => {
    const [was, is] = [before, after].map((state) => Number(propertyText(state, property) ?? Number.NaN));
    return type === after.type && was !== undefined && is !== undefined && is < was
      ? [{ kind: "smaller", property, said: `${was} → ${is}` }]
      : [];
  });
}

/** An instance of a cluster has the cluster's version, whose update allows any. */
function versions(before: ResourceState, after: ResourceState): readonly RefusedUpdate[] {
  if (after.type !== "AWS::RDS::DBInstance" || propertyOf(after, "DBClusterIdentifier") !== undefined) return [];
  const engine = propertyText(after, "Engine");
  const [was, is] = [before, after].map((state) => propertyText(state, "EngineVersion"));
  if (engine === undefined || engine !== propertyText(before, "Engine") || was === undefined || is === undefined)
    return [];
  const count = majorParts.find((one) => one.engine === engine)?.parts ?? 1;
  const step = versionStep(was, is, count);
  const said = `${was} → ${is}`;
  if (step < 0) return [{ kind: "olderVersion", property: "EngineVersion", said }];
  const isAllowed = propertyOf(after, "AllowMajorVersionUpgrade") ?? "false";
  return step > 0 && isAllowed === "false" ? [{ kind: "majorVersion", property: "EngineVersion", said }] : [];
}

/** Whether the major version rises (1), stays (0) or falls (-1); 0 if one of them doesn't tell. */
function versionStep(before: string, after: string, count: number): number {
  const [was, is] = [before, after].map((version) => version.split(".").slice(0, count).map(Number));
  for (let at = 0; at < count; at++) {
    const step = (is?.[at] ?? Number.NaN) - (was?.[at] ?? Number.NaN);
    if (step !== 0) return Number.isNaN(step) ? 0 : Math.sign(step);
  }
  return 0;
}

/** Attributes of a user pool that go, or of which something changes that was said before, too. */
function lost(before: ResourceState, after: ResourceState): readonly RefusedUpdate[] {
  if (after.type !== "AWS::Cognito::UserPool") return [];
  const [was, is] = [before, after].map((state) => propertyOf(state, "Schema"));
  if (!isList(was) || !isList(is) || !isKnown(was) || !isKnown(is)) return [];
  const left = new Map(is.map((one) => [attributeName(one), one]));
  const names = was.filter((one) => !isKept(one, left.get(attributeName(one)))).map(attributeName);
  return names.length === 0 ? [] : [{ kind: "attributes", property: "Schema", said: names.join(", ") }];
}

function attributeName(attribute: Value): string {
  const name = attribute instanceof Map ? (attribute as ValueMap).get("Name") : undefined;
  return typeof name === "string" ? name : "";
}

function isKept(one: Value, other: Value | undefined): boolean {
  if (!(one instanceof Map) || !(other instanceof Map)) return other !== undefined;
  return [...(one as ValueMap)].every(([key, value]) => {
    const now = (other as ValueMap).get(key);
    return now === undefined || valueIdentity(now) === valueIdentity(value);
  });
}

/** The text of a property that is known. */
function propertyText(state: ResourceState, name: string, usual?: string): string | undefined {
  const found = propertyOf(state, name);
  const isTexts = isList(found) && found.every((item) => typeof item === "string" && isKnown(item));
  const value = isTexts ? [...(found as readonly string[])].sort().join(", ") : (found ?? usual);
  return typeof value === "string" && isKnown(value) ? value : undefined;
}
