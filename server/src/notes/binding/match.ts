import type { NotePlace } from "../reading/note.ts";
import { type CandidateString, coversText, coversWords } from "./candidateString.ts";
import type { Candidate, ConcretePlace } from "./candidates.ts";

/** How closely a note's place fits a candidate: the candidate's specificity, less for wildcards; `undefined` if it does not. */
export function match(place: NotePlace, candidate: Candidate): number | undefined {
  const loss = lossOf(place, candidate.place);
  return loss === undefined ? undefined : candidate.specificity - loss;
}

/** Whether a text matches a pattern with `*`. Linear but for the number of stars. */
export function globMatches(pattern: string, text: string): boolean {
  if (!pattern.includes("*")) return pattern === text;
  const [first = "", ...parts] = pattern.split("*");
  if (!text.startsWith(first)) return false;
  const last = parts.pop() ?? "";
  let from = first.length;
  for (const part of parts) {
    const found = text.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

function lossOf(place: NotePlace, concrete: ConcretePlace): number | undefined {
  if (concrete.kind === "string") return stringLoss(place, concrete);
  switch (place.kind) {
    case "type":
      if (concrete.kind !== "type" || !globMatches(place.type, concrete.type)) return undefined;
      return place.type.includes("*") ? 5 : 0;
    case "property":
      if (concrete.kind !== "property" || !globMatches(place.type, concrete.type)) return undefined;
      return keysLoss(place, concrete);
    case "section":
      return concrete.kind === "section" && place.section === concrete.section ? keysLoss(place, concrete) : undefined;
    case "attribute":
    case "metadata":
      return concrete.kind === place.kind ? keysLoss(place, concrete) : undefined;
    case "function":
    case "pseudo":
    case "own":
      return concrete.kind === place.kind && place.name === concrete.name ? 0 : undefined;
    default:
      return undefined;
  }
}

/** A command is more specific than a token, and the more words it has, the more specific it is. */
function stringLoss(place: NotePlace, string: CandidateString): number | undefined {
  if (place.kind === "word") return coversWords(place.words, string) ? -5 - place.words.length : undefined;
  if (place.kind === "text") return coversText(place.text, string) ? (place.text.includes("*") ? 1 : 0) : undefined;
  return undefined;
}

interface Keys {
  readonly path: readonly string[];
  readonly value: string | undefined;
}

function keysLoss(place: Keys, concrete: Keys): number | undefined {
  if (place.value === undefined ? concrete.value !== undefined : concrete.value === undefined) return undefined;
  if (place.value !== undefined && !globMatches(place.value, concrete.value ?? "")) return undefined;
  const loss = pathLoss(place.path, 0, concrete.path, 0);
  return loss === undefined ? undefined : loss + (place.value?.includes("*") ? 2 : 0);
}

function pathLoss(pattern: readonly string[], from: number, path: readonly string[], at: number): number | undefined {
  const key = pattern[from];
  if (key === undefined) return at === path.length ? 0 : undefined;
  if (key === "**") {
    for (let skip = at; skip <= path.length; skip++) {
      const loss = pathLoss(pattern, from + 1, path, skip);
      if (loss !== undefined) return loss + 2 + (skip - at);
    }
    return undefined;
  }
  const actual = path[at];
  if (actual === undefined || (key !== actual && !globMatches(key.toLowerCase(), actual.toLowerCase())))
    return undefined;
  const loss = pathLoss(pattern, from + 1, path, at + 1);
  return loss === undefined ? undefined : loss + (key.includes("*") ? 1 : 0);
}
