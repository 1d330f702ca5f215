import { references } from "../../model/focus/references.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import type { EntryContent } from "../../model/template.ts";
import { textOf, valueAt } from "../../model/tree/node.ts";
import type { Span } from "../../text/span.ts";
import { type Assumption, callSites } from "../shared/resolving/callSites.ts";
import { type ConditionModel, conditionModel } from "../shared/resolving/conditionModel.ts";
import type { TemplateRule, Words } from "../shared/rule.ts";

/** A reference to a resource whose Condition may be false while the referring entry exists. */
export const conditionalTarget: TemplateRule = {
  scope: "template",
  check(template, { report }) {
    const resources = conditional(template, "Resources");
    if (resources.length === 0) return;
    const conditions = new Map(resources.map(({ entry, found }) => [entry.name, found]));
    const world = { model: conditionModel(template.declarations), conditions };
    for (const section of ["Resources", "Outputs"] as const) {
      for (const { entry, found } of entriesWithGaps(template, section, world)) {
        for (const { span, words, severity } of found) report(entry, span, { ...words, severity });
      }
    }
  },
};

/** The resources with a condition. */
const conditional = searchEntries(({ value }) => textOf(valueAt(value, "Condition")));

/** Everything besides the entry that its findings depend on. */
interface World {
  readonly model: ConditionModel;
  /** Resource → its condition. */
  readonly conditions: ReadonlyMap<string, string>;
}

function isSameWorld(one: World, { model, conditions }: World): boolean {
  if (one.model !== model || one.conditions.size !== conditions.size) return false;
  return [...one.conditions].every(([name, condition]) => conditions.get(name) === condition);
}

const entriesWithGaps = searchEntries(
  (entry, world: World) => [...dependsOnGaps(entry, world), ...referenceGaps(entry, world)],
  isSameWorld,
);

interface Gap {
  readonly span: Span;
  readonly words: Words;
  readonly severity: "error" | "warning";
}

function ownCondition({ value }: EntryContent): readonly Assumption[] {
  const condition = textOf(valueAt(value, "Condition"));
  return condition === undefined ? [] : [{ condition, holds: true }];
}

/** The condition of a target that may be false while the assumptions hold; `undefined` if it can't. */
function missingWhen(
  target: string,
  assumptions: readonly Assumption[],
  { model, conditions }: World,
): string | undefined {
  const condition = conditions.get(target);
  if (condition === undefined || !model.formulas.has(condition)) return undefined;
  if (assumptions.some((one) => one.holds && one.condition === condition)) return undefined;
  if (!model.possible(assumptions)) return undefined;
  return model.possible([...assumptions, { condition, holds: false }]) ? condition : undefined;
}

function* dependsOnGaps(entry: EntryContent, world: World): Generator<Gap> {
  const assumptions = ownCondition(entry);
  for (const reference of references(entry)) {
    if (reference.kind !== "dependsOn") continue;
    const condition = missingWhen(reference.name, assumptions, world);
    if (condition === undefined) continue;
    yield {
      span: reference,
      severity: "error",
      words: { message: "same-condition", with: { reference: reference.name, condition, name: entry.name } },
    };
  }
}

function* referenceGaps(entry: EntryContent, world: World): Generator<Gap> {
  const own = ownCondition(entry);
  const found = references(entry).filter(({ kind }) => kind === "ref" || kind === "resource");
  const sites = callSites(entry);
  for (const reference of found) {
    if (!world.conditions.has(reference.name)) continue;
    // The branches that lead to a reference are those of the innermost call around it.
    const site = sites.findLast(({ call }) => reference.start >= call.start && reference.end <= call.end);
    const assumptions = [...own, ...(site?.assumptions ?? [])];
    const condition = missingWhen(reference.name, assumptions, world);
    if (condition === undefined) continue;
    yield {
      span: reference,
      severity: "warning",
      words: { message: "under-condition", with: { reference: reference.name, condition } },
    };
  }
}
