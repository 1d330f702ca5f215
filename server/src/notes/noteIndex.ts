import type { Focus } from "../model/focus/focus.ts";
import { memoBy } from "../text/memoBy.ts";
import { isOnSyntaxAround } from "./binding/aroundFocus.ts";
import { ranked, shownOnce } from "./binding/bind.ts";
import { type Binding, MARKED } from "./binding/bindings.ts";
import { asMention, type BoundNote, onWhole, type RankedNote } from "./binding/boundNote.ts";
import { type Candidate, candidates, candidatesFor, type Writable } from "./binding/candidates.ts";
import { hasWord, type MentionedName, Mentions, mentionedName, unshown } from "./binding/mentions.ts";
import type { Topic } from "./binding/topic.ts";
import type { NoteCatalogue, Vocabulary } from "./binding/vocabulary.ts";
import { NO_CATALOGUE, vocabularyOf } from "./binding/vocabularyOf.ts";
import { IndexedFiles } from "./indexed/indexedFiles.ts";
import { editedNote, movedNote, type WasNote } from "./indexed/movedNote.ts";
import { withOwnFirst } from "./indexed/onSameTopic.ts";
import { PlaceNotes } from "./indexed/placeNotes.ts";
import { SearchedFiles } from "./indexed/searchedFiles.ts";
import { type NotePlacing, TopicNotes } from "./indexed/topicNotes.ts";
import { ownName } from "./ownNames/calledAs.ts";
import { Documents, type Elsewhere, type NameKinds, type Told } from "./ownNames/documents/documents.ts";
import { explainedIn, partOnAws } from "./ownNames/documents/partOnAws.ts";
import { heededIn, heededOfKey } from "./ownNames/heeded.ts";
import { inventoriesIn } from "./ownNames/inventories.ts";
import { namesOwnThing } from "./ownNames/namesTemplate.ts";
import { isBesideTemplate, type Surroundings } from "./ownNames/nearness.ts";
import { isOwnName, ownBindings } from "./ownNames/ownBindings.ts";
import { type AskedTemplate, ownAround } from "./ownNames/ownCandidates.ts";
import { type FoundOwn, NOTHING, OwnNotes } from "./ownNames/ownNotes.ts";
import { saidOfAws } from "./ownNames/saidOfAws.ts";
import { besides, withNewsAsSuch } from "./ownNames/saysNoMore.ts";
import {
  isOnOneOfSeveral,
  isOnOtherEntry,
  isOnSibling,
  latinWordsIn,
  listsOthers,
  namesOthersAlone,
  onThis,
} from "./ownNames/siblings.ts";
import { inChaptersOn } from "./ownNames/templateSections.ts";
import { isOnOthersAttribute, isOnUnusedService } from "./ownNames/unusedService.ts";
import { isAbout } from "./reading/aboutTemplates.ts";
import { type Note, type NoteFileContent, type NoteSource, namespaceOf } from "./reading/note.ts";
import { passageOf } from "./reading/passage.ts";
import type { FoundNote } from "./search/search.ts";
import { SearchNames } from "./search/searchNames.ts";

export interface NoteIndexOptions {
  readonly topics: readonly Topic[];
  /** The types and properties that notes may be on; may be left out. */
  readonly catalogue?: NoteCatalogue;
}

const MAX_SERVICES = 8;
/** Of notes that only mention a thing, so many show with a sentence; the others are named. */
const MAX_HEEDED = 3;

/** An index without files. */
export function noteIndex(options: NoteIndexOptions): NoteIndex {
  return new NoteIndex(options);
}

/** All notes of a session. A file is read when one of its notes is first needed, not when it is set. */
export class NoteIndex {
  /** Changes with each change of the files. */
  revision = 0;
  readonly #nameKinds: NameKinds = {
    isOwn: (name) => isOwnName(name, this.vocabulary),
    partOnAws: memoBy((file) => partOnAws(file, this.bindingsIn(file.uri), this.vocabulary.services)),
    explained: memoBy((file) => explainedIn(file, this.bindingsIn(file.uri))),
    isOfInventory: (note, file) => this.#inventories(file).has(note),
  };
  readonly #inventories = memoBy((file: NoteFileContent) => inventoriesIn(this.bindingsIn(file.uri)));
  readonly #options: NoteIndexOptions;
  #known: Vocabulary | undefined;
  readonly #indexed = new IndexedFiles(() => this.vocabulary);
  readonly #places = new PlaceNotes(this.#indexed);
  readonly #topics = new TopicNotes(this.#indexed, () => this.vocabulary);
  readonly #documents = new Documents(this.#nameKinds);
  readonly #own = new OwnNotes(this.#nameKinds, this.#documents);
  readonly #mentions = new Mentions();
  readonly #searched = new SearchedFiles(this.#indexed, () => new SearchNames(this.#options.topics, this.vocabulary));

  constructor(options: NoteIndexOptions) {
    this.#options = options;
  }

  /** Adds a file, or replaces the one of the same URI. */
  set(source: NoteSource): void {
    this.#changed();
    this.#indexed.set(source);
    this.#places.set(source.uri);
    if (source.builtIn) return;
    this.#documents.set(source.uri, source.text);
    this.#own.set(source.uri);
  }

  delete(uri: string): void {
    this.#changed();
    this.#indexed.delete(uri);
    this.#places.delete(uri);
    this.#documents.delete(uri);
    this.#own.delete(uri);
  }

  /** What is answered as if a file had the text of `source`, read and bound. */
  asIf<Result>({ text, ...source }: NoteSource, ask: (file: NoteFileContent) => Result): Result {
    const { uri } = source;
    const present = this.#indexed.source(uri);
    const tried = { ...source, ...present, text };
    this.set(tried);
    this.bindingsIn(uri);
    this.ownBindingsIn(uri);
    const answer = ask(this.#indexed.read(tried));
    if (present === undefined) this.delete(uri);
    else this.set(present);
    return answer;
  }

  readonly #servicesIn = (text: string): ReadonlySet<string> => this.vocabulary.services.mentioned(text);

  /** Whether a name is only an author's, and no service's: `EC2`. */
  readonly #isOnlyOwn = (name: string): boolean => this.#nameKinds.isOwn(name) && this.#servicesIn(name).size === 0;

  #changed(): void {
    this.revision++;
    this.#topics.clear();
    this.#mentions.clear();
  }

  /**
   * Whether so much of the user's notes is unread that no request should wait for it: it is answered from what is read,
   * and {@link prepare} should be run.
   */
  get isLargelyUnread(): boolean {
    return this.#indexed.isLargelyUnread;
  }

  get hasOwn(): boolean {
    return this.#indexed.hasOwn;
  }

  /** In the order in which they were first set. */
  get files(): readonly NoteFileContent[] {
    return this.#indexed.sources.map((source) => this.#indexed.read(source));
  }

  /** The user's and their teams', without the built-in ones. */
  get ownFiles(): readonly NoteFileContent[] {
    return this.#ownSources.map((source) => this.#indexed.read(source));
  }

  get #ownSources(): readonly NoteSource[] {
    return this.#indexed.sources.filter(({ builtIn }) => !builtIn);
  }

  file(uri: string): NoteFileContent | undefined {
    const source = this.#indexed.source(uri);
    return source && this.#indexed.read(source);
  }

  /** The same without waiting: while many files are unread, only those that are read. */
  fileSoFar(uri: string): NoteFileContent | undefined {
    return this.isLargelyUnread && !this.#indexed.isKnown(uri) ? undefined : this.file(uri);
  }

  /** A note by its id, or by the id that {@link whereIs} gives, with its file. */
  note(id: string): { readonly note: Note; readonly file: NoteFileContent } | undefined {
    const end = id.indexOf("#");
    const file = this.file(id) ?? this.file(end < 0 ? id : id.slice(0, end));
    const marked = id.slice(end + 1).startsWith("@") ? id.slice(end + 2) : undefined;
    const note = file?.notes.find((one) => (marked === undefined ? one.id === id : one.topicIds.includes(marked)));
    return file && note && { note, file };
  }

  /**
   * The same for a note that is not where it was: its file may have been renamed or moved, or its heading edited, which
   * only its text and place tell.
   */
  moved(id: string, was?: WasNote): { readonly note: Note; readonly file: NoteFileContent } | undefined {
    const [uri = ""] = id.split("#", 1);
    const file = this.file(uri);
    if (file !== undefined) return was && editedNote(id, file, was);
    const own = this.#ownSources;
    const readable = this.#indexed.readable(own);
    return readable.length < own.length
      ? undefined
      : movedNote(
          id,
          readable.map((source) => this.#indexed.read(source)),
          was,
        );
  }

  /**
   * The notes for what is under the caret, best first: those on what somebody named themselves, then those on what it
   * is.
   * `[]` if none fits.
   *
   * @param asked the template; without it there are none on somebody's own things, nor those that show in some alone
   */
  at(focus: Focus, asked?: AskedTemplate): readonly BoundNote[] {
    // Built-in notes show wherever they are bound.
    if (!this.#indexed.hasOwn) return this.#places.at(focus);
    const { notes, type } = this.#ownAt(focus, asked);
    const own = asked ? this.#withNews(notes, focus, asked) : [];
    const isTold = own.some(({ tier }) => tier === "thing");
    const isOnThis = notes.some(({ tier }) => tier === "thing");
    const onType = isOnThis && type !== undefined ? this.#places.on([typeOfOwn(type)]) : [];
    const found = [...onType.filter(({ file }) => isTold || !file.builtIn), ...this.#places.at(focus)].filter(
      (bound) =>
        bound.file.builtIn ||
        (this.#showsIn(bound, asked) &&
          !(asked && (isOnSibling(bound.note, focus, asked) || this.#isOnOtherEntry(bound, focus, asked)))),
    );
    const showing = withOwnFirst(found, focus, () => this.#above(focus).filter((bound) => this.#showsIn(bound, asked)));
    const onIt = asked ? onThis(this.#onTemplate(showing, focus, asked), focus, asked, this.#servicesIn) : showing;
    const others = onIt.map((bound) => (this.#isAround(bound, focus) ? onWhole(bound) : bound));
    return own.length === 0 ? others : [...own, ...besides(own, others, isOnThis)];
  }

  /** The notes on what somebody named; those that only list it, or say what the template does, as mentions. */
  #withNews(notes: readonly RankedNote[], focus: Focus, asked: AskedTemplate): readonly BoundNote[] {
    if (notes.length === 0) return notes;
    const isBeside = (note: Note, file: NoteFileContent): boolean => this.#documents.isOnAnyBeside(note, file);
    const listed = notes.map((bound) => (this.#isOfInventory(bound) ? asMention(bound) : bound));
    return shownOnce(withNewsAsSuch(listed, focus, asked, isBeside, this.#isOnlyOwn));
  }

  /** The notes on the type of the resource around the caret, and on the keys above, the nearest first. */
  #above({ place }: Focus): readonly BoundNote[] {
    if (!this.#indexed.hasOwn || place.in !== "resource" || place.attribute !== "Properties") return [];
    const { type } = place;
    if (type === undefined) return [];
    const path = place.path.filter((key) => typeof key === "string");
    const outer = path.slice(0, -1).map((_, at) => path.slice(0, at + 1));
    const keys = outer.map(
      (keys): Candidate => ({
        place: { kind: "property", type, path: keys, value: undefined },
        specificity: ON_TYPE + keys.length,
      }),
    );
    return this.#places.on([...keys.toReversed(), typeOfOwn(type)]);
  }

  /** Whether a note is on what is around the caret, or on an attribute of other resources. */
  #isAround(bound: BoundNote, focus: Focus): boolean {
    if (isOnSyntaxAround(bound, focus)) return true;
    const { note, file, isOnAttribute = false } = bound;
    return isOnAttribute && !file.builtIn && isOnOthersAttribute(note, focus, this.#servicesIn);
  }

  #onTemplate(notes: readonly BoundNote[], focus: Focus, asked: AskedTemplate): readonly BoundNote[] {
    const inChapters = inChaptersOn(asked.uri, notes, this.#documents.surroundings.templates);
    return saidOfAws(inChapters, focus, asked, {
      documentOf: (note, file) => this.#documents.documentOf(note, file, asked),
      namesOwn: (note, file) => namesOwnThing(note, file, asked, this.#nameKinds.isOwn),
      servicesIn: this.#servicesIn,
      isOwn: this.#nameKinds.isOwn,
    });
  }

  /** Whether a note on an everyday name is an item of a list of what a project is made of. */
  #isOfInventory({ note, file, binding: { place, strength } }: RankedNote): boolean {
    if (place.kind !== "own" || strength === MARKED || this.#nameKinds.isOwn(place.name)) return false;
    return this.#documents.isOnAnyBeside(note, file) && this.#nameKinds.isOfInventory(note, file);
  }

  #isOnOtherEntry({ note, file }: BoundNote, focus: Focus, asked: AskedTemplate): boolean {
    const { isOwn } = this.#nameKinds;
    const { declaring } = this.#documents.surroundings;
    const isOthers = (name: string): boolean =>
      isOwn(name) && (this.#documents.isOfProject(file) || (declaring?.(name).length ?? 0) > 0);
    if (isOnOtherEntry(note, file, focus, asked, isOwn, isOthers)) return true;
    if (this.#documents.isOnAnyBeside(note, file) && namesOthersAlone(latinWordsIn(note, file), focus, asked, isOwn))
      return true;
    if (this.#documents.isDocument(file) && isOnOneOfSeveral(note, file, focus, asked)) return true;
    return this.#documents.isWithTemplates(file) && listsOthers(note, asked, isOwn);
  }

  /**
   * Whether the notes that are read are enough for {@link at}: with an own note on the thing itself, the answer does
   * not wait for others.
   */
  isEnoughAt(focus: Focus, asked: AskedTemplate): boolean {
    return focus.kind === "name" || this.#ownAt(focus, asked).notes.some(({ tier }) => tier === "thing");
  }

  /**
   * The user's notes that only mention the name under the caret, without those that show and what is in them; at a key,
   * also those with a sentence that says what to heed of that very resource's.
   */
  mentionedAt(focus: Focus, shown: readonly BoundNote[], asked?: AskedTemplate): readonly BoundNote[] {
    if (!this.#indexed.hasOwn) return [];
    const wanted = mentionedName(focus);
    const found = wanted === undefined || this.#isEverywhere(wanted) ? [] : this.#mentioning(wanted, asked);
    const heeding = this.#heedingKey(focus, asked);
    const others = found.filter(({ note }) => !heeding.some((other) => other.note === note));
    return unshown([...heeding, ...others], shown);
  }

  #heedingKey(focus: Focus, asked: AskedTemplate | undefined): readonly BoundNote[] {
    const { part, candidates = [] } = ownAround(focus) ?? {};
    const name = candidates.map(ownName)[0];
    if (part === undefined || name === undefined || asked === undefined || !this.#nameKinds.isOwn(name)) return [];
    return this.#mentioning({ name, namespace: undefined, isOwn: true }, asked).flatMap((bound) => {
      const heeded = heededOfKey(part, bound.note, bound.file, name);
      return heeded === undefined ? [] : { ...bound, heeded };
    });
  }

  #mentioning(wanted: MentionedName, asked: AskedTemplate | undefined): readonly BoundNote[] {
    let isWhole = true;
    const files = (): readonly NoteFileContent[] => {
      const holding = this.#indexed.sources.filter(({ builtIn, text }) => !builtIn && hasWord(text, wanted.name));
      const readable = this.#indexed.readable(holding);
      isWhole = readable.length === holding.length;
      return readable.map((source) => this.#indexed.read(source));
    };
    const found = this.#mentions.of(wanted, files, this.vocabulary.services).filter((bound) => {
      const isNear = !wanted.isOwn || (asked !== undefined && this.isMeant(bound, asked.uri));
      return isNear && this.#showsIn(bound, asked);
    });
    if (!isWhole) this.#mentions.clear();
    return found;
  }

  /**
   * The same notes; the first of those that only mention what is under the caret with the sentence that says what to heed
   * of it: those beside the template first, and none that shows already.
   */
  heeding(notes: readonly BoundNote[], focus: Focus, asked: AskedTemplate): readonly BoundNote[] {
    const isBeside = ({ file }: BoundNote): boolean => isBesideTemplate(file, asked.uri);
    const mentions = notes.filter(({ tier }) => tier === "mention");
    if (mentions.length === 0) return notes;
    const inFull = notes.filter(({ tier }) => tier === "thing").map(({ note, file }) => passageOf(note, file));
    const isTold = (sentence: string): boolean => inFull.some((text) => text.includes(sentence));
    /** By its first note. */
    const said = new Map<string, BoundNote>();
    for (const bound of [...mentions.filter(isBeside), ...mentions.filter((one) => !isBeside(one))]) {
      if (said.size === MAX_HEEDED) break;
      const heeded = bound.heeded ?? heededIn(bound.note, bound.file, focus, asked, this.#isOnlyOwn);
      if (heeded !== undefined && !said.has(heeded) && !isTold(heeded)) said.set(heeded, bound);
    }
    const sentences = new Map([...said].map(([heeded, bound]) => [bound, heeded]));
    return notes.map((bound) => {
      const { heeded: had, ...mention } = bound;
      const heeded = sentences.get(bound);
      if (heeded === had) return bound;
      return heeded === undefined ? mention : { ...mention, heeded };
    });
  }

  /** Whether many services have a property of that name: `RoleArn` may mean any of them. */
  #isEverywhere({ name, isOwn }: MentionedName): boolean {
    if (isOwn) return false;
    const owners = this.vocabulary.catalogue.propertyOwners(name);
    return new Set(owners.map(({ type }) => namespaceOf(type))).size > MAX_SERVICES;
  }

  /** The notes on what may be written, best first; none that show in some templates alone. */
  on(written: Writable): readonly BoundNote[] {
    const found = candidatesFor(written);
    return found.length === 0 ? [] : this.#places.on(found).filter((bound) => this.#showsIn(bound, undefined));
  }

  #ownAt(focus: Focus, asked: AskedTemplate | undefined): FoundOwn {
    if (asked === undefined || !this.#indexed.hasOwn) return NOTHING;
    return this.#own.at(focus, asked, (names, uris) => {
      const holding = uris.flatMap((uri) => {
        const source = this.#indexed.source(uri);
        return source !== undefined && names.some((name) => hasWord(source.text, name)) ? [source] : [];
      });
      // Of thousands of files few have a name.
      for (const { uri } of this.#indexed.readable(holding)) this.ownBindingsIn(uri);
    });
  }

  /**
   * The names by which the notes of a file may call somebody's own things; they show in a template that they mean and
   * that has them.
   */
  ownBindingsIn(uri: string): readonly Binding[] {
    return this.#own.bindingsIn(uri, () => {
      const file = this.file(uri);
      return file === undefined ? [] : ownBindings(file, this.vocabulary);
    });
  }

  /** Whether a note that names a thing means that of the template at a URI. */
  isMeant(bound: Pick<Binding, "note" | "file">, template: string): boolean {
    return this.#documents.isMeant(bound, template);
  }

  /** Whether another file says the same in the reader's language. */
  isTranslated(file: NoteFileContent): boolean {
    return this.#documents.isTranslated(file);
  }

  /** Sets what is known of the surroundings of notes and templates, which decides what notes mean. */
  setSurroundings(surroundings: Surroundings): void {
    this.#documents.surroundings = surroundings;
    this.revision++;
  }

  #showsIn(bound: BoundNote, asked: AskedTemplate | undefined): boolean {
    if (bound.file.builtIn) return true;
    const { note, file } = bound;
    if (asked === undefined) return file.only === undefined;
    if (note.about !== undefined && !isAbout(note.about, asked.uri, this.#documents.surroundings.stacksOf))
      return false;
    if (this.elsewhere(bound, asked) !== undefined) return false;
    return file.only === undefined || file.only.has(asked.uri);
  }

  /** See `Documents.elsewhere`. */
  elsewhere(bound: Told, asked: AskedTemplate): Elsewhere | undefined {
    const found = this.#elsewhere(bound, asked);
    // A marker says that it is meant for all of AWS's things of that kind.
    return bound.isMarked === true && found !== "guide" ? undefined : found;
  }

  #elsewhere(bound: Told, asked: AskedTemplate): Elsewhere | undefined {
    const isUnused = bound.isOfOtherService === true && isOnUnusedService(bound.note, asked, this.#servicesIn);
    return isUnused ? "unused" : this.#documents.elsewhere(bound, asked);
  }

  /** The same by rank alone, with the ranks. */
  ranked(focus: Focus, asked?: AskedTemplate): readonly RankedNote[] {
    const found = candidates(focus);
    const { notes, type } = this.#ownAt(focus, asked);
    if (notes.some(({ tier }) => tier === "thing") && type !== undefined) found.unshift(typeOfOwn(type));
    const known = new Set(notes.map(({ note }) => note));
    const others = ranked(this.#places.bindings(), found).filter((bound) => this.#showsIn(bound, asked));
    return [...notes, ...others.filter(({ note }) => !known.has(note))];
  }

  /** The places that the notes of a file show at. */
  bindingsIn(uri: string): readonly Binding[] {
    const source = this.#indexed.source(uri);
    return source === undefined ? [] : this.#indexed.bindingsOf(source);
  }

  /** The vocabulary by which names are understood. */
  get vocabulary(): Vocabulary {
    this.#known ??= vocabularyOf(this.#options.catalogue ?? NO_CATALOGUE)(this.#options.topics);
    return this.#known;
  }

  /** The notes on a topic, the user's before built-in ones. */
  onTopic(id: string): readonly BoundNote[] {
    return this.#topics.on(id);
  }

  /** The best note that explains a topic: what a document beside templates says by its name is on those. */
  explaining(id: string): BoundNote | undefined {
    const isOnThese = ({ note, file }: BoundNote): boolean =>
      !file.builtIn && !note.topicIds.includes(id) && this.#documents.isOnAnyBeside(note, file);
    return this.onTopic(id).find((bound) => !isOnThese(bound));
  }

  /** The place of the best note on a topic. Unless the user has notes, none is read for it. */
  whereIs(topic: string): NotePlacing | undefined {
    return this.#topics.whereIs(topic);
  }

  /** The notes that have every word of the query, or else the nearest, best first. */
  search(query: string, limit: number): readonly FoundNote[] {
    return this.#searched.search(query, limit);
  }

  /** Builds the index of {@link search} in steps of a few milliseconds; otherwise the first search does. */
  prepareSearch(): Generator<void, void> {
    return this.#searched.prepare();
  }

  /** Reads one file after the other, ahead of the first request, in steps of a few milliseconds. */
  *prepare(): Generator<void, void> {
    void this.vocabulary;
    for (const source of this.#indexed.sources) {
      yield;
      // It may have been set anew, or deleted, since the step before.
      if (!this.#indexed.has(source)) continue;
      this.#indexed.read(source);
      yield;
      this.#indexed.bindingsOf(source);
      if (!source.builtIn) this.ownBindingsIn(source.uri);
    }
  }
}

/**
 * The closeness of a note on a resource's type to the resource: behind one on the resource itself, and shown below it.
 */
const ON_TYPE = 80;

function typeOfOwn(type: string): Candidate {
  return { place: { kind: "type", type }, specificity: ON_TYPE };
}
