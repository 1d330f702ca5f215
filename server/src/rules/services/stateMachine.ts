import { contentSpan, type MapNode, type Node, type Pair, pairOf, valueAt } from "../../model/tree/node.ts";
import type { EntryContext, EntryRule } from "../engine/rule.ts";
import { suggestion } from "../shared/fixes/nearest.ts";
import { literalAt } from "../shared/values/literals.ts";

const TYPES = ["Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"];

/**
 * A state machine that Step Functions refuses: without a start state, with a state of an unknown type, or with a transition to
 * a state that does not exist.
 * It is based on the Amazon States Language.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Machine:
 *     Type: AWS::StepFunctions::StateMachine
 *     Properties:
 *       Definition:
 *         StartAt: Begin
 *         States:
 *           Begin: {Type: Pass, Next: Finish}
 *           End: {Type: Succeed}
 * ```
 * Good:
 * ```yaml
 *           Begin: {Type: Pass, Next: End}
 *           End: {Type: Succeed}
 * ```
 *
 * @ja
 * Step Functionsが拒否するステートマシンを検出します。
 * 開始ステートがないもの、種類が不明なステート、存在しないステートへの遷移です。
 * 判定は、Amazon States Languageに基づきます。
 */
export const stateMachine: EntryRule = {
  scope: "entry",
  sections: ["Resources"],
  types: ["AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine"],
  code: "state-machine",
  severity: "error",
  cfnLint: ["E3601"],
  title: { en: "States of a state machine exist", ja: "ステートマシンの遷移先が存在する" },
  topic: "state-machine",
  check(entry, context) {
    const definition = pairOf(valueAt(entry.value, "Properties"), "Definition");
    if (definition !== undefined && !definition.merged) checkMachine(definition, context);
  },
};

function checkMachine(owner: Pair, context: EntryContext): void {
  const { report } = context;
  const machine = owner.value;
  if (machine.kind !== "map" || isOpen(machine)) return;
  for (const name of ["StartAt", "States"]) {
    if (valueAt(machine, name) !== undefined) continue;
    // The template is accepted, and a definition that is only begun is no mistake yet.
    report(contentSpan(owner.key), {
      en: `${name} is missing: Step Functions refuses this.`,
      ja: `${name}がありません。Step Functionsに拒否されます。`,
      severity: "warning",
    });
  }
  const states = valueAt(machine, "States");
  if (states?.kind !== "map" || isOpen(states)) return;
  const names = states.pairs.map(({ key }) => key.text);
  checkTarget(machine, "StartAt", names, context);
  for (const state of states.pairs) checkState(state, names, context);
}

function checkState({ key, value: state, merged }: Pair, names: readonly string[], context: EntryContext): void {
  if (state.kind !== "map" || merged || isOpen(state)) return;
  const type = literalAt(state, "Type");
  if (valueAt(state, "Type") === undefined) {
    context.report(contentSpan(key), {
      en: `The state ${key.text} has no Type.`,
      ja: `ステート${key.text}にTypeがありません。`,
    });
  } else if (type !== undefined && !TYPES.includes(type.text) && !type.text.includes("${")) {
    const span = contentSpan(type);
    const { en, ja, data } = suggestion(type.text, TYPES, span);
    context.report(span, {
      en: `There is no state type ${type.text}.${en}`,
      ja: `ステートの型に${type.text}はありません。${ja}`,
      data,
    });
  }
  checkTarget(state, "Next", names, context);
  checkTarget(state, "Default", names, context);
  for (const item of [...items(valueAt(state, "Choices")), ...items(valueAt(state, "Catch"))])
    checkTarget(item, "Next", names, context);
  const goesOn = ["Next", "End"].some((name) => valueAt(state, name) !== undefined);
  if (type !== undefined && /^(?:Task|Pass|Wait|Parallel|Map)$/.test(type.text) && !goesOn) {
    context.report(contentSpan(key), {
      en: `The state ${key.text} needs Next, or End: true.`,
      ja: `ステート${key.text}にはNextか「End: true」が必要です。`,
    });
  }
  for (const branch of items(valueAt(state, "Branches"))) checkMachine({ key, value: branch }, context);
  for (const name of ["Iterator", "ItemProcessor"]) {
    const inner = pairOf(state, name);
    if (inner !== undefined && !inner.merged) checkMachine(inner, context);
  }
}

function checkTarget(node: Node, property: string, names: readonly string[], { report }: EntryContext): void {
  const target = literalAt(node, property);
  if (target === undefined || names.includes(target.text) || target.text.includes("${")) return;
  const span = contentSpan(target);
  const { en, ja, data } = suggestion(target.text, names, span);
  report(span, {
    en: `There is no state ${target.text} here.${en}`,
    ja: `ステート${target.text}がありません。${ja}`,
    data,
  });
}

/** Whether keys may be there that the text does not show. */
function isOpen({ pairs }: MapNode): boolean {
  return pairs.some(({ key }) => key.text.startsWith("Fn::") || key.text.includes("${"));
}

function items(node: Node | undefined): readonly Node[] {
  return node?.kind === "list" ? node.items : [];
}
