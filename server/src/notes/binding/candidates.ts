import type { Focus, Place } from "../../model/focus/focus.ts";
import { loopPart } from "../../model/focus/loopPart.ts";
import { functionOf } from "../../model/tree/functionNames.ts";
import type { NotePlace } from "../reading/note.ts";
import { otherTypeOf } from "../words/otherTypes.ts";
import { type CandidateString, candidateString } from "./candidateString.ts";

/** Something that notes may be bound to at a focus. */
export interface Candidate {
  readonly place: ConcretePlace;
  /** The higher, the closer it is to what is under the caret. */
  readonly specificity: number;
}

/** A place of a template, whether it is written yet or not. */
export type PossiblePlace = Place extends infer One
  ? One extends Place
    ? Omit<One, "entry" | "logicalId">
    : never
  : never;

/** A place without wildcards; words and texts come with their surroundings. */
export type ConcretePlace =
  | Exclude<NotePlace, { kind: "word" } | { kind: "text" } | { kind: "name" }>
  | CandidateString;

const VALUE = 90;
const STRING = 85;
const KEY = 80;
const VALUE_OF_KEY = 70;
/** For a note on an attribute's key, one and two levels below that key. */
const BELOW = [60, 55] as const;
export const MAX_BELOW: number = BELOW[0];

/** Whether what a note is on stands above the key under the caret. */
export function isBelow(specificity: number): boolean {
  return BELOW.some((one) => one === specificity);
}

const MAX_METADATA = 3;
const TYPE = 50;

/** What notes may be bound to at a focus, most specific first; `[]` if nothing can be. */
export function candidates(focus: Focus): Candidate[] {
  const found = candidatesOf(focus).flatMap(withOtherType);
  return found.sort((left, right) => right.specificity - left.specificity);
}

/** Something that is, or may be, written in a template. */
export type Writable =
  /** A key at a place, which includes it; or, with `value`, one of the values it may get. */
  | { readonly kind: "key"; readonly place: PossiblePlace; readonly name: string; readonly value?: string }
  | { readonly kind: "type" | "function" | "pseudo"; readonly name: string }
  /** A word at an offset of a script's line. */
  | { readonly kind: "word"; readonly line: string; readonly offset: number };

/** With the same of the type that a type is another name of; see {@link otherTypeOf}. */
function withOtherType(candidate: Candidate): readonly Candidate[] {
  const { place, specificity } = candidate;
  if (place.kind !== "type" && place.kind !== "property") return [candidate];
  const type = otherTypeOf(place.type);
  return type === undefined ? [candidate] : [candidate, candidateAt({ ...place, type }, specificity - 1)];
}

/** What notes may be bound to for what may be written. */
export function candidatesFor(written: Writable): Candidate[] {
  return candidatesOfWritable(written).flatMap(withOtherType);
}

function candidatesOfWritable(written: Writable): readonly Candidate[] {
  switch (written.kind) {
    case "key": {
      const { place, name, value } = written;
      return value === undefined ? keyCandidates(place, name) : valueCandidates(place, value);
    }
    case "type":
      return typeCandidates(written.name);
    case "function":
    case "pseudo":
      return [candidateAt({ kind: written.kind, name: written.name }, KEY)];
    case "word":
      return [candidateAt(candidateString(written.line, written.offset), STRING)];
  }
}

function candidatesOf(focus: Focus): Candidate[] {
  if (loopPart(focus) !== undefined) return [candidateAt({ kind: "function", name: "Fn::ForEach" }, KEY)];
  switch (focus.kind) {
    case "section":
      return [candidateAt({ kind: "section", section: focus.section.name, path: [], value: undefined }, KEY)];
    case "name":
      // A name that somebody gave is no place for a note.
      return [];
    case "type":
      return typeCandidates(focus.type);
    case "key":
      return keyCandidates(focus.place, focus.name);
    case "function":
      return [candidateAt({ kind: "function", name: functionOf(focus.call.name) }, KEY)];
    case "reference":
      return referenceCandidates(focus);
    case "word":
      return [
        candidateAt(candidateString(focus.text, focus.textOffset), STRING),
        // In a script or sentence, every word would show the note on its key.
        ...(focus.script ? [] : concretePlaces(focus.place, focus.text).map((place) => candidateAt(place, VALUE))),
      ];
    case "value":
      // A command in a description is an example.
      if (focus.place.in === "section" && focus.place.section === "Description") return [];
      return [
        // Between the words of a script, the caret is on none of its commands.
        ...(focus.scalar.text.trim().includes("\n")
          ? []
          : [candidateAt(candidateString(focus.scalar.text, undefined), STRING)]),
        ...valueCandidates(focus.place, focus.scalar.text),
      ];
    case "blank":
      return [];
  }
}

function candidateAt(place: ConcretePlace, specificity: number): Candidate {
  return { place, specificity };
}

function typeCandidates(type: string | undefined): Candidate[] {
  return type === undefined ? [] : [candidateAt({ kind: "type", type }, TYPE)];
}

function keyCandidates(place: PossiblePlace, name: string): Candidate[] {
  const found = concretePlaces(place, undefined).map((concrete) => candidateAt(concrete, KEY));
  const inMetadata =
    place.in === "resource" ? place.attribute === "Metadata" : place.in === "entry" && place.section === "Metadata";
  // A file's name is a key of `AWS::CloudFormation::Init`.
  if (inMetadata && /[/.\\]/.test(name)) found.push(candidateAt(candidateString(name, undefined), STRING));
  return [...found, ...aboveCandidates(place)];
}

function valueCandidates(place: PossiblePlace, text: string): Candidate[] {
  if (place.in === "section" && place.section === "Description") return [];
  const exact = concretePlaces(place, text).map((concrete) => candidateAt(concrete, VALUE));
  // The default and the allowed values of a parameter are somebody's own.
  const isOwn = place.in === "entry" && place.section === "Parameters" && place.path[0] !== "Type";
  const ofKey = isOwn ? [] : concretePlaces(place, undefined).map((concrete) => candidateAt(concrete, VALUE_OF_KEY));
  // A number or time belongs to its key; a name has a meaning of its own.
  const isPlain = /^(?:\d+(?:\.\d+)?%?|true|false|P[\dT].*)$/i.test(text);
  return [...exact, ...ofKey, ...(isPlain ? aboveCandidates(place) : [])];
}

function referenceCandidates(focus: Extract<Focus, { kind: "reference" }>): Candidate[] {
  const { name, via } = focus.reference;
  if (name.startsWith("AWS::") && focus.reference.kind === "ref") return [candidateAt({ kind: "pseudo", name }, KEY)];
  const found = concretePlaces(focus.place, undefined).map((concrete) => candidateAt(concrete, VALUE_OF_KEY));
  const isLookUp = via === "Fn::FindInMap" || via === "Fn::ImportValue";
  return isLookUp ? [candidateAt({ kind: "function", name: via }, VALUE_OF_KEY), ...found] : found;
}

/** The keys above a resource attribute's or metadata's key, up to two levels. */
function aboveCandidates(place: PossiblePlace): Candidate[] {
  const [own] = concretePlaces(place, undefined);
  if (own?.kind !== "attribute" && own?.kind !== "metadata") return [];
  // Below a config's `packages` or `files` the names are the author's own.
  if (own.kind === "metadata" && own.path.length > MAX_METADATA) return [];
  return BELOW.flatMap((specificity, distance) => {
    const path = own.path.slice(0, -1 - distance);
    return path.length === 0 ? [] : [candidateAt({ ...own, path }, specificity)];
  });
}

function concretePlaces(place: PossiblePlace, value: string | undefined): ConcretePlace[] {
  if (place.in === "section") return [{ kind: "section", section: place.section, path: [], value }];
  if (place.in === "template") return [];
  const path = place.path.filter((key) => typeof key === "string");
  if (place.in === "entry") {
    if (place.section === "Metadata") return [{ kind: "metadata", path: [place.name, ...path], value }];
    const section: ConcretePlace = { kind: "section", section: place.section, path, value };
    if (place.section !== "Globals") return path.length === 0 && value === undefined ? [] : [section];
    return path.length === 0 ? [section] : [{ kind: "property", type: `AWS::Serverless::${place.name}`, path, value }];
  }
  const { attribute, type } = place;
  if (attribute === undefined) return [];
  if (attribute === "Type")
    return type === undefined || path.length > 0 ? [] : [{ kind: "attribute", path: ["Type"], value }];
  if (attribute === "Metadata" && path.length > 0) return [{ kind: "metadata", path, value }];
  if (attribute !== "Properties") return [{ kind: "attribute", path: [attribute, ...path], value }];
  return type === undefined || path.length === 0 ? [] : [{ kind: "property", type, path, value }];
}
