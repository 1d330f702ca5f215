import { fitsGlob } from "../text/glob.ts";
import type { ResourceState } from "./resourceState.ts";
import { mayBecome } from "./values/pseudoParameters.ts";
import { type Value, type ValueMap, valueIdentity } from "./values/value.ts";

/** A permission, or addresses from which something can be reached: by kind and field, such as `Action`. */
export interface Grant {
  readonly kind: "statement" | "ingress" | "policy";
  readonly fields: ReadonlyMap<string, string>;
}

/** More than anybody writes. */
const MAX_GRANTS = 20_000;

/** The permissions that a resource gives. */
export function grantsOf(state: ResourceState): readonly Grant[] {
  const found: Grant[] = [];
  for (const grant of grantsIn(state)) {
    found.push(grant);
    if (found.length === MAX_GRANTS) break;
  }
  return found;
}

function* grantsIn({ type, parts }: ResourceState): Generator<Grant> {
  if (OWN_RULES.has(type)) yield* ingressRule(partsAsMap(parts));
  if (type === "AWS::Lambda::Permission") yield invocation(parts);
  for (const [name, { attribute, value }] of parts) {
    if (attribute !== "Properties" || value === undefined) continue;
    if (name === "Properties.SecurityGroupIngress") for (const rule of valueItems(value)) yield* ingressRule(rule);
    else if (name === "Properties.ManagedPolicyArns")
      for (const policy of valueItems(value))
        yield { kind: "policy", fields: new Map([["Policy", grantText(policy)]]) };
    else yield* statementsIn(value, 0);
  }
}

const OWN_RULES: ReadonlySet<string> = new Set(["AWS::EC2::SecurityGroupIngress"]);

/** More that are new are not held against those that were there, nor against more of these. */
const MAX_NEW = 300;
const MAX_KNOWN = 3000;

/** Those of some grants that none of the others covers completely. */
export function notCovered(grants: readonly Grant[], others: readonly Grant[]): readonly Grant[] {
  const same = new Set(others.map(grantKey));
  const known = others.slice(0, MAX_KNOWN);
  const left = grants.filter((grant) => !same.has(grantKey(grant))).slice(0, MAX_NEW);
  return left.filter((grant) => !known.some((other) => isCoveredBy(grant, other)));
}

function grantKey({ kind, fields }: Grant): string {
  return JSON.stringify([kind, ...fields]);
}

function isCoveredBy(grant: Grant, { kind, fields }: Grant): boolean {
  if (kind !== grant.kind) return false;
  for (const [name, wide] of fields) if (!covers(name, wide, grant.fields.get(name))) return false;
  for (const [name, narrow] of grant.fields) if (!fields.has(name) && !covers(name, undefined, narrow)) return false;
  return true;
}

function covers(name: string, wider: string | undefined, narrower: string | undefined): boolean {
  // Actions are the same in small letters.
  const [wide, narrow] = name === "Action" ? [wider?.toLowerCase(), narrower?.toLowerCase()] : [wider, narrower];
  if (wide === narrow) return true;
  // Without a condition, or without a port, everything is meant.
  if (wide === undefined) return name === "Condition";
  if (narrow === undefined) return false;
  if (EXACT.has(name)) return false;
  return ANYWHERE.has(wide) || fitsGlob(narrow, wide) || mayBecome(narrow, wide) || mayBecome(wide, narrow);
}

/** All addresses of a kind. */
const ANYWHERE: ReadonlySet<string> = new Set(["0.0.0.0/0", "::/0"]);

/** Whether it lets the whole internet in, or anybody who has an account. */
export function isForAnybody({ kind, fields }: Grant): boolean {
  const values = [fields.get("CidrIp"), fields.get("CidrIpv6")];
  return kind === "ingress"
    ? values.some((value) => value !== undefined && ANYWHERE.has(value))
    : fields.get("Principal") === "*" && !fields.has("Condition");
}

/** Fields in which `*` is nothing special. */
const EXACT: ReadonlySet<string> = new Set(["Condition", "NotAction", "NotResource", "NotPrincipal"]);

/** No policy is nested deeper. */
const MAX_DEPTH = 8;

function* statementsIn(value: Value, depth: number): Generator<Grant> {
  if (typeof value === "string" || depth > MAX_DEPTH) return;
  if (!(value instanceof Map)) {
    for (const item of valueItems(value)) yield* statementsIn(item, depth + 1);
    return;
  }
  const map = value as ValueMap;
  const statements = map.get("Statement");
  if (statements !== undefined) for (const statement of valueItems(statements)) yield* allowed(statement);
  else for (const item of map.values()) yield* statementsIn(item, depth + 1);
}

function* allowed(statement: Value): Generator<Grant> {
  if (!(statement instanceof Map)) return;
  const map = statement as ValueMap;
  if (map.get("Effect") !== "Allow") return;
  const others = [...EXACT].flatMap((name): [string, string][] => {
    const value = map.get(name);
    return value === undefined ? [] : [[name, valueIdentity(value)]];
  });
  const [actions = [], resources = []] = ["Action", "Resource"].map((name) =>
    combined(valueItems(map.get(name)).map(grantText)),
  );
  const callers = combined(principals(map.get("Principal")));
  for (const action of actions)
    for (const resource of resources)
      for (const principal of callers) {
        const named = [["Action", action] as const, ["Resource", resource] as const, ["Principal", principal] as const];
        const written = named.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
        yield { kind: "statement", fields: new Map([...written, ...others]) };
      }
}

function combined(values: readonly string[]): readonly (string | undefined)[] {
  return values.length === 0 ? [undefined] : values;
}

function principals(value: Value | undefined): readonly string[] {
  if (!(value instanceof Map)) return valueItems(value).map(grantText);
  return [...(value as ValueMap)].flatMap(([kind, names]) =>
    valueItems(names).map((name) => (grantText(name) === "*" ? "*" : `${kind} ${grantText(name)}`)),
  );
}

function ingressRule(rule: Value): readonly Grant[] {
  if (!(rule instanceof Map)) return [];
  const from = ["CidrIp", "CidrIpv6", "SourceSecurityGroupId", "SourceSecurityGroupName", "SourcePrefixListId"];
  const fields = [...(rule as ValueMap)].flatMap(([name, value]): [string, string][] =>
    from.includes(name) || name === "FromPort" || name === "ToPort" || name === "IpProtocol"
      ? [[name, grantText(value)]]
      : [],
  );
  return [{ kind: "ingress", fields: new Map(fields) }];
}

function invocation(parts: ResourceState["parts"]): Grant {
  const fields = ["Principal", "SourceArn", "SourceAccount", "FunctionName"].flatMap((name): [string, string][] => {
    const value = parts.get(`Properties.${name}`)?.value;
    return value === undefined ? [] : [[name, grantText(value)]];
  });
  return { kind: "statement", fields: new Map(fields) };
}

function partsAsMap(parts: ResourceState["parts"]): ValueMap {
  return new Map(
    [...parts.values()].flatMap(({ name, value }) => (name && value !== undefined ? [[name, value]] : [])),
  );
}

function valueItems(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Value[]) : [value];
}

/** With the holes in it: two of them are not the same for being unknown. */
function grantText(value: Value): string {
  return typeof value === "string" ? value : valueIdentity(value);
}
