import { memoBy, memoByText } from "../../text/memoBy.ts";
import { isPartOf, type Note, type NoteFileContent, type NotePlace } from "../reading/note.ts";
import { passageOf } from "../reading/passage.ts";
import { EMPHASISED, NAMES_A_WHOLE, ONE_OF_SEVERAL, WHOLE_TITLE } from "../reading/terms.ts";
import { japaneseKeys, nameKeys } from "../words/nameKeys.ts";
import { isDistinctive, nameKey } from "../words/names.ts";
import { isFirstOfService } from "../words/services.ts";
import { isBesideSubject } from "./besideSubject.ts";
import { type Binding, MARKED } from "./bindings.ts";
import type { BindingTable } from "./bindingTable.ts";
import type { BoundNote, RankedNote } from "./boundNote.ts";
import { type Candidate, isBelow } from "./candidates.ts";
import { match } from "./match.ts";
import { isListedThing, isSettingOfOne, proseOf, saysNothing } from "./saysNothing.ts";
import type { Scope } from "./topic.ts";

/** The topics of the best built-in note on the thing itself. */
export function builtInTopics(notes: readonly BoundNote[]): readonly string[] {
  return notes.find(({ file, tier }) => file.builtIn && tier === "thing")?.note.topicIds ?? [];
}

/** The notes that belong to a focus's candidates, best first, each once. */
export function bind(bindings: BindingTable, candidates: readonly Candidate[]): BoundNote[] {
  return shownOnce(ranked(bindings, candidates));
}

/** Ranked notes as they show, each title once. */
export function shownOnce(sorted: readonly RankedNote[]): BoundNote[] {
  return withoutEmptyTitles(withoutRepeatedTitles(sorted));
}

/**
 * The same in order of rank, with the ranks.
 *
 * @param accepts leaves bindings out
 */
export function ranked(
  bindings: BindingTable,
  candidates: readonly Candidate[],
  accepts: (binding: Binding) => boolean = () => true,
): RankedNote[] {
  const best = new Map<Note, Ranked>();
  for (const candidate of candidates) {
    for (const { binding, number } of bindings.near(candidate)) {
      const specificity = match(binding.place, candidate);
      if (specificity === undefined || !accepts(binding)) continue;
      const ranked = new Ranked(binding, candidate, specificity, number);
      if (isAside(binding) && !ranked.isCalled) continue;
      if (isOnlyAbove(binding, candidate)) continue;
      const known = best.get(ranked.note);
      if (!known || compare(ranked, known) < 0) best.set(ranked.note, ranked);
    }
  }
  return [...best.values()].filter((bound) => !saysNothing(bound)).sort(compare);
}

/**
 * A note with its rank, whose numbers are computed only as far as a comparison needs them: most notes have no rival.
 */
class Ranked implements RankedNote {
  readonly binding: Binding;
  readonly note: Note;
  readonly file: NoteFileContent;
  readonly specificity: number;
  readonly #candidate: Candidate;
  readonly #number: number;
  readonly #known: number[] = [];
  #tier: BoundNote["tier"] | undefined;

  constructor(binding: Binding, candidate: Candidate, specificity: number, number: number) {
    this.binding = binding;
    this.note = binding.note;
    this.file = binding.file;
    this.specificity = specificity;
    this.#candidate = candidate;
    this.#number = number;
  }

  get isCalled(): boolean {
    return this.at(CALLED) < 2;
  }

  get isByPart(): boolean {
    return this.binding.strength < WHOLE_TITLE;
  }

  get isCommand(): boolean {
    const { place, strength } = this.binding;
    return place.kind === "word" && strength <= EMPHASISED;
  }

  get isListed(): boolean {
    return isListedThing(this);
  }

  get isSpoken(): boolean {
    const { note, key, place, strength, scope } = this.binding;
    if (strength === MARKED || place.kind === "own") return false;
    if (scope === "service" && !key.includes("::")) return true;
    return !note.terms.some((term) => term.key === key && isDistinctive(term.name));
  }

  get isRelated(): boolean {
    const { place, strength, key, topic } = this.binding;
    if (strength === MARKED || !NAMED_KINDS.has(place.kind) || this.isCalled) return false;
    if (place.kind !== "property" || key === "") return true;
    const name = nameKey(place.path.at(-1) ?? "").replace(BESIDE_NAME, "");
    return !name.endsWith(key) && topic?.names.has(name) !== true;
  }

  get isSetting(): boolean {
    return isSettingOfOne(this);
  }

  get isOfType(): boolean {
    return this.binding.topic?.places.some(({ kind }) => kind === "type") === true;
  }

  get isVague(): boolean {
    const { fit, topic } = this.binding;
    return fit < 2 && topic !== undefined && topic.services.size > MAX_SERVICES;
  }

  get isOfOtherService(): boolean {
    const { place, fit } = this.binding;
    // A metric, or another word that stands in a template, keeps its meaning if its service is only named.
    return fit === 0 && (place.kind === "type" || (place.kind === "property" && place.value === undefined));
  }

  get isMarked(): boolean {
    return this.binding.strength === MARKED;
  }

  get isOnAttribute(): boolean {
    return this.binding.place.kind === "attribute" && !this.isMarked;
  }

  get isOnSyntax(): boolean {
    return SYNTAX_KINDS.has(this.binding.place.kind) && !this.isMarked;
  }

  get isOnCloudFormation(): boolean {
    const { place, scope } = this.binding;
    if (place.kind === "section") return place.section === "AWSTemplateFormatVersion" && !this.isCalled;
    if (scope !== "service" || place.kind !== "type") return false;
    return place.type === "AWS::CloudFormation::Stack" || place.type.startsWith("AWS::Serverless::");
  }

  get tier(): BoundNote["tier"] {
    this.#tier ??= tierOf(this);
    return this.#tier;
  }

  get rank(): readonly number[] {
    return [...RANKED_BY.map((_, index) => this.at(index)), this.#number];
  }

  /** The number at an index of {@link rank}. */
  at(index: number): number {
    const by = RANKED_BY[index];
    if (by === undefined) return this.#number;
    this.#known[index] ??= RANKS[by](this.binding, this.#candidate, this.specificity);
    return this.#known[index];
  }
}

/** Words that keys have besides the name of the thing they refer to: `NatGatewayId`, `CustomOriginConfig`. */
const BESIDE_NAME = /(?:(?:id|name|arn)s?|config(?:uration)?)$/;

/** Kinds of places that templates of all services have. */
const SYNTAX_KINDS: ReadonlySet<NotePlace["kind"]> = new Set([
  "attribute",
  "metadata",
  "section",
  "function",
  "pseudo",
]);

/** Kinds of places with an AWS name in templates, except types. */
const NAMED_KINDS: ReadonlySet<NotePlace["kind"]> = new Set([
  "property",
  "attribute",
  "section",
  "function",
  "pseudo",
  "word",
]);

/** A topic with more services is not on one service alone. */
const MAX_SERVICES = 2;

function tierOf(ranked: Ranked): BoundNote["tier"] {
  const { place, strength, key, fit, note, file } = ranked.binding;
  // A command names something to do; in a sentence it is no title.
  if (strength <= EMPHASISED && key !== "" && place.kind !== "word") return "mention";
  // The titles above it name another service.
  if (fit === 0 && strength < ONE_OF_SEVERAL) return "mention";
  if (place.kind === "type" && place.type.endsWith("::*")) return "whole";
  // The title of a README of templates says what the templates are for.
  if (file.guidesTemplates && key !== "" && note.title === file.title) return "whole";
  if (file.builtIn || key === "" || !isOnWhole(ranked.binding)) return "thing";
  return ranked.at(CALLED) === 0 ? "thing" : "whole";
}

/** Whether a note only mentions what a function is used for: 依存関係の可視化 at each `!Ref` of a template. */
function isAside({ place, strength, key, file }: Binding): boolean {
  return place.kind === "function" && strength < NAMES_A_WHOLE && key !== "" && !file.builtIn;
}

/** Whether a note only begins with the name of an attribute, at a key below that: `UpdatePolicy EnableVersionUpgrade`. */
function isOnlyAbove({ strength, key, file }: Binding, { specificity }: Candidate): boolean {
  return isBelow(specificity) && strength < NAMES_A_WHOLE && key !== "" && !file.builtIn;
}

/**
 * Whether a note is on something larger than a place, or closer to another: a note on a service says little about one
 * of its keys.
 */
function isOnWhole(binding: Binding): boolean {
  const { place, scope, topic } = binding;
  if (place.kind === "type") return scope === "service" && !isFirstOfService(place.type);
  if (scope === "service" || place.kind === "function") return true;
  // A note on the outputs of a stack says little about the export name of each.
  if (place.kind === "section" && place.path.length > 0)
    return topic?.places.some((other) => other.kind === "section" && other.path.length === 0) === true;
  return place.kind === "property" && hasCloserPlace(place, binding);
}

/** Whether the title of a note is a type, or another key beside a property: `TargetGroup` at its HealthCheckPath. */
function hasCloserPlace({ type, path }: Extract<NotePlace, { kind: "property" }>, { key, topic }: Binding): boolean {
  if (topic === undefined) return false;
  const names = nameKeys(key);
  const own = path.at(-1)?.toLowerCase() ?? "";
  const isPartOf = names.some((name) => own.includes(name));
  return topic.places.some((other) => {
    if (other.kind === "property")
      return other.type === type && !isPartOf && nameKeys(other.path.at(-1) ?? "").some((name) => names.includes(name));
    if (other.kind !== "type" || (isPartOf && other.type !== type)) return false;
    const tail = nameKey(other.type.slice(other.type.lastIndexOf(":") + 1));
    return names.some((name) => name.endsWith(tail));
  });
}

/** Leaves out the note of a file if the heading that gives the file its title is there, too. */
function withoutRepeatedTitles(found: readonly BoundNote[]): BoundNote[] {
  const notes = new Set(found.map(({ note }) => note));
  return found.filter(
    ({ note }) =>
      note.naming !== "file" || !note.children.some((child) => child.title === note.title && notes.has(child)),
  );
}

/** Puts a heading without text behind the section below it that fits as closely. */
function withoutEmptyTitles(found: BoundNote[]): BoundNote[] {
  const [first] = found;
  if (first?.note.kind !== "heading" || hasBeginning(first.note, first.file)) return found;
  const inner = found.find(({ note, specificity }) => specificity === first.specificity && isPartOf(note, first.note));
  return inner ? [inner, ...found.filter((bound) => bound !== inner)] : found;
}

/** Whether a section begins with text: its own, or that of an overview. Memoised: the same come first at many places. */
export const hasBeginning: (note: Note, file: NoteFileContent) => boolean = memoBy(
  (note, file) =>
    hasOwnText(note, file) || note.children.some((child) => IS_OVERVIEW.test(child.title) && hasOwnText(child, file)),
);

const hasOwnText = (note: Note, file: NoteFileContent): boolean => passageOf(note, file, [note.own]).trim() !== "";

/** A heading for what a section says first. */
const IS_OVERVIEW = /^\W*(?:概要|はじめに|overview|introduction)\W*$/iu;

const SCOPES: readonly Scope[] = ["thing", "service", "around"];

/** The criteria by which notes are ranked, the most important first. */
export const RANKED_BY = [
  "own",
  "specificity",
  "service",
  "called",
  "contradicted",
  "strong",
  "context",
  "aside",
  "meanings",
  "breadth",
  "topic",
  "wholeTitle",
  "heading",
  "strength",
  "prose",
  "line",
] as const;

const CALLED = RANKED_BY.indexOf("called");

/** The rank by each criterion; smaller is better. */
const RANKS: Readonly<
  Record<(typeof RANKED_BY)[number], (binding: Binding, candidate: Candidate, specificity: number) => number>
> = {
  // The user's own notes come first, then those of the team.
  own: ({ file }) => (file.builtIn ? 2 : Number(file.team)),
  specificity: (_binding, _candidate, specificity) => -specificity,
  service: ({ scope }) => SCOPES.indexOf(scope),
  // A note whose title is the name of the thing is closer than one on something related.
  called: (binding, candidate) => called(writtenName(candidate, binding.place), binding),
  contradicted: ({ fit }) => (fit === 0 ? 1 : 0),
  strong: ({ strength }) => (strength >= 4 ? 0 : 1),
  context: ({ fit }) => -fit,
  aside: ({ note, file, place }) => Number(isBesideSubject(note, file, place)),
  meanings: ({ meanings }) => meanings,
  breadth: ({ breadth }) => breadth,
  topic: ({ order }) => order,
  wholeTitle: ({ strength }) => (strength >= WHOLE_TITLE ? 0 : 1),
  heading: ({ note }) => (note.kind === "heading" ? 0 : 1),
  strength: ({ strength }) => -Math.floor(strength),
  prose: ({ note, file }) => -proseOf(note, file),
  line: ({ note }) => note.line,
};

/** The comparable forms of a name, `VersioningConfiguration` also as `Versioning`; memoised, as many bindings ask for the same. */
const calledKeys = memoByText((name) => {
  const short = name.replace(/(?<=[a-z])Config(?:uration)?$/, "");
  return [...nameKeys(name), ...nameKeys(short), nameKey(name.slice(name.lastIndexOf(":") + 1))];
}, 1000);

/** 0 if the title is the name of the thing, 1 for a note on a group of properties that includes it, else 2. */
function called(name: string | undefined, { key, topic, place }: Binding): 0 | 1 | 2 {
  if (name === undefined) return 2;
  const keys = calledKeys(name);
  if (keys.includes(key)) return 0;
  if (place.kind === "property" && japaneseKeys(key).some((one) => keys.includes(one))) return 0;
  if (place.kind === "type" || !keys.some((one) => topic?.names.has(one) === true)) return 2;
  return place.kind === "property" ? 1 : 0;
}

/** The name of a place as templates write it. */
function writtenName({ place }: Candidate, bound: NotePlace): string | undefined {
  switch (place.kind) {
    case "type":
      return place.type.slice(place.type.lastIndexOf(":") + 1);
    case "section":
      return place.value ?? place.path.at(-1) ?? place.section;
    case "function":
    case "pseudo":
    case "own":
      return place.name;
    case "string":
      if (bound.kind === "text") return bound.text;
      return bound.kind === "word" ? bound.words.join(" ") : undefined;
    default:
      return place.value ?? place.path.at(-1);
  }
}

function compare(left: Ranked, right: Ranked): number {
  for (let index = 0; index <= RANKED_BY.length; index++) {
    const difference = left.at(index) - right.at(index);
    if (difference !== 0) return difference;
  }
  return 0;
}
