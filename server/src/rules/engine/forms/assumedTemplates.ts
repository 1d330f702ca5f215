import { Memo, summariesOf, takenOver } from "../../../model/incremental/memo.ts";
import {
  type Declarations,
  type Entry,
  type EntryChunk,
  entryWith,
  type PlacedChunk,
  type Section,
  type Template,
} from "../../../model/template.ts";
import type { ConditionFormula } from "../../../model/tree/conditionFormula.ts";
import { type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import { memoWhile } from "../../../text/memoBy.ts";
import { assumedCases } from "../../shared/resolving/assumedCases.ts";
import type { Assumption } from "../../shared/resolving/callSites.ts";
import { caseWhere, conditionModel } from "../../shared/resolving/conditionModel.ts";
import { assumedForm, choosesIn } from "../../shared/resolving/resolvedValue.ts";
import type { Solution } from "../../shared/resolving/satisfiable.ts";
import { chunkLike } from "./resolvedTemplates.ts";

/** A template while something is assumed: what conditions choose is chosen, and what they exclude is not there. */
export interface AssumedTemplate {
  readonly assumptions: readonly Assumption[];
  readonly template: Template;
  /** The entry of the given template by the one here, if that is another object. */
  readonly givenOf: ReadonlyMap<Entry, Entry>;
}

/** Of more conditions by which values of one resource are chosen, only the first are gone through. */
const MAX_CONDITIONS = 8;

/** The same in a template, as many of them go together in one case. */
const MAX_CONDITIONS_OF_TEMPLATE = 24;

const MAX_CASES = 12;

/**
 * A template in a few cases that together have all that each condition may be by which values in resources are chosen.
 * None if there is no such condition.
 */
export function casesOfTemplate(template: Template): readonly AssumedTemplate[] {
  const names = chosenBy(template);
  if (names.length === 0) return NONE;
  return assumptionsOn(template.declarations)
    .casesOf(names)
    .map((assumed) => templateWhere(template, assumed));
}

const NONE: readonly AssumedTemplate[] = [];

/** @param assumptions that may be true together */
export function assumedTemplate(template: Template, assumptions: readonly Assumption[]): AssumedTemplate {
  return templateWhere(template, assumptionsOn(template.declarations).where(assumptions));
}

function templateWhere(template: Template, assumed: Assumed): AssumedTemplate {
  const { assumptions, formulas, rules } = assumed;
  const givenOf = new Map<Entry, Entry>();
  const sections = template.sections.map((section) =>
    isChosenIn(section) ? assumedSection(section, assumed, givenOf) : section,
  );
  const declarations = { ...template.declarations, formulas, rules };
  return { assumptions, givenOf, template: { ...template, declarations, sections, memos: new Map() } };
}

/** Whether there is any. */
export function hasCases(template: Template): boolean {
  return chosenBy(template).length > 0;
}

function chosenBy({ sections, declarations: { formulas } }: Template): readonly string[] {
  if (formulas.size === 0) return [];
  const names = new Set<string>();
  for (const section of sections.filter(isChosenIn))
    for (const { conditions } of choices(section)) for (const name of conditions) names.add(name);
  return [...names].filter((name) => formulas.has(name)).slice(0, MAX_CONDITIONS_OF_TEMPLATE);
}

function isChosenIn({ name }: Section): boolean {
  return name === "Resources" || name === "Globals";
}

const choices = summariesOf((entries) => ({ conditions: new Set(entries.flatMap(({ value }) => choosesIn(value))) }));

/** An entry's value where something is assumed. */
export interface AssumedValue {
  readonly assumptions: readonly Assumption[];
  readonly value: Node;
}

/** The same for a resource by itself: its values in the cases of the conditions by which something in it is chosen, while it is there. */
export function assumedValues(resource: Node, declarations: Declarations): readonly AssumedValue[] {
  const names = choosesIn(resource);
  if (names.length === 0) return NO_VALUES;
  const own = textOf(valueAt(resource, "Condition"));
  const around = own === undefined ? [] : [{ condition: own, holds: true }];
  return assumedCases(names.slice(0, MAX_CONDITIONS), around, declarations).map((assumptions) => {
    const assumed = (name: string): boolean | undefined =>
      assumptions.find(({ condition }) => condition === name)?.holds;
    return { assumptions, value: assumedForm(resource, { declarations, isUsual: false, assumed }) };
  });
}

const NO_VALUES: readonly AssumedValue[] = [];

/** What is assumed, and what follows from it. */
interface Assumed extends Pick<Declarations, "parameters" | "mappings" | "formulas" | "rules"> {
  readonly assumptions: readonly Assumption[];
  readonly key: string;
  holds(condition: string): boolean | undefined;
}

/** What can be assumed of a template's conditions. */
interface Assumptions extends Pick<Declarations, "parameters" | "mappings" | "rules"> {
  /** Cases that together have all that each of some conditions may be. */
  casesOf(conditions: readonly string[]): readonly Assumed[];
  where(assumptions: readonly Assumption[]): Assumed;
}

function assumptionsOn(declarations: Declarations): Assumptions {
  return knownAssumptions(declarations.formulas, declarations);
}

const knownAssumptions = memoWhile<Declarations["formulas"], Assumptions, Declarations>(
  (before, now) =>
    before.parameters === now.parameters && before.mappings === now.mappings && before.rules === now.rules,
  (_, declarations) => {
    const { parameters, mappings, rules } = declarations;
    const cases = new Map<string, readonly Assumed[]>();
    const all = new Map<string, Assumed>();
    return {
      parameters,
      mappings,
      rules,
      casesOf(conditions) {
        const key = conditions.join(" ");
        const known = cases.get(key) ?? casesOf(conditions, declarations);
        cases.set(key, known);
        return known;
      },
      where(assumptions) {
        const key = assumptionNames(assumptions);
        const known = all.get(key) ?? assumedWhere(assumptions, declarations);
        all.set(key, known);
        return known;
      },
    };
  },
);

function assumptionName({ condition, holds }: Assumption): string {
  return `${holds ? "" : "!"}${condition}`;
}

export function assumptionNames(assumptions: readonly Assumption[]): string {
  return assumptions.map(assumptionName).join(" ");
}

/**
 * Cases that together have all that each condition may be, then all that any two may be together: in the first as many
 * as possible hold, in the second as few.
 */
function casesOf(conditions: readonly string[], declarations: Declarations): readonly Assumed[] {
  const cases: Assumed[] = [];
  const single = [true, false].flatMap((holds) => conditions.map((condition) => ({ condition, holds })));
  const pairs = single.flatMap((one, at) =>
    single.slice(at + 1).flatMap((other) => (one.condition === other.condition ? [] : [[one, other]])),
  );
  const left = new Map([...single.map((one) => [one]), ...pairs].map((some) => [combinationName(some), some]));
  for (const [name, first] of left) {
    if (cases.length === MAX_CASES) break;
    left.delete(name);
    const holds = caseWith(first, conditions, left, declarations);
    if (!holds) continue;
    const decided = conditions.flatMap((condition) => {
      const value = holds(condition);
      return value === undefined ? [] : [{ condition, holds: value }];
    });
    for (const [at, one] of decided.entries()) {
      left.delete(combinationName([one]));
      for (const other of decided.slice(at + 1)) left.delete(combinationName([one, other]));
    }
    cases.push(madeAssumed(decided, declarations, holds));
  }
  return cases;
}

/** Names what is assumed in whatever order. */
function combinationName(some: readonly Assumption[]): string {
  return some.map(assumptionName).sort().join(" ");
}

/** A case of what comes first that has as much as possible of what is left; `false` if there is none. */
function caseWith(
  first: readonly Assumption[],
  conditions: readonly string[],
  left: ReadonlyMap<string, unknown>,
  declarations: Declarations,
): Solution | false {
  const wanted = [...first];
  for (const condition of conditions) {
    if (first.some((one) => one.condition === condition)) continue;
    const [whereTrue, whereFalse] = [true, false].map((holds) => gainOf({ condition, holds }, wanted, left));
    wanted.push({ condition, holds: (whereTrue ?? 0) >= (whereFalse ?? 0) });
  }
  const all = caseWhere(wanted, declarations);
  if (all) return all;
  let assumptions = first;
  let found = caseWhere(first, declarations) ?? false;
  for (const one of found ? wanted.slice(first.length) : []) {
    const more = [...assumptions, one];
    const other = found && found(one.condition) === one.holds ? found : caseWhere(more, declarations);
    if (other) [assumptions, found] = [more, other];
  }
  return found;
}

/** How much of what is left comes with one more assumption; what that has by itself counts most. */
function gainOf(one: Assumption, assumptions: readonly Assumption[], left: ReadonlyMap<string, unknown>): number {
  const pairs = assumptions.filter((other) => left.has(combinationName([one, other]))).length;
  return pairs + (left.has(assumptionName(one)) ? MAX_CONDITIONS_OF_TEMPLATE : 0);
}

function assumedWhere(assumptions: readonly Assumption[], declarations: Declarations): Assumed {
  const { possible } = conditionModel(declarations);
  const verdicts = new Map<string, boolean | undefined>(assumptions.map(({ condition, holds }) => [condition, holds]));
  return madeAssumed(assumptions, declarations, (condition) => {
    if (!verdicts.has(condition) && declarations.formulas.has(condition)) {
      const canBe = (holds: boolean): boolean => possible([...assumptions, { condition, holds }]) !== false;
      verdicts.set(condition, canBe(true) ? (canBe(false) ? undefined : true) : false);
    }
    return verdicts.get(condition);
  });
}

function madeAssumed(
  assumptions: readonly Assumption[],
  { parameters, mappings, formulas, rules }: Declarations,
  holds: Assumed["holds"],
): Assumed {
  const ruleOf = ({ condition, holds: isTrue }: Assumption): ConditionFormula => {
    const named = { kind: "opaque", text: `condition ${condition}` } as const;
    return isTrue ? named : { kind: "not", of: named };
  };
  return {
    assumptions,
    key: assumptionNames(assumptions),
    parameters,
    mappings,
    // Another object, by which is kept what is found out about conditions here.
    formulas: new Map(formulas),
    // A rule holds wherever it is asked what conditions can be.
    rules: new Map([...rules, ...assumptions.map((one) => [assumptionName(one), ruleOf(one)] as const)]),
    holds,
  };
}

function assumedSection(section: Section, assumed: Assumed, written: Map<Entry, Entry>): Section {
  const made = section.chunks.map((placed) => assumedChunk(placed, section, assumed));
  if (made.every(({ values }) => values.length === 0)) return section;
  const entries = [...section.entries];
  const chunks = section.chunks.map((placed, index): PlacedChunk => {
    const { values, chunk } = made[index] as AssumedChunk;
    for (const { at, value } of values) {
      const entry = entries[placed.start + at] as Entry;
      const other = entryWith(entry, value);
      entries[placed.start + at] = other;
      written.set(other, entry);
    }
    return { ...placed, chunk };
  });
  return { ...section, entries, chunks };
}

/** A chunk where something is assumed: the chunk itself if nothing is another. */
interface AssumedChunk {
  readonly assumed: Assumed;
  readonly chunk: EntryChunk;
  readonly values: readonly AssumedEntry[];
}

interface AssumedEntry {
  /** The index of the entry in its chunk. */
  readonly at: number;
  readonly value: Node;
}

const assumedChunks = new Memo<Map<string, AssumedChunk>>();

function assumedChunk(placed: PlacedChunk, { entries }: Section, assumed: Assumed): AssumedChunk {
  const { chunk } = placed;
  const { key } = assumed;
  const byKey = assumedChunks.of(chunk, () => new Map());
  const known = byKey.get(key);
  if (known?.assumed === assumed) return known;
  const rightIn = (before: Map<string, AssumedChunk>): AssumedChunk | undefined => {
    const one = before.get(key);
    return one?.assumed === assumed ? one : undefined;
  };
  const { before, behind, from, to } = takenOver(assumedChunks, placed, (others) => rightIn(others)?.values);
  const fresh: AssumedEntry[] = [];
  const by = { declarations: assumed, isUsual: false, assumed: assumed.holds };
  for (let at = from; at < to; at++) {
    const { value: given } = entries[placed.start + at] as Entry;
    const value = assumedForm(given, by);
    if (value !== given) fresh.push({ at, value });
  }
  const values = [...before, ...fresh, ...behind];
  const others = chunk.previous && assumedChunks.get(chunk.previous.chunk);
  const earlier = others && rightIn(others);
  const made = { assumed, values, chunk: chunkLike(chunk, values, chunk, earlier?.chunk) };
  byKey.set(key, made);
  return made;
}
