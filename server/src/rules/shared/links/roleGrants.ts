import rolePermissions from "../../../../data/rolePermissions.yaml";
import { searchResources } from "../../../model/incremental/searchEntries.ts";
import type { Entry, Template } from "../../../model/template.ts";
import { listed, type Node, textOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { fitsGlob } from "../../../text/glob.ts";
import { resourcesByName, waitsFor } from "../../engine/cycles.ts";
import { composedText } from "../resolving/composedText.ts";
import { resourceTarget } from "./resourceTarget.ts";

/** What AWS's managed policies allow, in lower case; see `rolePermissions.yaml`. */
const MANAGED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(
    (rolePermissions() as { readonly policies: Readonly<Record<string, readonly string[]>> }).policies,
  ).map(([name, actions]) => [name, actions.map((action) => action.toLowerCase())]),
);

/** What a role lacks: actions that nothing allows, or the policy that allows them may be created later than who needs them. */
export interface Lack {
  readonly missing: readonly string[];
  readonly late?: Entry;
}

/**
 * What a role does not allow of some actions that a resource needs; nothing where it allows all, or something of it can't be
 * read.
 */
export function lackOf(
  template: Template,
  user: Entry,
  role: string | undefined,
  actions: readonly string[],
): Lack | undefined {
  const entry = resourcesByName(template).get(role ?? "");
  const policies = granting(template);
  const granted = grantsOf(entry, policies);
  if (entry === undefined || granted === undefined) return undefined;
  const isIn = (all: readonly string[], action: string): boolean =>
    all.some((one) => fitsGlob(action.toLowerCase(), one));
  const missing = actions.filter((action) => !isIn(granted, action));
  if (missing.length > 0) return { missing };
  const own = grantsOf(entry, []) ?? [];
  if (actions.every((action) => isIn(own, action))) return undefined;
  const lets = (action: string): boolean => actions.some((one) => fitsGlob(one.toLowerCase(), action));
  const those = policies.filter(
    ({ found: policy }) => policy.roles.includes(role) && policy.actions?.some(lets) === true,
  );
  const before = waitsFor(template, user.name);
  const late = those.find(({ entry: policy }) => !waitsFor(template, policy.name).has(user.name));
  return late === undefined || those.some((one) => before.has(one.entry.name))
    ? undefined
    : { missing, late: late.entry };
}

interface Grant {
  readonly entry: Entry;
  readonly found: { readonly roles: readonly (string | undefined)[]; readonly actions: readonly string[] | undefined };
}

const POLICIES = ["AWS::IAM::Policy", "AWS::IAM::RolePolicy", "AWS::IAM::ManagedPolicy"];

/** Policies of the template with the roles that they are attached to, by logical ID. */
const granting = searchResources(POLICIES, ({ value }): Grant["found"] => {
  const properties = valueAt(value, "Properties");
  const roles = [valueAt(properties, "Roles"), valueAt(properties, "RoleName")].flatMap(listed).map(resourceTarget);
  return { roles, actions: actionsOf(valueAt(properties, "PolicyDocument")) };
});

/** All actions that a role is allowed, in lower case; `undefined` where something can't be read. */
function grantsOf(role: Entry | undefined, policies: readonly Grant[]): readonly string[] | undefined {
  const properties = valueAt(role?.value, "Properties");
  if (role === undefined || typeNameOf(role.value) !== "AWS::IAM::Role") return undefined;
  const inline = listed(valueAt(properties, "Policies")).map((policy) => actionsOf(valueAt(policy, "PolicyDocument")));
  const managed = listed(valueAt(properties, "ManagedPolicyArns")).map((node) => {
    const own = policies.find(({ entry }) => entry.name === resourceTarget(node));
    return own === undefined ? allowedBy(composedText(node) ?? "") : own.found.actions;
  });
  const attached = policies
    .filter(({ found }) => found.roles.includes(role.name) || found.roles.includes(undefined))
    .map(({ found }) => (found.roles.includes(undefined) ? undefined : found.actions));
  const all = [...inline, ...managed, ...attached];
  return all.includes(undefined) ? undefined : all.flatMap((one) => one ?? []);
}

function allowedBy(arn: string): readonly string[] | undefined {
  return MANAGED.get(/^arn:(?:aws[\w-]*|\$\{AWS::Partition\}):iam::aws:policy\/([\w/-]+)$/.exec(arn)?.[1] ?? "");
}

function actionsOf(document: Node | undefined): readonly string[] | undefined {
  const statements = listed(valueAt(document, "Statement"));
  if (statements.length === 0 || statements.some(({ kind }) => kind !== "map")) return undefined;
  const actions = statements
    .filter((statement) => textOf(valueAt(statement, "Effect")) !== "Deny")
    .flatMap((statement) => {
      const nodes = listed(valueAt(statement, "Action"));
      return nodes.length === 0 ? [undefined] : nodes.map((node) => textOf(node)?.toLowerCase());
    });
  return actions.includes(undefined) ? undefined : actions.flatMap((action) => action ?? []);
}
