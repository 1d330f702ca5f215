import roleUses, { type Row } from "../../../../data/roleUses.yaml";
import type { EntryContent } from "../../../model/template.ts";
import { listItems, type Node, textOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { composedText } from "../resolving/composedText.ts";

/** A property that names a role, keys with dots between them, through lists. See `roleUses.yaml`. */
export type RoleUse = Row;

/** By type of resource. */
export const ROLE_USES: ReadonlyMap<string, readonly RoleUse[]> = new Map(Object.entries(roleUses()));

/** The service that assumes the role which a property takes. @param path below the resource, with numbers in lists */
export function serviceAt(type: string, path: readonly (string | number)[]): string | undefined {
  const keys = path.filter((step) => typeof step === "string");
  const property = keys[0] === "Properties" ? keys.slice(1).join(".") : "";
  return ROLE_USES.get(type)?.find((use) => use.property === property)?.service;
}

/** The trust policy of a role. */
export interface Trust {
  readonly document: Node;
  /** Names of services, with variables as `Fn::Sub` writes them. */
  readonly services: readonly string[];
  /** The last value of a `Service`. */
  readonly last: Node | undefined;
}

export function trusts({ services }: Trust, service: string): boolean {
  if (services.includes(`${service}.amazonaws.com`)) return true;
  return services.some((name) => {
    const rest = name.startsWith(`${service}.`) ? name.slice(service.length + 1) : "";
    return /^(?:(?:[a-z]{2}(?:-[a-z]+){1,3}-\d|\$\{AWS::Region\})\.)?(?:amazonaws\.com(?:\.cn)?|\$\{AWS::URLSuffix\})$/.test(
      rest,
    );
  });
}

/** The trust policy of a role, if all of it can be read. */
export function trustOf({ value }: EntryContent): Trust | undefined {
  if (typeNameOf(value) !== "AWS::IAM::Role") return undefined;
  const document = valueAt(valueAt(value, "Properties"), "AssumeRolePolicyDocument");
  const services: string[] = [];
  let last: Node | undefined;
  for (const statement of listItems(valueAt(document, "Statement"))) {
    if (statement.kind !== "map" || valueAt(statement, "NotPrincipal") !== undefined) return undefined;
    const effect = textOf(valueAt(statement, "Effect"));
    if (effect === "Deny") continue;
    // What is no effect is faulted as that.
    if (effect !== "Allow") return undefined;
    const principal = valueAt(statement, "Principal");
    if (principal?.kind !== "map") return undefined;
    const actions = listItems(valueAt(statement, "Action")).map(composed);
    if (actions.includes(undefined)) return undefined;
    const named = listItems(valueAt(principal, "Service"));
    const names = named.map(composed);
    if (names.includes(undefined)) return undefined;
    if (!actions.some((action) => action !== undefined && /^(?:sts:)?(?:AssumeRole|\*)$/i.test(action))) continue;
    services.push(...names.flatMap((name) => name ?? []));
    last = named.length === 0 ? last : valueAt(principal, "Service");
  }
  return document === undefined || valueAt(document, "Statement") === undefined
    ? undefined
    : { document, services, last };
}

/** A text, in which AWS's pseudo parameters may stand as `Fn::Sub` writes them. */
function composed(node: Node): string | undefined {
  const text = composedText(node);
  return text === undefined || /\$\{(?!AWS::)/.test(text) ? undefined : text;
}
