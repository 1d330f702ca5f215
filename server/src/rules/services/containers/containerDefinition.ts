import { contentSpan, listed, type Node, pairOf, type ScalarNode, textOf, valueAt } from "../../../model/tree/node.ts";
import type { EntryContext, EntryRule } from "../../engine/rule.ts";
import { replacement } from "../../shared/fixes/nearest.ts";
import { hasAllKeys, isSet, literalText } from "../../shared/values/literals.ts";

/**
 * Containers of a task that ECS refuses: none of them is essential, one has no memory, or a host port differs from the
 * container port although the network mode is `awsvpc`.
 */
export const containerDefinition: EntryRule = {
  scope: "entry",
  types: ["AWS::ECS::TaskDefinition"],
  check(entry, { report }) {
    const properties = valueAt(entry.value, "Properties");
    const containers = pairOf(properties, "ContainerDefinitions");
    if (containers?.value.kind !== "list" || containers.merged) return;
    const { items } = containers.value;
    if (items.length > 0 && items.every((item) => literalText(item, "Essential")?.toLowerCase() === "false")) {
      report(contentSpan(containers.key), {
        en: "At least one container must be essential.",
        ja: "少なくとも1つのコンテナのEssentialをtrueにしてください。",
      });
    }
    checkMemory(properties, containers.key, items, report);
    if (literalText(properties, "NetworkMode") !== "awsvpc") return;
    for (const mapping of items.flatMap(mappings)) {
      const host = valueAt(mapping, "HostPort");
      const port = literalText(mapping, "ContainerPort");
      if (host?.kind !== "scalar" || port === undefined || [port, "0"].includes(host.text)) continue;
      report(contentSpan(host), {
        en: `With the network mode awsvpc HostPort is the same as ContainerPort (${port}): leave it out (“the host ports and container ports in port mappings must match”).`,
        ja: `ネットワークモードがawsvpcの場合、HostPortはContainerPort（${port}）と同じでなければなりません。省略できます（「the host ports and container ports in port mappings must match」）。`,
        data: replacement(contentSpan(host), port),
      });
    }
  },
};

/** A container has memory of its own where its task has none. */
function checkMemory(
  properties: Node | undefined,
  key: ScalarNode,
  items: readonly Node[],
  report: EntryContext["report"],
): void {
  if (properties?.kind !== "map" || isSet(properties, "Memory") || !hasAllKeys(properties)) return;
  if (
    isSet(properties, "RequiresCompatibilities") &&
    literalText(properties, "RequiresCompatibilities") === undefined
  ) {
    const kinds = listed(valueAt(properties, "RequiresCompatibilities"));
    // Fargate asks for the task's own.
    if (kinds.some((kind) => textOf(kind) !== "EC2")) return;
  }
  for (const item of items) {
    if (item.kind !== "map" || !hasAllKeys(item) || isSet(item, "Memory") || isSet(item, "MemoryReservation")) continue;
    const name = literalText(item, "Name") ?? "…";
    const says = `Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`;
    report(contentSpan(item.pairs[0]?.key ?? key), {
      en: `The container needs Memory or MemoryReservation, or the task Memory (“${says}”).`,
      ja: `コンテナのMemoryかMemoryReservation、またはタスクのMemoryが必要です（「${says}」）。`,
      unfinished: "beside",
    });
  }
}

function mappings(container: Node): readonly Node[] {
  const list = valueAt(container, "PortMappings");
  return list?.kind === "list" ? list.items : [];
}
