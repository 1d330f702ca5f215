import fargateSizes from "../../../../data/fargateSizes.yaml";
import { contentSpan, type MapNode, pairOf, textOf, valueAt } from "../../../model/tree/node.ts";
import { eachVariant } from "../../shared/resolving/eachVariant.ts";
import type { EntryRule, ReportAt } from "../../shared/rule.ts";
import { hasAllKeys, isSet, literalAt, literalText } from "../../shared/values/literals.ts";

/** CPU units → memory in MiB. */
const SIZES = fargateSizes();

/**
 * A task definition for Fargate that Fargate cannot run: Cpu and Memory must be given for the task, in a combination
 * that exists, and the network mode must be `awsvpc`.
 */
export const fargateTask: EntryRule = {
  scope: "entry",
  types: ["AWS::ECS::TaskDefinition"],
  check(entry, context) {
    const properties = valueAt(entry.value, "Properties");
    if (properties?.kind === "map" && isForFargate(properties)) eachVariant(properties, entry, context, checkTask);
  },
};

function checkTask(properties: MapNode, report: ReportAt): void {
  const requires = pairOf(properties, "RequiresCompatibilities");
  for (const name of ["Cpu", "Memory"]) {
    if (isSet(properties, name) || requires === undefined) continue;
    report(contentSpan(requires.key), { message: "task-needs", with: { name, key: name.toLowerCase() } });
  }
  const mode = pairOf(properties, "NetworkMode");
  if (
    mode?.value.kind === "scalar" &&
    mode.value.value !== null &&
    mode.value.text !== "awsvpc" &&
    !mode.value.text.includes("{{")
  ) {
    report(contentSpan(mode.value), { message: "network-mode" });
  }
  if (requires !== undefined && hasAllKeys(properties) && !isSet(properties, "NetworkMode"))
    report(contentSpan(requires.key), { message: "no-network-mode", unfinished: "beside" });
  checkSize(properties);
  checkContainers(properties);

  function checkContainers(own: MapNode): void {
    const containers = valueAt(own, "ContainerDefinitions");
    for (const container of containers?.kind === "list" ? containers.items : []) {
      const stop = literalAt(container, "StopTimeout");
      if (stop !== undefined && Number(stop.text) > 120) report(contentSpan(stop), { message: "stop-timeout" });
      const log = valueAt(container, "LogConfiguration");
      const options = valueAt(log, "Options");
      if (
        literalText(log, "LogDriver") === "awslogs" &&
        options?.kind === "map" &&
        hasAllKeys(options) &&
        !isSet(options, "awslogs-stream-prefix")
      )
        report(contentSpan(options.pairs[0]?.key ?? options), { message: "stream-prefix", unfinished: "below" });
      const driver = literalAt(valueAt(container, "LogConfiguration"), "LogDriver");
      if (driver === undefined || /^(?:awslogs|splunk|awsfirelens)$/.test(driver.text) || driver.text.includes("{{"))
        continue;
      report(contentSpan(driver), { message: "log-driver" });
    }
  }

  function checkSize(own: MapNode): void {
    const cpu = inUnits(literalText(own, "Cpu"), "vCPU");
    const memory = inUnits(literalText(own, "Memory"), "GB");
    const pair = pairOf(own, "Memory");
    if (cpu === undefined || memory === undefined || pair === undefined) return;
    // Larger ones may come.
    if (Number(cpu) > 16_384) return;
    const size = SIZES[cpu];
    const amount = Number(memory);
    const fits = size !== undefined && amount >= size[0] && amount <= size[1] && amount % size[2] === 0;
    if (fits || (cpu === "256" && amount === 1024)) return;
    if (size === undefined) {
      report(contentSpan(pair.key), { message: "no-cpu", with: { cpu, says: NO_SIZE, sizes: Object.keys(SIZES) } });
      return;
    }
    const [least, most, step] = size;
    report(contentSpan(pair.key), { message: "memory", with: { cpu, least, most, step, says: NO_SIZE } });
  }
}

/** A number, also if it is written in a unit of 1024, as 1 vCPU or 0.5GB. */
function inUnits(text: string | undefined, unit: string): string | undefined {
  if (text === undefined || /^\d+$/.test(text)) return text;
  const [, number] = /^(\d*\.?\d+) ?[a-z]+$/i.exec(text) ?? [];
  return number !== undefined && text.toLowerCase().endsWith(unit.toLowerCase())
    ? `${Number(number) * 1024}`
    : undefined;
}

/** What AWS answers. */
const NO_SIZE = "No Fargate configuration exists for given values";

function isForFargate(properties: MapNode): boolean {
  const list = valueAt(properties, "RequiresCompatibilities");
  return list?.kind === "list" && list.items.length === 1 && textOf(list.items[0]) === "FARGATE";
}
