import { memoBy, memoByText } from "../../text/memoBy.ts";
import { isWithin, type Note, type NoteFileContent } from "../reading/note.ts";
import { passageOf } from "../reading/passage.ts";
import type { NotePlace } from "../reading/place.ts";
import { EMPHASISED, NAMES_A_WHOLE, ONE_OF_SEVERAL, WHOLE_TITLE } from "../reading/terms.ts";
import { nameKeys } from "../words/nameKeys.ts";
import { isDistinctive, nameKey } from "../words/names.ts";
import { isFirstOfService } from "../words/services.ts";
import { type Binding, MARKED } from "./bindings.ts";
import type { BindingTable } from "./bindingTable.ts";
import type { Candidate } from "./candidates.ts";
import { match } from "./match.ts";
import type { Scope } from "./topic.ts";

/** A note that fits what is under the caret. */
export interface BoundNote {
  readonly note: Note;
  readonly file: NoteFileContent;
  /** How close the place is to what is under the caret: see `candidates`. */
  readonly specificity: number;
  /** Whether it is on the very thing, on the whole that the thing belongs to (a service, a type), or only has its name in bold. */
  readonly tier: "thing" | "whole" | "mention";
  /** Whether it is called as the very thing, in one of the names that people have for it. */
  readonly isCalled?: boolean;
  /** Whether it is a row or a short item on something of AWS's: what there is of that in a project more often than what it is. */
  readonly isListed?: boolean;
  /** Whether it says a few words of what one thing has, "Timeout: 5 seconds", or what that is called, "EC2 instance: webfront". */
  readonly isSetting?: boolean;
  /** Whether what it is called may be of several services, "data protection", and nothing tells of which. */
  readonly isVague?: boolean;
  /** Whether it calls a nested stack CloudFormation: a project is all made with that, and nests few. */
  readonly isOnCloudFormation?: boolean;
  /** Whether it calls something of AWS's as people speak of it, "S3 bucket", not as templates do, `BucketName`. */
  readonly isSpoken?: boolean;
}

/** A note that fits, with what its place among the others follows from. */
export interface RankedNote extends BoundNote {
  readonly binding: Binding;
  readonly isCalled: boolean;
  /** See {@link RANKED_BY}; the number of the binding last. */
  readonly rank: readonly number[];
}

/** The topics of the best built-in note on the very thing. */
export function builtInTopics(notes: readonly BoundNote[]): readonly string[] {
  return notes.find(({ file, tier }) => file.builtIn && tier === "thing")?.note.topicIds ?? [];
}

/** The notes that belong to a focus's candidates, best first, each once. */
export function bind(bindings: BindingTable, candidates: readonly Candidate[]): BoundNote[] {
  return inOrder(ranked(bindings, candidates));
}

/** Ranked notes as they show, each title once. */
export function inOrder(sorted: readonly RankedNote[]): BoundNote[] {
  return withoutEmptyTitles(withoutRepeatedTitles(sorted));
}

/**
 * The same by rank alone, with the ranks.
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
      const known = best.get(ranked.note);
      if (!known || compare(ranked, known) < 0) best.set(ranked.note, ranked);
    }
  }
  // A list of names says nothing of them.
  return [...best.values()]
    .filter((bound) =>
      bound.note.kind === "heading"
        ? !isReading(bound) && !isContents(bound) && !isToBeWritten(bound)
        : hasText(bound.note, bound.file) &&
          ![isSetting, isRowOfMarks, isWordOnService, isAsideInFewWords, isOneOfList].some((is) => is(bound)),
    )
    .sort(compare);
}

/** What its place among others follows from is found as far as they are alike: most have no other beside them. */
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

  get isListed(): boolean {
    const { note, file } = this;
    const { key, place } = this.binding;
    const { kind } = place;
    if (note.kind !== "item" || note.naming === "question" || key === "") return false;
    const isOnThing = kind === "type" || (kind === "property" && !this.isCalled);
    return isOnThing && (note.passage.length > 1 || proseOf(note, file) < FEW);
  }

  get isSpoken(): boolean {
    const { note, key, place, strength } = this.binding;
    if (strength === MARKED || place.kind === "own") return false;
    return !note.terms.some((term) => term.key === key && isDistinctive(term.name));
  }

  get isSetting(): boolean {
    const { note, file } = this;
    const { place, key } = this.binding;
    if (note.kind !== "item" || note.naming === "question" || key === "" || !this.isSpoken) return false;
    if (place.kind === "property") return proseOf(note, file) < lettersOf(note.title).length + BARELY;
    if (place.kind !== "type") return false;
    const text = passageOf(note, file, note.passage.slice(-1)).slice(0, MUCH);
    return NAME_ALONE.test(text.slice(text.indexOf(note.title) + note.title.length));
  }

  get isVague(): boolean {
    const { fit, topic } = this.binding;
    return fit < 2 && topic !== undefined && topic.services.size > SEVERAL_SERVICES;
  }

  get isOnCloudFormation(): boolean {
    const { place, scope } = this.binding;
    return scope === "service" && place.kind === "type" && place.type === "AWS::CloudFormation::Stack";
  }

  get tier(): BoundNote["tier"] {
    this.#tier ??= tierOf(this);
    return this.#tier;
  }

  get rank(): readonly number[] {
    return [...RANKED_BY.map((_, index) => this.at(index)), this.#number];
  }

  /** The number at a place of {@link rank}. */
  at(index: number): number {
    const by = RANKED_BY[index];
    if (by === undefined) return this.#number;
    this.#known[index] ??= RANKS[by](this.binding, this.#candidate, this.specificity);
    return this.#known[index];
  }
}

/** What topics on one service and what belongs to it have at most. */
const SEVERAL_SERVICES = 2;

function tierOf(ranked: Ranked): BoundNote["tier"] {
  const { place, strength, key, fit, note, file } = ranked.binding;
  // A command is what somebody is told to do, not a word of a sentence.
  if (strength <= EMPHASISED && key !== "" && place.kind !== "word") return "mention";
  // What stands above it is on another service.
  if (fit === 0 && strength < ONE_OF_SEVERAL) return "mention";
  if (place.kind === "type" && place.type.endsWith("::*")) return "whole";
  // What the README of templates is called is what they are for.
  if (file.guidesTemplates && key !== "" && note.title === file.title) return "whole";
  if (file.builtIn || key === "" || !isOnWhole(ranked.binding)) return "thing";
  return ranked.at(CALLED) === 0 ? "thing" : "whole";
}

/** Whether a note only speaks of what a function is used for: 依存関係の可視化 at each `!Ref` of a template. */
function isAside({ place, strength, key, file }: Binding): boolean {
  return place.kind === "function" && strength < NAMES_A_WHOLE && key !== "" && !file.builtIn;
}

/** Whether a note is on something larger than a place, or closer to another: what a service is says little of one of its keys. */
function isOnWhole(binding: Binding): boolean {
  const { place, scope, topic } = binding;
  if (place.kind === "type") return scope === "service" && !isFirstOfService(place.type);
  if (scope === "service" || place.kind === "function") return true;
  // What a stack puts out is not what each of it is exported as.
  if (place.kind === "section" && place.path.length > 0)
    return topic?.places.some((other) => other.kind === "section" && other.path.length === 0) === true;
  return place.kind === "property" && hasCloserPlace(place, binding);
}

/** Whether what a note is called is a type, or another key beside a property: `TargetGroup` at its HealthCheckPath. */
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

/** A file's note says nothing that the heading does not say which gives the file its title. */
function withoutRepeatedTitles(found: readonly BoundNote[]): BoundNote[] {
  const notes = new Set(found.map(({ note }) => note));
  return found.filter(
    ({ note }) =>
      note.naming !== "file" || !note.children.some((child) => child.title === note.title && notes.has(child)),
  );
}

/** A heading without text of its own comes behind the section below it that fits as closely. */
function withoutEmptyTitles(found: BoundNote[]): BoundNote[] {
  const [first] = found;
  if (first?.note.kind !== "heading" || hasOwnText(first.note, first.file)) return found;
  const inner = found.find(({ note, specificity }) => specificity === first.specificity && isWithin(note, first.note));
  return inner ? [inner, ...found.filter((bound) => bound !== inner)] : found;
}

/** The same notes are the first at many places. */
const hasOwnText = memoBy((note: Note, file: NoteFileContent) => passageOf(note, file, [note.own]).trim() !== "");

const SCOPES: readonly Scope[] = ["thing", "service", "around"];

/** What notes are ranked by, in falling order of weight: what each of the numbers of `rankOf` says. */
export const RANKED_BY = [
  "own",
  "specificity",
  "service",
  "called",
  "contradicted",
  "strong",
  "context",
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

/** The smaller each number, the better. */
const RANKS: Readonly<
  Record<(typeof RANKED_BY)[number], (binding: Binding, candidate: Candidate, specificity: number) => number>
> = {
  // The user's own voice comes first, then that of the team.
  own: ({ file }) => (file.builtIn ? 2 : Number(file.team)),
  specificity: (_binding, _candidate, specificity) => -specificity,
  service: ({ scope }) => SCOPES.indexOf(scope),
  // A note that is called as the thing itself is closer than one on something related.
  called: (binding, candidate) => called(nameOf(candidate, binding.place), binding),
  contradicted: ({ fit }) => (fit === 0 ? 1 : 0),
  strong: ({ strength }) => (strength >= 4 ? 0 : 1),
  context: ({ fit }) => -fit,
  meanings: ({ meanings }) => meanings,
  breadth: ({ breadth }) => breadth,
  topic: ({ order }) => order,
  wholeTitle: ({ strength }) => (strength >= WHOLE_TITLE ? 0 : 1),
  heading: ({ note }) => (note.kind === "heading" ? 0 : 1),
  strength: ({ strength }) => -Math.floor(strength),
  prose: ({ note, file }) => -proseOf(note, file),
  line: ({ note }) => note.line,
};

/** What something is called, as names are compared; each of many bindings asks for the same. */
const calledKeys = memoByText((name) => [...nameKeys(name), nameKey(name.slice(name.lastIndexOf(":") + 1))], 1000);

/** 0 for a note that is called as something is, 1 for one on what several properties are part of, 2 for others. */
function called(name: string | undefined, { key, topic, place }: Binding): 0 | 1 | 2 {
  if (name === undefined) return 2;
  const keys = calledKeys(name);
  if (keys.includes(key)) return 0;
  if (place.kind === "type" || !keys.some((one) => topic?.names.has(one) === true)) return 2;
  return place.kind === "property" ? 1 : 0;
}

/** What a place is called. */
function nameOf({ place }: Candidate, bound: NotePlace): string | undefined {
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

/** `See …`, 詳細は…を参照 */
const LEADS_ON = 6;

/** What lists of links are called. */
const LINKS = /^(?:re[sf]|link)/;
/** A line of one: a heading, a link, or what goes on with the line before. */
const READ_ON = /^\s*$|^#|https?:|\]\(|^\s{2,}\S/;

/** A line that has nothing but a link, and a few words around it. */
const LINK_ALONE = /^\s*$|^#|^\s*(?:[-*+]|\d+[.)])\s[^[]{0,20}\[[^\]]*\]\([^)]*\).{0,40}$/;

/**
 * Whether links are all that stands below the name of something of AWS's: `Resources` at an end are what to read on. What
 * somebody made themselves has its runbook elsewhere.
 */
function isReading({ note, file, binding: { place, key } }: RankedNote): boolean {
  if (place.kind === "own" || key === "") return false;
  const text = passageOf(note, file).slice(0, 4 * MUCH);
  const lines = text.split("\n");
  if (LINKS.test(key) && lines.every((line) => READ_ON.test(line))) return true;
  if (!file.builtIn && lines.every((line) => LINK_ALONE.test(line)) && lines.some((line) => line.includes("](")))
    return true;
  if (proseOf(note, file) > LEADS_ON) return false;
  return /\]\(|https?:/.test(text) && !text.includes("![");
}

/** Fewer are no table of contents. */
const SEVERAL_TITLES = 3;
const TITLE = /^\s*#+\s.*$/gm;

/** Whether titles are nearly all that stands below a name, as in the contents of a course. */
function isContents({ note, file, binding: { key } }: RankedNote): boolean {
  if (key === "" || note.children.length < SEVERAL_TITLES) return false;
  const text = passageOf(note, file).slice(0, 4 * MUCH);
  const titles = text.match(TITLE) ?? [];
  const rest = text.replace(TITLE, "").replace(/!?\[[^\]]*\]\([^)]*\)|https?:\/\/\S+/g, "");
  return titles.length >= SEVERAL_TITLES && lettersOf(rest).length < lettersOf(titles.join(" ")).length;
}

/** So many names, of so many words each, are a list. */
const SEVERAL_NAMES = 4;
const WORDS_OF_NAME = 4;

/** Whether an item is one name of a list of which nothing is said: `EC2 (013), Lambda (019), Batch (011), EKS (034)`. */
function isOneOfList({ note, file }: RankedNote): boolean {
  const text = passageOf(note, file)
    .slice(0, MUCH)
    .replace(/\([^()]*\)/g, "");
  const names = text.split(/[,、]/);
  return (
    names.length >= SEVERAL_NAMES &&
    !/[.。:：;；]\s/u.test(text) &&
    names.every((name) => name.trim().split(/\s+/).length <= WORDS_OF_NAME)
  );
}

/** What says no more than that it is so, in a cell of a table. */
const MARK = /^\W*(?:x|o|y(?:es)?|no?|n\/a|supported|○|◯|×|済|可|不可|:\w+:)?\W*$/iu;

/** Whether all that a row says of a type is marks. */
function isRowOfMarks({ note: { passage }, file: { lines }, binding: { place } }: RankedNote): boolean {
  if (place.kind !== "type" || passage.length < 2) return false;
  const [, , ...cells] = (lines[passage.at(-1)?.start ?? 0] ?? "").slice(0, MUCH).split("|");
  return cells.length > 2 && cells.every((cell) => MARK.test(cell));
}

/** What somebody means to write. */
const TO_BE_WRITTEN =
  /^\W*(?:to be (?:done|written|added|determined)|to-?do|tbd|tba|wip|coming soon|準備中|作成中|執筆中|工事中|後で書く|あとで書く)\W*$/iu;

function isToBeWritten({ note, file }: RankedNote): boolean {
  return !file.builtIn && TO_BE_WRITTEN.test(passageOf(note, file).slice(0, MUCH).replace(TITLE, ""));
}

/** Whether an item says more than its own name. */
function hasText(note: Note, file: NoteFileContent): boolean {
  if (note.naming === "sentence" || note.naming === "question" || note.places.length > 0 || note.topicIds.length > 0)
    return true;
  return proseOf(note, file) > lettersOf(note.title.replace(/[（(].*[）)]/u, "")).length;
}

/** `t3.micro`, `orders-web-sg`, or one value alone: `IP`, `30`. */
const VALUE = /^[a-z\d]+(?:[-.][a-z\d]+)+$/;
const SETTING = /^(?:\d[\w.%]*|true|false|[A-Z\d_]{2,})$/;
const BETWEEN_VALUES = /[\s*:：=|`、,]+|(?:^|\s)-+\s/u;

/** What says no more of a service hardly says something of what is only part of that, in letters. */
const FEW = 60;

/** Hardly a sentence. */
const BARELY = 28;

/** Whether a few English words are all that is said below a name that only has the place's in it: "IAM custom policies". */
function isAsideInFewWords({ note, file, isCalled, binding: { place, key, strength } }: RankedNote): boolean {
  if (place.kind !== "property" || strength >= WHOLE_TITLE || isCalled || note.naming !== "separator") return false;
  const isShort = proseOf(note, file) < lettersOf(note.title).length + BARELY;
  return key !== "" && isShort && /^\p{ASCII}*$/u.test(passageOf(note, file).slice(0, MUCH));
}

/** Whether a row of a table says a few words of a service as a whole, at what is only part of it: `Cognito: signs users in` at a group of users. */
function isWordOnService({ note, file, tier, binding: { place, scope } }: RankedNote): boolean {
  const isRow = note.passage.length > 1;
  return isRow && tier === "whole" && scope === "service" && place.kind === "type" && proseOf(note, file) < FEW;
}

/** What one thing is called says nothing of the others. */
const ONE_WORD = /^[\s*:：=|`-]*(?:(?:[A-Z]+[a-z\d]+){2,}|[\w${}]+(?:[-.][\w${}]+)+)[\s`*|]*$/;

/** What one thing of a type is called: `` VPC: `MyVPC` ``. */
const NAME_IN_CODE = /^[\s*:：=|-]*`[\w-]+`[\s*|]*$/;

/** The same without code: `EC2 instance: webfront`. */
const NAME_ALONE = /^\s*(?:[:：=|]|[-–—→])\s*[A-Za-z][\w-]+[\s|]*$/;

/** What somebody is told to do with a field of a form. */
const TOLD_TO =
  /^[\W_]*(?:select|choose|click|enter|pick|tick)\b|^\P{L}*[^。]{0,16}(?:を選択|を入力|をクリック|にチェック|のまま)[\W_]*$/iu;

/** Whether all that a note says of something of AWS's is what it is called or set to somewhere: `Security group: orders-web-sg`. */
function isSetting({ note, file, binding: { place } }: RankedNote): boolean {
  const isNaming = place.kind === "property" && /Name$/.test(place.path.at(-1) ?? "");
  if (place.kind === "own" || note.naming === "sentence" || (note.passage.length > 1 && !isNaming)) return false;
  const text = passageOf(note, file, note.passage.slice(-1));
  const at = text.indexOf(note.title);
  const said = text.slice(at + note.title.length);
  if (at < 0 || text.length >= MUCH) return false;
  if (note.kind === "item" && lettersOf(said).length < FEW && TOLD_TO.test(said)) return true;
  const values = said.split(BETWEEN_VALUES).filter(Boolean);
  const isSet =
    values.every((value) => VALUE.test(value)) ||
    (place.kind === "property" && values.length === 1 && SETTING.test(values[0] ?? ""));
  const isCalledSo = ONE_WORD.test(said.replace(/[（(][^）)]*[）)]/gu, ""));
  if (place.kind === "type" && NAME_IN_CODE.test(said)) return true;
  return (values.length > 0 && isSet) || (isCalledSo && place.kind === "property");
}

/** Of more text than that nobody asks how much it is. */
const MUCH = 400;

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

/** How much of a passage is text to read, links and pictures left out. */
const proseOf = memoBy((note: Note, file: NoteFileContent): number => {
  // The head of a table says nothing of a row.
  const ranges = note.kind === "item" && note.passage.length > 1 ? note.passage.slice(1) : note.passage;
  const text = passageOf(note, file, ranges).slice(0, 4 * MUCH);
  const prose = text.replace(/^\s*\d+[.)]\s|!?\[[^\]]*\]\([^)]*\)|https?:\/\/\S+|<[^>]*>/g, "");
  return Math.min(MUCH, lettersOf(prose).length);
});

function compare(left: Ranked, right: Ranked): number {
  for (let index = 0; index <= RANKED_BY.length; index++) {
    const difference = left.at(index) - right.at(index);
    if (difference !== 0) return difference;
  }
  return 0;
}
