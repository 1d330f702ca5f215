import type { Focus } from "../model/focus/focus.ts";
import { placeKey } from "../model/focus/placeKey.ts";
import { memoBy } from "../text/memoBy.ts";
import { bind, inOrder, ranked } from "./binding/bind.ts";
import { type Binding, bindingsOf } from "./binding/bindings.ts";
import { BindingTable } from "./binding/bindingTable.ts";
import type { BoundNote, RankedNote } from "./binding/boundNote.ts";
import { builtInBindings } from "./binding/builtInBindings.ts";
import { type Candidate, candidates, candidatesFor, type Writable } from "./binding/candidates.ts";
import { hasWord, type MentionedName, Mentions, mentionedName, unshown } from "./binding/mentions.ts";
import type { Topic } from "./binding/topic.ts";
import type { NoteCatalogue, Vocabulary } from "./binding/vocabulary.ts";
import { NO_CATALOGUE, vocabularyOf } from "./binding/vocabularyOf.ts";
import { preparedNotes } from "./lesson/preparedNotes.ts";
import type { Surroundings } from "./ownNames/nearness.ts";
import { isOwnName, ownBindings } from "./ownNames/ownBindings.ts";
import type { AskedTemplate } from "./ownNames/ownCandidates.ts";
import { type Elsewhere, type FoundOwn, type NameKinds, NOTHING, OwnNotes, type Told } from "./ownNames/ownNotes.ts";
import { partOnAws } from "./ownNames/partOnAws.ts";
import { isOnOtherEntry, isOnSibling, listsOthers, onThis } from "./ownNames/siblings.ts";
import { isAbout } from "./reading/aboutTemplates.ts";
import { lineMarkedWith } from "./reading/markedTopic.ts";
import type { Note, NoteFileContent, NoteSource } from "./reading/note.ts";
import { namespaceOf } from "./reading/place.ts";
import { readNotes } from "./reading/readNotes.ts";
import { type FoundNote, NoteSearch } from "./search/search.ts";
import { SearchNames } from "./search/searchNames.ts";
import { searchedText } from "./words/names.ts";

export interface NoteIndexOptions {
  readonly topics: readonly Topic[];
  /** What is known of types and properties, for notes that are called as one; may be left out. */
  readonly catalogue?: NoteCatalogue;
}

/** All notes of a session. A file is read when something is first asked of the notes, not when it is set. */
export interface NoteIndex {
  /** Adds a file, or replaces the one of the same URI. */
  set(source: NoteSource): void;
  delete(uri: string): void;
  /** In the order in which they were first set. */
  readonly files: readonly NoteFileContent[];
  file(uri: string): NoteFileContent | undefined;
  /** A note by its id, or by what {@link whereIs} calls it, with its file. */
  note(id: string): { readonly note: Note; readonly file: NoteFileContent } | undefined;
  /**
   * The notes for what is under the caret, best first: those on what somebody named themselves, then those on what it is.
   * `[]` if none fits.
   *
   * @param asked the template; without it there are none on somebody's own things, nor those that show in some alone
   */
  at(focus: Focus, asked?: AskedTemplate): readonly BoundNote[];
  /** Whether the notes that are read are enough for {@link at}: nobody waits for others before their own note on this very thing. */
  isEnoughAt(focus: Focus, asked: AskedTemplate): boolean;
  /** The notes on what may be written, best first; none that show in some templates alone. */
  on(written: Writable): readonly BoundNote[];
  /**
   * The user's notes that only speak of what is under the caret, by its own name; those that show, and what is in them, are
   * left out.
   */
  mentionedAt(focus: Focus, shown: readonly BoundNote[], asked?: AskedTemplate): readonly BoundNote[];
  /** The notes on a topic, the user's before built-in ones. */
  onTopic(id: string): readonly BoundNote[];
  /** Where the best note on a topic is. Unless the user has notes, none is read for it. */
  whereIs(topic: string): NotePlacing | undefined;
  /** The same by rank alone, with the ranks. */
  ranked(focus: Focus, asked?: AskedTemplate): readonly RankedNote[];
  /** Where the notes of a file show. */
  bindingsIn(uri: string): readonly Binding[];
  /** By which names the notes of a file may call somebody's own things; they show where a template that they mean has them. */
  ownBindingsIn(uri: string): readonly Binding[];
  /** Whether a note that has the name of a thing means that of the template at a URI. */
  isMeant(bound: Pick<Binding, "note" | "file">, template: string): boolean;
  /** See `OwnNotes.elsewhere`. */
  elsewhere(bound: Told, asked: AskedTemplate): Elsewhere | undefined;
  /** Takes what is known around notes and templates, which says what notes mean. */
  setSurroundings(surroundings: Surroundings): void;
  /** What names are understood by. */
  readonly vocabulary: Vocabulary;
  /** Another number after each change of the files. */
  readonly revision: number;
  /** The notes that hold every word of the query, or else the nearest, best first. */
  search(query: string, limit: number): readonly FoundNote[];
  /** Makes what {@link search} needs, in steps of a few milliseconds; without it, the first search does. */
  prepareSearch(): Generator<void, void>;
  /** Reads one file after the other, ahead of the first question, in steps of a few milliseconds. */
  prepare(): Generator<void, void>;
  /**
   * Whether so much of the user's is unread that nobody should wait for it: questions are answered from what is read, and
   * somebody should go through {@link prepare}.
   */
  readonly isLargelyUnread: boolean;
}

/** In UTF-16 units: reading them takes a tenth of a second. */
const MAX_AT_ONCE = 40_000;

const MAX_SERVICES = 8;

const MAX_KEPT_PLACES = 2000;
/** Longer texts, in UTF-16 units, hardly come twice. */
const MAX_USUAL_LENGTH = 60;

/** Where a note is. */
export interface NotePlacing {
  readonly id: string;
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
}

/** An index without files. */
export function noteIndex(options: NoteIndexOptions): NoteIndex {
  return new LazyNoteIndex(options);
}

class LazyNoteIndex implements NoteIndex {
  revision = 0;
  private readonly nameKinds: NameKinds = {
    isOwn: (name) => isOwnName(name, this.vocabulary),
    isService: (name) => this.vocabulary.services.mentioned(name).size > 0,
    partOnAws: memoBy((file) => partOnAws(file, this.bindingsIn(file.uri), this.vocabulary.services)),
  };
  private readonly options: NoteIndexOptions;
  private readonly sources = new Map<string, NoteSource>();
  private readonly read = new Map<string, NoteFileContent>();
  /** Where the notes of files show. Nowhere, where finding it out began and never came to an end. */
  private readonly bound = new Map<string, readonly Binding[]>();
  /** How many files are the user's. */
  private ownFiles = 0;
  /** How long those of the user's files are of which it is not known where their notes show. */
  private unbound = 0;
  /** Files that are being read. Who finds one here begins anew what never came to an end: it takes too long. */
  private readonly begun = new Set<string>();
  private known: Vocabulary | undefined;
  private readonly bindings = new BindingTable();
  private readonly own = new OwnNotes();
  private readonly mentions = new Mentions();
  /** Whether the table has what all sources say now. */
  private isBound = false;
  private readonly byTopic = new Map<string, readonly BoundNote[]>();
  /** By a place, or its candidates. */
  private readonly byPlace = new Map<string, readonly BoundNote[]>();
  private readonly places = new Map<string, NotePlacing | undefined>();
  private searchSteps: Generator<void, void> | undefined;
  private searched: { readonly search: NoteSearch; readonly files: Map<string, NoteFileContent> } | undefined;

  constructor(options: NoteIndexOptions) {
    this.options = options;
  }

  set(source: NoteSource): void {
    this.forget(source.uri);
    this.sources.set(source.uri, source);
    this.ownFiles += Number(!source.builtIn);
    this.unbound += lengthToRead(source);
    this.bindings.set(source.uri, []);
    if (!source.builtIn) this.own.set(source.uri, source.text);
  }

  delete(uri: string): void {
    this.forget(uri);
    this.sources.delete(uri);
    this.bindings.delete(uri);
    this.own.delete(uri);
  }

  private forget(uri: string): void {
    const before = this.sources.get(uri);
    if (before?.builtIn === false) this.ownFiles--;
    if (before !== undefined && !this.bound.has(uri)) this.unbound -= lengthToRead(before);
    this.revision++;
    this.read.delete(uri);
    this.bound.delete(uri);
    this.begun.delete(uri);
    this.isBound = false;
    this.byTopic.clear();
    this.byPlace.clear();
    this.places.clear();
    this.mentions.clear();
  }

  get isLargelyUnread(): boolean {
    return this.unbound > MAX_AT_ONCE;
  }

  /** Those that can be asked at once. */
  private get askable(): readonly NoteSource[] {
    const sources = [...this.sources.values()];
    return this.isLargelyUnread ? sources.filter(({ uri, builtIn }) => builtIn || this.bound.has(uri)) : sources;
  }

  get files(): readonly NoteFileContent[] {
    return [...this.sources.values()].map((source) => this.readFile(source));
  }

  file(uri: string): NoteFileContent | undefined {
    const source = this.sources.get(uri);
    return source && this.readFile(source);
  }

  note(id: string): { readonly note: Note; readonly file: NoteFileContent } | undefined {
    const end = id.indexOf("#");
    const file = this.file(id) ?? this.file(end < 0 ? id : id.slice(0, end));
    const marked = id.slice(end + 1).startsWith("@") ? id.slice(end + 2) : undefined;
    const note = file?.notes.find((one) => (marked === undefined ? one.id === id : one.topicIds.includes(marked)));
    return file && note && { note, file };
  }

  at(focus: Focus, asked?: AskedTemplate): readonly BoundNote[] {
    const { notes, type } = this.ownAt(focus, asked);
    const isOnThis = notes.some(({ tier }) => tier === "thing");
    const onType = isOnThis && type !== undefined ? this.boundAt([typeOfOwn(type)]) : [];
    const showing = [...onType, ...this.onPlace(focus)].filter(
      (bound) =>
        this.showsIn(bound, asked) &&
        !(asked && (isOnSibling(bound.note, focus, asked) || this.isOnOtherEntry(bound, focus, asked))),
    );
    const others = asked ? onThis(showing, focus, asked) : showing;
    if (notes.length === 0) return others;
    const own = inOrder(notes);
    const known = new Set(own.map(({ note }) => note));
    return [...own, ...others.filter(({ note }) => isNew(note, known))];
  }

  private isOnOtherEntry({ note, file }: BoundNote, focus: Focus, asked: AskedTemplate): boolean {
    if (file.builtIn) return false;
    const { isOwn } = this.nameKinds;
    const isOthers = (name: string): boolean => this.own.isOfProject(file, this.nameKinds) && isOwn(name);
    if (isOnOtherEntry(note, focus, asked, isOwn, isOthers)) return true;
    return this.own.isWithTemplates(file) && listsOthers(note, asked, isOwn);
  }

  isEnoughAt(focus: Focus, asked: AskedTemplate): boolean {
    return focus.kind === "name" || this.ownAt(focus, asked).notes.some(({ tier }) => tier === "thing");
  }

  mentionedAt(focus: Focus, shown: readonly BoundNote[], asked?: AskedTemplate): readonly BoundNote[] {
    const wanted = this.ownFiles === 0 ? undefined : mentionedName(focus);
    if (wanted === undefined || this.isEverywhere(wanted)) return [];
    let isWhole = true;
    const files = (): readonly NoteFileContent[] => {
      const holding = [...this.sources.values()].filter(({ builtIn, text }) => !builtIn && hasWord(text, wanted.name));
      const readable = this.readable(holding);
      isWhole = readable.length === holding.length;
      return readable.map((source) => this.readFile(source));
    };
    const found = this.mentions.of(wanted, files, this.vocabulary.services).filter((bound) => {
      const isNear = !wanted.isOwn || (asked !== undefined && this.isMeant(bound, asked.uri));
      return isNear && this.showsIn(bound, asked);
    });
    if (!isWhole) this.mentions.clear();
    return unshown(found, shown);
  }

  /** Whether a property's name is one that many services have: who writes `RoleArn` may mean any. */
  private isEverywhere({ name, isOwn }: MentionedName): boolean {
    if (isOwn) return false;
    const owners = this.vocabulary.catalogue.propertyOwners(name);
    return new Set(owners.map(({ type }) => namespaceOf(type))).size > MAX_SERVICES;
  }

  /** Those that are read, and as many others as can be read while somebody waits. */
  private readable(sources: readonly NoteSource[]): readonly NoteSource[] {
    let length = 0;
    return sources.filter(({ uri, text }) => {
      if (this.read.has(uri)) return true;
      length += text.length;
      return length <= MAX_AT_ONCE;
    });
  }

  on(written: Writable): readonly BoundNote[] {
    const found = candidatesFor(written);
    return found.length === 0 ? [] : this.boundAt(found).filter((bound) => this.showsIn(bound, undefined));
  }

  private ownAt(focus: Focus, asked: AskedTemplate | undefined): FoundOwn {
    if (asked === undefined || this.ownFiles === 0) return NOTHING;
    return this.own.at(focus, asked, this.nameKinds, (names, uris) => {
      const holding = uris.flatMap((uri) => {
        const source = this.sources.get(uri);
        return source !== undefined && names.some((name) => hasWord(source.text, name)) ? [source] : [];
      });
      // Of thousands of files few hold a name.
      for (const { uri } of this.readable(holding)) this.ownBindingsIn(uri);
    });
  }

  ownBindingsIn(uri: string): readonly Binding[] {
    return this.own.bindingsIn(uri, () => {
      const file = this.file(uri);
      return file === undefined ? [] : ownBindings(file, this.vocabulary);
    });
  }

  isMeant(bound: Pick<Binding, "note" | "file">, template: string): boolean {
    return this.own.isMeant(bound, template);
  }

  setSurroundings(surroundings: Surroundings): void {
    this.own.surroundings = surroundings;
    this.revision++;
  }

  private onPlace(focus: Focus): readonly BoundNote[] {
    return focus.kind === "key" && focus.place.in === "resource"
      ? this.boundBy(placeKey(focus.place), () => candidates(focus))
      : this.boundAt(candidates(focus));
  }

  private boundAt(found: readonly Candidate[]): readonly BoundNote[] {
    if (found.length === 0) return [];
    const isUsual = found.every(({ place }) => place.kind !== "string" || place.lower.length <= MAX_USUAL_LENGTH);
    return isUsual ? this.boundBy(JSON.stringify(found), () => found) : bind(this.allBindings(), found);
  }

  /** A template asks for the same few places again and again: the properties of its types, and their usual values. */
  private boundBy(key: string, found: () => readonly Candidate[]): readonly BoundNote[] {
    const bindings = this.allBindings();
    if (!this.isBound) return bind(bindings, found());
    let notes = this.byPlace.get(key);
    if (notes === undefined) {
      if (this.byPlace.size >= MAX_KEPT_PLACES) this.byPlace.clear();
      notes = bind(bindings, found());
      this.byPlace.set(key, notes);
    }
    return notes;
  }

  private showsIn(bound: BoundNote, asked: AskedTemplate | undefined): boolean {
    if (bound.file.builtIn) return true;
    const { note, file } = bound;
    if (asked === undefined) return file.only === undefined;
    if (note.about !== undefined && !isAbout(note.about, asked.uri, this.own.surroundings.stacksOf)) return false;
    if (this.elsewhere(bound, asked) !== undefined) return false;
    return file.only === undefined || file.only.has(asked.uri);
  }

  elsewhere(bound: Told, asked: AskedTemplate): Elsewhere | undefined {
    return this.own.elsewhere(bound, asked, this.nameKinds);
  }

  ranked(focus: Focus, asked?: AskedTemplate): readonly RankedNote[] {
    const found = candidates(focus);
    const { notes, type } = this.ownAt(focus, asked);
    if (notes.some(({ tier }) => tier === "thing") && type !== undefined) found.unshift(typeOfOwn(type));
    const known = new Set(notes.map(({ note }) => note));
    const others = ranked(this.allBindings(), found).filter((bound) => this.showsIn(bound, asked));
    return [...notes, ...others.filter(({ note }) => !known.has(note))];
  }

  bindingsIn(uri: string): readonly Binding[] {
    const source = this.sources.get(uri);
    return source === undefined ? [] : this.bindingsOf(source);
  }

  get vocabulary(): Vocabulary {
    this.known ??= vocabularyOf(this.options.catalogue ?? NO_CATALOGUE)(this.options.topics);
    return this.known;
  }

  onTopic(id: string): readonly BoundNote[] {
    let notes = this.byTopic.get(id);
    if (notes === undefined) {
      notes = this.findOnTopic(id);
      if (!this.isLargelyUnread) this.byTopic.set(id, notes);
    }
    return notes;
  }

  whereIs(topic: string): NotePlacing | undefined {
    if (this.isLargelyUnread) return this.findPlace(topic);
    if (!this.places.has(topic)) this.places.set(topic, this.findPlace(topic));
    return this.places.get(topic);
  }

  private findPlace(topic: string): NotePlacing | undefined {
    const sources = [...this.sources.values()];
    if (sources.every(({ builtIn }) => builtIn)) {
      for (const source of sources) {
        const line = lineMarkedWith(topic, source);
        if (line !== undefined) return { id: `${source.uri}#@${topic}`, uri: source.uri, line };
      }
    }
    const [best] = this.onTopic(topic);
    return best && { id: best.note.id, uri: best.file.uri, line: best.note.line };
  }

  private findOnTopic(id: string): readonly BoundNote[] {
    const topic = this.vocabulary.topics.withId(id);
    if (!topic) return [];
    // Built-in notes name their topics: a file that does not hold the id need not be read.
    const sources = this.askable.filter(({ builtIn, text }) => !builtIn || text.includes(`@${id}`));
    const marked = sources.flatMap((source) => {
      const file = this.readFile(source);
      return file.only === undefined ? file.notes.map((note) => ({ note, file })) : [];
    });
    const found = marked.filter(
      ({ note, file }) =>
        note.topicIds.includes(id) ||
        (!file.builtIn && note.terms.some((term) => term.strength >= 4 && this.isOn(term.key, id, note))),
    );
    return found
      .sort((left, right) => distanceOf(left.file) - distanceOf(right.file))
      .map(({ note, file }) => ({ note, file, specificity: 0, tier: "thing" }));
  }

  search(query: string, limit: number): readonly FoundNote[] {
    // What is under way may be about files of before: a last round finds what has changed since.
    for (const _ of this.prepareSearch());
    for (const _ of this.prepareSearch());
    return this.searched?.search.search(query, limit) ?? [];
  }

  *prepareSearch(): Generator<void, void> {
    // Whoever asks meanwhile goes on with the same steps, or notes would be added twice.
    this.searchSteps ??= this.updateSearch();
    while (this.searchSteps?.next().done === false) yield;
    this.searchSteps = undefined;
  }

  /** Adds what is new to what was searched before, and takes out what is gone. */
  private *updateSearch(): Generator<void, void> {
    this.searched ??= {
      search: new NoteSearch(new SearchNames(this.options.topics, this.vocabulary)),
      files: new Map(),
    };
    const { search, files } = this.searched;
    for (const [uri, file] of files) {
      if (this.read.get(uri) === file) continue;
      files.delete(uri);
      yield* search.remove(file);
    }
    for (const source of [...this.sources.values()]) {
      if (files.has(source.uri) || this.sources.get(source.uri) !== source) continue;
      const content = this.readFile(source);
      yield;
      const bound = this.bindingsOf(source);
      yield;
      files.set(source.uri, content);
      yield* search.add(content, bound);
    }
  }

  *prepare(): Generator<void, void> {
    void this.vocabulary;
    for (const source of [...this.sources.values()]) {
      yield;
      // It may have been set anew, or deleted, since the step before.
      if (this.sources.get(source.uri) !== source) continue;
      this.readFile(source);
      yield;
      this.bindingsOf(source);
      if (!source.builtIn) this.ownBindingsIn(source.uri);
    }
  }

  private isOn(key: string, id: string, note: Note): boolean {
    const { topics } = this.vocabulary;
    const named = topics.named(key).find(({ topic }) => topic.id === id);
    if (!named) return false;
    return !named.needsContext || [note.title, ...note.context].some((text) => named.topic.isUnder(searchedText(text)));
  }

  private allBindings(): BindingTable {
    if (!this.isBound) {
      const isWhole = !this.isLargelyUnread;
      for (const source of this.askable) this.bindings.set(source.uri, this.bindingsOf(source));
      this.isBound = isWhole;
    }
    return this.bindings;
  }

  private readFile(source: NoteSource): NoteFileContent {
    const known = this.read.get(source.uri);
    if (known) return known;
    const { uri } = source;
    const takesTooLong = this.begun.has(uri);
    this.begun.add(uri);
    const content =
      source.prepared === undefined
        ? readNotes(takesTooLong ? { ...source, takesTooLong } : source)
        : preparedNotes(source, source.prepared());
    this.begun.delete(uri);
    // Steps that began earlier may still ask for what the file was then.
    if (this.sources.get(uri) === source) this.read.set(uri, content);
    return content;
  }

  private bindingsOf(source: NoteSource): readonly Binding[] {
    const known = this.bound.get(source.uri);
    if (known) return known;
    if (this.sources.get(source.uri) !== source) return [];
    const content = source.builtIn ? undefined : this.readFile(source);
    this.bound.set(source.uri, []);
    this.unbound -= lengthToRead(source);
    const found = content
      ? bindingsOf(content, this.vocabulary)
      : builtInBindings(source, this.vocabulary, () => this.readFile(source));
    this.bound.set(source.uri, found);
    return found;
  }
}

/** How close a note on a resource's type is to the resource: behind one on the resource itself, and shown below it. */
const ON_TYPE = 80;

function typeOfOwn(type: string): Candidate {
  return { place: { kind: "type", type }, specificity: ON_TYPE };
}

/** Notes that were not told yet; told from now on. */
function isNew(note: Note, known: Set<Note>): boolean {
  if (known.has(note)) return false;
  known.add(note);
  return true;
}

/** The user's own first, then those of teams, then built-in ones. */
function distanceOf({ builtIn, team }: NoteFileContent): number {
  return builtIn ? 2 : Number(team);
}

function lengthToRead({ builtIn, text }: NoteSource): number {
  return builtIn ? 0 : text.length;
}
