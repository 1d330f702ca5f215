import { type Entry, entriesOf, type Template } from "../../../model/template.ts";
import { type Node, pairOf, textOf, valueAt } from "../../../model/tree/node.ts";
import { isNoValue } from "../values/valueSites.ts";

/** The settings of an API that an event of SAM depends on; `undefined` if they can't be told. */
export interface ApiSide {
  /** How the API is called in a message. */
  readonly name: string;
  /** Whether the API is defined by OpenAPI, so that events add nothing to it (or to what can't be seen). */
  readonly hasDefinition: boolean;
  readonly authorizers: ReadonlySet<string> | undefined;
  readonly hasDefault: boolean | undefined;
  readonly models: ReadonlySet<string> | undefined;
}

/**
 * The settings of an API, and of `Globals` for it; without an entry, those of the API that SAM makes if none is named.
 */
export function apiSide(kind: "Api" | "HttpApi", api: Entry | undefined, template: Template): ApiSide {
  const own = valueAt(api?.value, "Properties");
  const shared = entriesOf(template, "Globals").find(({ name }) => name === kind)?.value;
  const auth = [valueAt(own, "Auth"), valueAt(shared, "Auth")];
  const defaults = auth.map((one) => valueAt(one, "DefaultAuthorizer"));
  return {
    name: api?.name ?? (kind === "Api" ? "ServerlessRestApi" : "ServerlessHttpApi"),
    hasDefinition: [own, shared].some((one) => hasAny(one, ["DefinitionBody", "DefinitionUri", "Fn::Transform"])),
    authorizers: auth.some((one) => one !== undefined && one.kind !== "map")
      ? undefined
      : mapKeys(auth.map((one) => valueAt(one, "Authorizers"))),
    hasDefault: auth.some((one) => one?.kind === "call") ? undefined : defaults.some((one) => one !== undefined),
    models: mapKeys([valueAt(own, "Models"), valueAt(shared, "Models")]),
  };
}

function hasAny(node: Node | undefined, names: readonly string[]): boolean {
  return names.some((name) => {
    const pair = pairOf(node, name);
    return pair !== undefined && !isNoValue(pair.value);
  });
}

/** The keys of maps; `undefined` if one is something else. */
function mapKeys(nodes: readonly (Node | undefined)[]): ReadonlySet<string> | undefined {
  const keys = new Set<string>();
  for (const node of nodes) {
    if (node === undefined || (node.kind === "scalar" && textOf(node) === undefined)) continue;
    if (node.kind !== "map") return undefined;
    for (const { key } of node.pairs) keys.add(key.text);
  }
  return keys;
}
