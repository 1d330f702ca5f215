import type { Focus } from "../../model/focus/focus.ts";
import { focusAt } from "../../model/focus/focusAt.ts";
import type { Declarations, Entry, Template } from "../../model/template.ts";
import type { Node } from "../../model/tree/node.ts";
import { memoBy } from "../../text/memoBy.ts";
import { endOfLine, type Span } from "../../text/span.ts";
import type { Binding } from "../binding/bindings.ts";
import { candidates } from "../binding/candidates.ts";
import { match } from "../binding/match.ts";
import type { NoteIndex } from "../noteIndex.ts";
import { aliasesKey } from "../ownNames/aliases.ts";
import { type AskedTemplate, type ExportedName, ownThings } from "../ownNames/ownCandidates.ts";
import type { Note, NoteFileContent, NotePlace } from "../reading/note.ts";

/** A place of a template that a note shows at. */
export interface NoteUse {
  readonly note: Note;
  readonly file: NoteFileContent;
  /** Absolute. */
  readonly span: Span;
  /** The resource, parameter … it is in; `undefined` outside of all entries. */
  readonly entry: Entry | undefined;
  /** How many notes show there before it. */
  readonly before: number;
  /** How close the note's place is to this one, see `Candidate`. */
  readonly specificity: number;
}

/** The uses in an entry, valid while its text and the notes stay the same; spans count from the entry's offset. */
interface KnownUses {
  readonly revision: number;
  readonly uri: string | undefined;
  readonly exports: string;
  /** The declarations that references of the entry depend on. */
  readonly declarations: Declarations;
  readonly aliases: string;
  readonly name: string;
  readonly section: string;
  readonly words: number;
  readonly uses: readonly Omit<NoteUse, "entry">[];
}

/** The first so many words of a template are enough. */
const MAX_WORDS = 20_000;
const WORDS_PER_STEP = 16;

/** At the sign of a block scalar the caret is on all of its text. */
const NAME = /^(?![|>][0-9+-]*$).*[\p{L}\p{N}]/u;

const latestOf = memoBy((_: Node): { uses?: KnownUses } => ({}));

/**
 * The places of a template that notes show at, in the order of its text, in steps of a millisecond or so; the last one
 * returns them. After an edit only the entry that it touches is looked at.
 *
 * @param uri the template's, for notes on somebody's own things, and those that show in some templates alone
 * @param exports what other templates export, if it imports something
 */
export function* noteUses(
  template: Template,
  index: NoteIndex,
  uri?: string,
  exports: readonly ExportedName[] = [],
): Generator<void, readonly NoteUse[]> {
  yield* index.prepare();
  const exported = exports.map(({ name, output, of }) => [name, output, ...of].join(" ")).join("\n");
  const looked = { index, uri, exports, exported, aliases: aliasesKey(template) };
  const found: NoteUse[] = [];
  let words = 0;
  for (const section of template.sections) {
    const { key, value, offset, entries } = section;
    const end = offset + Math.max(key.end, value?.end ?? 0);
    const head = yield* usesBetween(template, offset + key.start, end, looked);
    found.push(...head.uses.map((use) => ({ ...use, entry: undefined })));
    for (const entry of entries) {
      if (words >= MAX_WORDS) return found;
      const kept = yield* usesIn(template, entry, looked);
      words += kept.words;
      for (const { span, ...use } of kept.uses) {
        const { start, end } = span;
        found.push({ ...use, span: { start: start + entry.offset, end: end + entry.offset }, entry });
      }
    }
  }
  return found;
}

/** All uses at once, for callers that can't pause. */
export function noteUsesNow(template: Template, index: NoteIndex, uri?: string): readonly NoteUse[] {
  const steps = noteUses(template, index, uri);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The notes, and the URI of the template that they are looked for in. */
interface Looked {
  readonly index: NoteIndex;
  readonly uri: string | undefined;
  readonly exports: readonly ExportedName[];
  /** The exports and aliases as text, for comparison. */
  readonly exported: string;
  readonly aliases: string;
}

function* usesIn(template: Template, entry: Entry, looked: Looked): Generator<void, KnownUses> {
  const { key, value, offset, name, section } = entry;
  const { index, uri, aliases, exported } = looked;
  const { revision } = index;
  const { declarations } = template;
  const latest = latestOf(value);
  const before = latest.uses;
  const isSamePlace = before?.name === name && before.section === section && before.uri === uri;
  const isSameAround = before?.declarations === declarations && before.aliases === aliases;
  if (isSamePlace && isSameAround && before.revision === revision && before.exports === exported) return before;
  yield;
  const end = offset + Math.max(key.end, value.end);
  const { uses, words } = yield* usesBetween(template, offset + key.start, end, looked);
  const relative = uses.map(({ span, ...use }) => ({
    ...use,
    span: { start: span.start - offset, end: span.end - offset },
  }));
  const now: KnownUses = {
    revision,
    uri,
    exports: exported,
    declarations,
    aliases,
    name,
    section,
    words,
    uses: relative,
  };
  if (index.revision === revision) latest.uses = now;
  return now;
}

/** The notes at each word, for each thing under the caret once; in a line, where key and value are on one thing, each note once. */
function* usesBetween(
  template: Template,
  start: number,
  end: number,
  { index, uri, exports }: Looked,
): Generator<void, Pick<KnownUses, "words" | "uses">> {
  const uses: Omit<NoteUse, "entry">[] = [];
  const asked = uri === undefined ? undefined : { uri, template, exports };
  let lineEnd = -1;
  const inLine = new Set<Note>();
  const words = yield* fociBetween(template, start, end, (focus) => {
    const { span } = focus;
    if (span.start > lineEnd) {
      inLine.clear();
      lineEnd = endOfLine(template.text, span.start);
    }
    for (const [before, { note, file, specificity }] of index.at(focus, asked).entries()) {
      if (inLine.has(note)) continue;
      inLine.add(note);
      uses.push({ note, file, span, before, specificity });
    }
  });
  return { uses, words };
}

/**
 * The places of a template that some notes show at: faster than {@link noteUses} for a template that nobody asks about
 * again.
 *
 * @param ids the notes'
 * @param bindings the notes' own
 */
export function* usesOfNotes(
  ids: ReadonlySet<string>,
  bindings: readonly Binding[],
  template: Template,
  index: NoteIndex,
  uri: string,
  exports: readonly ExportedName[],
): Generator<void, readonly Span[]> {
  const places = bindings.map(({ place }) => place);
  const asked = { uri, template, exports };
  return yield* spansAt(asked, places, (focus) => index.at(focus, asked).some(({ note }) => ids.has(note.id)));
}

/** The spans of what stands in a template at one of some places, the first of each line, in steps; the last one returns them. */
export function* spansAt(
  asked: AskedTemplate,
  places: readonly NotePlace[],
  isWanted: (focus: Focus) => boolean = () => true,
): Generator<void, readonly Span[]> {
  const spans: Span[] = [];
  const { template } = asked;
  let lineEnd = -1;
  yield* fociBetween(template, 0, template.text.length, (focus) => {
    if (focus.span.start <= lineEnd) return;
    const found = [...(ownThings(focus, asked)?.candidates ?? []), ...candidates(focus)];
    const isThere = found.some((candidate) => places.some((place) => match(place, candidate) !== undefined));
    if (!isThere || !isWanted(focus)) return;
    spans.push(focus.span);
    lineEnd = endOfLine(template.text, focus.span.start);
  });
  return spans;
}

/** Visits the focus at each word, each thing once; returns how many words there are. */
function* fociBetween(
  template: Template,
  start: number,
  end: number,
  look: (focus: Focus) => void,
): Generator<void, number> {
  let words = 0;
  let last = -1;
  for (const { index: at, 0: word } of template.text.slice(start, end).matchAll(/[^\s"'#,[\]{}]+/g)) {
    if (words >= MAX_WORDS) break;
    if (++words % WORDS_PER_STEP === 0) yield;
    if (!NAME.test(word)) continue;
    // In the middle of a word: at its start the caret is also at the end of what is before it.
    const focus = focusAt(template, start + at + Math.min(1, word.length - 1));
    if (focus === undefined || focus.kind === "blank" || focus.span.start < last) continue;
    last = focus.span.end;
    look(focus);
  }
  return words;
}
