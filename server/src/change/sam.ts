import { generatedResources, type SamProperties } from "../catalogue/sam/generatedResources.ts";
import type { Catalogue } from "../catalogue/types/catalogue.ts";
import { entryOf } from "../model/template.ts";
import { isReplacingAt } from "./ownChanges.ts";
import type { Detail, Part, ResourceChange, ResourceState } from "./resourceState.ts";
import type { Resolver } from "./values/resolver.ts";
import { type Value, type ValueMap, valueIdentity } from "./values/value.ts";

const SAM = "AWS::Serverless::";

/** SAM's resources with what `Globals` gives them: maps are merged, lists joined, all else is overridden. */
export function withGlobals(
  states: ReadonlyMap<string, ResourceState>,
  resolver: Resolver,
): ReadonlyMap<string, ResourceState> {
  if (resolver.template.declarations.globals.size === 0) return states;
  return new Map([...states].map(([id, state]) => [id, withOwnGlobals(state, resolver)]));
}

function withOwnGlobals(state: ResourceState, resolver: Resolver): ResourceState {
  const kind = state.type.startsWith(SAM) ? state.type.slice(SAM.length) : undefined;
  const globals = kind === undefined ? undefined : entryOf(resolver.template, "Globals", kind);
  if (globals === undefined) return state;
  const { value, uses } = resolver.resolve(globals.value);
  if (!(value instanceof Map)) return state;
  const parts = new Map(state.parts);
  for (const [name, given] of value as ValueMap) {
    const key = `Properties.${name}`;
    const own = parts.get(key);
    const part: Part = {
      attribute: "Properties",
      name,
      value: own?.value === undefined ? given : mergedValue(given, own.value),
      // A place in Globals is none of the resource.
      uses: [...(own?.uses ?? []), ...uses.filter(({ path }) => path[0] === name).map((use) => ({ ...use, path: [] }))],
      isSecret: own?.isSecret ?? false,
    };
    parts.set(key, part);
  }
  return { ...state, parts };
}

function mergedValue(given: Value, own: Value): Value {
  if (Array.isArray(given) && Array.isArray(own)) return [...given, ...own] as readonly Value[];
  if (!(given instanceof Map) || !(own instanceof Map)) return own;
  const all = new Map(given as ValueMap);
  for (const [key, value] of own as ValueMap) {
    const below = all.get(key);
    all.set(key, below === undefined ? value : mergedValue(below, value));
  }
  return all;
}

/**
 * The resources that SAM makes no longer, or now, besides those that are written out, and those that it makes anew for an
 * event. Those with a hash are left out.
 *
 * @param details the changes of the resources that are written out
 */
export function generatedChanges(
  before: ReadonlyMap<string, ResourceState>,
  after: ReadonlyMap<string, ResourceState>,
  details: ReadonlyMap<string, readonly Detail[]>,
  catalogue: Catalogue,
): readonly ResourceChange[] {
  const [was, is] = [generated(before), generated(after)];
  const change = (
    id: string,
    type: string,
    what: Pick<ResourceChange, "action" | "replacement" | "policyAction">,
  ): ResourceChange => ({ id, type, ...what, details: [], before: undefined, after: undefined });
  const added = { action: "Add", replacement: undefined, policyAction: undefined } as const;
  const removed = { action: "Remove", replacement: undefined, policyAction: "Delete" } as const;
  const replaced = { action: "Modify", replacement: "True", policyAction: "ReplaceAndDelete" } as const;
  const anew = eventsMadeAnew(after, details, catalogue);
  return [
    ...[...is].filter(([id]) => !was.has(id) && !before.has(id)).map(([id, type]) => change(id, type, added)),
    ...[...was].filter(([id]) => !is.has(id) && !after.has(id)).map(([id, type]) => change(id, type, removed)),
    ...[...is]
      .filter(([id, type]) => was.has(id) && (was.get(id) !== type || anew.has(id)))
      .map(([id, type]) => change(id, type, replaced)),
  ];
}

/** The names of what SAM makes for events of which something changes for certain that replaces it. */
function eventsMadeAnew(
  after: ReadonlyMap<string, ResourceState>,
  details: ReadonlyMap<string, readonly Detail[]>,
  catalogue: Catalogue,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [id, all] of details) {
    const type = after.get(id)?.type ?? "";
    for (const { name, path, happens, differences } of type.startsWith(SAM) ? all : []) {
      if (name !== "Events" || happens !== "yes") continue;
      const places = differences.length > 0 ? differences.map((one) => [name, ...one.path]) : [path.slice(1)];
      for (const place of places) if (isReplacingAt(type, place, catalogue)) found.add(`${id}${place[1] ?? ""}`);
    }
  }
  return found;
}

function generated(states: ReadonlyMap<string, ResourceState>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, type, exists, parts } of states.values()) {
    if (exists !== true || !type.startsWith(SAM)) continue;
    for (const { logicalId, type: made, exact } of generatedResources(type, id, propertiesOf(parts)))
      if (exact && !logicalId.includes(".")) found.set(logicalId, made);
  }
  return found;
}

function propertiesOf(parts: ResourceState["parts"]): SamProperties {
  const at = ([name = "", ...path]: readonly string[]): Value | undefined => {
    let value = parts.get(`Properties.${name}`)?.value;
    for (const key of path) value = value instanceof Map ? (value as ValueMap).get(key) : undefined;
    return value;
  };
  return {
    has: (...path) => at(path) !== undefined,
    text: (...path) => {
      const value = at(path);
      return typeof value === "string" && !valueIdentity(value).includes("\uE000") ? value : undefined;
    },
    keys: (...path) => {
      const value = at(path);
      return value instanceof Map ? [...(value as ValueMap).keys()] : [];
    },
  };
}
