import { ANY } from "./build.ts";
import type { UsualValues, ValueType } from "./catalogue.ts";
import type { PackedList, PackedValues } from "./packed.ts";
import { ANY_NAME } from "./usage.ts";

/** The lists of scripts/catalogue/values.json, by their place. */
export function usualValuesOf(packed: PackedValues | undefined): UsualValues {
  const byPlace = new Map<string, PackedList[]>();
  for (const list of packed?.lists ?? []) {
    for (const place of list.at) byPlace.set(place, [...(byPlace.get(place) ?? []), list]);
  }
  const listsAt = (type: string, path: readonly string[]): readonly PackedList[] => {
    const [attribute, ...below] = path;
    const names = stateNames(attribute === "Properties" ? below : path);
    return (
      byPlace.get([type, ...names].join("/")) ??
      byPlace.get([type, ...names.map((name, index) => (index === 1 ? ANY_NAME : name))].join("/")) ??
      byPlace.get([ANY_NAME, ...names.slice(-2)].join("/")) ??
      byPlace.get([ANY_NAME, ...names.slice(-1)].join("/")) ??
      []
    );
  };
  return {
    at: (type, path, besides) => {
      const lists = listsAt(type, path).filter((list) => list.order !== true && list.keys !== true);
      const beside = lists.filter((list) => list.beside !== undefined && isBeside(list, besides));
      return (beside.length > 0 ? beside : lists.filter((list) => list.beside === undefined)).flatMap(unpackValues);
    },
    keys: (type, path, besides) =>
      listsAt(type, path)
        .filter((list) => list.keys === true && isBeside(list, besides))
        .flatMap(({ values }) => values.map(unpackKey)),
    order: (type, path) => listsAt(type, path).flatMap(({ order, values }) => (order === true ? values : [])),
    services: new Map(Object.entries(packed?.services ?? {})),
    aliases: new Map(Object.entries(packed?.aliases ?? {})),
    websites: new Map(Object.entries(packed?.websites ?? {})),
  };
}

/** A place in a state machine: states that are within others (`Map`, `Parallel`) are as those around them. */
function stateNames(names: readonly string[]): readonly string[] {
  if (names[0] !== "Definition") return names;
  const states = names.lastIndexOf("States");
  if (states >= 0 && states + 1 < names.length) return ["Definition", "States", ANY_NAME, ...names.slice(states + 2)];
  const within = Math.max(names.lastIndexOf("ItemProcessor"), names.lastIndexOf("Branches"));
  return within < 0 ? names : ["Definition", ...names.slice(within + 1)];
}

/** `States{}`, `MaxAttempts#`: a key and the kind of its value. */
function unpackKey(value: string): { readonly name: string; readonly type: ValueType } {
  const name = value.replace(/(?:\[\]|\{\}|[#?])$/, "");
  if (value.endsWith("#")) return { name, type: { kind: "number", integer: false } };
  if (value.endsWith("?")) return { name, type: { kind: "boolean" } };
  if (value.endsWith("[]")) return { name, type: { kind: "list", items: ANY } };
  return { name, type: value.endsWith("{}") ? { kind: "map", values: ANY } : { kind: "string" } };
}

function isBeside({ beside = {} }: PackedList, besides: ((key: string) => string | undefined) | undefined): boolean {
  return Object.entries(beside).every(([key, value]) => besides?.(key) === value);
}

function unpackValues({
  values,
  labels,
  gone = [],
  free,
  begin = "",
  end = "",
}: PackedList): ReturnType<UsualValues["at"]> {
  const named = (value: string, label?: string, deprecated = false): ReturnType<UsualValues["at"]>[number] => {
    const name = begin + value + end;
    return { name, label: label ?? name, deprecated, isFree: free === true };
  };
  return [
    ...values.map((value, index) => named(value, labels?.[index])),
    ...gone.map((value) => named(value, undefined, true)),
  ];
}
