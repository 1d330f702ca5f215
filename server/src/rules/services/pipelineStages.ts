import pipelineActions from "../../../data/pipelineActions.yaml";
import type { EntryContent } from "../../model/template.ts";
import { contentSpan, listItems, type Node, pairOf, type ScalarNode, valueAt } from "../../model/tree/node.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import { nearest } from "../../text/nearest.ts";
import { answer } from "../shared/answer.ts";
import { fromTo } from "../shared/phrases.ts";
import type { EntryContext, EntryRule } from "../shared/rule.ts";
import { hasAllKeys, isSet, literalAt, literalText } from "../shared/values/literals.ts";

/** How many artifacts an action takes and gives, by category and provider. */
const COUNTS = pipelineActions();

/**
 * A pipeline whose stages do not fit together: a source outside the first stage (or something else in it), an artifact
 * that no earlier action provides, an action with too few or too many artifacts, a variable (`#{Source.CommitId}`) of a
 * namespace that no action has, or that the pipeline itself does not have.
 */
export const pipelineStages: EntryRule = {
  scope: "entry",
  isResolved: true,
  types: ["AWS::CodePipeline::Pipeline"],
  check(entry, context) {
    const stages = valueAt(valueAt(entry.value, "Properties"), "Stages");
    if (stages?.kind !== "list") return;
    const actions = stages.items.map((stage) => listItems(valueAt(stage, "Actions")));
    actions.forEach((those, index) => {
      for (const action of those) {
        checkCategory(action, index === 0, context);
        checkCounts(action, context);
      }
    });
    // A stage or action by a function can't be looked into, and may give any artifact.
    if ([...stages.items, ...actions.flat()].every(({ kind }) => kind === "map")) {
      checkNames(actions, context);
      checkVariables(actions.flat(), pipelineVariables(entry), context);
    }
  },
};

function checkCategory(action: Node, isFirst: boolean, { report }: EntryContext): void {
  const category = literalAt(valueAt(action, "ActionTypeId"), "Category");
  if (category === undefined || (category.text === "Source") === isFirst || category.text.includes("{{")) return;
  report(contentSpan(category), isFirst ? { message: "source-only" } : { message: "source-first" });
}

function checkCounts(action: Node, { report }: EntryContext): void {
  const type = pairOf(action, "ActionTypeId");
  const owner = literalText(type?.value, "Owner");
  const kind = `${literalText(type?.value, "Category")} ${literalText(type?.value, "Provider")}`;
  const counts = owner === "Custom" || !Object.hasOwn(COUNTS, kind) ? undefined : COUNTS[kind];
  if (type === undefined || type.merged || counts === undefined) return;
  for (const name of ["InputArtifacts", "OutputArtifacts"] as const) {
    const pair = pairOf(action, name);
    const list = pair?.value;
    const [least, most] = counts[name];
    if (list !== undefined && (list.kind !== "list" || list.items.some(({ kind }) => kind === "call"))) continue;
    const count = list?.kind === "list" ? list.items.length : 0;
    if (count >= least && count <= most) continue;
    report(contentSpan(pair?.key ?? type.key), {
      message: "number-of-artifacts",
      with: { kind, wanted: fromTo(least, most), name, count, says: count < least ? tooFew(name, count, least) : "" },
    });
  }
}

function tooFew(name: string, count: number, least: number): ReturnType<typeof answer> {
  const what = name === "InputArtifacts" ? "input" : "output";
  return answer(`declares ${count} ${what} artifacts which is less than the minimum count (${least})`);
}

function checkNames(stages: readonly (readonly Node[])[], { report }: EntryContext): void {
  const given = new Set<string>();
  for (const actions of stages) {
    // Within a stage RunOrder decides what comes first: it is not looked at.
    for (const name of actions.flatMap((action) => listItems(valueAt(action, "OutputArtifacts")))) {
      const node = literalAt(name, "Name");
      if (node === undefined) return;
      if (given.has(node.text) && !node.text.includes("{{"))
        report(contentSpan(node), { message: "produced-before", with: { value: node.text } });
      given.add(node.text);
    }
    for (const artifact of actions.flatMap((action) => listItems(valueAt(action, "InputArtifacts")))) {
      const node = literalAt(artifact, "Name");
      if (node === undefined || given.has(node.text) || node.text.includes("{{")) continue;
      report(contentSpan(node), { message: "not-produced", with: { value: node.text } });
    }
  }
}

/** Variables of actions (`#{Source.CommitId}`) in what other actions are told. */
function checkVariables(
  actions: readonly Node[],
  variables: readonly string[] | undefined,
  { report }: EntryContext,
): void {
  const own = new Set<string>();
  for (const action of actions) {
    if (!isSetAt(action, "Namespace")) continue;
    const namespace = literalText(action, "Namespace");
    if (namespace === undefined) return;
    own.add(namespace);
  }
  const known = new Set(["codepipeline", "variables", ...own]);
  for (const node of actions.flatMap((action) => textsIn(valueAt(action, "Configuration")))) {
    for (const [, namespace = ""] of node.text.matchAll(/#\{([\w@-]{1,100})\./g)) {
      if (known.has(namespace)) continue;
      const { en, ja } = didYouMean(nearest(namespace, known));
      report(contentSpan(node), { message: "no-namespace", with: { namespace, meant: { en, ja } } });
      break;
    }
    if (variables === undefined || own.has("variables")) continue;
    for (const [, name = ""] of node.text.matchAll(/#\{variables\.([\w@-]{1,128})\}/g)) {
      if (variables.includes(name)) continue;
      const { en, ja } = didYouMean(nearest(name, variables));
      // That a pipeline without any is refused for it is not written anywhere.
      const severity = variables.length === 0 ? "warning" : "error";
      report(contentSpan(node), { message: "no-variable", with: { name, meant: { en, ja } }, severity });
      break;
    }
  }
}

/** The names of a pipeline's own variables; `undefined` if they can't be told. */
function pipelineVariables({ value }: EntryContent): readonly string[] | undefined {
  const properties = valueAt(value, "Properties");
  const variables = valueAt(properties, "Variables");
  if (variables === undefined) return properties?.kind === "map" && hasAllKeys(properties) ? [] : undefined;
  const names = listItems(variables).map((one) => literalText(one, "Name"));
  const known = names.filter((name) => name !== undefined);
  return known.length < names.length ? undefined : known;
}

function isSetAt(node: Node, key: string): boolean {
  return node.kind === "map" && isSet(node, key);
}

/** The texts of a configuration, in functions too. */
function textsIn(node: Node | undefined): readonly ScalarNode[] {
  if (node?.kind === "scalar") return [node];
  if (node?.kind === "list") return node.items.flatMap(textsIn);
  if (node?.kind === "call") return textsIn(node.argument);
  return node?.kind === "map" ? node.pairs.flatMap(({ value }) => textsIn(value)) : [];
}
