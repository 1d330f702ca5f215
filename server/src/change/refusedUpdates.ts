import { differences } from "./differences.ts";
import { fixed, forward, growing, majorParts } from "./refusedUpdates.json";
import { propertyOf, type ResourceState } from "./resourceState.ts";
import { calledFunction, isKnown, isList, type Value, type ValueMap, valueIdentity } from "./values/value.ts";

/** A change of a property that the service refuses. */
export interface RefusedUpdate {
  readonly kind:
    | "fixed"
    | "smaller"
    | "olderVersion"
    | "majorVersion"
    | "versionStep"
    | "shards"
    | "indexCount"
    | "index"
    | "attributes";
  /** Keys with dots between them. */
  readonly property: string;
  /** What the sentence says of it: both values, or names. */
  readonly said: string;
  /** AWS's page, if it is not that of all changes of the kind. */
  readonly page?: string | undefined;
}

/** The changes that the service refuses of a resource that stays the same one. */
export function refusedUpdates(before: ResourceState, after: ResourceState): readonly RefusedUpdate[] {
  return [
    ...fixedValues(before, after),
    ...smaller(before, after),
    ...versions(before, after),
    ...forwardVersions(before, after),
    ...shards(before, after),
    ...indexes(before, after),
    ...lost(before, after),
  ];
}

function fixedValues(before: ResourceState, after: ResourceState): readonly RefusedUpdate[] {
  const row = fixed.find(({ type }) => type === after.type);
  const defaults: Readonly<Record<string, string>> = row?.defaults ?? {};
  return Object.entries(defaults).flatMap(([property, usual]) => {
    const [was, is] = [before, after].map((state) => propertyText(state, property, usual));
    return was === undefined || is === undefined || was === is
      ? []
      : [{ kind: "fixed", property, said: `${was} → ${is}`, page: row?.page }];
  });
}

function smaller(before: ResourceState, after: ResourceState): readonly RefusedUpdate[] {
  if (propertyOf(after, "DBClusterIdentifier") !== undefined) return [];
  return growing.flatMap(({ type, property, page }) => {
    if (type !== after.type) return [];
    const [was, is] = numbers(before, after, property);
    return is < was ? [{ kind: "smaller", property, said: `${was} → ${is}`, page }] : [];
  });
}

function numbers(before: ResourceState, after: ResourceState, property: string): readonly [was: number, is: number] {
  const number = (state: ResourceState): number => Number(propertyText(state, property) ?? Number.NaN);
  return [number(before), number(after)];
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

function forwardVersions(before: ResourceState, after: ResourceState): readonly RefusedUpdate[] {
  return forward.flatMap(({ type, property, step, page }): readonly RefusedUpdate[] => {
    if (type !== after.type || propertyText(before, "Engine") !== propertyText(after, "Engine")) return [];
    const [was, is] = [before, after].map((state) => propertyText(state, property));
    if (was === undefined || is === undefined) return [];
    const change = { property, said: `${was} → ${is}`, page };
    if (versionStep(was, is, was.split(".").length) < 0) return [{ kind: "olderVersion", ...change }];
    const [[major, minor = Number.NaN], [nextMajor, next = Number.NaN]] = [numbersOf(was), numbersOf(is)];
    return major === nextMajor && step !== undefined && next - minor > step ? [{ kind: "versionStep", ...change }] : [];
  });
}

function numbersOf(version: string): readonly number[] {
  return version.split(".").map(Number);
}

function shards(before: ResourceState, after: ResourceState): readonly RefusedUpdate[] {
  if (after.type !== "AWS::Kinesis::Stream") return [];
  const [was, is] = numbers(before, after, "ShardCount");
  const isTooFar = is > was * 2 || is < was / 2;
  return isTooFar ? [{ kind: "shards", property: "ShardCount", said: `${was} → ${is}` }] : [];
}

/** Global secondary indexes: one may come or go, and none changes but in its throughput. */
function indexes(before: ResourceState, after: ResourceState): readonly RefusedUpdate[] {
  if (!/^AWS::DynamoDB::(?:Global)?Table$/.test(after.type)) return [];
  const property = "GlobalSecondaryIndexes";
  const [was, is] = [before, after].map((state) => byName(propertyOf(state, property), "IndexName"));
  if (was === undefined || is === undefined) return [];
  const moved = [
    ...[...is.keys()].filter((name) => !was.has(name)).map((name) => `+ ${name}`),
    ...[...was.keys()].filter((name) => !is.has(name)).map((name) => `- ${name}`),
  ];
  const changed = [...is].filter(([name, index]) =>
    differences(was.get(name), index).some(
      ({ path: [key = ""], isCertain, isOrder }) => isCertain && !isOrder && /^(?:KeySchema|Projection)$/.test(key),
    ),
  );
  return [
    ...(moved.length > 1 ? [{ kind: "indexCount", property, said: moved.join(", ") } as const] : []),
    ...changed.map(([name]) => ({ kind: "index", property, said: name }) as const),
  ];
}

/** The items of a list by their names; `undefined` if they are not all known. */
function byName(list: Value | undefined, key: string): ReadonlyMap<string, Value> | undefined {
  if (list === undefined) return new Map();
  if (!isList(list)) return undefined;
  const found = list.map((item) => [nameOf(item, key), item] as const);
  return found.some(([name]) => name === "") ? undefined : new Map(found);
}

/** Attributes of a user pool that go, or of which something changes that was said before, too. */
function lost(before: ResourceState, after: ResourceState): readonly RefusedUpdate[] {
  if (after.type !== "AWS::Cognito::UserPool") return [];
  const [was, is] = [before, after].map((state) => propertyOf(state, "Schema"));
  if (!isList(was) || !isList(is) || !isKnown(was) || !isKnown(is)) return [];
  const left = new Map(is.map((one) => [nameOf(one, "Name"), one]));
  const names = was.map((one) => nameOf(one, "Name")).filter((name, at) => !isKept(was[at], left.get(name)));
  return names.length === 0 ? [] : [{ kind: "attributes", property: "Schema", said: names.join(", ") }];
}

function nameOf(item: Value, key: string): string {
  const name = item instanceof Map ? (item as ValueMap).get(key) : undefined;
  return typeof name === "string" && isKnown(name) ? name : "";
}

function isKept(one: Value | undefined, other: Value | undefined): boolean {
  if (!(one instanceof Map) || !(other instanceof Map)) return other !== undefined;
  return [...(one as ValueMap)].every(([key, value]) => {
    const now = (other as ValueMap).get(key);
    return now === undefined || valueIdentity(now) === valueIdentity(value);
  });
}

/** The text of a property that is known, by its keys with dots between them; of a list of texts, in no order. */
function propertyText(state: ResourceState, path: string, usual?: string): string | undefined {
  const [name = "", ...keys] = path.split(".");
  let value = propertyOf(state, name);
  for (const key of keys) {
    if (value !== undefined && (!(value instanceof Map) || calledFunction(value) !== undefined)) return undefined;
    value = (value as ValueMap | undefined)?.get(key);
  }
  if (value === undefined) return usual;
  if (!isKnown(value)) return undefined;
  if (isList(value)) return `[${value.map(String).sort().join(", ")}]`;
  return typeof value === "string" ? value : undefined;
}
