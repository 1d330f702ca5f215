import type { Declarations } from "../../../model/template.ts";
import { type CallNode, listItems, type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import { subVariables } from "../../../model/tree/subVariables.ts";
import { onlyValue } from "./onlyValue.ts";

/** Values that pseudo parameters may have: enough to see what a text looks like. */
const PSEUDO: Readonly<Record<string, string>> = {
  "AWS::AccountId": "123456789012",
  "AWS::Partition": "aws",
  "AWS::Region": "us-east-1",
  "AWS::URLSuffix": "amazonaws.com",
  "AWS::StackName": "stack",
};

/** The most values that are looked at. */
const MAX_VALUES = 8;

/** The declarations that names refer to. */
export interface Declared {
  readonly parameters: Pick<Declarations["parameters"], "get">;
  readonly mappings: Pick<Declarations["mappings"], "get">;
}

/**
 * The possible texts of a value, as far as the template has them: written out, allowed values or defaults of
 * parameters, and the results of `Sub` and `Join`. Empty if they can't be told.
 */
export function resolvedTexts(node: Node, declared: Declared): readonly string[] {
  if (node.kind === "scalar") return node.value === null ? [] : [node.text];
  if (node.kind !== "call") return [];
  const { argument } = node;
  if (node.name === "Ref") return ofName(textOf(argument) ?? "", declared);
  if (node.name === "Fn::Sub") return ofSub(argument, declared);
  if (node.name === "Fn::Join" && argument.kind === "list") return ofJoin(node, declared);
  if (node.name === "Fn::FindInMap" && argument.kind === "list") return ofMapping(argument.items, declared);
  if (node.name === "Fn::Select" && argument.kind === "list") return ofSelect(argument.items, declared);
  return [];
}

/** Whether a value is surely what is written out: in its place, in a mapping, or as all that a parameter allows. */
export function isWrittenOut(node: Node, declared: Declared): boolean {
  if (node.kind !== "call") return node.kind === "scalar";
  const { name, argument } = node;
  if (name === "Ref") return onlyValue(declared.parameters.get(textOf(argument) ?? "")) !== undefined;
  if (name === "Fn::Sub") return isSubWrittenOut(argument, declared);
  if (name === "Fn::Join")
    return listItems(argument).every((one) => listItems(one).every((item) => isWrittenOut(item, declared)));
  return (
    name === "Fn::FindInMap" && argument.kind === "list" && argument.items.every((one) => isWrittenOut(one, declared))
  );
}

function isSubWrittenOut(argument: Node, declared: Declared): boolean {
  const text = textOf(argument.kind === "list" ? argument.items[0] : argument);
  const own = argument.kind === "list" ? argument.items[1] : undefined;
  return (
    text !== undefined &&
    subVariables(text).every(({ name, literal }) => {
      const value = valueAt(own, name);
      if (value !== undefined) return isWrittenOut(value, declared);
      return literal || onlyValue(declared.parameters.get(name)) !== undefined;
    })
  );
}

function ofName(name: string, { parameters }: Declared): readonly string[] {
  const pseudo = Object.hasOwn(PSEUDO, name) ? PSEUDO[name] : undefined;
  if (pseudo !== undefined) return [pseudo];
  const parameter = parameters.get(name);
  // The values of Systems Manager parameters, and lists, are unknown.
  if (parameter === undefined || !/^(?:String|Number|AWS::EC2::)/.test(parameter.type ?? "")) return [];
  return parameter.allowedValues ?? (parameter.default === undefined ? [] : [parameter.default]);
}

function ofMapping([name, first, second]: readonly Node[], declared: Declared): readonly string[] {
  const keys = declared.mappings.get(textOf(name) ?? "");
  if (keys === undefined || first === undefined || second === undefined) return [];
  const columns = resolvedTexts(second, declared);
  const values = resolvedTexts(first, declared).flatMap((row) => columns.map((column) => keys.get(row)?.get(column)));
  return [...new Set(values.filter((value) => typeof value === "string"))].slice(0, MAX_VALUES);
}

function ofSelect([index, list]: readonly Node[], declared: Declared): readonly string[] {
  const at = Number(textOf(index) || Number.NaN);
  if (list?.kind === "list") {
    const item = list.items[at];
    // A function in a list may stand for several items.
    return item === undefined || list.items.slice(0, at).some(({ kind }) => kind === "call")
      ? []
      : resolvedTexts(item, declared);
  }
  if (list?.kind !== "call" || list.name !== "Fn::Split" || list.argument.kind !== "list") return [];
  const [delimiter, text] = list.argument.items;
  const by = textOf(delimiter);
  if (by === undefined || by === "" || text === undefined) return [];
  return resolvedTexts(text, declared).flatMap((one) => one.split(by)[at] ?? []);
}

function ofSub(argument: Node, declared: Declared): readonly string[] {
  const text = textOf(argument.kind === "list" ? argument.items[0] : argument);
  const variables = argument.kind === "list" ? argument.items[1] : undefined;
  if (text === undefined) return [];
  let results = [""];
  let at = 0;
  for (const { name, literal, start, end } of subVariables(text)) {
    const own = valueAt(variables, name);
    const values = literal
      ? [`\${${name.slice(1)}}`]
      : own === undefined
        ? ofName(name, declared)
        : resolvedTexts(own, declared);
    if (values.length === 0) return [];
    const before = text.slice(at, start);
    results = results.flatMap((result) => values.map((value) => result + before + value)).slice(0, MAX_VALUES);
    at = end;
  }
  return results.map((result) => result + text.slice(at));
}

function ofJoin({ argument }: CallNode, declared: Declared): readonly string[] {
  const [delimiter, list] = argument.kind === "list" ? argument.items : [];
  const by = textOf(delimiter);
  if (by === undefined || list?.kind !== "list") return [];
  let results: string[] | undefined;
  for (const item of list.items) {
    const values = resolvedTexts(item, declared);
    if (values.length === 0) return [];
    results =
      results === undefined
        ? [...values].slice(0, MAX_VALUES)
        : results.flatMap((result) => values.map((value) => result + by + value)).slice(0, MAX_VALUES);
  }
  return results ?? [];
}
