import { mayBecome } from "./values/pseudoParameters.ts";
import {
  calledFunction,
  isKnown,
  isList,
  isOpen,
  textParts,
  type Value,
  type ValueMap,
  valueIdentity,
  valueOfHole,
} from "./values/value.ts";

/** Whether two values are one once they are deployed: `open` is what only the deployment tells. */
export type Sameness = "same" | "apart" | "open";

export function sameness(before: Value | undefined, after: Value | undefined): Sameness {
  if (valueIdentity(before) === valueIdentity(after)) return "same";
  if (before === undefined || after === undefined) {
    // Only a choice may have no value at all.
    return isChoice(before ?? after) ? "open" : "apart";
  }
  if (typeof before === "string" && typeof after === "string") return ofTexts(before, after);
  const found = ofCalls(before, after) ?? ofLists(before, after);
  if (found !== undefined) return found;
  if (areDisjoint(before, after)) return "apart";
  return isOpen(before) || isOpen(after) ? "open" : "apart";
}

function isChoice(value: Value | undefined): boolean {
  return value !== undefined && calledFunction(value)?.[0] === "Fn::If";
}

/** For two calls with the same question: by what each answer would be. */
function ofCalls(before: Value, after: Value): Sameness | undefined {
  const [one, other] = [calledFunction(before), calledFunction(after)];
  if (one === undefined || other === undefined || one[0] !== other[0]) return undefined;
  if (one[0] === "Fn::FindInMap") return ofRows(one[1], other[1]);
  return one[0] === "Fn::If" ? ofBranches(one[1], other[1]) : undefined;
}

function ofBranches(before: Value, after: Value): Sameness | undefined {
  if (!isList(before) || !isList(after) || valueIdentity(before[0]) !== valueIdentity(after[0])) return undefined;
  return ofAll([sameness(before[1], after[1]), sameness(before[2], after[2])]);
}

/** A stack that was deployed, and will be, asks for a row that both mappings have. */
function ofRows(before: Value, after: Value): Sameness | undefined {
  if (!isMap(before) || !isMap(after)) return undefined;
  const [asked, rows] = [...before].find(([name]) => name !== "DefaultValue") ?? [];
  const others = after.get(asked ?? "");
  if (!isMap(rows) || !isMap(others)) return undefined;
  const [otherwise, otherwiseAfter] = [before.get("DefaultValue"), after.get("DefaultValue")];
  const pairs = [...new Set([...rows.keys(), ...others.keys()])].map((row) => [
    rows.get(row) ?? otherwise,
    others.get(row) ?? otherwiseAfter,
  ]);
  return ofAll(
    [...pairs, [otherwise, otherwiseAfter]].flatMap(([one, other]) =>
      one === undefined || other === undefined ? [] : [sameness(one, other)],
    ),
  );
}

function ofAll(each: readonly Sameness[]): Sameness | undefined {
  const [only, ...others] = new Set(each);
  return others.length === 0 ? only : "open";
}

/** Lists of different lengths differ, unless a condition leaves items out. */
function ofLists(before: Value, after: Value): Sameness | undefined {
  if (!isList(before) || !isList(after) || before.length === after.length) return undefined;
  const count = new Map<string, number>();
  for (const item of before.filter(isChoice)) count.set(valueIdentity(item), (count.get(valueIdentity(item)) ?? 0) + 1);
  for (const item of after.filter(isChoice)) count.set(valueIdentity(item), (count.get(valueIdentity(item)) ?? 0) - 1);
  return [...count.values()].every((left) => left === 0) ? "apart" : undefined;
}

function ofTexts(before: string, after: string): Sameness {
  if (mayBecome(before, after) || mayBecome(after, before)) return "open";
  const [one, other] = [textParts(before), textParts(after)];
  if (one.texts.join("\n") === other.texts.join("\n") && one.texts.length === other.texts.length) {
    const found = one.holes.map((hole, at) => ofHoles(hole, other.holes[at] ?? "")).filter((each) => each !== "same");
    const [only = "same", ...others] = found;
    // If more than one differ, one may have what the other lacks.
    if (others.length === 0) return only;
  }
  if (endsApart(one, other) || isLonger(one, other) || isLonger(other, one) || areOpposite(one, other)) return "apart";
  return isOpen(before) || isOpen(after) ? "open" : "apart";
}

function ofHoles(before: string, after: string): Sameness {
  if (before === after) return "same";
  const [one, other] = [valueOfHole(before), valueOfHole(after)];
  if (one !== undefined && other !== undefined) return sameness(one, other);
  return isOpen(before) || isOpen(after) ? "open" : "apart";
}

type Parts = ReturnType<typeof textParts>;

/** Whether the texts begin or end with something else before anything is filled in. */
function endsApart(one: Parts, other: Parts): boolean {
  const [first, second] = [one.texts[0] ?? "", other.texts[0] ?? ""];
  const [last, secondLast] = [one.texts.at(-1) ?? "", other.texts.at(-1) ?? ""];
  return !(
    (first.startsWith(second) || second.startsWith(first)) &&
    (last.endsWith(secondLast) || secondLast.endsWith(last))
  );
}

/** Whether a text is longer than another whatever fills them, since what fills that fills this, too: `${Name}-a` and `${Name}`. */
function isLonger(one: Parts, other: Parts): boolean {
  if (lengthOf(one) <= lengthOf(other)) return false;
  const left = new Map<string, number>();
  for (const hole of one.holes) left.set(hole, (left.get(hole) ?? 0) + 1);
  for (const hole of other.holes) left.set(hole, (left.get(hole) ?? 0) - 1);
  return [...left.values()].every((number) => number >= 0);
}

/** In the same order and of the same lengths, they stand opposite each other: `${Name}-a` and `${Name}-b`. */
function areOpposite(one: Parts, other: Parts): boolean {
  return (
    one.holes.join() === other.holes.join() && one.texts.every((text, at) => text.length === other.texts[at]?.length)
  );
}

function lengthOf({ texts }: Parts): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** Whether nothing that one may be is what the other may be. */
function areDisjoint(before: Value, after: Value): boolean {
  const [one, other] = [possibleValues(before), possibleValues(after)];
  if (one === undefined || other === undefined) return false;
  const others = new Set(other);
  return !one.some((key) => others.has(key));
}

/** The identities of all possible values of a choice; `undefined` if they are not known. */
export function possibleValues(value: Value): readonly string[] | undefined {
  if (isKnown(value)) return [valueIdentity(value)];
  const called = calledFunction(value);
  const choices =
    called?.[0] === "Fn::If" && isList(called[1])
      ? called[1].slice(1)
      : called?.[0] === "Fn::FindInMap" && isMap(called[1])
        ? [...called[1].values()].flatMap((rows) => (isMap(rows) ? [...rows.values()] : [rows]))
        : undefined;
  const each = choices?.map(possibleValues);
  return each?.every((keys) => keys !== undefined) ? each.flat() : undefined;
}

function isMap(value: Value | undefined): value is ValueMap {
  return value instanceof Map;
}
