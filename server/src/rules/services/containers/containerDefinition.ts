import type { EntryContent } from "../../../model/template.ts";
import {
  contentSpan,
  listItems,
  type MapNode,
  type Node,
  pairOf,
  type ScalarNode,
  textOf,
  valueAt,
} from "../../../model/tree/node.ts";
import { indentAt } from "../../shared/fixes/keyEdit.ts";
import { replacement } from "../../shared/fixes/nearest.ts";
import { eachVariant } from "../../shared/resolving/eachVariant.ts";
import type { EntryContext, EntryRule, ReportAt } from "../../shared/rule.ts";
import { hasAllKeys, isOpenText, isSet, literalAt, literalText } from "../../shared/values/literals.ts";

/**
 * Containers of a task that ECS refuses: none of them is essential, one has no memory, mounts a volume or waits for a
 * container that the task does not have, sends its logs to a router that is not there, or with the network mode `awsvpc` or `host` a host port differs from the
 * container port, or containers are linked.
 */
export const containerDefinition: EntryRule = {
  scope: "entry",
  types: ["AWS::ECS::TaskDefinition"],
  check(entry, context) {
    const properties = valueAt(entry.value, "Properties");
    if (properties?.kind === "map") eachVariant(properties, entry, context, checkContainers);
    for (const item of listItems(valueAt(properties, "ContainerDefinitions"))) checkHealth(item, entry, context);
  },
};

/**
 * A health check whose command does not say how it is run. A program alone is left out, as AWS's own templates have it
 * and it was seen to work.
 */
function checkHealth(container: Node, { unit }: EntryContent, { format, report }: EntryContext): void {
  const command = valueAt(valueAt(container, "HealthCheck"), "Command");
  const [first, ...more] = command?.kind === "list" ? command.items : [];
  if (first?.kind !== "scalar" || first.value === null || isOpenText(first.text)) return;
  if (/^(?:CMD|CMD-SHELL|NONE)$/.test(first.text) || (more.length === 0 && !/\s/.test(first.text))) return;
  const kind = more.length === 0 ? "CMD-SHELL" : "CMD";
  const indent = indentAt(unit.text, first.start);
  const isBlock = /^[ \t]*- +$/.test(indent);
  const newline = unit.text.includes("\r\n") ? "\r\n" : "\n";
  const inserted = isBlock ? `${kind}${newline}${indent}` : `${format === "yaml" ? kind : `"${kind}"`}, `;
  report(contentSpan(first), {
    message: "no-kind-of-check",
    with: { kind },
    severity: "warning",
    data: {
      title: { en: `Begin with ${kind}`, ja: `先頭に${kind}を追加` },
      edits: [{ start: first.start, end: first.start, newText: inserted }],
    },
  });
}

function checkContainers(properties: MapNode, report: ReportAt): void {
  const containers = pairOf(properties, "ContainerDefinitions");
  if (containers?.value.kind !== "list" || containers.merged) return;
  const { items } = containers.value;
  if (items.length > 0 && items.every((item) => literalText(item, "Essential")?.toLowerCase() === "false"))
    report(contentSpan(containers.key), { message: "none-essential" });
  checkMemory(properties, containers.key, items, report);
  checkShares(properties, items, report);
  if (hasAllKeys(properties)) {
    checkNames(properties, items, report);
    checkMounted(properties, items, report);
  }
  checkRouter(items, report);
  const mode = literalText(properties, "NetworkMode");
  if (mode !== "awsvpc" && mode !== "host") return;
  for (const item of items) {
    const links = pairOf(item, "Links");
    if (links?.value.kind !== "list" || links.value.items.length === 0 || links.merged) continue;
    report(contentSpan(links.key), { message: "links", with: { mode } });
  }
  for (const mapping of items.flatMap(mappings)) {
    const host = valueAt(mapping, "HostPort");
    const port = literalText(mapping, "ContainerPort");
    if (host?.kind !== "scalar" || port === undefined || host.text === port) continue;
    report(contentSpan(host), {
      message: "host-port",
      with: { mode, port },
      data: replacement(contentSpan(host), port),
    });
  }
}

/** A router of logs has a container whose logs it takes. */
function checkRouter(items: readonly Node[], report: ReportAt): void {
  if (!items.every((item) => item.kind === "map" && hasAllKeys(item))) return;
  const [driver] = items
    .flatMap((item) => literalAt(valueAt(item, "LogConfiguration"), "LogDriver") ?? [])
    .filter(({ text }) => text === "awsfirelens");
  if (driver !== undefined && !items.some((item) => pairOf(item, "FirelensConfiguration") !== undefined))
    report(contentSpan(driver), { message: "no-router" });
  const [router] = items.flatMap((item) => pairOf(item, "FirelensConfiguration") ?? []);
  if (router === undefined || router.merged) return;
  const logs = items.flatMap((item) => valueAt(item, "LogConfiguration") ?? []);
  if (logs.every((one) => /^(?!awsfirelens$)\w/.test(literalText(one, "LogDriver") ?? "")))
    report(contentSpan(router.key), { message: "unused-router" });
}

/** A volume that a service configures when it starts a task is mounted. */
function checkMounted(properties: MapNode, items: readonly Node[], report: ReportAt): void {
  const launched = listItems(valueAt(properties, "Volumes")).filter(
    (volume) => literalText(volume, "ConfiguredAtLaunch")?.toLowerCase() === "true",
  );
  const [name] = launched.flatMap((volume) => literalAt(volume, "Name") ?? []);
  if (name === undefined || isOpenText(name.text)) return;
  const mounts = items.map((item) => (item.kind === "map" && hasAllKeys(item) ? valueAt(item, "MountPoints") : item));
  const isClear = mounts.every((list) => list === undefined || (list.kind === "list" && list.items.every(isMount)));
  if (!isClear || mounts.some((list) => listItems(list).some((one) => literalText(one, "SourceVolume") === name.text)))
    return;
  report(contentSpan(name), { message: "not-mounted", with: { value: name.text }, unfinished: "below" });
}

function isMount(item: Node): boolean {
  return literalText(item, "SourceVolume") !== undefined;
}

/** What containers name of their task: its volumes, and other containers. */
function checkNames(properties: MapNode, items: readonly Node[], report: ReportAt): void {
  const volumes = itemNames(listItems(valueAt(properties, "Volumes")));
  const containers = itemNames(items);
  const twice = items.find((item, index) => items.slice(0, index).some((one) => isNamesake(one, item)));
  const name = literalAt(twice, "Name");
  if (name !== undefined) report(contentSpan(name), { message: "same-name", with: { name: name.text } });
  for (const item of items) {
    const given = itemNames(listItems(valueAt(item, "Environment")));
    for (const secret of given === undefined ? [] : listItems(valueAt(item, "Secrets"))) {
      const node = literalAt(secret, "Name");
      if (node !== undefined && given?.has(node.text) === true)
        report(contentSpan(node), { message: "secret-name", with: { value: node.text } });
    }
    const mounted = listItems(valueAt(item, "MountPoints")).map((one) => literalAt(one, "SourceVolume"));
    const awaited = [
      ...listItems(valueAt(item, "DependsOn")).map((one) => literalAt(one, "ContainerName")),
      ...listItems(valueAt(item, "VolumesFrom")).map((one) => literalAt(one, "SourceContainer")),
    ];
    for (const dependency of listItems(valueAt(item, "DependsOn"))) checkCondition(dependency, items, report);
    for (const node of volumes === undefined ? [] : mounted) {
      if (node === undefined || volumes?.has(node.text) === true || isOpenText(node.text)) continue;
      report(contentSpan(node), { message: "no-volume", with: { value: node.text }, unfinished: "below" });
    }
    for (const node of containers === undefined ? [] : awaited) {
      if (node === undefined || containers?.has(node.text) === true || isOpenText(node.text)) continue;
      report(contentSpan(node), { message: "no-container", with: { value: node.text }, unfinished: "below" });
    }
  }
}

/** What a container waits for has to come: to be well of one that is asked, and to end of one that may end. */
function checkCondition(dependency: Node, items: readonly Node[], report: ReportAt): void {
  const [name, condition] = ["ContainerName", "Condition"].map((key) => literalAt(dependency, key));
  const target = items.find((item) => literalText(item, "Name") === name?.text);
  if (name === undefined || condition === undefined || target?.kind !== "map" || !hasAllKeys(target)) return;
  const isEssential = !isSet(target, "Essential") || literalText(target, "Essential")?.toLowerCase() === "true";
  if (condition.text === "HEALTHY" && !isSet(target, "HealthCheck"))
    report(contentSpan(condition), { message: "no-health-check", with: { value: name.text } });
  if (/^(?:COMPLETE|SUCCESS)$/.test(condition.text) && isEssential)
    report(contentSpan(condition), { message: "essential", with: { value: name.text } });
}

function isNamesake(one: Node, other: Node): boolean {
  const name = literalText(one, "Name");
  return name !== undefined && name === literalText(other, "Name") && !isOpenText(name);
}

/** The names of a list's items; `undefined` if one can't be told. */
function itemNames(items: readonly Node[]): ReadonlySet<string> | undefined {
  const names = items.map((item) => literalText(item, "Name"));
  return names.some((name) => name === undefined || isOpenText(name)) ? undefined : new Set(names.map(String));
}

/** A container has no more memory than its task, and all of them together no more of the processor. */
function checkShares(properties: Node | undefined, items: readonly Node[], report: ReportAt): void {
  const [, amount, unit] = /^(\d+(?:\.\d+)?) *(GB|)$/i.exec(literalText(properties, "Memory") ?? "") ?? [];
  const most = Number(amount) * (unit === "" ? 1 : 1024);
  for (const node of items.flatMap((item) =>
    ["Memory", "MemoryReservation"].flatMap((name) => literalAt(item, name) ?? []),
  )) {
    if (!(Number(node.text) > most)) continue;
    report(contentSpan(node), { message: "more-than-task", with: { most } });
  }
  const [, given, whole] = /^(\d+(?:\.\d+)?) *(vCPU|)$/i.exec(literalText(properties, "Cpu") ?? "") ?? [];
  const units = Number(given) * (whole === "" ? 1 : 1024);
  const parts = items.flatMap((item) => literalAt(item, "Cpu") ?? []);
  const sum = parts.reduce((total, { text }) => total + (Number(text) || 0), 0);
  const [first] = parts;
  if (first !== undefined && sum > units) report(contentSpan(first), { message: "processor", with: { sum, units } });
}

/** A container has memory of its own if its task has none. */
function checkMemory(properties: Node | undefined, key: ScalarNode, items: readonly Node[], report: ReportAt): void {
  if (properties?.kind !== "map" || isSet(properties, "Memory") || !hasAllKeys(properties)) return;
  if (
    isSet(properties, "RequiresCompatibilities") &&
    literalText(properties, "RequiresCompatibilities") === undefined
  ) {
    const kinds = listItems(valueAt(properties, "RequiresCompatibilities"));
    // Fargate asks for the task's own.
    if (kinds.some((kind) => textOf(kind) !== "EC2")) return;
  }
  for (const item of items) {
    if (item.kind !== "map" || !hasAllKeys(item) || isSet(item, "Memory") || isSet(item, "MemoryReservation")) continue;
    const name = literalText(item, "Name") ?? "…";
    const says = `Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`;
    report(contentSpan(item.pairs[0]?.key ?? key), { message: "no-memory", with: { says }, unfinished: "beside" });
  }
}

function mappings(container: Node): readonly Node[] {
  const list = valueAt(container, "PortMappings");
  return list?.kind === "list" ? list.items : [];
}
