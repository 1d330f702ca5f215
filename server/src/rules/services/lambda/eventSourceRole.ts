import functionRoles from "../../../../data/functionRoles.yaml";
import { searchResources } from "../../../model/incremental/searchEntries.ts";
import { contentSpan, type Node, pairOf, refTarget, textOf, valueAt } from "../../../model/tree/node.ts";
import { resourcesByName } from "../../engine/cycles.ts";
import type { TemplateRule } from "../../engine/rule.ts";
import { mayHaveMore } from "../../shared/declaredNames.ts";
import { dependsOnFix } from "../../shared/fixes/dependsOnFix.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import { lackOf } from "../../shared/links/roleGrants.ts";

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

/**
 * A Lambda function that is to read from a queue or stream of the template, to send to its dead-letter queue or to run in
 * a VPC, but whose role does not let it.
 */
export const eventSourceRole: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    const readers = reading(template);
    const inVpc = runningInVpc(template);
    const senders = sending(template);
    if (readers.length + inVpc.length + senders.length === 0 || mayHaveMore(template.declarations)) return;
    const resources = resourcesByName(template);
    for (const { entry, found } of inVpc) {
      // A list of subnets that is asked for has one.
      const type = template.declarations.parameters.get(found.list ?? "")?.type;
      if (found.list !== undefined && type !== "List<AWS::EC2::Subnet::Id>") continue;
      const lack = lackOf(template, entry, found.role, IN_VPC.actions.slice(0, 1));
      if (lack === undefined || lack.late !== undefined) continue;
      report(entry, contentSpan(found.key), {
        en: `${found.role} does not allow ${IN_VPC.actions[0]}, which ${entry.name} needs in a VPC (“${IN_VPC.says}”): allow it, or add ${IN_VPC.policy} to the role.`,
        ja: `${found.role}は、${entry.name}がVPCで必要とする${IN_VPC.actions[0]}を許可していません（「${IN_VPC.says}」）。許可するか、ロールに${IN_VPC.policy}を追加してください。`,
      });
    }
    for (const { entry, found } of senders) {
      const need = DEAD_LETTERS.get(textOf(valueAt(resources.get(found.target)?.value, "Type")) ?? "");
      const [action = ""] = need?.actions ?? [];
      const lack = lackOf(template, entry, found.role, [action]);
      if (need === undefined || lack === undefined || lack.late !== undefined) continue;
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
        if (need === undefined || (of !== undefined && reader === undefined)) continue;
        const lack = lackOf(template, entry, role, need.actions);
        if (lack === undefined) continue;
        const { missing, late } = lack;
        if (late !== undefined) {
          report(entry, node, {
            en: `${entry.name} may be created before ${late.name}, which lets ${role} read from ${source}, and then fails (“${need.says}”): let it depend on that.`,
            ja: `${role}に${source}の読み取りを許可する${late.name}より先に${entry.name}が作成されると、失敗します（「${need.says}」）。DependsOnで${late.name}を指定してください。`,
            severity: "warning",
            data: dependsOnFix(entry, late.name, template.format),
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
