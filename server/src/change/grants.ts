import { fitsGlob } from "../text/glob.ts";
import type { ResourceState } from "./resourceState.ts";
import { mayBecome } from "./values/pseudoParameters.ts";
import { keyOf, type Value, type ValueMap } from "./values/value.ts";

/** What somebody may do, or from where something can be reached: by kind and field, such as `Action`. */
export interface Grant {
  readonly kind: "statement" | "ingress" | "policy";
  readonly fields: ReadonlyMap<string, string>;
}

/** The permissions that a resource gives. */
export function grantsOf({ type, parts }: ResourceState): readonly Grant[] {
  return [...parts]
    .flatMap(([name, { attribute, value }]) => {
      if (attribute !== "Properties" || value === undefined) return [];
      if (name === "Properties.SecurityGroupIngress") return listed(value).flatMap(ingressRule);
      if (name === "Properties.ManagedPolicyArns")
        return listed(value).map((policy): Grant => ({ kind: "policy", fields: new Map([["Policy", said(policy)]]) }));
      return statementsIn(value, 0);
    })
    .concat(
      OWN_RULES.has(type) ? ingressRule(asMap(parts)) : type === "AWS::Lambda::Permission" ? [invocation(parts)] : [],
    );
}

const OWN_RULES: ReadonlySet<string> = new Set(["AWS::EC2::SecurityGroupIngress"]);

/** Whether one of `others` allows all that a grant does. */
export function isCovered(grant: Grant, others: readonly Grant[]): boolean {
  return others.some(
    ({ kind, fields }) =>
      kind === grant.kind &&
      [...new Set([...fields.keys(), ...grant.fields.keys()])].every((name) =>
        covers(name, fields.get(name), grant.fields.get(name)),
      ),
  );
}

function covers(name: string, wide: string | undefined, narrow: string | undefined): boolean {
  if (wide === narrow) return true;
  // Without a condition, or without a port, everything is meant.
  if (wide === undefined) return name === "Condition";
  if (narrow === undefined) return false;
  if (EXACT.has(name)) return false;
  return ANYWHERE.has(wide) || fitsGlob(narrow, wide) || mayBecome(narrow, wide) || mayBecome(wide, narrow);
}

/** All addresses of a kind. */
const ANYWHERE: ReadonlySet<string> = new Set(["0.0.0.0/0", "::/0"]);

/** Fields in which `*` is nothing special. */
const EXACT: ReadonlySet<string> = new Set(["Condition", "NotAction", "NotResource", "NotPrincipal"]);

/** Deeper than this no policy stands. */
const MAX_DEPTH = 8;

function statementsIn(value: Value, depth: number): readonly Grant[] {
  if (typeof value === "string" || depth > MAX_DEPTH) return [];
  if (!(value instanceof Map)) return listed(value).flatMap((item) => statementsIn(item, depth + 1));
  const map = value as ValueMap;
  const statements = map.get("Statement");
  if (statements !== undefined) return listed(statements).flatMap(allowed);
  return [...map.values()].flatMap((item) => statementsIn(item, depth + 1));
}

function allowed(statement: Value): readonly Grant[] {
  if (!(statement instanceof Map)) return [];
  const map = statement as ValueMap;
  const condition = map.get("Condition");
  const others = [...EXACT].flatMap((name): [string, string][] => {
    const value = map.get(name);
    return value === undefined ? [] : [[name, keyOf(value)]];
  });
  if (map.get("Effect") !== "Allow") return [];
  const [actions, resources] = ["Action", "Resource"].map((name) => listed(map.get(name)).map(said));
  return combined(actions ?? []).flatMap((action) =>
    combined(resources ?? []).flatMap((resource) =>
      combined(principals(map.get("Principal"))).map((principal): Grant => {
        const fields = new Map([
          ...(action === undefined ? [] : [["Action", action.toLowerCase()] as const]),
          ...(resource === undefined ? [] : [["Resource", resource] as const]),
          ...(principal === undefined ? [] : [["Principal", principal] as const]),
          ...others,
        ]);
        return {
          kind: "statement",
          fields: condition === undefined ? fields : fields.set("Condition", keyOf(condition)),
        };
      }),
    ),
  );
}

function combined(values: readonly string[]): readonly (string | undefined)[] {
  return values.length === 0 ? [undefined] : values;
}

function principals(value: Value | undefined): readonly string[] {
  if (!(value instanceof Map)) return listed(value).map(said);
  return [...(value as ValueMap)].flatMap(([kind, names]) =>
    listed(names).map((name) => (said(name) === "*" ? "*" : `${kind} ${said(name)}`)),
  );
}

function ingressRule(rule: Value): readonly Grant[] {
  if (!(rule instanceof Map)) return [];
  const from = ["CidrIp", "CidrIpv6", "SourceSecurityGroupId", "SourceSecurityGroupName", "SourcePrefixListId"];
  const fields = [...(rule as ValueMap)].flatMap(([name, value]): [string, string][] =>
    from.includes(name) || name === "FromPort" || name === "ToPort" || name === "IpProtocol"
      ? [[name, said(value)]]
      : [],
  );
  return [{ kind: "ingress", fields: new Map(fields) }];
}

function invocation(parts: ResourceState["parts"]): Grant {
  const fields = ["Principal", "SourceArn", "SourceAccount", "FunctionName"].flatMap((name): [string, string][] => {
    const value = parts.get(`Properties.${name}`)?.value;
    return value === undefined ? [] : [[name, said(value)]];
  });
  return { kind: "statement", fields: new Map(fields) };
}

function asMap(parts: ResourceState["parts"]): ValueMap {
  return new Map(
    [...parts.values()].flatMap(({ name, value }) => (name && value !== undefined ? [[name, value]] : [])),
  );
}

function listed(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Value[]) : [value];
}

/** With the holes in it: two of them are not the same for being unknown. */
function said(value: Value): string {
  return typeof value === "string" ? value : keyOf(value);
}
