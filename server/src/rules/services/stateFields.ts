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
import { replacement, suggestion } from "../shared/fixes/nearest.ts";
import type { ReportAt } from "../shared/rule.ts";
import { hasAllKeys, isOpenText, literalAt } from "../shared/values/literals.ts";

const { types, fields, oneOf, least, ofLanguage, noSync, noToken, taskNeeds, intrinsics } = stateMachines();

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
  for (const names of oneOf) {
    const there = names.filter((name) => FIELDS.get(name)?.includes(type) && pairOf(state, name) !== undefined);
    if (there.length < 2 || (there.includes("End") && textOf(valueAt(state, "End")) !== "true")) continue;
    report(contentSpan(key), { message: "one-of", with: { key: key.text, names: there, says: names.join(", ") } });
  }
  const choices = pairOf(state, "Choices");
  if (choices?.value.kind === "list" && choices.value.items.length === 0 && type === "Choice")
    report(contentSpan(choices.key), { message: "no-choices", with: { key: key.text }, unfinished: "below" });
  checkHeartbeat(state, report);
  checkNumbers(state, report);
  for (const name of ["Choices", "Catch", "Retry"]) checkItems(pairOf(state, name), report);
  for (const name of ["Parameters", "ResultSelector", "ItemSelector"]) checkTaken(valueAt(state, name), report);
}

/** What a state without JSONata says otherwise: numbers, and what its choices look at. @param isText whether Step Functions gets it as it is written */
export function checkJsonPath(state: MapNode, isText: boolean, report: ReportAt): void {
  for (const { key, value, merged } of state.pairs) {
    if (!LEAST.has(key.text) || merged || value.kind !== "scalar" || typeof value.value !== "string") continue;
    if (!/^\d+$/.test(value.text)) continue;
    report(contentSpan(value), {
      message: "no-number",
      with: { field: key.text },
      severity: isText ? "error" : "warning",
      data: replacement(value, value.text),
    });
  }
  for (const choice of listItems(valueAt(state, "Choices"))) checkVariable(choice, report);
}

/** What a rule of a choice looks at is a path, also in what it is put together of. */
function checkVariable(rule: Node, report: ReportAt): void {
  if (rule.kind !== "map") return;
  const variable = literalAt(rule, "Variable");
  if (variable !== undefined && /^(?!States\.)[A-Za-z_][\w.[\]]*$/.test(variable.text))
    report(contentSpan(variable), {
      message: "no-variable",
      with: { text: variable.text },
      data: replacement(contentSpan(variable), `$.${variable.text}`),
    });
  for (const name of ["And", "Or", "Not"]) {
    const inner = valueAt(rule, name);
    for (const one of inner?.kind === "list" ? inner.items : [inner]) if (one !== undefined) checkVariable(one, report);
  }
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

/** Numbers that are too small, of a state or of what it does about an error. */
function checkNumbers({ pairs }: MapNode, report: ReportAt): void {
  for (const { key, value, merged } of pairs) {
    const from = LEAST.get(key.text);
    if (from === undefined || merged || value.kind !== "scalar" || typeof value.value !== "number") continue;
    if (value.value < from) report(contentSpan(value), { message: "too-small", with: { field: key.text, from } });
  }
}

const LEAST: ReadonlyMap<string, number> = new Map(Object.entries(least));

/** Fields of the other query language than that of a state. */
export function checkLanguage({ pairs }: MapNode, language: string, report: ReportAt): void {
  for (const { key, merged } of pairs) {
    const other = merged ? undefined : LANGUAGES.get(key.text);
    if (other !== undefined && other !== language)
      report(contentSpan(key), { message: "other-language", with: { field: key.text, other, language } });
  }
}

const LANGUAGES: ReadonlyMap<string, string> = new Map(
  Object.entries(ofLanguage).flatMap(([language, names]) => names.map((name) => [name, language] as const)),
);

/** What two comparisons of a choice are. */
const COMPARISON = /^(?:(?:Boolean|Numeric|String|Timestamp)(?:Equals|GreaterThan|LessThan|Matches)|Is[A-Z])/;

/** A rule of a choice and a catcher say how it goes on, and what errors are for says which; what a rule is put together of says nothing of that. */
function checkItems(pair: Pair | undefined, report: ReportAt): void {
  if (pair === undefined || pair.merged) return;
  const wanted = [pair.key.text === "Retry" ? "" : "Next", pair.key.text === "Choices" ? "" : "ErrorEquals"];
  const items = pair.value.kind === "list" ? pair.value.items : [];
  for (const [at, item] of items.entries()) {
    if (item.kind === "map" && pair.key.text === "Retry") checkNumbers(item, report);
    if (item.kind !== "map" || !hasAllKeys(item) || item.pairs.some(({ key }) => isOpenText(key.text))) continue;
    const [first] = item.pairs;
    const compared = pair.key.text === "Choices" ? item.pairs.filter(({ key }) => COMPARISON.test(key.text)) : [];
    if (compared.length > 1)
      report(contentSpan(compared[1]?.key ?? pair.key), {
        message: "two-comparisons",
        with: { names: compared.map(({ key }) => key.text) },
      });
    if (pair.key.text === "Choices" && compared.length === 0) checkCompared(item, report);
    const needs = compared.length > 0 ? [...wanted, "Variable"] : wanted;
    for (const name of needs.filter((one) => one !== "" && isEmpty(item, one)))
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

/** A rule with a variable compares it: what it compares with is called by a name that is not known. */
function checkCompared({ pairs }: MapNode, report: ReportAt): void {
  const other = pairs.find(({ key }) => !OF_RULES.includes(key.text));
  if (other === undefined || other.merged || !pairs.some(({ key }) => key.text === "Variable")) return;
  if (pairs.some(({ key }) => /^(?:And|Or|Not|Condition)$/.test(key.text))) return;
  const span = contentSpan(other.key);
  const meant = suggestion(other.key.text, COMPARISONS, span);
  report(span, { message: "no-comparison", with: { key: other.key.text, meant }, data: meant.data });
}

const OF_RULES = ["And", "Assign", "Comment", "Condition", "Next", "Not", "Or", "Output", "Variable"];

/** What is mostly meant by others. */
const COMPARISONS = [
  ...["StringEquals", "StringMatches", "BooleanEquals", "NumericEquals", "TimestampEquals"],
  ...["NumericGreaterThan", "NumericGreaterThanEquals", "NumericLessThan", "NumericLessThanEquals"],
  ...["StringEqualsPath", "NumericEqualsPath", "IsPresent", "IsNull", "IsString", "IsNumeric", "IsBoolean"],
];

/** Whether a key is missing, or its list has nothing in it. */
export function isEmpty(map: MapNode, name: string): boolean {
  const value = pairOf(map, name)?.value;
  return value === undefined || (value.kind === "list" && value.items.length === 0);
}

const STATES = "States.";
const INTRINSICS: readonly string[] = intrinsics.map((name) => STATES + name);

/** What a key with `.$` at its end takes is a path, or made by a function of States. */
function checkTaken(node: Node | undefined, report: ReportAt): void {
  for (const { key, value } of node?.kind === "map" ? node.pairs : []) {
    const text = textOf(value);
    if (value.kind === "map") checkTaken(value, report);
    if (value.kind !== "scalar" || text === undefined || !key.text.endsWith(".$")) continue;
    if (!/^\$|^States\./.test(text) && !isOpenText(text))
      report(contentSpan(value), { message: "no-expression", with: { key: key.text, text } });
    if (!text.startsWith(STATES)) continue;
    for (const [written] of text.replaceAll(/'(?:[^'\\]|\\.)*'/g, "''").matchAll(/\bStates\.\w+(?=\()/g)) {
      if (INTRINSICS.includes(written)) continue;
      const meant = suggestion(written, INTRINSICS, contentSpan(value));
      report(contentSpan(value), { message: "no-intrinsic", with: { written, meant } });
    }
  }
}
