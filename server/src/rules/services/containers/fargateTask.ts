import fargateSizes from "../../../../data/fargateSizes.yaml";
import { contentSpan, type MapNode, pairOf, textOf, valueAt } from "../../../model/tree/node.ts";
import type { EntryContext, EntryRule } from "../../engine/rule.ts";
import { eachVariant } from "../../shared/resolving/eachVariant.ts";
import { isSet, literalAt, literalText } from "../../shared/values/literals.ts";

/** CPU units → memory in MiB. */
const SIZES = fargateSizes() as Readonly<Record<string, readonly [from: number, to: number, step: number]>>;

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

function checkTask(properties: MapNode, report: EntryContext["report"]): void {
  const requires = pairOf(properties, "RequiresCompatibilities");
  for (const name of ["Cpu", "Memory"]) {
    if (isSet(properties, name) || requires === undefined) continue;
    report(contentSpan(requires.key), {
      en: `Fargate needs ${name} for the task (“Fargate requires that '${name.toLowerCase()}' be defined at the task level.”).`,
      ja: `Fargateでは、タスクの${name}が必要です（「Fargate requires that '${name.toLowerCase()}' be defined at the task level.」）。`,
    });
  }
  const mode = pairOf(properties, "NetworkMode");
  if (
    mode?.value.kind === "scalar" &&
    mode.value.value !== null &&
    mode.value.text !== "awsvpc" &&
    !mode.value.text.includes("{{")
  ) {
    report(contentSpan(mode.value), {
      en: "Fargate needs the network mode awsvpc (“Fargate only supports network mode 'awsvpc'.”).",
      ja: "Fargateのネットワークモードはawsvpcです（「Fargate only supports network mode 'awsvpc'.」）。",
    });
  }
  checkSize(properties);
  checkLogs(properties);

  function checkLogs(own: MapNode): void {
    const containers = valueAt(own, "ContainerDefinitions");
    for (const container of containers?.kind === "list" ? containers.items : []) {
      const driver = literalAt(valueAt(container, "LogConfiguration"), "LogDriver");
      if (driver === undefined || /^(?:awslogs|splunk|awsfirelens)$/.test(driver.text) || driver.text.includes("{{"))
        continue;
      report(contentSpan(driver), {
        en: "Fargate supports the log drivers awslogs, splunk and awsfirelens.",
        ja: "Fargateで使えるログドライバーはawslogs、splunk、awsfirelensです。",
      });
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
    report(contentSpan(pair.key), {
      en:
        size === undefined
          ? `Fargate has no tasks with ${cpu} CPU units (“${NO_SIZE}”): ${Object.keys(SIZES).join(", ")}.`
          : `With ${cpu} CPU units the memory is ${size[0]} to ${size[1]} MiB, in steps of ${size[2]} (“${NO_SIZE}”).`,
      ja:
        size === undefined
          ? `FargateのCPUユニットに${cpu}はありません（「${NO_SIZE}」）。使える値: ${Object.keys(SIZES).join("、")}`
          : `CPUが${cpu}のとき、メモリは${size[0]}〜${size[1]} MiBを${size[2]}刻みで指定します（「${NO_SIZE}」）。`,
    });
  }
}

/** A number, also where it is written in a unit of 1024, as 1 vCPU or 0.5GB. */
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
