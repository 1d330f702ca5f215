import stateMachines from "../../../data/stateMachines.yaml";
import {
  contentSpan,
  listItems,
  type MapNode,
  type Node,
  type Pair,
  pairOf,
  type ScalarNode,
  textOf,
  valueAt,
} from "../../model/tree/node.ts";
import type { ReportAt } from "../shared/rule.ts";
import { hasAllKeys, isOpenText } from "../shared/values/literals.ts";

const { types, fields, oneOf, noSync, noToken, taskNeeds } = stateMachines();

/** What a state of a type cannot be without, by all types: one of these. */
export const STATE_NEEDS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(types));

/** The types of states that a field is for. */
const FIELDS = new Map(Object.entries(fields));

/** Fields that a state of a type does not have, or not both, and what it does about errors. */
export function checkFields(key: ScalarNode, state: MapNode, type: string, report: ReportAt): void {
  for (const field of state.pairs) {
    const types = field.merged ? undefined : FIELDS.get(field.key.text);
    if (types !== undefined && !types.includes(type))
      report(contentSpan(field.key), { message: "no-field", with: { type, field: field.key.text } });
  }
  for (const names of FIELDS.get("Next")?.includes(type) ? oneOf : []) {
    const there = names.filter((name) => pairOf(state, name) !== undefined);
    if (there.length < 2 || (there.includes("End") && textOf(valueAt(state, "End")) !== "true")) continue;
    report(contentSpan(key), { message: "one-of", with: { key: key.text, names: there, says: names.join(", ") } });
  }
  const choices = pairOf(state, "Choices");
  if (choices?.value.kind === "list" && choices.value.items.length === 0 && type === "Choice")
    report(contentSpan(choices.key), { message: "no-choices", with: { key: key.text }, unfinished: "below" });
  checkHeartbeat(state, report);
  for (const name of ["Choices", "Catch", "Retry"]) checkItems(pairOf(state, name), report);
  for (const name of ["Parameters", "ResultSelector", "ItemSelector"]) checkTaken(valueAt(state, name), report);
}

/** What a task asks of a service, which has it, with what that needs. */
export function checkIntegration(state: MapNode, resource: ScalarNode, report: ReportAt): void {
  const [, sdk, task = "", waiting] =
    /^arn:[\w-]+:states:::(aws-sdk:)?([\w-]+:\w+)(\.sync(?::2)?|\.waitForTaskToken)?$/.exec(resource.text) ?? [];
  if (task === "") return;
  const service = sdk === undefined ? (task.split(":")[0] ?? "") : "aws-sdk";
  const others = waiting?.startsWith(".sync") === true ? noSync : noToken;
  if (waiting !== undefined && others.includes(service)) {
    report(contentSpan(resource), { message: "no-pattern", with: { waiting, service, says: resource.text } });
    return;
  }
  const given = pairOf(state, "Parameters") ?? pairOf(state, "Arguments");
  const needs = sdk === undefined ? TASK_NEEDS.get(task) : undefined;
  if (given !== undefined && (given.merged || given.value.kind !== "map" || !hasAllKeys(given.value))) return;
  const keys = given?.value.kind === "map" ? given.value.pairs.map(({ key }) => key.text.replace(/\.\$$/, "")) : [];
  const missing = keys.some(isOpenText) ? undefined : needs?.find((name) => !keys.includes(name));
  if (missing === undefined) return;
  const says =
    given === undefined
      ? `Parameters field is required for resource ARN: ${resource.text}`
      : "SCHEMA_VALIDATION_FAILED";
  report(contentSpan(given?.key ?? resource), {
    message: "task-without-key",
    with: { task, missing, says },
    unfinished: given === undefined ? "beside" : "below",
  });
}

const TASK_NEEDS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(taskNeeds));

/** A task that is given up before it has to give a sign. */
function checkHeartbeat(state: MapNode, report: ReportAt): void {
  const heartbeat = pairOf(state, "HeartbeatSeconds");
  const [seconds, timeout] = [heartbeat?.value, valueAt(state, "TimeoutSeconds")].map((node) =>
    node?.kind === "scalar" && typeof node.value === "number" ? node.value : Number.NaN,
  );
  if (heartbeat === undefined || !(Number(seconds) >= Number(timeout))) return;
  report(contentSpan(heartbeat.value), { message: "long-heartbeat", with: { seconds, timeout } });
}

/** A rule of a choice and a catcher say how it goes on, and what errors are for says which; what a rule is put together of says nothing of that. */
function checkItems(pair: Pair | undefined, report: ReportAt): void {
  if (pair === undefined || pair.merged) return;
  const wanted = [pair.key.text === "Retry" ? "" : "Next", pair.key.text === "Choices" ? "" : "ErrorEquals"];
  const items = pair.value.kind === "list" ? pair.value.items : [];
  for (const [at, item] of items.entries()) {
    if (item.kind !== "map" || !hasAllKeys(item) || item.pairs.some(({ key }) => isOpenText(key.text))) continue;
    const [first] = item.pairs;
    for (const name of wanted.filter((one) => one !== "" && pairOf(item, one) === undefined))
      report(first === undefined ? contentSpan(pair.key) : contentSpan(first.key), {
        message: "item-without-key",
        with: { key: pair.key.text, name },
        unfinished: "beside",
      });
    const errors = listItems(valueAt(item, "ErrorEquals"));
    const all = errors.find((error) => textOf(error) === "States.ALL");
    if (all !== undefined && (errors.length > 1 || at < items.length - 1))
      report(all, { message: "all-errors", with: { key: pair.key.text } });
  }
}

/** What a key with `.$` at its end takes is a path, or made by a function of States. */
function checkTaken(node: Node | undefined, report: ReportAt): void {
  for (const { key, value } of node?.kind === "map" ? node.pairs : []) {
    const text = textOf(value);
    if (value.kind === "map") checkTaken(value, report);
    if (value.kind !== "scalar" || text === undefined || !key.text.endsWith(".$")) continue;
    if (!/^\$|^States\./.test(text) && !isOpenText(text))
      report(contentSpan(value), { message: "no-expression", with: { key: key.text, text } });
  }
}
