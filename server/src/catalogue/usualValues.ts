import type { UsualValues } from "./catalogue.ts";
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
    const names = attribute === "Properties" ? below : path;
    return (
      byPlace.get([type, ...names].join("/")) ??
      byPlace.get([type, ...names.map((name, index) => (index === 1 ? ANY_NAME : name))].join("/")) ??
      byPlace.get([ANY_NAME, ...names.slice(-2)].join("/")) ??
      byPlace.get([ANY_NAME, ...names.slice(-1)].join("/")) ??
      []
    );
  };
  return {
    at: (type, path, besides) =>
      listsAt(type, path)
        .filter((list) => list.order !== true && isBeside(list, besides))
        .flatMap(valuesOf),
    order: (type, path) => listsAt(type, path).flatMap(({ order, values }) => (order === true ? values : [])),
    services: new Map(Object.entries(packed?.services ?? {})),
    aliases: new Map(Object.entries(packed?.aliases ?? {})),
    websites: new Map(Object.entries(packed?.websites ?? {})),
  };
}

function isBeside({ beside = {} }: PackedList, besides: ((key: string) => string | undefined) | undefined): boolean {
  return Object.entries(beside).every(([key, value]) => besides?.(key) === value);
}

function valuesOf({ values, labels, gone = [], begin = "", end = "" }: PackedList): ReturnType<UsualValues["at"]> {
  return [
    ...values.map((value, index) => named(begin + value + end, labels?.[index], false)),
    ...gone.map((value) => named(begin + value + end, undefined, true)),
  ];
}

function named(name: string, label: string | undefined, deprecated: boolean): ReturnType<UsualValues["at"]>[number] {
  return { name, label: label ?? name, deprecated };
}
