import rolePermissions from "../../../../data/rolePermissions.yaml";
import { searchResources } from "../../../model/incremental/searchEntries.ts";
import { resourcesByName } from "../../../model/references/resourcesByName.ts";
import type { Entry, Template } from "../../../model/template.ts";
import { listItems, type Node, textOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { fitsGlob } from "../../../text/glob.ts";
import { composedText } from "../resolving/composedText.ts";
import { resourceTarget } from "./resourceTarget.ts";
import { waitsFor } from "./waitsFor.ts";

/** The actions that AWS's managed policies allow, in lower case; see `rolePermissions.yaml`. */
const MANAGED: ReadonlyMap<string, readonly Allowed[]> = new Map(
  Object.entries(rolePermissions().policies).map(([name, actions]) => [
    name,
    actions.map((action) => ({ action: action.toLowerCase(), resources: [] })),
  ]),
);

/** An action in lower case, and what it is allowed on; none: anything. */
interface Allowed {
  readonly action: string;
  readonly resources: readonly Node[];
}

/** A lack of a role: actions that nothing allows, or a policy that may be created later than the resource that needs it. */
export interface Lack {
  readonly missing: readonly string[];
  readonly late?: Entry;
}

/**
 * Those of some actions that a role lacks for a resource; nothing if it allows all, or can't be read completely.
 *
 * @param on the logical ID of what they are needed on, if that is one resource of the template
 */
export function lackOf(
  template: Template,
  user: Entry,
  role: string | undefined,
  actions: readonly string[],
  on?: string,
): Lack | undefined {
  const entry = resourcesByName(template).get(role ?? "");
  const policies = granting(template);
  const granted = grantsOf(entry, policies);
  if (entry === undefined || granted === undefined) return undefined;
  const isThere = ({ resources }: Allowed): boolean =>
    on === undefined || resources.length === 0 || !resources.every((node) => isElsewhere(node, on, template));
  const isIn = (all: readonly Allowed[], action: string): boolean =>
    all.some((one) => fitsGlob(action.toLowerCase(), one.action) && isThere(one));
  const missing = actions.filter((action) => !isIn(granted, action));
  if (missing.length > 0) return { missing };
  const own = grantsOf(entry, []) ?? [];
  if (actions.every((action) => isIn(own, action))) return undefined;
  const lets = (allowed: Allowed): boolean =>
    isThere(allowed) && actions.some((one) => fitsGlob(one.toLowerCase(), allowed.action));
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
  readonly found: { readonly roles: readonly (string | undefined)[]; readonly actions: readonly Allowed[] | undefined };
}

const POLICIES = ["AWS::IAM::Policy", "AWS::IAM::RolePolicy", "AWS::IAM::ManagedPolicy"];

/** Policies of the template with the roles that they are attached to, by logical ID. */
const granting = searchResources(POLICIES, ({ value }): Grant["found"] => {
  const properties = valueAt(value, "Properties");
  const roles = [valueAt(properties, "Roles"), valueAt(properties, "RoleName")].flatMap(listItems).map(resourceTarget);
  return { roles, actions: actionsOf(valueAt(properties, "PolicyDocument")) };
});

/** The permissions of a role; `undefined` if something can't be read. */
function grantsOf(role: Entry | undefined, policies: readonly Grant[]): readonly Allowed[] | undefined {
  const properties = valueAt(role?.value, "Properties");
  if (role === undefined || typeNameOf(role.value) !== "AWS::IAM::Role") return undefined;
  const inline = listItems(valueAt(properties, "Policies")).map((policy) =>
    actionsOf(valueAt(policy, "PolicyDocument")),
  );
  const managed = listItems(valueAt(properties, "ManagedPolicyArns")).map((node) => {
    const own = policies.find(({ entry }) => entry.name === resourceTarget(node));
    return own === undefined ? allowedBy(composedText(node) ?? "") : own.found.actions;
  });
  const attached = policies
    .filter(({ found }) => found.roles.includes(role.name) || found.roles.includes(undefined))
    .map(({ found }) => (found.roles.includes(undefined) ? undefined : found.actions));
  const all = [...inline, ...managed, ...attached];
  return all.includes(undefined) ? undefined : all.flatMap((one) => one ?? []);
}

function allowedBy(arn: string): readonly Allowed[] | undefined {
  return MANAGED.get(/^arn:(?:aws[\w-]*|\$\{AWS::Partition\}):iam::aws:policy\/([\w/-]+)$/.exec(arn)?.[1] ?? "");
}

function actionsOf(document: Node | undefined): readonly Allowed[] | undefined {
  const statements = listItems(valueAt(document, "Statement"));
  if (statements.length === 0 || statements.some(({ kind }) => kind !== "map")) return undefined;
  const allowed: Allowed[] = [];
  for (const statement of statements) {
    if (textOf(valueAt(statement, "Effect")) === "Deny") continue;
    const actions = listItems(valueAt(statement, "Action")).map((node) => textOf(node)?.toLowerCase());
    if (actions.length === 0 || actions.includes(undefined)) return undefined;
    const resources = listItems(valueAt(statement, "Resource"));
    allowed.push(...actions.flatMap((action) => (action === undefined ? [] : { action, resources })));
  }
  return allowed;
}

/** Whether an ARN is that of another resource of the template, or of a table whose stream is read. */
function isElsewhere(node: Node, on: string, { declarations }: Template): boolean {
  const [, name, attribute, rest] =
    node.kind === "call" ? (/^\$\{(\w+)\.(\w+)\}(.*)$/.exec(composedText(node) ?? "") ?? []) : [];
  const type = declarations.resources.get(name ?? "")?.type;
  if (type === undefined) return false;
  if (name !== on) return attribute === "Arn" || attribute === "TopicArn";
  return type === "AWS::DynamoDB::Table" && attribute === "Arn" && !/[*$]|^\/stream/.test(rest ?? "");
}
