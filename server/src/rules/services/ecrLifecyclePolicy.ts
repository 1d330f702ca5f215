import { readJson } from "../../model/json/jsonReader.ts";
import { contentSpan, listItems, type MapNode, type Node, type Pair, textOf, valueAt } from "../../model/tree/node.ts";
import { suggestion } from "../shared/fixes/nearest.ts";
import { eachVariant } from "../shared/resolving/eachVariant.ts";
import type { EntryRule, ReportAt, Words } from "../shared/rule.ts";
import { isSet, nodesAt } from "../shared/values/literals.ts";

/** The keys of a rule and of its selection; those that it needs come first. Source: the ECR user guide, Lifecycle policy properties. */
const RULE = ["rulePriority", "selection", "action", "description"];
const SELECTION = [
  "tagStatus",
  "countType",
  "countNumber",
  "countUnit",
  "tagPrefixList",
  "tagPatternList",
  "storageClass",
];
const NEEDED = 3;

/** A lifecycle policy of a repository that ECR refuses. */
export const ecrLifecyclePolicy: EntryRule = {
  scope: "entry",
  types: ["AWS::ECR::Repository", "AWS::ECR::RepositoryCreationTemplate"],
  check(entry, context) {
    const properties = valueAt(entry.value, "Properties");
    if (properties?.kind !== "map") return;
    const policy = valueAt(properties, "LifecyclePolicy");
    if (policy?.kind === "call" || valueAt(policy, "LifecyclePolicyText")?.kind === "call")
      eachVariant(properties, entry, context, checkPolicy);
    else checkPolicy(properties, context.report);
  },
};

function checkPolicy(properties: MapNode, report: ReportAt): void {
  for (const path of [["LifecyclePolicy", "LifecyclePolicyText"], ["LifecyclePolicy"]]) {
    for (const node of nodesAt(properties, path)) {
      if (node.kind !== "scalar" || node.value === null || /\$\{|\{\{/.test(node.text)) continue;
      const said = problemOf(node.text);
      if (said !== undefined) report(contentSpan(node), said);
    }
  }
}

function problemOf(text: string): Words | undefined {
  const { root, errors } = readJson(text);
  const rules = valueAt(root, "rules");
  if (root?.kind !== "map" || errors.length > 0) return { message: "no-json" };
  if (rules?.kind !== "list") return { message: "missing", with: { key: "rules" } };
  if (rules.items.length === 0 || rules.items.length > 50)
    return { message: "rules", with: { count: rules.items.length } };
  const priorities = new Map<string, Node>();
  for (const rule of rules.items) {
    const selection = valueAt(rule, "selection");
    if (rule.kind !== "map") return { message: "no-json" };
    const said =
      keysProblem(rule, RULE) ??
      (selection?.kind === "map" ? selectionProblem(selection) : undefined) ??
      actionProblem(valueAt(rule, "action"));
    if (said !== undefined) return said;
    const priority = textOf(valueAt(rule, "rulePriority")) ?? "";
    if (priorities.has(priority)) return { message: "priority", with: { priority } };
    priorities.set(priority, rule);
  }
  return lastProblem(priorities);
}

function selectionProblem(selection: MapNode): Words | undefined {
  const [status = "", type = ""] = ["tagStatus", "countType"].map((key) => textOf(valueAt(selection, key)));
  const lists = ["tagPrefixList", "tagPatternList"].filter((key) => listItems(valueAt(selection, key)).length > 0);
  const unclear = keysProblem(selection, SELECTION);
  if (unclear !== undefined) return unclear;
  if (!/^(?:tagged|untagged|any)$/.test(status)) return { message: "status", with: { status } };
  if (status === "tagged" && lists.length === 0) return { message: "no-tags" };
  if (status === "tagged" && lists.length > 1) return { message: "both-lists" };
  if (status !== "tagged" && lists.length > 0) return { message: "tags", with: { status, list: lists[0] } };
  if (type.startsWith("sinceImage") && !isSet(selection, "countUnit")) return { message: "no-unit", with: { type } };
  if (type === "imageCountMoreThan" && isSet(selection, "countUnit")) return { message: "unit" };
  return Number(textOf(valueAt(selection, "countNumber"))) < 1 ? { message: "number" } : undefined;
}

function actionProblem(action: Node | undefined): Words | undefined {
  const type = textOf(valueAt(action, "type"));
  return type === undefined || /^(?:expire|transition)$/.test(type) ? undefined : { message: "action", with: { type } };
}

function keysProblem(map: MapNode, known: readonly string[]): Words | undefined {
  const missing = known.slice(0, NEEDED).find((key) => !isSet(map, key));
  const other: Pair | undefined = map.pairs.find(({ key }) => !known.includes(key.text));
  if (other !== undefined) {
    const { key } = other;
    return { message: "unknown", with: { key: key.text, meant: suggestion(key.text, known, contentSpan(key)) } };
  }
  return missing === undefined ? undefined : { message: "missing", with: { key: missing } };
}

/** A rule for any image is the last one. */
function lastProblem(priorities: ReadonlyMap<string, Node>): Words | undefined {
  const last = Math.max(...[...priorities.keys()].map(Number));
  for (const [priority, rule] of priorities)
    if (Number(priority) < last && textOf(valueAt(valueAt(rule, "selection"), "tagStatus")) === "any")
      return { message: "any-last", with: { priority } };
  return undefined;
}
