import { contentSpan, type Node, pairOf, valueAt } from "../../../model/tree/node.ts";
import type { EntryRule } from "../../engine/rule.ts";
import { literalText } from "../../shared/values/literals.ts";

/**
 * Containers of a task that ECS refuses: none of them is essential, or a host port differs from the container port
 * although the network mode is `awsvpc`.
 */
export const containerDefinition: EntryRule = {
  scope: "entry",
  types: ["AWS::ECS::TaskDefinition"],
  code: "container-definition",
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
    if (literalText(properties, "NetworkMode") !== "awsvpc") return;
    for (const mapping of items.flatMap(mappings)) {
      const host = valueAt(mapping, "HostPort");
      const port = literalText(mapping, "ContainerPort");
      if (host?.kind !== "scalar" || port === undefined || [port, "0"].includes(host.text)) continue;
      report(contentSpan(host), {
        en: `With the network mode awsvpc HostPort is the same as ContainerPort (${port}): leave it out.`,
        ja: `ネットワークモードがawsvpcの場合、HostPortはContainerPort（${port}）と同じでなければなりません。省略できます。`,
      });
    }
  },
};

function mappings(container: Node): readonly Node[] {
  const list = valueAt(container, "PortMappings");
  return list?.kind === "list" ? list.items : [];
}
