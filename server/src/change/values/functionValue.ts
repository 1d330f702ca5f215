import type { Declarations } from "../../model/template.ts";
import {
  asText,
  calledFunction,
  isKnown,
  isList,
  type Value,
  type ValueMap,
  valueIdentity,
  withoutHoleSigns,
} from "./value.ts";

/**
 * The value of a function for its arguments, as far as it can be computed; else a map with its name. `Ref`,
 * `Fn::GetAtt`, `Fn::Sub` and `Fn::If` are not among them: their values depend on names.
 */
export function functionValue(name: string, argument: Value, declarations: Declarations): Value {
  const items = isList(argument) ? argument : [argument];
  const found = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name]?.(items, declarations) : undefined;
  return found ?? new Map([[name, argument]]);
}

type Function = (items: readonly Value[], declarations: Declarations) => Value | undefined;

const FUNCTIONS: Readonly<Record<string, Function>> = {
  "Fn::Join": ([delimiter, list]) => {
    if (typeof delimiter !== "string" || list === undefined) return undefined;
    return isList(list) && list.every(isOneItem) ? list.map(asText).join(delimiter) : undefined;
  },
  "Fn::Split": ([delimiter, text]) => {
    if (typeof delimiter !== "string" || delimiter === "" || typeof text !== "string") return undefined;
    return isKnown(text) && isKnown(delimiter) ? text.split(delimiter) : undefined;
  },
  "Fn::Select": ([index, list]) => {
    if (typeof index !== "string" || !isKnown(index) || !isList(list) || !list.every(isOneItem)) return undefined;
    return list[Number(index)];
  },
  "Fn::GetAZs": ([region]) => (region === "" ? new Map([["Fn::GetAZs", OWN_REGION]]) : undefined),
  "Fn::FindInMap": found,
  "Fn::Length": ([...items]) => (items.every(isOneItem) ? String(items.length) : undefined),
};

/** As `Ref` to the pseudo parameter gives it. */
const OWN_REGION = "\uE000AWS::Region\uE001";

/** Whether a part of a list is one item of it for certain: a condition may leave it out. */
function isOneItem(value: Value): boolean {
  return !(value instanceof Map) || !value.has("Fn::If");
}

/** The value in the mapping, or all that the keys leave possible, by the keys that are not known. */
function found([map, first, second, options]: readonly Value[], { mappings }: Declarations): Value | undefined {
  if (typeof map !== "string" || first === undefined || second === undefined) return undefined;
  const rows = [...(mappings.get(map) ?? [])].filter(([key]) => mayBe(first, key));
  const possible = rows.flatMap(([row, columns]) =>
    [...columns]
      .filter(([key, value]) => value !== undefined && mayBe(second, key))
      .map(([column, value]): [string, Value] => [`${row}.${column}`, mappedValue(value ?? "")]),
  );
  const asksOne = [first, second].every((asked) => typeof asked === "string" && isKnown(asked));
  const otherwise =
    options instanceof Map && !(asksOne && possible.length > 0) ? options.get("DefaultValue") : undefined;
  const values = [...possible.map(([, value]) => value), ...(otherwise === undefined ? [] : [otherwise])];
  const [only] = values;
  if (only === undefined) return undefined;
  // If all rows say the same it does not matter which is asked for.
  if (values.every((value) => valueIdentity(value) === valueIdentity(only))) return only;
  const answers = new Map<string, Value>([[`${valueIdentity(first)},${valueIdentity(second)}`, new Map(possible)]]);
  if (otherwise !== undefined) answers.set("DefaultValue", otherwise);
  return new Map([["Fn::FindInMap", answers]]);
}

function mayBe(asked: Value, key: string): boolean {
  return typeof asked !== "string" || !isKnown(asked) || asked === withoutHoleSigns(key);
}

function mappedValue(value: string | readonly string[]): Value {
  return typeof value === "string" ? withoutHoleSigns(value) : value.map(withoutHoleSigns);
}

/** In which of its rows a mapping has a value, as a text that other rows leave as it is; `undefined` for all that is no mapping. */
export function rowsWith(mapping: Value, value: Value): string | undefined {
  const [name, answers] = calledFunction(mapping) ?? [];
  if (name !== "Fn::FindInMap" || !(answers instanceof Map) || !isKnown(value)) return undefined;
  const wanted = valueIdentity(value);
  const found = [...(answers as ValueMap)].map(([asked, rows]) => {
    const all: readonly (readonly [string, Value])[] = rows instanceof Map ? [...(rows as ValueMap)] : [["", rows]];
    return `${asked}: ${all
      .filter(([, one]) => valueIdentity(one) === wanted)
      .map(([row]) => row)
      .sort()
      .join()}`;
  });
  return found.join(" or ");
}
