import type { Localised } from "../catalogue/catalogue.ts";
import type { Reference } from "../model/focus.ts";
import { gathering } from "../model/gathered.ts";
import { textOf, valueAt } from "../model/node.ts";
import type { Outline } from "../model/outline.ts";
import { references } from "../model/references.ts";
import type { Entry } from "../model/template.ts";
import { type OutlineReads, saysTheSame, trackedOutline } from "../model/trackedOutline.ts";
import type { Span } from "../text/span.ts";
import { type Assumption, callSites } from "./callSites.ts";
import { type ConditionModel, conditionModel } from "./conditionModel.ts";
import type { TemplateRule } from "./rule.ts";

/**
 * A reference to a resource that a Condition may leave out while what refers to it is there.
 * The conditions are solved: a report means that parameter values exist with which the target is missing.
 *
 * Bad:
 * ```yaml
 * Conditions:
 *   IsProd: !Equals [!Ref Stage, prod]
 * Resources:
 *   Topic:
 *     Type: AWS::SNS::Topic
 *     Condition: IsProd
 * Outputs:
 *   TopicArn:
 *     Value: !Ref Topic
 * ```
 * Good:
 * ```yaml
 * Outputs:
 *   TopicArn:
 *     Condition: IsProd
 *     Value: !Ref Topic
 * ```
 */
export const conditionalTarget: TemplateRule = {
  scope: "template",
  code: "conditional-target",
  severity: "warning",
  cfnLint: ["W1001", "E3005"],
  title: { en: "What is referred to exists under the same conditions", ja: "参照先が、同じ条件のもとで存在する" },
  topic: "condition-functions",
  check(template, { report }) {
    const { outline } = template;
    if (!hasConditions(outline)) return;
    const world = worldOf(outline, conditionModel(template));
    for (const section of ["Resources", "Outputs"] as const) {
      for (const { entry, found } of entriesWithGaps(template, section, world)) {
        for (const { span, message, severity } of found) report(entry, span, message, { severity });
      }
    }
  },
};

const conditional = new WeakMap<Outline["resources"], boolean>();

function hasConditions({ resources }: Outline): boolean {
  let some = conditional.get(resources);
  if (some === undefined) {
    some = [...resources.values()].some(({ condition }) => condition !== undefined);
    conditional.set(resources, some);
  }
  return some;
}

/** All that the gaps of an entry depend on besides the entry; the same object while both are. */
interface World {
  readonly model: ConditionModel;
  readonly outline: Outline;
}

const worlds = new WeakMap<Outline, World>();

function worldOf(outline: Outline, model: ConditionModel): World {
  let world = worlds.get(outline);
  if (world?.model !== model) {
    world = { model, outline };
    worlds.set(outline, world);
  }
  return world;
}

const entriesWithGaps = gathering((entry, { model, outline }: World) => {
  const found = gaps(entry, model, outline);
  return found.length === 0 ? undefined : found;
});

interface Gap {
  readonly span: Span;
  readonly message: Localised;
  readonly severity: "error" | "warning";
}

/** By the entry's references. */
const known = new WeakMap<
  readonly Reference[],
  { readonly model: ConditionModel; readonly reads: OutlineReads; readonly gaps: readonly Gap[] }
>();

function gaps(entry: Entry, model: ConditionModel, outline: Outline): readonly Gap[] {
  const all = references(entry);
  const before = known.get(all);
  if (before?.model === model && saysTheSame(outline, before.reads)) return before.gaps;
  const tracked = trackedOutline(outline);
  const found = [...dependsOnGaps(entry, model, tracked.outline), ...referenceGaps(entry, model, tracked.outline)];
  known.set(all, { model, reads: tracked.reads, gaps: found });
  return found;
}

function ownCondition({ value }: Entry): readonly Assumption[] {
  const condition = textOf(valueAt(value, "Condition"));
  return condition === undefined ? [] : [{ condition, holds: true }];
}

/** The condition of a target that may be false where the assumptions hold; `undefined` where it can't. */
function missingWhen(
  target: string,
  assumptions: readonly Assumption[],
  model: ConditionModel,
  outline: Outline,
): string | undefined {
  const condition = outline.resources.get(target)?.condition;
  if (condition === undefined || !model.formulas.has(condition)) return undefined;
  if (assumptions.some((one) => one.holds && one.condition === condition)) return undefined;
  if (!model.possible(assumptions)) return undefined;
  return model.possible([...assumptions, { condition, holds: false }]) ? condition : undefined;
}

function* dependsOnGaps(entry: Entry, model: ConditionModel, outline: Outline): Generator<Gap> {
  const assumptions = ownCondition(entry);
  for (const reference of references(entry)) {
    if (reference.kind !== "dependsOn") continue;
    const condition = missingWhen(reference.name, assumptions, model, outline);
    if (condition === undefined) continue;
    yield {
      span: reference,
      severity: "error",
      message: {
        en: `${reference.name} does not exist where ${condition} is false, but this resource does: give it the same condition.`,
        ja: `${condition} が偽のとき ${reference.name} は存在しませんが、このリソースは存在します。同じ条件を付けてください。`,
      },
    };
  }
}

function* referenceGaps(entry: Entry, model: ConditionModel, outline: Outline): Generator<Gap> {
  const own = ownCondition(entry);
  const found = references(entry).filter(({ kind }) => kind === "ref" || kind === "resource");
  const sites = callSites(entry);
  for (const reference of found) {
    if (outline.resources.get(reference.name)?.condition === undefined) continue;
    // The innermost call that holds the reference knows which branches lead to it.
    const site = sites.findLast(({ call }) => reference.start >= call.start && reference.end <= call.end);
    const assumptions = [...own, ...(site?.assumptions ?? [])];
    const condition = missingWhen(reference.name, assumptions, model, outline);
    if (condition === undefined) continue;
    yield {
      span: reference,
      severity: "warning",
      message: {
        en: `${reference.name} does not exist where ${condition} is false: refer to it under that condition only (Condition or Fn::If).`,
        ja: `${condition} が偽のとき ${reference.name} は存在しません。ConditionかFn::Ifで、その条件のときだけ参照してください。`,
      },
    };
  }
}
