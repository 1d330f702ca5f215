import type { Candidate, ConcretePlace } from "./candidates.ts";
import type { NotePlace } from "./place.ts";

/** How closely a note's place fits a candidate: the candidate's specificity, less for wildcards; `undefined` if it does not. */
export function match(place: NotePlace, candidate: Candidate): number | undefined {
  const loss = lossOf(place, candidate.place);
  return loss === undefined ? undefined : candidate.specificity - loss;
}

/** Whether `*` in `pattern` can stand for something so that it is `text`. Linear but for the number of stars. */
export function globMatches(pattern: string, text: string): boolean {
  const [first = "", ...parts] = pattern.split("*");
  if (parts.length === 0) return pattern === text;
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
  if (concrete.kind === "string") return stringLoss(place, concrete.text, concrete.offset);
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
      return concrete.kind === place.kind && place.name === concrete.name ? 0 : undefined;
    default:
      return undefined;
  }
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
  if (actual === undefined || !globMatches(key.toLowerCase(), actual.toLowerCase())) return undefined;
  const loss = pathLoss(pattern, from + 1, path, at + 1);
  return loss === undefined ? undefined : loss + (key.includes("*") ? 1 : 0);
}

/** How far from the caret the words of a command may stand. */
const AROUND = 400;

function stringLoss(place: NotePlace, text: string, offset: number | undefined): number | undefined {
  const start = offset === undefined ? 0 : Math.max(0, offset - AROUND);
  const near = text.slice(start, start + 2 * AROUND);
  const caret = offset === undefined ? undefined : offset - start;
  if (place.kind === "word") return coversWords(place.words, near, caret) ? -5 - place.words.length : undefined;
  if (place.kind === "text")
    return coversText(place.text, near, caret) ? (place.text.includes("*") ? 1 : 0) : undefined;
  return undefined;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function coversWords(words: readonly string[], text: string, caret: number | undefined): boolean {
  const found = wordsIn(text);
  return found.some((_, from) => {
    const last = consecutive(words, found, from);
    if (last === undefined) return false;
    if (caret === undefined) return true;
    return found.slice(from, last + 1).some((word) => word.start <= caret && caret <= word.end);
  });
}

/** Where `words` end if they stand one after the other from `from`; options may stand between them. */
function consecutive(words: readonly string[], found: readonly Word[], from: number): number | undefined {
  let at = from - 1;
  for (const [index, word] of words.entries()) {
    at++;
    if (index > 0 && found[at]?.text.startsWith("--")) {
      const next = [at + 1, at + 2].find((skipped) => isWord(found[skipped], word));
      if (next === undefined) return undefined;
      at = next;
    }
    if (!isWord(found[at], word)) return undefined;
  }
  return at;
}

function isWord(found: Word | undefined, word: string): boolean {
  if (!found) return false;
  if (found.text === word) return true;
  // `/opt/aws/bin/cfn-signal`, `cfn-signal.exe`, `"cfn-signal`.
  const name = found.text
    .replace(/^.*[/\\]/, "")
    .replace(/[.:]+$/, "")
    .replace(/\.exe$/i, "");
  return name === word;
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[^\s"'`()|;&<>=,[\]{}]+/g)]
    .filter(([word]) => word !== "\\")
    .map((found) => ({ text: found[0], start: found.index, end: found.index + found[0].length }));
}

/** Whether a token `pattern` of `text` is under the caret; a star at its end stands for the rest of a token. */
function coversText(pattern: string, text: string, caret: number | undefined): boolean {
  const isOpen = pattern.endsWith("*");
  const token = (isOpen ? pattern.slice(0, -1) : pattern).toLowerCase();
  if (token === "") return false;
  const lower = text.toLowerCase();
  for (let start = lower.indexOf(token); start >= 0; start = lower.indexOf(token, start + 1)) {
    const rest = isOpen ? (/^[\w.-]*/.exec(lower.slice(start + token.length))?.[0].length ?? 0) : 0;
    const end = start + token.length + rest;
    const isToken = !/[\w-]/.test(lower[start - 1] ?? " ") && (isOpen || !/[\w-]/.test(lower[end] ?? " "));
    if (isToken && (caret === undefined || (start <= caret && caret <= end))) return true;
  }
  return false;
}
