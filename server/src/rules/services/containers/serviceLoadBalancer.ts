import { searchResources } from "../../../model/incremental/searchEntries.ts";
import { resourcesByName } from "../../../model/references/resourcesByName.ts";
import type { Declarations, Entry } from "../../../model/template.ts";
import {
  contentSpan,
  listItems,
  type MapNode,
  type Node,
  pairOf,
  textOf,
  typeNameOf,
  valueAt,
} from "../../../model/tree/node.ts";
import type { Span } from "../../../text/span.ts";
import { replacement, suggestion } from "../../shared/fixes/nearest.ts";
import { propertyFix } from "../../shared/fixes/propertyFix.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import { certainlyDiffer, composedText } from "../../shared/resolving/composedText.ts";
import type { FixData, ReportIn, TemplateRule } from "../../shared/rule.ts";
import { hasAllKeys, isSet, literalAt, literalText } from "../../shared/values/literals.ts";

/**
 * A service of ECS whose load balancer does not fit its task: a container or port that the task definition does not
 * have, or a target group with a target type that the network mode excludes (`awsvpc`, and so Fargate, needs `ip`).
 */
export const serviceLoadBalancer: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    const services = balanced(template);
    if (services.length === 0 || template.declarations.open) return;
    const resources = resourcesByName(template);
    const faulted = new Set<Entry>();
    for (const { entry, found } of services) {
      const owner = resources.get(found.task);
      const task = propertiesOf(owner, "AWS::ECS::TaskDefinition");
      if (owner === undefined || task === undefined) continue;
      // The container or its port may still be written.
      const later = { unfinished: "below", unfinishedAt: { entry: owner, span: owner.key } } as const;
      for (const target of found.targets) {
        checkContainer(entry, target, task, template.declarations, (at, span, found) =>
          report(at, span, { ...found, ...later }),
        );
        const group = resources.get(resourceTarget(valueAt(target, "TargetGroupArn")) ?? "");
        if (group === undefined || faulted.has(group)) continue;
        if (checkTargetType(entry, group, task, template.format, report)) faulted.add(group);
        else checkHealthPort(entry, group, task, target, report);
      }
    }
  },
};

function checkContainer(
  service: Entry,
  target: MapNode,
  task: MapNode,
  declarations: Declarations,
  report: ReportIn,
): void {
  const containers = valueAt(task, "ContainerDefinitions");
  const name = valueAt(target, "ContainerName");
  if (containers?.kind !== "list" || name === undefined) return;
  const own = containers.items.find((one) => {
    const other = valueAt(one, "Name");
    return other !== undefined && composedText(other) === composedText(name);
  });
  if (own === undefined) {
    const names = containers.items.map((one) => valueAt(one, "Name"));
    const known = names.flatMap((one) => (one === undefined ? [] : (composedText(one) ?? [])));
    const text = composedText(name) ?? "";
    if (known.length < names.length || text.includes("{{")) return;
    if (!known.every((one) => certainlyDiffer(one, text))) return;
    const isWritten = name.kind === "scalar" && names.every((one) => one?.kind === "scalar");
    const span = contentSpan(name);
    const { en, ja, data = changeToOnly(span, known) } = suggestion(text, known, span);
    report(service, span, {
      message: "no-container",
      with: { service: service.name, text, known, meant: { en, ja } },
      topic: "ecs-tasks",
      data: isWritten ? data : undefined,
    });
    return;
  }
  const node = valueAt(target, "ContainerPort");
  const ports = portsOf(own).flatMap((one) => one ?? []);
  if (node === undefined || ports.length < portsOf(own).length) return;
  // Somebody may give the parameter another value.
  const port = node.kind === "scalar" ? node.text : defaultOf(node, declarations);
  if (port === undefined || port.includes("{{") || ports.includes(port)) return;
  report(service, contentSpan(node), {
    message: ports.length === 0 ? "no-port" : "other-ports",
    with: { container: composedText(name), port, ports },
    topic: "ecs-tasks",
    severity: node.kind === "scalar" ? "error" : "warning",
    data: node.kind === "scalar" ? changeToOnly(contentSpan(node), ports) : undefined,
  });
}

function defaultOf(node: Node, { parameters }: Declarations): string | undefined {
  return node.kind === "call" && node.name === "Ref" ? parameters.get(textOf(node.argument) ?? "")?.default : undefined;
}

/** If there is one other value, it may be meant. */
function changeToOnly(span: Span, values: readonly string[]): FixData | undefined {
  const [only] = values;
  if (only === undefined || values.length > 1) return undefined;
  return {
    ...replacement(span, only, { en: `Change it to ${only}`, ja: `${only}に変更` }),
    preferred: false,
  };
}

/** The ports of a container; `undefined` for one that can't be told. */
function portsOf(container: Node): readonly (string | undefined)[] {
  if (container.kind !== "map" || !hasAllKeys(container)) return [undefined];
  const mappings = valueAt(container, "PortMappings");
  if (mappings === undefined) return [];
  return mappings.kind === "list" ? mappings.items.map((one) => literalText(one, "ContainerPort")) : [undefined];
}

/** Whether the target group was reported. */
function checkTargetType(
  service: Entry,
  group: Entry,
  task: MapNode,
  format: "yaml" | "json",
  report: ReportIn,
): boolean {
  const properties = propertiesOf(group, "AWS::ElasticLoadBalancingV2::TargetGroup");
  const mode = literalText(task, "NetworkMode");
  if (properties === undefined || mode === undefined) return false;
  const node = literalAt(properties, "TargetType");
  if (node === undefined && isSet(properties, "TargetType")) return false;
  const type = node?.text ?? "instance";
  const fits = mode === "awsvpc" ? type === "ip" : !(/^(?:bridge|host)$/.test(mode) && type === "ip");
  if (fits || type.includes("{{")) return false;
  const fix = mode === "awsvpc" ? propertyFix({ entry: group, properties, format }, "TargetType", "ip") : undefined;
  report(group, contentSpan(node ?? group.key), {
    message: mode === "awsvpc" ? "needs-ip" : "excludes-ip",
    with: { service: service.name, mode, type },
    ...fix,
  });
  return true;
}

/** A port for health checks, where each container has a port of its own on the host. */
function checkHealthPort(service: Entry, group: Entry, task: MapNode, target: MapNode, report: ReportIn): void {
  const port = literalAt(propertiesOf(group, "AWS::ElasticLoadBalancingV2::TargetGroup"), "HealthCheckPort");
  if (port === undefined || !/^\d+$/.test(port.text)) return;
  if (isSet(task, "NetworkMode") && literalText(task, "NetworkMode") !== "bridge") return;
  const name = literalText(target, "ContainerName");
  const own = listItems(valueAt(task, "ContainerDefinitions")).find((one) => literalText(one, "Name") === name);
  const [mapping, ...others] = listItems(valueAt(own, "PortMappings"));
  if (name === undefined || mapping?.kind !== "map" || others.length > 0 || !hasAllKeys(mapping)) return;
  if (isSet(mapping, "HostPort") && literalText(mapping, "HostPort") !== "0") return;
  report(group, contentSpan(port), { message: "dynamic-port", with: { service: service.name } });
}

/** The properties of a resource that has this type, if all of them are there to see. */
function propertiesOf(entry: Entry | undefined, type: string): MapNode | undefined {
  const properties = pairOf(entry?.value, "Properties")?.value;
  return typeNameOf(entry?.value) === type && properties?.kind === "map" && hasAllKeys(properties)
    ? properties
    : undefined;
}

/** The services that name a task, and what their load balancers send to. */
const balanced = searchResources(["AWS::ECS::Service"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  const task = resourceTarget(valueAt(properties, "TaskDefinition"));
  const list = valueAt(properties, "LoadBalancers");
  const targets = list?.kind === "list" ? list.items.filter((item): item is MapNode => item.kind === "map") : [];
  return task === undefined || targets.length === 0 ? undefined : { task, targets };
});
