import { asShownText, calledFunction, isList, type Value, type ValueMap, valueIdentity } from "./value.ts";

/** In UTF-16 units. */
const MAX_VALUE = 60;
/** Items of a list that are named. */
const MAX_NAMED = 4;

/** The names of conditions by what decides them, as a value has it. */
export type ConditionNames = ReadonlyMap<string, string>;

/**
 * The change of a value in one short line: `a → b`, for lists what comes and goes; `undefined` for longer ones.
 *
 * @param names those of each side's conditions
 */
export function changedValue(
  before: Value | undefined,
  after: Value | undefined,
  names: readonly [before: ConditionNames, after: ConditionNames],
): string | undefined {
  const [was, is] = [shortValue(before, names[0]), shortValue(after, names[1])];
  const isOfMaps = Array.isArray(after) && (after as readonly Value[]).some((item) => item instanceof Map);
  const isShort = was !== undefined && is !== undefined;
  if (isShort && !(isOfMaps && before !== undefined)) return `${was} → ${is}`;
  if (before !== undefined && after !== undefined)
    return itemsText(before, after) ?? (isShort ? `${was} → ${is}` : partsText(before, after));
  const items = itemsText(before ?? [], after ?? []);
  return items ?? `${was ?? "…"} → ${is ?? "…"}`;
}

/** A short value on one line. */
function shortValue(value: Value | undefined, names?: ConditionNames): string | undefined {
  if (value === undefined) return "–";
  const text = calledFunction(value) === undefined ? shortText(value) : writtenText(value, names);
  return text.includes("\n") || text.length > MAX_VALUE ? undefined : text === "" ? '""' : text;
}

/** A value that is a function, or an argument of one, in YAML's short form. */
function writtenText(value: Value, names: ConditionNames | undefined): string {
  if (typeof value === "string") return value === "" ? '""' : asShownText(value);
  if (!(value instanceof Map))
    return `[${(value as readonly Value[]).map((one) => writtenText(one, names)).join(", ")}]`;
  const [name, argument] = calledFunction(value) ?? [];
  if (name === undefined || argument === undefined || name === "Fn::FindInMap") {
    if (value.size === 0) return "!Ref AWS::NoValue";
    return name === undefined ? shortText(value) : `!FindInMap ${shortText(argument ?? "")}`;
  }
  const [decider, ...branches] = name === "Fn::If" && isList(argument) ? argument : [];
  const condition = typeof decider === "string" ? names?.get(decider) : undefined;
  const shown = condition === undefined ? argument : [condition, ...branches];
  return `!${name.slice("Fn::".length)} ${writtenText(shown, names)}`;
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
