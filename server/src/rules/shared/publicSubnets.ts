import { searchResources } from "../../model/incremental/searchEntries.ts";
import { resourcesByName } from "../../model/references/resourcesByName.ts";
import type { Entry, Template } from "../../model/template.ts";
import { listItems, type Node, textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { isNamedByOthers, mayHaveMore } from "./declaredNames.ts";
import { resourceTarget } from "./links/resourceTarget.ts";
import { nodesAt } from "./values/literals.ts";

/** What is put into a public subnet and can't be there. */
export interface WronglyPublic {
  readonly entry: Entry;
  readonly node: Node;
  readonly subnet: string;
  readonly isTask: boolean;
}

/** Profiles of Fargate in public subnets, and tasks that only reach the internet by an address that they don't get. */
export function wronglyPublic(template: Template): readonly WronglyPublic[] {
  const used = placed(template);
  if (used.length === 0 || mayHaveMore(template.declarations)) return [];
  const isPublic = publicSubnets(template);
  return used.flatMap(({ entry, found: { nodes, task, told } }) => {
    const isTask = task !== undefined;
    const subnets = nodes.map((node) => resourceTarget(node) ?? "");
    const [subnet] = subnets.filter((name) => isPublic.has(name));
    const [first] = nodes;
    if (subnet === undefined || first === undefined) return [];
    if (isTask && !(subnets.every((name) => isPublic.has(name)) && isFromOutside(template, task))) return [];
    return { entry, node: told ?? nodes[subnets.indexOf(subnet)] ?? first, subnet, isTask };
  });
}

/** The subnets whose route table, which the template gives them, leads to an internet gateway by default. */
function publicSubnets(template: Template): ReadonlySet<string> {
  const named = tables(template).filter(({ entry }) => valueAt(entry.value, "Condition") === undefined);
  const open = new Set(
    named.flatMap(({ found: { table, gateway } }) =>
      gateway !== undefined && typeOf(template, gateway) === "AWS::EC2::InternetGateway" ? table : [],
    ),
  );
  return new Set(
    named.flatMap(({ found: { table, subnet } }) =>
      subnet !== undefined && open.has(table) && !isNamedByOthers(template, subnet) ? subnet : [],
    ),
  );
}

/** Whether a task starts from an image that is not in ECR, to which there may be another way. */
function isFromOutside(template: Template, task: string): boolean {
  const value = resourcesByName(template).get(task)?.value;
  const images = nodesAt(valueAt(value, "Properties"), ["ContainerDefinitions", "Image"]);
  return images.some((node) => /^(?:public\.ecr\.aws\/|(?![^/]*[.:{$][^/]*\/)[\w-])/.test(textOf(node) ?? ""));
}

function typeOf(template: Template, name: string): string | undefined {
  return typeNameOf(resourcesByName(template).get(name)?.value);
}

/** Route tables with what they lead to by default, or with the subnet that they are for. */
const tables = searchResources(["AWS::EC2::Route", "AWS::EC2::SubnetRouteTableAssociation"], ({ value }, type) => {
  const properties = valueAt(value, "Properties");
  const table = resourceTarget(valueAt(properties, "RouteTableId"));
  const isRoute = type === "AWS::EC2::Route";
  const target = resourceTarget(valueAt(properties, isRoute ? "GatewayId" : "SubnetId"));
  if (table === undefined || target === undefined) return undefined;
  if (isRoute && textOf(valueAt(properties, "DestinationCidrBlock")) !== "0.0.0.0/0") return undefined;
  return isRoute ? { table, gateway: target } : { table, subnet: target };
});

interface Placed {
  readonly nodes: readonly Node[];
  /** Where it is said that there are no addresses. */
  readonly told?: Node | undefined;
  readonly task?: string;
}

const placed = searchResources(
  ["AWS::EKS::FargateProfile", "AWS::ECS::Service"],
  ({ value }, type): Placed | undefined => {
    const properties = valueAt(value, "Properties");
    if (type === "AWS::EKS::FargateProfile") return { nodes: listItems(valueAt(properties, "Subnets")) };
    const network = valueAt(valueAt(properties, "NetworkConfiguration"), "AwsvpcConfiguration");
    const told = valueAt(network, "AssignPublicIp");
    const task = resourceTarget(valueAt(properties, "TaskDefinition"));
    const kinds = [["LaunchType"], ["CapacityProviderStrategy", "CapacityProvider"]].flatMap((path) =>
      nodesAt(properties, path),
    );
    const isFargate = kinds.some((node) => /^FARGATE/.test(textOf(node) ?? ""));
    if (!isFargate || task === undefined || textOf(told) !== "DISABLED") return undefined;
    const count = valueAt(properties, "DesiredCount");
    if (count !== undefined && !/^[1-9]/.test(textOf(count) ?? "")) return undefined;
    return { nodes: listItems(valueAt(network, "Subnets")), told, task };
  },
);
