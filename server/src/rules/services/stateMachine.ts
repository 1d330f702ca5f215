import { readJson } from "../../model/json/jsonReader.ts";
import { HOLE, scriptText } from "../../model/references/scriptText.ts";
import type { Declarations, EntryContent } from "../../model/template.ts";
import {
  contentSpan,
  type MapNode,
  type Node,
  type Pair,
  pairOf,
  type ScalarNode,
  textOf,
  valueAt,
} from "../../model/tree/node.ts";
import { changeTo, replacement, suggestion } from "../shared/fixes/nearest.ts";
import { referText } from "../shared/fixes/referFix.ts";
import { refName } from "../shared/links/resourceTarget.ts";
import type { EntryContext, EntryRule, ReportAt } from "../shared/rule.ts";
import { hasAllKeys, literalAt, literalText } from "../shared/values/literals.ts";
import { checkFields, checkIntegration, checkJsonPath, checkLanguage, isEmpty, STATE_NEEDS } from "./stateFields.ts";

const TYPES = [...STATE_NEEDS.keys()];

/**
 * A state machine that Step Functions refuses: without a start state, with a state of an unknown type or without what
 * its type needs, with a transition to a state that does not exist, or with a state that nothing leads to.
 */
export const stateMachine: EntryRule = {
  scope: "entry",
  isResolved: true,
  types: ["AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine"],
  check(entry, context) {
    const properties = valueAt(entry.value, "Properties");
    const definition = pairOf(properties, "Definition");
    const text = pairOf(properties, "DefinitionString");
    const type = literalText(properties, "StateMachineType") ?? literalText(properties, "Type");
    const machine: Machine = {
      report: context.report,
      isExpress: type === "EXPRESS",
      isText: false,
      language: "JSONPath",
      seen: new Set(),
      ...substitutionsOf(properties),
      checkTask: (resource) => checkNamed(resource, undefined, properties, entry, context),
    };
    if (definition !== undefined && !definition.merged) {
      checkMachine(definition, machine);
      if (machine.substitutions !== undefined) checkSubstitutions(definition.value, machine);
    } else if (text?.value.kind === "call" && text.value.name === "Fn::ToJsonString") {
      checkMachine({ ...text, value: text.value.argument }, machine);
    } else if (text !== undefined && !text.merged) checkDefinitionText(text, entry, context, machine);
  },
};

interface Machine {
  readonly report: ReportAt;
  readonly isExpress: boolean;
  /** Whether the definition is written as the text that Step Functions gets. */
  readonly isText: boolean;
  /** The names of states, of which no two are alike, also in what other states hold. */
  readonly seen: Set<string>;
  readonly isJsonata?: boolean;
  /** The query language of states that say none themselves; none: it is not known. */
  readonly language?: string;
  /** The names that `DefinitionSubstitutions` has, if it is there. */
  readonly substitutions: readonly string[] | undefined;
  /** What is put in for a name, if it is written out. */
  readonly filledIn: ReadonlyMap<string, string>;
  /** Looks at what a task names as its resource by a function. */
  readonly checkTask: (resource: Node) => void;
}

/** What functions put into a text. */
type Holes = ReturnType<typeof scriptText>["holes"];

/** A task's resource that is the `Ref` of a function: its name, and no ARN. @param holes of the text that has it, if one has */
function checkNamed(
  resource: Node,
  holes: Holes | undefined,
  properties: Node | undefined,
  { unit }: EntryContent,
  { declarations, format, report }: EntryContext,
): void {
  const substitution = /^\$\{(\w+)\}$/.exec(textOf(resource) ?? "")?.[1];
  const written =
    substitution === undefined ? resource : valueAt(valueAt(properties, "DefinitionSubstitutions"), substitution);
  const hole =
    textOf(resource) === HOLE ? holes?.find(({ start }) => start > resource.start && start < resource.end) : undefined;
  const name = hole?.source.kind === "ref" ? hole.source.name : refName(written);
  const place = hole?.span ?? written;
  if (name === undefined || place === undefined || !isFunction(name, declarations)) return;
  const isInText = unit.text.startsWith("${", place.start);
  const short = isInText ? `\${${name}.Arn}` : referText(name, "Arn", "yaml");
  report(place, {
    message: "name-of-function",
    with: { name, short },
    data: replacement(place, isInText ? short : referText(name, "Arn", format), changeTo(short)),
  });
}

function isFunction(name: string, { resources }: Declarations): boolean {
  return /^AWS::(?:Lambda|Serverless)::Function$/.test(resources.get(name)?.type ?? "");
}

function substitutionsOf(properties: Node | undefined): Pick<Machine, "substitutions" | "filledIn"> {
  const map = valueAt(properties, "DefinitionSubstitutions");
  const pairs = map?.kind === "map" && hasAllKeys(map) ? map.pairs : undefined;
  return {
    substitutions: pairs?.map(({ key }) => key.text),
    filledIn: new Map(
      pairs?.flatMap(({ key, value }) =>
        value.kind === "scalar" && !isComposed(value.text) ? [[`\${${key.text}}`, value.text] as const] : [],
      ),
    ),
  };
}

/** A definition as text, which functions may compose: what they put in is a hole. */
function checkDefinitionText(
  { key, value }: Pair,
  entry: EntryContent,
  context: EntryContext,
  { report, ...outer }: Machine,
): void {
  const text = scriptText(value, entry.unit.text);
  const properties = valueAt(entry.value, "Properties");
  const machine = {
    ...outer,
    isText: true,
    checkTask: (resource: Node) => checkNamed(resource, text.holes, properties, entry, context),
  };
  const { root, errors } = readJson(text.text);
  const inText: ReportAt = (span, { data, unfinishedAt, ...found }) =>
    report(text.toEntrySpan(span), {
      ...found,
      ...(unfinishedAt && { unfinishedAt: { span: text.toEntrySpan(unfinishedAt.span) } }),
      data: data && { ...data, edits: data.edits.map((edit) => ({ ...edit, ...text.toEntrySpan(edit) })) },
    });
  if (root !== undefined && errors.length === 0) {
    checkMachine({ key, value: root }, { ...machine, report: inText });
    if (machine.substitutions !== undefined) checkSubstitutions(root, { ...machine, report: inText });
    return;
  }
  const [first] = errors;
  if (isFilledOutside(first === undefined ? text.text : text.text.slice(0, first.span.start + 1))) return;
  report(first === undefined ? contentSpan(key) : text.toEntrySpan(first.span), { message: "no-json" });
}

/** Whether something is filled into JSON outside its strings, where it may be more than a value. */
function isFilledOutside(text: string): boolean {
  return FILLED.test(text.replaceAll(/"(?:[^"\\]|\\.)*"?/gs, '""'));
}

const FILLED = /\uFFFC|\$\{|\{\{/;

function checkMachine(owner: Pair, outer: Machine): void {
  const machine = owner.value;
  if (machine.kind !== "map" || mayHaveMoreKeys(machine)) return;
  const { report } = outer;
  const language = valueAt(machine, "QueryLanguage");
  const context = language === undefined ? outer : { ...outer, isJsonata: true, language: textOf(language) ?? "" };
  for (const name of ["StartAt", "States"]) {
    if (valueAt(machine, name) !== undefined) continue;
    // The template is accepted, and a definition that is only begun is no mistake yet.
    report(contentSpan(owner.key), {
      message: "missing-key",
      with: { name },
      severity: "warning",
      unfinished: "below",
    });
  }
  const pair = pairOf(machine, "States");
  const states = pair?.value;
  if (pair === undefined || states?.kind !== "map" || mayHaveMoreKeys(states)) return;
  const reportStates: ReportAt = (span, found) =>
    report(span, { ...found, unfinished: "below", unfinishedAt: { span: pair.key } });
  const names = states.pairs.map(({ key }) => key.text);
  const wrong = [pairOf(machine, "StartAt")?.value, ...states.pairs.flatMap(({ value }) => targetsOf(value))].filter(
    (target) => target !== undefined && !checkTarget(target, names, context.filledIn, reportStates),
  );
  for (const { key } of states.pairs) {
    if (context.seen.has(key.text) && !isComposed(key.text) && !owner.key.text.startsWith("Definition"))
      report(contentSpan(key), { message: "same-name", with: { key: key.text } });
    context.seen.add(key.text);
  }
  for (const state of states.pairs) checkState(state, context);
  if (wrong.length === 0) checkReached(machine, states, reportStates);
  if (wrong.length === 0 && owner.key.text.startsWith("Definition") && !states.pairs.some(mayEnd))
    report(contentSpan(pair.key), { message: "no-end", unfinished: "below" });
}

/** If a name is substituted that is not given, it stays as it is. A resource then is no ARN, which is told otherwise. */
function checkSubstitutions(node: Node, machine: Machine): void {
  const { report, substitutions = [] } = machine;
  if (node.kind === "list") for (const item of node.items) checkSubstitutions(item, machine);
  if (node.kind === "map")
    for (const { key, value } of node.pairs)
      if (key.text !== "Resource" || value.kind !== "scalar") checkSubstitutions(value, machine);
  if (node.kind !== "scalar") return;
  const missing = [...node.text.matchAll(/\$\{(\w+)\}/g)].find(([, name]) => !substitutions.includes(name ?? ""))?.[1];
  if (missing === undefined) return;
  report(contentSpan(node), { message: "no-substitution", with: { missing }, severity: "warning" });
}

function checkState({ key, value: state, merged }: Pair, context: Machine): void {
  if (state.kind !== "map" || merged || mayHaveMoreKeys(state)) return;
  const { report } = context;
  const type = literalAt(state, "Type");
  const needs = STATE_NEEDS.get(type?.text ?? "") ?? [];
  if (valueAt(state, "Type") === undefined) {
    report(contentSpan(key), { message: "no-type", with: { key: key.text }, unfinished: "below" });
  } else if (type !== undefined && !TYPES.includes(type.text) && !isComposed(type.text)) {
    const span = contentSpan(type);
    const meant = suggestion(type.text, TYPES, span);
    report(span, { message: "unknown-type", with: { type: type.text, meant }, data: meant.data });
  } else if (
    needs.length > 0 &&
    needs.every((name) => (name === "Choices" ? valueAt(state, name) === undefined : isEmpty(state, name)))
  ) {
    const wanted = { en: needs.join(" or "), ja: needs.join("か") };
    const values = { key: key.text, type: type?.text, wanted };
    report(contentSpan(key), { message: "key-of-type", with: values, unfinished: "below" });
  }
  const goesOn = ["Next", "End"].some((name) => valueAt(state, name) !== undefined);
  if (type !== undefined && /^(?:Task|Pass|Wait|Parallel|Map)$/.test(type.text) && !goesOn)
    report(contentSpan(key), { message: "no-next", with: { key: key.text }, unfinished: "below" });
  if (type !== undefined && TYPES.includes(type.text)) checkFields(key, state, type.text, report);
  checkPaths(state, context);
  const own = valueAt(state, "QueryLanguage");
  const language = own === undefined ? context.language : textOf(own);
  if (language === "JSONPath" || language === "JSONata") checkLanguage(state, language, report);
  if (type !== undefined) checkParts(key, state, type.text, context);
  if (type?.text === "Task") {
    checkResource(state, context);
    const resource = valueAt(state, "Resource");
    if (resource !== undefined) context.checkTask(resource);
  }
  // Whether its language is that of the states in it, the language's specification does not say.
  const inside = own === undefined ? context : { ...context, language: "" };
  for (const branch of items(valueAt(state, "Branches"))) checkMachine({ key, value: branch }, inside);
  for (const name of ["Iterator", "ItemProcessor"]) {
    const inner = pairOf(state, name);
    if (inner !== undefined && !inner.merged) checkMachine(inner, inside);
  }
}

/** What the way in which a map runs needs, and the role that a task takes. */
function checkParts(key: ScalarNode, state: MapNode, type: string, { report, isExpress }: Machine): void {
  const config = valueAt(valueAt(state, "ItemProcessor"), "ProcessorConfig");
  const isDistributed = literalText(config, "Mode") === "DISTRIBUTED";
  if (isDistributed && isExpress)
    report(contentSpan(key), { message: "express-without", with: { what: "Mode: DISTRIBUTED" } });
  for (const [part, name] of [
    [isDistributed ? config : undefined, "ExecutionType"],
    [valueAt(state, "Credentials"), "RoleArn"],
  ] as const)
    if (part?.kind === "map" && !mayHaveMoreKeys(part) && ![name, `${name}.$`].some((one) => pairOf(part, one)))
      report(contentSpan(key), {
        message: "key-of-type",
        with: { key: key.text, type, wanted: { en: name, ja: name } },
        unfinished: "below",
      });
}

/** What a state takes of its input, and gives on. With JSONata there are no such paths. */
function checkPaths(state: MapNode, { report, isJsonata, isText }: Machine): void {
  if (isJsonata || valueAt(state, "QueryLanguage") !== undefined) return;
  for (const name of ["InputPath", "OutputPath", "ResultPath"]) {
    const path = literalAt(state, name);
    if (path === undefined || path.text.startsWith("$") || isComposed(path.text)) continue;
    report(contentSpan(path), { message: "no-path", with: { name, path: path.text } });
  }
  checkJsonPath(state, isText, report);
}

/** A resource is an ARN; in the place of a substitution that is not given its name stays. */
function checkResource(state: MapNode, { report, isExpress, substitutions }: Machine): void {
  const resource = literalAt(state, "Resource");
  if (resource !== undefined) checkIntegration(state, resource, report);
  if (isExpress && resource !== undefined && /^arn:[^{$]*:activity:/.test(resource.text))
    report(contentSpan(resource), {
      message: "express-without",
      with: { what: { en: "activities", ja: "アクティビティ" } },
    });
  const [waiting] = /\.(?:sync|waitForTaskToken)(?=:2$|$)/.exec(resource?.text ?? "") ?? [];
  if (resource !== undefined && waiting !== undefined && isExpress)
    report(contentSpan(resource), { message: "express-waits", with: { waiting } });
  if (resource === undefined || resource.text.includes(HOLE) || resource.text.startsWith("arn:")) return;
  const names = /^\$\{([\w,]+)\}/.exec(resource.text)?.[1]?.split(",");
  if (resource.text.includes("${") && names === undefined) return;
  const missing = names?.find((name) => substitutions !== undefined && !substitutions.includes(name));
  if (names !== undefined && missing === undefined) return;
  report(contentSpan(resource), {
    message: missing === undefined ? "no-arn" : "not-substituted",
    with: { what: missing ?? resource.text },
  });
}

/** Whether an execution may end with a state, or that is told otherwise. */
function mayEnd({ value, merged }: Pair): boolean {
  if (merged || value.kind !== "map" || mayHaveMoreKeys(value) || valueAt(value, "End") !== undefined) return true;
  const type = textOf(valueAt(value, "Type"));
  return type !== "Choice" && (valueAt(value, "Next") === undefined || !TYPES.includes(type ?? ""));
}

/** What a state goes on to. */
function targetsOf(state: Node): readonly (Node | undefined)[] {
  const next = [...items(valueAt(state, "Choices")), ...items(valueAt(state, "Catch"))].map((one) =>
    valueAt(one, "Next"),
  );
  return [valueAt(state, "Next"), valueAt(state, "Default"), ...next].filter((one) => one !== undefined);
}

/** Whether a target is there, or can't be told. */
function checkTarget(target: Node, names: readonly string[], filledIn: Machine["filledIn"], report: ReportAt): boolean {
  const written = textOf(target) ?? "";
  const name = filledIn.get(written) ?? textOf(target);
  if (target.kind !== "scalar" || name === undefined || names.includes(name) || isComposed(name)) return true;
  const span = contentSpan(target);
  const { en, ja, data } = name === written ? suggestion(name, names, span) : { en: "", ja: "" };
  report(span, { message: "no-state", with: { name, meant: { en, ja } }, data });
  return false;
}

/** States that are not reached, if all transitions can be read. */
function checkReached(machine: MapNode, states: MapNode, report: ReportAt): void {
  const all = [valueAt(machine, "StartAt"), ...states.pairs.flatMap(({ value }) => targetsOf(value))].map(textOf);
  if (all.some((name) => name === undefined || isComposed(name))) return;
  if (states.pairs.some(({ value, merged }) => merged || value.kind !== "map" || mayHaveMoreKeys(value))) return;
  const reached = new Set<string>();
  const open = [textOf(valueAt(machine, "StartAt")) ?? ""];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    const state = valueAt(states, name);
    if (state !== undefined) open.push(...targetsOf(state).map((target) => textOf(target) ?? ""));
  }
  for (const { key } of states.pairs) {
    if (reached.has(key.text)) continue;
    report(contentSpan(key), { message: "not-reached", with: { key: key.text } });
  }
}

/** Whether keys may be there that the text does not show. */
function mayHaveMoreKeys({ pairs }: MapNode): boolean {
  return pairs.some(({ key }) => key.text.startsWith("Fn::") || isComposed(key.text));
}

/** Whether the deployment puts something into a text. */
function isComposed(text: string): boolean {
  return text.includes("${") || text.includes(HOLE) || text.includes("{{");
}

function items(node: Node | undefined): readonly Node[] {
  return node?.kind === "list" ? node.items : [];
}
