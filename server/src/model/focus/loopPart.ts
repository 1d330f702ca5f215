import { isLoopKey } from "../tree/functionNames.ts";
import type { Focus, Place } from "./focus.ts";

/** A part of a `Fn::ForEach`: its key, its variable where it is named, or the key of what it repeats. */
export type LoopPart = "key" | "variable" | "repeated";

/** The part of a loop that a focus is on; `undefined` for all else. */
export function loopPart(focus: Focus): LoopPart | undefined {
  switch (focus.kind) {
    case "name":
      return isLoopKey(focus.entry.name) ? "key" : /[$&]\{/.test(focus.entry.name) ? "repeated" : undefined;
    case "key":
      return isLoopKey(focus.name) ? "key" : undefined;
    case "value":
      return isVariable(focus.place) ? "variable" : undefined;
    default:
      return undefined;
  }
}

function isVariable(place: Place): boolean {
  if (!("entry" in place)) return false;
  const steps = [place.entry.name, ...stepsOf(place)].map(String);
  return steps.at(-1) === "0" && isLoopKey(steps.at(-2) ?? "");
}

/** The keys and indexes from the value of a place's entry downwards. */
export function stepsOf(place: Extract<Place, { entry: unknown }>): readonly (string | number)[] {
  if (place.in === "entry" || place.attribute === undefined) return place.path;
  return [place.attribute, ...place.path];
}
