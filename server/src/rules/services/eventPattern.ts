import eventPatterns from "../../../data/eventPatterns.yaml";
import { readJson } from "../../model/json/jsonReader.ts";
import {
  contentSpan,
  listItems,
  type Node,
  type Pair,
  pairOf,
  type ScalarNode,
  textOf,
  valueAt,
} from "../../model/tree/node.ts";
import { replacement, suggestion } from "../shared/fixes/nearest.ts";
import type { EntryRule, ReportAt } from "../shared/rule.ts";
import { isOpenText, nodesAt } from "../shared/values/literals.ts";

/** As `eventPatterns.yaml` has them. */
const { fields: FIELDS, operators: OPERATORS, sourceOf } = eventPatterns();

const SOURCES: ReadonlyMap<string, string> = new Map(Object.entries(sourceOf));

/** What `anything-but` takes beside values. */
const BUT = ["prefix", "suffix", "equals-ignore-case", "wildcard"];

/**
 * An event pattern that EventBridge refuses, or that no event can match: a value that is not in a list, an empty list,
 * an operator or a field of events that does not exist.
 */
export const eventPattern: EntryRule = {
  scope: "entry",
  isResolved: true,
  types: [
    "AWS::Events::Rule",
    "AWS::Events::Archive",
    "AWS::Lambda::EventSourceMapping",
    "AWS::Serverless::Function",
    "AWS::Serverless::StateMachine",
    "AWS::SNS::Subscription",
    "AWS::Pipes::Pipe",
  ],
  check(entry, { report }) {
    const properties = valueAt(entry.value, "Properties");
    const events = valueAt(properties, "Events");
    const source = valueAt(properties, "SourceParameters") ?? properties;
    for (const node of nodesAt(source, ["FilterCriteria", "Filters", "Pattern"])) checkText(node, report);
    checkFilter(properties, report);
    const patterns = [
      pairOf(properties, "EventPattern"),
      ...(events?.kind === "map" ? events.pairs : []).map(({ value }) =>
        pairOf(valueAt(value, "Properties"), "Pattern"),
      ),
    ];
    for (const { value } of events?.kind === "map" ? events.pairs : [])
      checkFilter(valueAt(value, "Properties"), report);
    for (const pattern of patterns) {
      if (pattern?.value.kind !== "map" || pattern.merged) continue;
      if (pattern.value.pairs.length === 0 && pattern.key.text === "EventPattern")
        report(contentSpan(pattern.key), { message: "empty-pattern", unfinished: "below" });
      for (const { key, merged } of pattern.value.pairs) {
        if (merged || FIELDS.includes(key.text) || key.text.startsWith("Fn::")) continue;
        const span = contentSpan(key);
        const meant = suggestion(key.text, FIELDS, span);
        report(span, { message: "no-field", with: { key: key.text, meant }, severity: "warning", data: meant.data });
      }
      checkSources(valueAt(pattern.value, "source"), report);
      checkTogether(pattern.value, report);
      checkFields(pattern.value.pairs, report);
    }
  },
};

/** What a subscription takes, of which the attributes of messages have no parts. */
function checkFilter(properties: Node | undefined, report: ReportAt): void {
  const filter = valueAt(properties, "FilterPolicy");
  const scope = valueAt(properties, "FilterPolicyScope");
  for (const { key, value, merged } of filter?.kind === "map" ? filter.pairs : []) {
    if (merged || key.text.startsWith("Fn::") || key.text === "$or") continue;
    if (value.kind === "scalar" && value.value !== null && !isOpenText(value.text))
      report(contentSpan(value), { message: "filter-no-list", with: { key: key.text } });
    if (value.kind === "map" && (scope === undefined || textOf(scope) === "MessageAttributes"))
      report(contentSpan(key), { message: "filter-nested", with: { key: key.text }, severity: "warning" });
  }
}

/** The same of a pattern as a text, of an event source of a function. */
function checkText(node: Node, report: ReportAt): void {
  const read = node.kind === "scalar" && !/\$\{|\{\{/.test(node.text) ? readJson(node.text) : undefined;
  if (read?.root?.kind === "map" && read.errors.length === 0)
    checkFields(read.root.pairs, (_, { data, unfinished, ...found }) => report(contentSpan(node), found));
}

/** What AWS's services call themselves is in lower case, and values are compared as they are. */
function checkSources(sources: Node | undefined, report: ReportAt): void {
  for (const node of sources?.kind === "list" ? sources.items : []) {
    if (node.kind !== "scalar" || !/^aws\.(?!partner\/)/i.test(node.text) || node.text === node.text.toLowerCase())
      continue;
    const lower = node.text.toLowerCase();
    report(contentSpan(node), {
      message: "capital-source",
      with: { value: node.text, lower },
      severity: "warning",
      data: replacement(contentSpan(node), lower),
    });
  }
}

/** Reports kinds of events that none of the sources sends. */
function checkTogether(pattern: Node, report: ReportAt): void {
  const sources = textsOf(valueAt(pattern, "source"));
  const kinds = pairOf(pattern, "detail-type");
  const texts = textsOf(kinds?.value);
  const sent = texts.map((kind) => SOURCES.get(kind));
  if (kinds === undefined || sent.length === 0 || !sources.every((source) => source.startsWith("aws."))) return;
  if (sources.length === 0 || sent.some((source) => source === undefined || sources.includes(source))) return;
  const meant = new Set(sent).size === 1 ? sent[0] : undefined;
  const [source] = listItems(valueAt(pattern, "source"));
  report(contentSpan(kinds.key), {
    message: "other-source",
    with: { kinds: texts, sources, senders: [...new Set(sent)].flatMap((one) => one ?? []) },
    severity: "warning",
    data:
      meant === undefined || sources.length > 1 || source === undefined
        ? undefined
        : replacement(contentSpan(source), meant),
  });
}

/** The texts of a list; none if others are among them. */
function textsOf(node: Node | undefined): readonly string[] {
  const items = node?.kind === "list" ? node.items : [];
  const texts = items.flatMap((item) => (item.kind === "scalar" && !isOpenText(item.text) ? item.text : []));
  return texts.length === items.length ? texts : [];
}

function checkFields(pairs: readonly Pair[], report: ReportAt): void {
  for (const { key, value, merged } of pairs) {
    if (merged || key.text.startsWith("Fn::")) continue;
    if (value.kind === "map" && value.pairs.length === 0)
      report(contentSpan(key), { message: "empty-object", with: { key: key.text }, unfinished: "below" });
    else if (value.kind === "map") checkFields(value.pairs, report);
    else if (value.kind === "scalar" && value.value !== null) {
      const newText = `[${value.text}]`;
      report(contentSpan(value), {
        message: "no-list",
        with: { key: key.text },
        data:
          /^[\w.-]+$/.test(value.text) && value.style === "plain"
            ? { title: { en: `Write ${newText}`, ja: `${newText}にする` }, edits: [{ ...contentSpan(value), newText }] }
            : undefined,
      });
    } else if (value.kind === "list" && value.items.length === 0) {
      report(contentSpan(key), { message: "empty-list", with: { key: key.text } });
    } else if (value.kind === "list") for (const item of value.items) checkItem(key.text, item, report);
  }
}

/** Two numbers, of which the first is the lower one. */
function checkNumbers(
  [from, least, to, most]: readonly (string | undefined)[],
  key: ScalarNode,
  report: ReportAt,
): void {
  if (!from?.startsWith(">") || !to?.startsWith("<") || !(Number(least) >= Number(most))) return;
  report(contentSpan(key), { message: "empty-range", with: { least, most } });
}

/** What is quoted is a text, where a number or a truth value belongs. */
function checkQuoted(operator: string, value: Node, report: ReportAt): void {
  const items = operator === "numeric" && value.kind === "list" ? value.items : [value];
  items.forEach((item, at) => {
    if (item.kind !== "scalar" || item.style === "plain" || isOpenText(item.text)) return;
    const data = replacement(item, item.text);
    if (operator === "exists") report(item, { message: "exists-text", data });
    if (operator !== "numeric" || at % 2 === 0 || !/^-?[\d.]+$/.test(item.text)) return;
    const after = textOf(items[at - 1]);
    const sign = after === "=" ? "equals" : after;
    report(item, { message: "numeric-text", with: { sign }, data });
  });
}

function checkItem(field: string, item: Node, report: ReportAt): void {
  if (item.kind !== "map") return;
  if (field === "$or") return checkFields(item.pairs, report);
  for (const path of [["wildcard"], ["anything-but", "wildcard"]])
    for (const node of nodesAt(item, path))
      if (node.kind === "scalar" && node.text.replaceAll(/\\./g, "").includes("**"))
        report(contentSpan(node), { message: "wildcards" });
  for (const { key, value, merged } of item.pairs) {
    if (merged) continue;
    checkQuoted(key.text, value, report);
    for (const inner of key.text === "anything-but" && value.kind === "map" ? value.pairs : [])
      if (!inner.merged && !BUT.includes(inner.key.text) && !inner.key.text.startsWith("Fn::"))
        report(contentSpan(inner.key), { message: "no-but", with: { key: inner.key.text, known: BUT.join(", ") } });
    if (key.text === "numeric" && value.kind === "list") checkNumbers(value.items.map(textOf), key, report);
    if (OPERATORS.includes(key.text) || key.text.startsWith("Fn::")) continue;
    const span = contentSpan(key);
    const meant = suggestion(key.text, OPERATORS, span);
    report(span, { message: "no-operator", with: { key: key.text, meant }, data: meant.data });
  }
}
