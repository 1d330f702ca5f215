import functionRoles from "../../../../data/functionRoles.yaml";
import { searchResources } from "../../../model/incremental/searchEntries.ts";
import type { Entry } from "../../../model/template.ts";
import { contentSpan, listed, type Node, pairOf, refTarget, textOf, valueAt } from "../../../model/tree/node.ts";
import { fitsGlob } from "../../../text/glob.ts";
import { resourcesByName, waitsFor } from "../../engine/cycles.ts";
import type { TemplateRule } from "../../engine/rule.ts";
import { mayHaveMore } from "../../shared/declaredNames.ts";
import { dependsOnFix } from "../../shared/fixes/dependsOnFix.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import { composedText } from "../../shared/resolving/composedText.ts";

interface Need {
  readonly actions: readonly string[];
  /** The managed policy that has them. */
  readonly policy: string;
  readonly says: string;
}

/** As `functionRoles.yaml` has it. */
const ROLES = functionRoles() as {
  readonly inVpc: Need;
  readonly deadLetters: Readonly<Record<string, Omit<Need, "policy">>>;
  readonly sources: Readonly<Record<string, Need>>;
};
const IN_VPC = ROLES.inVpc;
const NEEDS: ReadonlyMap<string, Need> = new Map(Object.entries(ROLES.sources));

const DEAD_LETTERS = new Map(Object.entries(ROLES.deadLetters));

const KNOWN: ReadonlyMap<string, readonly string[]> = new Map([
  ["service-role/AWSLambdaBasicExecutionRole", []],
  ["service-role/AWSLambdaVPCAccessExecutionRole", IN_VPC.actions],
  ["service-role/AWSLambdaENIManagementAccess", IN_VPC.actions],
  ["AWSXRayDaemonWriteAccess", []],
  ["AWSXrayWriteOnlyAccess", []],
  ["CloudWatchLambdaInsightsExecutionRolePolicy", []],
  ...[...NEEDS.values()].map(({ policy, actions }) => [`service-role/${policy}`, actions] as const),
]);

function allowedBy(arn: string): readonly string[] | undefined {
  const name = /^arn:(?:aws[\w-]*|\$\{AWS::Partition\}):iam::aws:policy\/([\w/-]+)$/.exec(arn)?.[1] ?? "";
  return KNOWN.get(name)?.map((action) => action.toLowerCase());
}

/**
 * A Lambda function that is to read from a queue or stream of the template, to send to its dead-letter queue or to run in
 * a VPC, but whose role does not let it.
 */
export const eventSourceRole: TemplateRule = {
  scope: "template",
  check(template, { report }) {
    const readers = reading(template);
    const inVpc = runningInVpc(template);
    const senders = sending(template);
    if (readers.length + inVpc.length + senders.length === 0 || mayHaveMore(template.declarations)) return;
    const resources = resourcesByName(template);
    const policies = granting(template);
    for (const { entry, found } of inVpc) {
      // A list of subnets that is asked for has one.
      const type = template.declarations.parameters.get(found.list ?? "")?.type;
      if (found.list !== undefined && type !== "List<AWS::EC2::Subnet::Id>") continue;
      const granted = grantsOf(resources.get(found.role), policies);
      if (granted === undefined || granted.some((one) => fitsGlob("ec2:createnetworkinterface", one))) continue;
      report(entry, contentSpan(found.key), {
        en: `${found.role} does not allow ${IN_VPC.actions[0]}, which ${entry.name} needs in a VPC (“${IN_VPC.says}”): allow it, or add ${IN_VPC.policy} to the role.`,
        ja: `${found.role}は、${entry.name}がVPCで必要とする${IN_VPC.actions[0]}を許可していません（「${IN_VPC.says}」）。許可するか、ロールに${IN_VPC.policy}を追加してください。`,
      });
    }
    for (const { entry, found } of senders) {
      const need = DEAD_LETTERS.get(textOf(valueAt(resources.get(found.target)?.value, "Type")) ?? "");
      const granted = grantsOf(resources.get(found.role), policies);
      const [action = ""] = need?.actions ?? [];
      if (need === undefined || granted?.some((one) => fitsGlob(action.toLowerCase(), one)) !== false) continue;
      report(entry, found.node, {
        en: `${found.role} does not allow ${action}, which ${entry.name} needs to send to ${found.target} (“${need.says}”): allow it.`,
        ja: `${found.role}は、${entry.name}が${found.target}に送信するのに必要な${action}を許可していません（「${need.says}」）。許可してください。`,
      });
    }
    for (const { entry, found } of readers) {
      for (const { source, node, role: own, of } of found) {
        const target = resources.get(source);
        const need = NEEDS.get(textOf(valueAt(target?.value, "Type")) ?? "");
        const reader = resources.get(of ?? "");
        const role = own ?? resourceTarget(valueAt(valueAt(reader?.value, "Properties"), "Role"));
        const granted = grantsOf(resources.get(role ?? ""), policies);
        if (need === undefined || granted === undefined || (of !== undefined && reader === undefined)) continue;
        const missing = need.actions.filter((action) => !granted.some((one) => fitsGlob(action.toLowerCase(), one)));
        if (missing.length === 0) {
          const own = grantsOf(resources.get(role ?? ""), []) ?? [];
          const lets = (action: string): boolean => need.actions.some((one) => fitsGlob(one.toLowerCase(), action));
          const granting = policies.filter(
            ({ found: policy }) => policy.roles.includes(role) && policy.actions?.some(lets) === true,
          );
          const isOwn = need.actions.every((action) => own.some((one) => fitsGlob(action.toLowerCase(), one)));
          const before = waitsFor(template, entry.name);
          const [late] = granting.filter(({ entry: policy }) => !waitsFor(template, policy.name).has(entry.name));
          if (isOwn || late === undefined || granting.some((one) => before.has(one.entry.name))) continue;
          report(entry, node, {
            en: `${entry.name} may be created before ${late.entry.name}, which lets ${role} read from ${source}, and then fails (“${need.says}”): let it depend on that.`,
            ja: `${role}に${source}の読み取りを許可する${late.entry.name}より先に${entry.name}が作成されると、失敗します（「${need.says}」）。DependsOnで${late.entry.name}を指定してください。`,
            severity: "warning",
            data: dependsOnFix(entry, late.entry.name, template.format),
          });
          continue;
        }
        report(entry, node, {
          en: `${role} does not allow ${missing.join(", ")}, which ${of ?? entry.name} needs to read from ${source} (“${need.says}”): allow it, or add ${need.policy} to the role.`,
          ja: `${role}は、${of ?? entry.name}が${source}を読み取るのに必要な${missing.join("、")}を許可していません（「${need.says}」）。許可するか、ロールに${need.policy}を追加してください。`,
        });
      }
    }
  },
};

interface Reader {
  readonly source: string;
  readonly node: Node;
  /** The role, or the function that has it. */
  readonly role?: string;
  readonly of?: string;
}

const READING = ["AWS::Lambda::EventSourceMapping", "AWS::Serverless::Function"];

const reading = searchResources(READING, ({ value }, type): readonly Reader[] | undefined => {
  const properties = valueAt(value, "Properties");
  if (type === "AWS::Lambda::EventSourceMapping") {
    const node = valueAt(properties, "EventSourceArn");
    const source = resourceTarget(node);
    const of = resourceTarget(valueAt(properties, "FunctionName"));
    return node === undefined || source === undefined || of === undefined ? undefined : [{ source, node, of }];
  }
  // With a role of one's own SAM adds no permission.
  const role = resourceTarget(valueAt(properties, "Role"));
  const events = valueAt(properties, "Events");
  if (role === undefined || events?.kind !== "map") return undefined;
  return events.pairs.flatMap(({ value: event }) => {
    const node = valueAt(valueAt(event, "Properties"), textOf(valueAt(event, "Type")) === "SQS" ? "Queue" : "Stream");
    const source = resourceTarget(node);
    return node === undefined || source === undefined ? [] : [{ source, node, role }];
  });
});

/** Functions in a VPC, with the logical ID of their role; SAM lets the role that it makes itself. */
const runningInVpc = searchResources(["AWS::Lambda::Function", "AWS::Serverless::Function"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  const pair = pairOf(properties, "VpcConfig");
  const subnets = valueAt(pair?.value, "SubnetIds");
  const role = resourceTarget(valueAt(properties, "Role"));
  const list = refTarget(subnets);
  const isInVpc =
    list !== undefined ||
    (subnets?.kind === "list" &&
      subnets.items.length > 0 &&
      subnets.items.every((one) => one.kind !== "call" || one.name !== "Fn::If"));
  return pair === undefined || role === undefined || !isInVpc ? undefined : { key: pair.key, role, list };
});

/** Functions that send what failed to a queue or topic. */
const sending = searchResources(["AWS::Lambda::Function"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  const node = valueAt(valueAt(properties, "DeadLetterConfig"), "TargetArn");
  const target = resourceTarget(node);
  const role = resourceTarget(valueAt(properties, "Role"));
  return node === undefined || target === undefined || role === undefined ? undefined : { node, target, role };
});

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
  if (role === undefined || textOf(valueAt(role.value, "Type")) !== "AWS::IAM::Role") return undefined;
  const inline = listed(valueAt(properties, "Policies")).map((policy) => actionsOf(valueAt(policy, "PolicyDocument")));
  const managed = listed(valueAt(properties, "ManagedPolicyArns")).map((node) => {
    const own = policies.find(({ entry }) => entry.name === resourceTarget(node));
    const arn = composedText(node) ?? "";
    return own === undefined ? allowedBy(arn) : own.found.actions;
  });
  const attached = policies
    .filter(({ found }) => found.roles.includes(role.name) || found.roles.includes(undefined))
    .map(({ found }) => (found.roles.includes(undefined) ? undefined : found.actions));
  const all = [...inline, ...managed, ...attached];
  return all.includes(undefined) ? undefined : all.flatMap((one) => one ?? []);
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
