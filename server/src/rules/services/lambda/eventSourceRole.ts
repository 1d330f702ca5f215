import functionRoles from "../../../../data/functionRoles.yaml";
import { placesOf } from "../../../catalogue/values/propertyPlaces.ts";
import { searchEntries, searchResources } from "../../../model/incremental/searchEntries.ts";
import { resourcesByName } from "../../../model/references/resourcesByName.ts";
import { contentSpan, type Node, pairOf, refTarget, textOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { mayHaveMore } from "../../shared/declaredNames.ts";
import { dependsOnFix } from "../../shared/fixes/dependsOnFix.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import { lackOf } from "../../shared/links/roleGrants.ts";
import type { TemplateRule } from "../../shared/rule.ts";
import { nodesAt } from "../../shared/values/literals.ts";

/** As `functionRoles.yaml` has it. */
const ROLES = functionRoles();
const IN_VPC = ROLES.inVpc;
const NEEDS = new Map(Object.entries(ROLES.sources));
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
    const [inGlobals] = globalVpc(template, "Globals");
    const inVpc = runningInVpc(template).flatMap(({ entry, found }) => {
      const { subnets, ...one } = found;
      const list = subnets ?? (found.isGlobal ? inGlobals?.found : undefined);
      return list === undefined ? [] : { entry, found: { ...one, list: refTarget(list) } };
    });
    const senders = sending(template).flatMap(({ entry, found }) => found.map((one) => ({ entry, found: one })));
    if (readers.length + inVpc.length + senders.length === 0 || mayHaveMore(template.declarations)) return;
    const resources = resourcesByName(template);
    for (const { entry, found } of inVpc) {
      // A list of subnets that is asked for has one.
      const type = template.declarations.parameters.get(found.list ?? "")?.type;
      if (found.list !== undefined && type !== "List<AWS::EC2::Subnet::Id>") continue;
      const lack = lackOf(template, entry, found.role, IN_VPC.actions.slice(0, 1));
      if (lack === undefined || lack.late !== undefined) continue;
      report(entry, contentSpan(found.key), {
        message: "vpc-action",
        with: {
          role: found.role,
          action: IN_VPC.actions[0],
          name: entry.name,
          says: IN_VPC.says,
          policy: IN_VPC.policy,
        },
      });
    }
    for (const { entry, found } of senders) {
      const need = DEAD_LETTERS.get(textOf(valueAt(resources.get(found.target)?.value, "Type")) ?? "");
      const [action = ""] = need?.actions ?? [];
      const reader = resources.get(found.of ?? "");
      const role = found.role ?? resourceTarget(valueAt(valueAt(reader?.value, "Properties"), "Role"));
      const lack = lackOf(template, entry, role, [action], found.target);
      if (need === undefined || lack === undefined || lack.late !== undefined) continue;
      const says = found.of === undefined ? need.says : need.says.replace("The provided", "The function's");
      const name = found.of ?? entry.name;
      report(entry, found.node, { message: "send-action", with: { role, action, name, target: found.target, says } });
    }
    for (const { entry, found } of readers) {
      for (const { source, node, role: own, of } of found) {
        const target = resources.get(source);
        const need = NEEDS.get(typeNameOf(target?.value) ?? "");
        const reader = resources.get(of ?? "");
        const role = own ?? resourceTarget(valueAt(valueAt(reader?.value, "Properties"), "Role"));
        if (need === undefined || (of !== undefined && reader === undefined)) continue;
        const lack = lackOf(template, entry, role, need.actions, source);
        if (lack === undefined) continue;
        const { missing, late } = lack;
        if (late !== undefined) {
          report(entry, node, {
            message: "too-early",
            with: { name: entry.name, late: late.name, role, source, says: need.says },
            severity: "warning",
            data: dependsOnFix(entry, late.name, template.format),
          });
          continue;
        }
        report(entry, node, {
          message: "read-actions",
          with: { role, missing, reader: of ?? entry.name, source, says: need.says, policy: need.policy },
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
    const node = valueAt(valueAt(event, "Properties"), typeNameOf(event) === "SQS" ? "Queue" : "Stream");
    const source = resourceTarget(node);
    return node === undefined || source === undefined ? [] : [{ source, node, role }];
  });
});

/** Functions that may be in a VPC, with the logical ID of their role; SAM lets the role that it makes itself. */
const runningInVpc = searchResources(["AWS::Lambda::Function", "AWS::Serverless::Function"], ({ value }, type) => {
  const properties = valueAt(value, "Properties");
  const [pair, written] = ["VpcConfig", "Role"].map((name) => pairOf(properties, name));
  const role = resourceTarget(written?.value);
  const isGlobal =
    type === "AWS::Serverless::Function" && pair === undefined && valueAt(value, "IgnoreGlobals") === undefined;
  const place = pair ?? written;
  if (place === undefined || role === undefined || (pair === undefined && !isGlobal)) return undefined;
  return { key: place.key, role, isGlobal, subnets: subnetsOf(pair?.value) };
});

/** The subnets of what SAM gives to functions. */
const globalVpc = searchEntries(({ name, value }) =>
  name === "Function" ? subnetsOf(valueAt(value, "VpcConfig")) : undefined,
);

/** Subnets of which there is surely one. */
function subnetsOf(config: Node | undefined): Node | undefined {
  const subnets = valueAt(config, "SubnetIds");
  const isInVpc =
    refTarget(subnets) !== undefined ||
    (subnets?.kind === "list" &&
      subnets.items.length > 0 &&
      subnets.items.every((one) => one.kind !== "call" || one.name !== "Fn::If"));
  return isInVpc ? subnets : undefined;
}

interface Sender {
  readonly node: Node;
  readonly target: string;
  /** The role, or the function that has it. */
  readonly role?: string | undefined;
  readonly of?: string | undefined;
}

/** The properties in which functions name what gets the results of asynchronous calls, by type. */
const SENDING = placesOf("destinations");

const sending = searchResources(SENDING.keys(), ({ value }, type): readonly Sender[] | undefined => {
  const properties = valueAt(value, "Properties");
  const role = resourceTarget(valueAt(properties, "Role"));
  const of = resourceTarget(valueAt(properties, "FunctionName"));
  if (role === undefined && (of === undefined || type.endsWith("::Function"))) return undefined;
  return SENDING.get(type)
    ?.flatMap((path) => nodesAt(properties, path.split(".")))
    .flatMap((node) => {
      const target = resourceTarget(node);
      return target === undefined ? [] : [{ node, target, ...(role === undefined ? { of } : { role }) }];
    });
});
