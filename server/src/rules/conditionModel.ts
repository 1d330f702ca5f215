import { type Node, textOf } from "../model/node.ts";
import type { Outline } from "../model/outline.ts";
import { entriesOf, type Template } from "../model/template.ts";
import type { Assumption } from "./callSites.ts";

/** A condition as a formula over comparisons. */
type Formula =
  | { readonly kind: "equals"; readonly variable: string; readonly value: string }
  | { readonly kind: "constant"; readonly holds: boolean }
  /** Something that can't be looked into: true or false, but the same wherever it is written the same. */
  | { readonly kind: "opaque"; readonly text: string }
  | { readonly kind: "not"; readonly of: Formula }
  | { readonly kind: "and" | "or"; readonly of: readonly Formula[] };

/** What is known of a template's conditions. */
export interface ConditionModel {
  readonly formulas: ReadonlyMap<string, Formula>;
  /**
   * Whether all assumptions can be true together; `true` where that is too costly to tell.
   * Unknown conditions can be either.
   */
  possible(assumptions: readonly Assumption[]): boolean;
}

/** So many combinations of values are tried. */
const MAX_COMBINATIONS = 4096;

/** Conditions that build on more others than this are not solved. */
const MAX_CONDITIONS = 200;

const known = new WeakMap<Outline["parameters"], { readonly nodes: readonly Node[]; readonly model: ConditionModel }>();

/** The conditions of a template; the same object while neither they nor the parameters change. */
export function conditionModel(template: Template): ConditionModel {
  const entries = entriesOf(template, "Conditions");
  const before = known.get(template.outline.parameters);
  if (before?.nodes.length === entries.length && before.nodes.every((node, index) => node === entries[index]?.value)) {
    return before.model;
  }
  const formulas = new Map(entries.map(({ name, value }) => [name, formula(value)]));
  const verdicts = new Map<string, boolean>();
  const model: ConditionModel = {
    formulas,
    possible(assumptions) {
      if (assumptions.length === 0) return true;
      const key = assumptions.map(({ condition, holds }) => `${holds ? "" : "!"}${condition}`).join("&");
      let verdict = verdicts.get(key);
      if (verdict === undefined) {
        verdict = satisfiable(assumptions, formulas, template.outline);
        verdicts.set(key, verdict);
      }
      return verdict;
    },
  };
  known.set(template.outline.parameters, { nodes: entries.map(({ value }) => value), model });
  return model;
}

function formula(node: Node): Formula {
  if (node.kind !== "call") return { kind: "opaque", text: written(node) };
  const items = node.argument.kind === "list" ? node.argument.items : [node.argument];
  switch (node.name) {
    case "Condition":
      return { kind: "opaque", text: `condition ${textOf(node.argument) ?? ""}` };
    case "Fn::Not":
      return items[0] === undefined ? { kind: "opaque", text: "" } : { kind: "not", of: formula(items[0]) };
    case "Fn::And":
      return { kind: "and", of: items.map(formula) };
    case "Fn::Or":
      return { kind: "or", of: items.map(formula) };
    case "Fn::Equals":
      return equals(items);
    default:
      return { kind: "opaque", text: written(node) };
  }
}

function equals([left, right]: readonly Node[]): Formula {
  if (left === undefined || right === undefined) return { kind: "opaque", text: "" };
  if (left.kind === "scalar" && right.kind === "scalar") return { kind: "constant", holds: left.text === right.text };
  const [variable, value] = left.kind === "scalar" ? [right, left] : [left, right];
  if (value.kind === "scalar") return { kind: "equals", variable: written(variable), value: value.text };
  const sides = [written(left), written(right)].sort();
  return sides[0] === sides[1] ? { kind: "constant", holds: true } : { kind: "opaque", text: sides.join(" = ") };
}

/** The same text for the same value, whatever its form. */
function written(node: Node): string {
  if (node.kind === "scalar") return JSON.stringify(node.text);
  if (node.kind === "list") return `[${node.items.map(written).join(",")}]`;
  if (node.kind === "call") return `${node.name}(${written(node.argument)})`;
  return `{${node.pairs.map(({ key, value }) => `${key.text}:${written(value)}`).join(",")}}`;
}

interface Values {
  /** Variable → values that it is compared to. */
  readonly variables: Map<string, Set<string>>;
  readonly opaque: Set<string>;
}

function satisfiable(
  assumptions: readonly Assumption[],
  formulas: ReadonlyMap<string, Formula>,
  outline: Outline,
): boolean {
  const values: Values = { variables: new Map(), opaque: new Set() };
  const seen = new Set<string>();
  for (const { condition } of assumptions) collect(condition, formulas, values, seen);
  if (seen.size > MAX_CONDITIONS) return true;
  const choices: (readonly [name: string, options: readonly (string | boolean | undefined)[]])[] = [];
  let combinations = 1;
  for (const [name, compared] of values.variables) {
    const options = optionsOf(name, compared, outline);
    choices.push([name, options]);
    combinations *= options.length;
  }
  for (const name of values.opaque) {
    choices.push([name, [true, false]]);
    combinations *= 2;
  }
  if (combinations > MAX_COMBINATIONS) return true;
  const assignment = new Map<string, string | boolean | undefined>();
  return tryFrom(0);

  function tryFrom(index: number): boolean {
    const choice = choices[index];
    if (choice === undefined) {
      const known = new Map<string, boolean>();
      return assumptions.every(
        ({ condition, holds }) => conditionHolds(condition, formulas, assignment, known) === holds,
      );
    }
    return choice[1].some((option) => {
      assignment.set(choice[0], option);
      return tryFrom(index + 1);
    });
  }
}

/** The values that matter: those it is compared to, and one that stands for all others where there may be others. */
function optionsOf(
  variable: string,
  compared: ReadonlySet<string>,
  { parameters }: Outline,
): readonly (string | undefined)[] {
  const name = /^Ref\("(.*)"\)$/.exec(variable)?.[1];
  const allowed = name === undefined ? undefined : parameters.get(name)?.allowedValues;
  if (allowed === undefined || allowed.length === 0) return [...compared, undefined];
  const options = [...compared].filter((value) => allowed.includes(value));
  return allowed.every((value) => compared.has(value)) ? options : [...options, undefined];
}

function collect(condition: string, formulas: ReadonlyMap<string, Formula>, values: Values, seen: Set<string>): void {
  if (seen.has(condition) || seen.size > MAX_CONDITIONS) return;
  seen.add(condition);
  const own = formulas.get(condition);
  if (own === undefined) values.opaque.add(`condition ${condition}`);
  else visit(own);

  function visit(one: Formula): void {
    if (one.kind === "equals") {
      const compared = values.variables.get(one.variable) ?? new Set();
      values.variables.set(one.variable, compared.add(one.value));
    } else if (one.kind === "opaque") {
      const name = one.text.startsWith("condition ") ? one.text.slice(10) : undefined;
      if (name !== undefined && formulas.has(name)) collect(name, formulas, values, seen);
      else values.opaque.add(one.text);
    } else if (one.kind === "not") visit(one.of);
    else if (one.kind !== "constant") for (const part of one.of) visit(part);
  }
}

/** @param known the conditions that this assignment has decided already; one that is being decided refers to itself and counts as false */
function conditionHolds(
  condition: string,
  formulas: ReadonlyMap<string, Formula>,
  assignment: ReadonlyMap<string, string | boolean | undefined>,
  known: Map<string, boolean>,
): boolean {
  const before = known.get(condition);
  if (before !== undefined) return before;
  const own = formulas.get(condition);
  if (own === undefined) return assignment.get(`condition ${condition}`) === true;
  known.set(condition, false);
  const result = holds(own);
  known.set(condition, result);
  return result;

  function holds(one: Formula): boolean {
    switch (one.kind) {
      case "constant":
        return one.holds;
      case "equals":
        return assignment.get(one.variable) === one.value;
      case "not":
        return !holds(one.of);
      case "and":
        return one.of.every(holds);
      case "or":
        return one.of.some(holds);
      case "opaque": {
        const name = one.text.startsWith("condition ") ? one.text.slice(10) : undefined;
        return name !== undefined && formulas.has(name)
          ? conditionHolds(name, formulas, assignment, known)
          : assignment.get(one.text) === true;
      }
    }
  }
}
