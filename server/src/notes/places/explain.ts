import type { Focus } from "../../model/focus/focus.ts";
import { RANKED_BY } from "../binding/bind.ts";
import { type Binding, MARKED } from "../binding/bindings.ts";
import type { RankedNote } from "../binding/boundNote.ts";
import { notesWithWord } from "../binding/mentions.ts";
import type { NoteIndex } from "../noteIndex.ts";
import { ownName } from "../ownNames/calledAs.ts";
import type { Told } from "../ownNames/documents/documents.ts";
import { type AskedTemplate, declares, ownThings } from "../ownNames/ownCandidates.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { WHOLE_TITLE } from "../reading/terms.ts";
import { bindingPlace } from "./bindingPlace.ts";
import { affinityWith, namesAt } from "./focusNames.ts";
import { placeText } from "./placeText.ts";
import { type UnboundReason, whyUnbound } from "./unbound.ts";

/** Why notes show at a place, and why others do not. */
export interface Explanation {
  readonly focus: Focus;
  /** The marker for it; `undefined` if no note can be bound. */
  readonly place: string | undefined;
  /** In the order in which they show. */
  readonly shown: readonly ShownNote[];
  /** The user's own notes whose title is, or mentions, the name of what is here, and that do not show. */
  readonly leftOut: readonly LeftOutNote[];
}

interface ExplainedNote {
  readonly note: Note;
  readonly file: NoteFileContent;
}

/** The criterion by which a note comes behind the one before it. */
export type BehindReason = (typeof RANKED_BY)[number] | "number" | "empty-title";

export interface ShownNote extends ExplainedNote {
  /** How its name was understood, or what its marker names. */
  readonly as: string;
  readonly by: "marker" | "service" | "name";
  /** Whether the titles around it agree, say nothing, or name another service. */
  readonly context: "agrees" | "silent" | "contradicts";
  /** `undefined` for the first. */
  readonly behind: BehindReason | undefined;
}

export interface LeftOutNote extends ExplainedNote {
  readonly reason:
    | UnboundReason
    | { readonly code: "elsewhere"; readonly places: readonly string[] }
    /** Its text has the name of what is here. */
    | { readonly code: "mentions"; readonly name: string }
    /** Its title is the name of somebody's own thing here, and it lies too far from the template to mean that. */
    | { readonly code: "far"; readonly name: string }
    /** The same, but the name is an everyday one, which may be a thing of any template that it lies with. */
    | { readonly code: "any"; readonly name: string }
    /** The same, but an everyday name counts only where it is written as one: as code, in bold. */
    | { readonly code: "word"; readonly name: string }
    /**
     * It explains the use of another folder's templates; it is on other things of a project; the titles above it name a
     * service that this template does not use; another file has it in the reader's language.
     */
    | { readonly code: "guide" | "project" | "unused" | "translation" };
}

/** More would not be read. */
const MAX_NOTES = 12;
/** More than the similarity of any name to a place: for notes that would show there in another template. */
const WOULD_SHOW = Number.MAX_SAFE_INTEGER;
const MAX_PLACES = 3;
/** Shorter names are part of any text. */
const MIN_NAME_LENGTH = 3;

/** Explains the notes at a focus by the bindings that make them show. */
export function explain(focus: Focus, notes: NoteIndex, asked?: AskedTemplate): Explanation {
  const meant = notes.ranked(focus, asked).filter((one) => !isOnlyNamed(one, notes, asked));
  const ranks = new Map(meant.map((one) => [one.note, one]));
  const order = notes.at(focus, asked).flatMap(({ note }) => ranks.get(note) ?? []);
  const shown = order.slice(0, MAX_NOTES).map((one, index) => shownNote(one, order[index - 1]));
  const place = bindingPlace(focus, notes.vocabulary.catalogue);
  return { focus, place, shown, leftOut: leftOut(focus, new Set(ranks.keys()), notes, asked) };
}

/** Whether a note has the name of a thing, and nothing says that it is on this one. */
function isOnlyNamed({ binding, tier }: RankedNote, notes: NoteIndex, asked?: AskedTemplate): boolean {
  const isMention = asked !== undefined && tier === "mention" && binding.place.kind === "own";
  return isMention && !notes.isMeant(binding, asked.uri);
}

function shownNote(one: RankedNote, before: RankedNote | undefined): ShownNote {
  const { note, file, binding } = one;
  const { fit, strength, scope, place } = binding;
  return {
    note,
    file,
    as: place.kind === "own" ? place.name : placeText(place),
    by: strength === MARKED ? "marker" : scope === "service" ? "service" : "name",
    context: fit === 0 ? "contradicts" : fit === 1 ? "silent" : "agrees",
    behind: before && behindFor(before, one),
  };
}

function behindFor(before: RankedNote, after: RankedNote): BehindReason {
  const at = before.rank.findIndex((number, index) => number !== after.rank[index]);
  const isBetter = (after.rank[at] ?? 0) < (before.rank[at] ?? 0);
  return isBetter ? "empty-title" : (RANKED_BY[at] ?? "number");
}

function leftOut(
  focus: Focus,
  shown: ReadonlySet<Note>,
  notes: NoteIndex,
  asked: AskedTemplate | undefined,
): readonly LeftOutNote[] {
  const own = ownThings(focus, asked)?.candidates.map(({ place }) => (place.kind === "own" ? place.name : "")) ?? [];
  const affinity = affinityWith(focus, notes.vocabulary);
  const names = namesAt(focus).filter(({ length }) => length >= MIN_NAME_LENGTH);
  const found: (LeftOutNote & { readonly affinity: number })[] = [];
  /** The notes that would show here in any template. */
  const bound = new Map(asked === undefined ? [] : notes.ranked(focus).map((one) => [one.note, one]));
  const likeness = (note: Note): number => (bound.has(note) ? WOULD_SHOW : affinity(note));
  for (const file of notes.files) {
    if (file.builtIn || file.only !== undefined) continue;
    const alike = file.notes.filter((note) => !shown.has(note) && likeness(note) > 0);
    const bindings = alike.length === 0 ? [] : notes.bindingsIn(file.uri);
    for (const note of alike)
      found.push({
        note,
        file,
        affinity: likeness(note),
        reason: notes.isTranslated(file)
          ? { code: "translation" }
          : (ownReason(note, file, own, notes, asked) ??
            elsewhereReason(bound.get(note) ?? { note, file }, notes, asked, reasonFor(note, file, bindings, notes))),
      });
    const listed = new Set([...shown, ...alike]);
    for (const name of names)
      for (const note of notesWithWord(name, file))
        if (!listed.has(note)) found.push({ note, file, affinity: 0, reason: { code: "mentions", name } });
  }
  return found
    .sort((left, right) => right.affinity - left.affinity)
    .slice(0, MAX_NOTES)
    .map(({ note, file, reason }) => ({ note, file, reason }));
}

/** The reason for a note on other templates, or on other things of a project; for others the binding gives it. */
function elsewhereReason(
  bound: Told,
  notes: NoteIndex,
  asked: AskedTemplate | undefined,
  reason: LeftOutNote["reason"],
): LeftOutNote["reason"] {
  if (asked === undefined) return reason;
  const isBound = reason.code === "elsewhere";
  const spoken = { isListed: isBound && bound.note.kind === "item", isSpoken: isBound };
  const code = notes.elsewhere(bound.tier === undefined ? { ...bound, ...spoken } : bound, asked);
  return code === "guide" || code === "unused" || (isBound && code !== undefined) ? { code } : reason;
}

function ownReason(
  note: Note,
  { uri }: NoteFileContent,
  names: readonly string[],
  notes: NoteIndex,
  asked: AskedTemplate | undefined,
): LeftOutNote["reason"] | undefined {
  const called = notes.ownBindingsIn(uri).filter((one) => one.note === note);
  const here = called.find((one) => names.includes(ownName(one)));
  const declared = here ?? called.find((one) => asked !== undefined && declares(asked.template, ownName(one)));
  if (declared === undefined) {
    const word = note.terms.find(({ name, strength }) => strength >= WHOLE_TITLE && names.includes(name))?.name;
    return word === undefined ? undefined : { code: "word", name: word };
  }
  const name = ownName(declared);
  if (asked === undefined || !notes.isMeant(declared, asked.uri)) return { code: "far", name };
  return here === undefined ? { code: "elsewhere", places: [name] } : { code: "any", name };
}

function reasonFor(
  note: Note,
  file: NoteFileContent,
  bindings: readonly Binding[],
  { vocabulary }: NoteIndex,
): LeftOutNote["reason"] {
  const places = [...new Set(bindings.filter((one) => one.note === note).map(({ place }) => placeText(place)))];
  return places.length > 0
    ? { code: "elsewhere", places: places.slice(0, MAX_PLACES) }
    : whyUnbound(note, file, vocabulary);
}
