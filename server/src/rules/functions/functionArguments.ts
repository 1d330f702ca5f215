import { WRITTEN_FUNCTIONS } from "../../catalogue/language/functions.ts";
import type { EntryContent } from "../../model/template.ts";
import { type CallNode, type Node, refTarget, textOf, valueAt } from "../../model/tree/node.ts";
import { subVariables } from "../../model/tree/subVariables.ts";
import { answer } from "../shared/answer.ts";
import { conditionMeant, nameFix } from "../shared/fixes/conditionFix.ts";
import { changeTo, replacement } from "../shared/fixes/nearest.ts";
import { both, fromTo } from "../shared/phrases.ts";
import { BY_DEFAULT } from "../shared/resolving/assumedCases.ts";
import { type CallSite, callSites } from "../shared/resolving/callSites.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import { conditionHolds } from "../shared/resolving/conditionHolds.ts";
import { listDefault } from "../shared/resolving/listDefault.ts";
import type { EntryContext, EntryRule, FixData } from "../shared/rule.ts";
import { checkCidr, checkCondition, reportNested } from "../shared/values/argumentKinds.ts";
import { givesList } from "../shared/values/listParameter.ts";
import { hasAllKeys } from "../shared/values/literals.ts";

/** A function with the wrong number or kind of arguments. */
export const functionArguments: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals", "Outputs", "Conditions", "Rules"],
  check(entry, context) {
    if (entry.name.startsWith("Fn::")) return;
    for (const site of callSites(entry)) checkCall(site, entry, context);
  },
};

/** The brackets of a list of words were forgotten: `!If IsProd, a, b`. */
function bracketed({ name, argument }: CallNode, { declarations, format }: EntryContext): FixData | undefined {
  if (!OF_TEXTS.has(name) || argument.kind !== "scalar" || argument.style !== "plain" || format === "json")
    return undefined;
  const items = argument.text.split(/,\s+/);
  const [least, most] = countOf(name);
  const isRight = name !== "Fn::If" || declarations.conditions.has(items[0] ?? "");
  if (!isRight || items.length < least || items.length > most || !items.every((item) => /^[\w.:/-]+$/.test(item)))
    return undefined;
  const newText = `[${items.join(", ")}]`;
  return replacement(argument, newText, changeTo(newText));
}

const OF_TEXTS: ReadonlySet<string> = new Set(["Fn::Equals", "Fn::FindInMap", "Fn::If"]);

/** How few and how many items the list has that a function takes; a default of `Fn::FindInMap` is counted apart. */
function countOf(name: string): readonly [least: number, most: number] {
  const [least, most] = WRITTEN_FUNCTIONS.get(name)?.count ?? [0, 0];
  return name === "Fn::FindInMap" ? [least, least] : [least, most];
}

function checkCall({ call, assumptions }: CallSite, entry: EntryContent, context: EntryContext): void {
  const { report } = context;
  const shape = WRITTEN_FUNCTIONS.get(call.name)?.items;
  const { argument } = call;
  if (shape !== undefined) {
    if (argument.kind !== "list") {
      if (argument.kind === "call" || (argument.kind === "scalar" && argument.value === null)) return;
      report(call.nameSpan, { message: "no-list", with: { call: call.name, shape }, data: bracketed(call, context) });
      return;
    }
    const [least, most] = countOf(call.name);
    const count = hasDefault(call) ? least : argument.items.length;
    if (count < least || count > most) {
      report(call.nameSpan, {
        message: most === 1 ? "one-item" : "number-of-items",
        with: { call: call.name, wanted: fromTo(least, most), count, shape, says: answer(SAYS[call.name]) },
        unfinished: count < least ? "below" : undefined,
      });
      return;
    }
    checkItems(call, argument.items, context);
    if (call.name === "Fn::Select" && isThereByDefault(entry, assumptions, context))
      checkUsualItem(argument.items, context);
  } else if (call.name === "Fn::Sub") checkSub(argument, call, context);
  else if (call.name === "Ref" && argument.kind === "scalar" && argument.value === "") {
    report(argument, { message: "ref-nothing" });
  } else if (call.name === "Ref" && argument.kind !== "scalar" && !extended(context)) {
    report(argument, { message: "ref-no-literal" });
  } else if (call.name === "Fn::GetAtt") checkGetAtt(argument, call, context);
  else if (call.name === "Fn::GetStackOutput" && argument.kind === "map" && hasAllKeys(argument)) {
    const missing = ["StackName", "OutputName"].filter((name) => valueAt(argument, name) === undefined);
    if (missing.length > 0)
      report(call.nameSpan, { message: "stack-output", with: { missing: both(missing) }, unfinished: "below" });
  } else if (call.name === "Fn::Length" || call.name === "Fn::ToJsonString") {
    if (argument.kind === "scalar" && argument.value !== null)
      report(argument, { message: call.name === "Fn::Length" ? "list" : "list-or-map", with: { call: call.name } });
  } else if (call.name === "Fn::GetAZs" || call.name === "Fn::ImportValue" || call.name === "Fn::Base64") {
    if (argument.kind === "list" || (argument.kind === "map" && argument.pairs.length > 0))
      report(argument, { message: "no-string", with: { call: call.name, says: answer(SAYS[call.name]) } });
    const named = call.name === "Fn::ImportValue" ? resourceIn(argument, context) : undefined;
    if (named !== undefined) report(argument, { message: "import-of-resource", with: { named } });
  }
}

/** The resource that a composed text depends on; export names are resolved before any resource exists. */
function resourceIn(node: Node, { declarations }: EntryContext): string | undefined {
  const text = node.kind === "call" ? (composedText(node) ?? "") : "";
  const names = [...text.matchAll(/\$\{(\w+)(?:\.[\w.]+)?\}/g)].map(([, name = ""]) => name);
  return names.find((name) => declarations.resources.has(name));
}

/** A fourth item of `Fn::FindInMap` is its default, or one too many. */
function hasDefault({ name, argument }: CallNode): boolean {
  if (name !== "Fn::FindInMap" || argument.kind !== "list" || argument.items.length !== 4) return false;
  return valueAt(argument.items[3], "DefaultValue") !== undefined;
}

function extended({ declarations }: EntryContext): boolean {
  return declarations.transforms.length > 0 || declarations.open;
}

/** Whether a function certainly gives a text, and no list. */
function givesText(
  { name, argument }: CallNode,
  { declarations: { parameters, resources, open } }: EntryContext,
): boolean {
  if (open) return false;
  if (name !== "Ref") return name === "Fn::Sub" || name === "Fn::Join" || name === "Fn::Base64";
  const target = textOf(argument) ?? "";
  const type = parameters.get(target)?.type;
  if (type !== undefined) return !type.includes("List");
  return resources.has(target) || (target.startsWith("AWS::") && !/::(?:NotificationARNs|NoValue)$/.test(target));
}

/** Functions whose values are not known when mappings are read. */
const NOT_IN_MAPS: ReadonlySet<string> = new Set([
  "Fn::GetAtt",
  "Fn::ImportValue",
  "Fn::GetAZs",
  "Fn::Base64",
  "Fn::Cidr",
]);

const GIVES_LIST: ReadonlySet<string> = new Set(["Fn::GetAZs", "Fn::Split", "Fn::Cidr"]);

/** How a list is named that a function gives; `undefined` if it gives none. */
function listIn(item: Node, { declarations }: EntryContext): string | undefined {
  if (item.kind === "call" && GIVES_LIST.has(item.name)) return item.name;
  const name = refTarget(item) ?? "";
  return givesList(declarations.parameters.get(name)?.type ?? "") ? `Ref ${name}` : undefined;
}

function checkItems(call: CallNode, items: readonly Node[], context: EntryContext): void {
  const { report } = context;
  const [first, second] = items;
  if (first === undefined) return;
  if (call.name === "Fn::If" && first.kind !== "scalar") {
    if (first.kind === "call" && first.name === "Condition") return;
    const meant = conditionMeant(first, context.declarations);
    if (meant === undefined) report(first, { message: "no-condition" });
    else report(first, { message: "no-condition", meant, data: nameFix(first, meant, context.format) });
  } else if (call.name === "Fn::Join") {
    if (first.kind !== "scalar") report(first, { message: "delimiter" });
    if (second?.kind === "scalar") {
      report(second, { message: "join-list" });
    } else if (second?.kind === "call") {
      if (givesText(second, context))
        report(second, { message: "join-of-text", with: { says: answer(SAYS["Fn::Join"]) } });
    } else if (second?.kind === "list") {
      for (const item of second.items) {
        reportNested(item, "Fn::Join joins strings", "Fn::Joinでつなげる値", report);
        const given = listIn(item, context);
        if (given !== undefined) report(item, { message: "join-of-list", with: { item: given } });
      }
    }
  } else if (call.name === "Fn::Split" && (first.kind === "list" || first.kind === "map")) {
    report(first, { message: "split-delimiter" });
  } else if (call.name === "Fn::Split")
    reportNested(second, "Fn::Split splits a string", "Fn::Splitで分割する値", report);
  else if (call.name === "Fn::Equals") {
    for (const item of [first, second])
      reportNested(item, "Fn::Equals compares strings", "Fn::Equalsで比べる値", report);
  } else if (call.name === "Fn::And" || call.name === "Fn::Or" || call.name === "Fn::Not") {
    for (const item of items) checkCondition(item, call.name, context);
  } else if (call.name === "Fn::FindInMap") {
    for (const item of items.slice(0, 3)) {
      if (item.kind === "call" && NOT_IN_MAPS.has(item.name))
        report(item.nameSpan, {
          message: "not-in-map",
          with: { name: item.name, says: answer(SAYS["Fn::FindInMap"]) },
        });
      reportNested(item, "Fn::FindInMap takes names", "Fn::FindInMapに渡す名前", report);
    }
  } else if (call.name === "Fn::Cidr") checkCidr(items, report);
  else if (call.name === "Fn::Select") checkSelect(first, second, context);
}

function checkSelect(first: Node, second: Node | undefined, context: EntryContext): void {
  const { report, declarations } = context;
  if (first.kind === "scalar" && first.value !== null && !/^\d+$/.test(first.text) && !first.text.includes("${")) {
    report(first, { message: "index" });
    return;
  }
  if (
    first.kind === "call" &&
    first.name !== "Ref" &&
    first.name !== "Fn::FindInMap" &&
    declarations.transforms.length === 0
  ) {
    report(first, { message: "index-function", severity: "warning" });
  }
  if (second?.kind === "scalar" || (second?.kind === "call" && givesText(second, context))) {
    report(second, { message: "select-list", with: { says: answer(SAYS["Fn::Select"]) } });
    return;
  }
  const index = first.kind === "scalar" ? Number(first.text) : Number.NaN;
  const length = second?.kind === "list" ? second.items.length : lengthOf(second);
  if (
    length !== undefined &&
    index >= length &&
    !(second?.kind === "list" && second.items.some(({ kind }) => kind === "call"))
  ) {
    report(first, { message: "no-such-item", with: { length, index } });
  }
}

/** Reports the item of a parameter that its default does not have. */
function checkUsualItem([first, second]: readonly Node[], { declarations, report }: EntryContext): void {
  const index = Number(textOf(first) || Number.NaN);
  const length = listDefault(refTarget(second) ?? "", declarations)?.length;
  if (first === undefined || length === undefined || !(index >= length)) return;
  report(first, { message: "no-such-item", with: { length, index }, before: BY_DEFAULT, severity: "warning" });
}

function isThereByDefault(
  { value }: EntryContent,
  assumptions: CallSite["assumptions"],
  { declarations }: EntryContext,
): boolean {
  const condition = textOf(valueAt(value, "Condition"));
  const all = condition === undefined ? assumptions : [...assumptions, { condition, holds: true }];
  return all.every(({ condition: name, holds }) => conditionHolds(name, { declarations, isUsual: true }) !== !holds);
}

/** The number of items of a list, if it is split from a literal text or written as a block. */
function lengthOf(node: Node | undefined): number | undefined {
  if (node?.kind === "call" && node.name === "Fn::Cidr" && node.argument.kind === "list")
    return Number(textOf(node.argument.items[1]) || Number.NaN);
  if (node?.kind !== "call" || node.name !== "Fn::Split" || node.argument.kind !== "list") return undefined;
  const [delimiter, text] = node.argument.items;
  const split = textOf(text);
  const by = textOf(delimiter);
  return split === undefined || by === undefined || by === "" || split.includes("{{")
    ? undefined
    : split.split(by).length;
}

function checkSub(argument: Node, call: CallNode, context: EntryContext): void {
  const { report } = context;
  const shape = "[text, {Name: value}]";
  const own = argument.kind === "list" ? argument.items[1] : undefined;
  const list = subVariables(textOf(argument.kind === "list" ? argument.items[0] : argument) ?? "").find(
    ({ name, literal }) =>
      !literal && valueAt(own, name) === undefined && givesList(context.declarations.parameters.get(name)?.type ?? ""),
  );
  if (list !== undefined)
    report(call, { message: "sub-of-list", with: { name: list.name, join: `!Join [",", !Ref ${list.name}]` } });
  if (argument.kind === "list") {
    const [text, variables] = argument.items;
    if (argument.items.length === 2 && text?.kind === "scalar" && variables?.kind === "map") return;
    if (argument.items.length === 2 && text?.kind === "scalar" && variables?.kind === "call") return;
    if (argument.items.length === 2 && text?.kind === "call" && extended(context)) return;
    report(call.nameSpan, { message: "sub-shape", with: { shape } });
  } else if (argument.kind === "map") {
    report(call.nameSpan, { message: "sub-shape", with: { shape } });
  }
}

function checkGetAtt(argument: Node, call: CallNode, context: EntryContext): void {
  if (
    argument.kind === "scalar"
      ? argument.value === null || argument.text.includes(".")
      : argument.kind === "list" && argument.items.length >= 2
  )
    return;
  if (argument.kind === "call" && extended(context)) return;
  context.report(call.nameSpan, { message: "get-att" });
}

/** What CloudFormation answers to another number of items. */
const SAYS: Readonly<Record<string, string>> = {
  "Fn::And": "every Fn::And object requires a list of at least 2 and at most 10 boolean parameters",
  "Fn::Base64": "every Fn::Base64 object must have a String-typed value",
  "Fn::Equals": "every Fn::Equals object requires a list of 2 string parameters",
  "Fn::FindInMap":
    "every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value",
  "Fn::If": "Fn::If requires a list argument with three elements",
  "Fn::Or": "every Fn::Or object requires a list of at least 2 and at most 10 boolean parameters",
  "Fn::Select": "Fn::Select requires a list argument with two elements: an integer index and a list",
  "Fn::GetAtt":
    "every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute",
  "Fn::Join": "every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings",
};
