import { searchResources } from "../../model/incremental/searchEntries.ts";
import { resourcesByName } from "../../model/references/resourcesByName.ts";
import type { Entry, Template } from "../../model/template.ts";
import { listItems, type Node, textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { isNamedByOthers, mayHaveMore } from "./declaredNames.ts";
import { resourceTarget } from "./links/resourceTarget.ts";
import { composedText } from "./resolving/composedText.ts";
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
    const subnet = subnets.find((name) => isPublic.has(name));
    const [first] = nodes;
    if (subnet === undefined || first === undefined) return [];
    // By IPv6, tasks may reach more.
    const isAll = subnets.every((name) => isPublic.get(name) === "IPv4");
    if (isTask && !(isAll && isFromOutside(template, task))) return [];
    return { entry, node: told ?? nodes[subnets.indexOf(subnet)] ?? first, subnet, isTask };
  });
}

/** The subnets whose route table, which the template gives them, leads to an internet gateway by default, and for which addresses alone. */
function publicSubnets(template: Template): ReadonlyMap<string, "IPv4" | "both"> {
  const named = tables(template).filter(({ entry }) => valueAt(entry.value, "Condition") === undefined);
  const tablesWith = (isSuch: (one: Named) => boolean): ReadonlySet<string> =>
    new Set(named.flatMap(({ found }) => (isSuch(found) ? found.table : [])));
  const open = tablesWith(({ gateway = "" }) => typeOf(template, gateway) === "AWS::EC2::InternetGateway");
  const withBoth = tablesWith(({ isSix }) => isSix === true);
  return new Map(
    named.flatMap(({ found: { table, subnet } }) =>
      subnet !== undefined && open.has(table) && !isNamedByOthers(template, subnet)
        ? [[subnet, withBoth.has(table) ? "both" : "IPv4"]]
        : [],
    ),
  );
}

/** Whether a task starts from an image that there is no other way to: to ECR an endpoint may lead. */
function isFromOutside(template: Template, task: string): boolean {
  const value = resourcesByName(template).get(task)?.value;
  const images = nodesAt(valueAt(value, "Properties"), ["ContainerDefinitions", "Image"]).map(composedText);
  const mayHaveEndpoints = [...template.declarations.resources.values()].some(({ type = "" }) =>
    /^(?:AWS::EC2::VPCEndpoint|AWS::CloudFormation::.*|Custom::.*)$/.test(type),
  );
  return images.some(
    (text = "") =>
      (!mayHaveEndpoints && /\.dkr\.ecr\./.test(text)) ||
      /^(?:public\.ecr\.aws\/|(?![^/]*[.:{$][^/]*\/)[\w-])/.test(text),
  );
}

function typeOf(template: Template, name: string): string | undefined {
  return typeNameOf(resourcesByName(template).get(name)?.value);
}

interface Named {
  readonly table: string;
  readonly gateway?: string | undefined;
  readonly subnet?: string | undefined;
  readonly isSix?: boolean;
}

/** Route tables with what they lead to by default, or with the subnet that they are for. */
const tables = searchResources(
  ["AWS::EC2::Route", "AWS::EC2::SubnetRouteTableAssociation"],
  ({ value }, type): Named | undefined => {
    const properties = valueAt(value, "Properties");
    const table = resourceTarget(valueAt(properties, "RouteTableId"));
    if (table === undefined) return undefined;
    if (type !== "AWS::EC2::Route") return { table, subnet: resourceTarget(valueAt(properties, "SubnetId")) };
    if (textOf(valueAt(properties, "DestinationCidrBlock")) === "0.0.0.0/0")
      return { table, gateway: resourceTarget(valueAt(properties, "GatewayId")) };
    return { table, isSix: valueAt(properties, "DestinationIpv6CidrBlock") !== undefined };
  },
);

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
