import { asShownText, calledFunction, type Value, type ValueMap, valueIdentity } from "./value.ts";

/** In UTF-16 units. */
const MAX_VALUE = 60;
/** Items of a list that are named. */
const MAX_NAMED = 4;

/** The change of a value in one short line: `a → b`, for lists what comes and goes; `undefined` for longer ones. */
export function changedValue(before: Value | undefined, after: Value | undefined): string | undefined {
  const [was, is] = [before, after].map(shortValue);
  const isOfMaps = Array.isArray(after) && (after as readonly Value[]).some((item) => item instanceof Map);
  const isShort = was !== undefined && is !== undefined;
  if (isShort && !(isOfMaps && before !== undefined)) return `${was} → ${is}`;
  if (before !== undefined && after !== undefined)
    return itemsText(before, after) ?? (isShort ? `${was} → ${is}` : partsText(before, after));
  const items = itemsText(before ?? [], after ?? []);
  return items ?? `${was ?? "…"} → ${is ?? "…"}`;
}

/** A short value on one line. */
function shortValue(value: Value | undefined): string | undefined {
  if (value === undefined) return "–";
  const called = calledFunction(value);
  const text = called === undefined ? shortText(value) : `!${called[0].slice("Fn::".length)} ${shortText(called[1])}`;
  return text.includes("\n") || text.length > MAX_VALUE ? undefined : text === "" ? '""' : text;
}

function shortText(value: Value): string {
  return asShownText(typeof value === "string" ? value : valueIdentity(value));
}

/** `+ those that come, − those that go`, by their names. */
function itemsText(before: Value, after: Value): string | undefined {
  if (!Array.isArray(before) || !Array.isArray(after)) return undefined;
  const [were, are] = [before, after].map(
    (items: readonly Value[]) => new Map(items.map((one) => [valueIdentity(one), one])),
  );
  const named = (items: readonly Value[]): Set<string | undefined> => new Set(items.map(itemName));
  const come = named([...(are ?? [])].flatMap(([key, item]) => (were?.has(key) ? [] : [item])));
  const gone = named([...(were ?? [])].flatMap(([key, item]) => (are?.has(key) ? [] : [item])));
  const signed = [
    ...[...come].map((name) => name && `${gone.has(name) ? "~" : "+"} ${name}`),
    ...[...gone].flatMap((name) => (come.has(name) ? [] : [name && `− ${name}`])),
  ];
  if (signed.length === 0 || signed.length > MAX_NAMED || signed.includes(undefined)) return undefined;
  return signed.join(", ");
}

/** By what an item is known: a text itself, or its name. */
function itemName(item: Value): string | undefined {
  if (item instanceof Map && calledFunction(item) === undefined)
    for (const key of NAMES) {
      const name = (item as ValueMap).get(key);
      if (typeof name === "string") return shortValue(name);
    }
  return shortValue(item);
}

const NAMES = ["Name", "IndexName", "AttributeName", "PolicyName", "Sid", "Id", "Key", "DeviceName"] as const;

/** Two long texts of one line, without what both begin and end with. */
function partsText(before: Value, after: Value): string | undefined {
  if (typeof before !== "string" || typeof after !== "string") return undefined;
  const [was, is] = [asShownText(before), asShownText(after)];
  if (was.includes("\n") || is.includes("\n")) return undefined;
  const least = Math.min(was.length, is.length);
  let start = 0;
  while (start < least && was[start] === is[start]) start++;
  // A whole word, not a part of it.
  while (start > 0 && /[\w.-]/.test(was[start - 1] ?? "")) start--;
  let end = 0;
  while (end < least - start && was.at(-1 - end) === is.at(-1 - end)) end++;
  while (end > 0 && /[\w.-]/.test(was.at(-end) ?? "")) end--;
  const cut = (text: string): string => {
    const middle = text.slice(start, text.length - end);
    return `${start > 0 ? "…" : ""}${middle}${end > 0 ? "…" : ""}`;
  };
  const parts = [cut(was), cut(is)];
  return parts.some((part) => part.length > MAX_VALUE) ? undefined : parts.join(" → ");
}
