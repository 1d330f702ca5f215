import MiniSearch, { type Query, type SearchOptions, type SearchResult } from "minisearch";
import type { Binding } from "../binding/bindings.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { passageOf } from "../reading/passage.ts";
import { type Term, WHOLE_TITLE } from "../reading/terms.ts";
import { messageItself } from "./messageItself.ts";
import { quotedWords } from "./quotedMessage.ts";
import { searchExcerpt } from "./searchExcerpt.ts";
import { type SearchNames, searchKey } from "./searchNames.ts";
import { type QueryForm, type QueryWord, queryWords } from "./searchQuery.ts";
import { fold, indexTokens } from "./searchTokens.ts";

export interface FoundNote {
  readonly note: Note;
  readonly file: NoteFileContent;
  /** A line of the passage around the match. */
  readonly excerpt: string;
  /** Whether it holds only some of the query's words, if no or few notes hold all. */
  readonly nearest: boolean;
}

interface Entry {
  readonly note: Note;
  readonly file: NoteFileContent;
}

interface Fields {
  /** In the order in which the notes were added. */
  readonly id: number;
  readonly title: string;
  /** Other names of the note's topics and places. */
  readonly names: string;
  readonly path: string;
  /** Other names of the titles above. */
  readonly pathNames: string;
  readonly text: string;
}

interface Hit extends Entry {
  readonly score: number;
  /** The tokens of the text that matched. */
  readonly tokens: readonly string[];
  /** Whether it is a user's note on the searched thing: such notes come first. */
  readonly first: boolean;
}

const MAX_TEXT = 20_000;
/** A longer title of an item is a sentence, which its section's text has, too. */
const MAX_ITEM_TITLE = 48;
/** A few milliseconds. */
const NOTES_PER_STEP = 4;
/** If fewer notes hold every word, those that hold some follow. */
const MIN_FULL_MATCHES = 3;
const MAX_NEAREST = 8;
/** The factor for the user's notes, which come first unless a built-in one fits far better. */
const OWN = 2;
/** How many of the best results are ranked again. */
const MAX_RANKED = 100;
/** The factor for a section that is called what is searched for, and for an item. */
const SAME_TITLE = 3;
const SAME_NAME = 2;
/** Fewer words are no message. */
const MIN_MESSAGE = 4;
/** How many of the nearest are looked through for a message. */
const MAX_QUOTING = 100;
/** More of the user's notes do not come first for having the words in their text alone. */
const MAX_MENTIONS = 3;
/** At the beginning of a word. */
const LATIN = /^[a-z0-9]/;
const OTHER_FORM = 0.6;
/** This share of a word's letters may be wrong. */
const TYPOS = 0.2;
const BOOST = { title: 4, names: 2.5, path: 1.5, pathNames: 0.6 };

/** Full-text search over the notes that were added. */
export class NoteSearch {
  readonly #names: SearchNames;
  /** By their numbers in the index. */
  readonly #entries = new Map<number, Entry>();
  /** The index needs the same fields to remove a note. */
  readonly #ofFiles = new Map<NoteFileContent, readonly Fields[]>();
  readonly #index = new MiniSearch<Fields>({
    fields: ["title", "names", "path", "pathNames", "text"],
    tokenize: indexTokens,
    processTerm: (token) => token,
    searchOptions: { boost: BOOST, tokenize: (token) => [token] },
  });
  #count = 0;

  constructor(names: SearchNames) {
    this.#names = names;
  }

  /** Adds a file's notes, a few in each step. */
  *add(file: NoteFileContent, bindings: readonly Binding[]): Generator<void, void> {
    const byNote = new Map<Note, Binding[]>(file.notes.map((note) => [note, []]));
    for (const binding of bindings) byNote.get(binding.note)?.push(binding);
    const added: Fields[] = [];
    this.#ofFiles.set(file, added);
    for (const [number, note] of file.notes.entries()) {
      if (number % NOTES_PER_STEP === NOTES_PER_STEP - 1) yield;
      if (!isFindable(note, file)) continue;
      const fields: Fields = {
        id: this.#count++,
        title: note.title,
        names: this.#names.ofNote(note, byNote.get(note) ?? []).join("\n"),
        path: note.path.join("\n"),
        pathNames: note.path.flatMap((title) => this.#names.ofTitle(title)).join("\n"),
        text: ownText(note, file),
      };
      added.push(fields);
      this.#entries.set(fields.id, { note, file });
      this.#index.add(fields);
    }
  }

  /** Removes a file's notes, as far as they were added, a few in each step. */
  *remove(file: NoteFileContent): Generator<void, void> {
    const added = this.#ofFiles.get(file) ?? [];
    this.#ofFiles.delete(file);
    for (const { id } of added) this.#entries.delete(id);
    for (const [number, fields] of added.entries()) {
      if (number % NOTES_PER_STEP === NOTES_PER_STEP - 1) yield;
      // Not `discard`, whose deferred clean-up fails on what is removed meanwhile.
      this.#index.remove(fields);
    }
  }

  /** The notes that hold every word of the query, best first, and if these are few the nearest; `[]` for a query without words. */
  search(query: string, limit: number): FoundNote[] {
    const words = queryWords(query, this.#names);
    if (words.length === 0) return [];
    const exact = this.#hits(query, words, "AND", false);
    const all = exact.length > 0 || !mayBeMisspelt(words) ? exact : this.#hits(query, words, "AND", true);
    const known = new Set(all.map(({ note }) => note));
    // What quotes a message has none of the names in it.
    const isFull = words.length < 2 || (all.length >= MIN_FULL_MATCHES && !mayBeMessage(query));
    const some = isFull ? [] : this.#hits(query, words, "OR", all.length === 0).filter(({ note }) => !known.has(note));
    const room = Math.max(0, Math.min(limit, MAX_NEAREST) - all.length);
    const hits = quotingFirst([...all, ...some], query, words).slice(0, isFull ? limit : all.length + room);
    return hits.slice(0, limit).map((hit) => foundNote(hit, !known.has(hit.note)));
  }

  /** The best notes that have every word, or some. */
  #hits(query: string, words: readonly QueryWord[], combineWith: "AND" | "OR", roughly: boolean): Hit[] {
    const queries = words.map(({ forms }) => ({
      combineWith: "OR" as const,
      queries: forms.map((form, number) =>
        words.length === 1 && isShort(form) ? calledQuery(form) : formQuery(form, number > 0, roughly),
      ),
    }));
    const key = searchKey(query);
    const titles = new Set([key, ...[...(this.#names.named(key) ?? [])].map(searchKey)]);
    const found = this.#index.search({ combineWith, queries });
    if (words.length > 1)
      for (const result of found)
        result.score *= tokensHeld(words, result.queryTerms) / (result.queryTerms.length || 1);
    found.sort((left, right) => right.score - left.score || left.id - right.id);
    const hits = [...this.#best(found)]
      .flatMap((one) => hitsOf(one, titles))
      .sort((left, right) => Number(right.first) - Number(left.first) || right.score - left.score);
    return withLiteralFirst(hits, words);
  }

  /** The best results among the user's notes, and among the others. */
  *#best(results: readonly SearchResult[]): Generator<Entry & { readonly result: SearchResult }> {
    const left = [MAX_RANKED, MAX_RANKED];
    for (const result of results) {
      const entry = this.#entries.get(result.id);
      const kind = Number(entry?.file.builtIn);
      if (entry === undefined || left[kind] === 0) continue;
      left[kind] = (left[kind] ?? 0) - 1;
      yield { ...entry, result };
      if (left[0] === 0 && left[1] === 0) return;
    }
  }
}

function mayBeMessage(query: string): boolean {
  return (query.match(/[a-z']{2,}/gi)?.length ?? 0) >= MIN_MESSAGE;
}

/** The notes that quote a message of AWS's first. */
function quotingFirst(hits: readonly Hit[], query: string, words: readonly QueryWord[]): readonly Hit[] {
  if (!mayBeMessage(query)) return hits;
  const message = messageItself(query);
  const folded = fold(message);
  const quoting = hits.slice(0, MAX_QUOTING).flatMap((hit) => {
    const text = ownText(hit.note, hit.file);
    const isWhole = fold(text).includes(folded);
    const count = isWhole ? words.length : quotedWords(message, { title: hit.note.title, text });
    return count === 0 ? [] : [{ hit, count }];
  });
  quoting.sort((left, right) => right.count - left.count);
  return [...new Set([...quoting.map(({ hit }) => hit), ...hits])];
}

/** Whether a name is all of a title but for words as とは. */
function isTitle({ name, strength }: Term, titles: ReadonlySet<string>): boolean {
  return strength >= WHOLE_TITLE && titles.has(searchKey(name));
}

/** How many different tokens of each word a note has: repeated words count twice, unlike in the package. */
function tokensHeld(words: readonly QueryWord[], held: readonly string[]): number {
  const tokens = new Set(held);
  let count = 0;
  for (const { forms } of words)
    count += new Set(forms.filter((form) => form.every((token) => tokens.has(token))).flat()).size;
  return count;
}

function hitsOf({ note, file, result }: Entry & { readonly result: SearchResult }, titles: ReadonlySet<string>): Hit[] {
  const { match, score } = result;
  const fields = new Set(Object.values(match).flat());
  const isNamed = fields.has("title") || fields.has("names");
  // Parts of a section with that title that do not mention it are no results.
  if (!(isNamed || fields.has("text"))) return [];
  const tokens = Object.keys(match).filter((token) => match[token]?.includes("text"));
  const isCalled = titles.has(searchKey(note.title)) || note.terms.some((term) => isTitle(term, titles));
  // An item of a list that has the name says less of it than a section.
  const sameTitle = isCalled ? (note.kind === "heading" ? SAME_TITLE : SAME_NAME) : 1;
  return [{ note, file, tokens, first: !file.builtIn && isNamed, score: score * sameTitle * (file.builtIn ? 1 : OWN) }];
}

/** The user's notes that have the very words on top; of those that only mention them a few, as any note may. */
function withLiteralFirst(hits: readonly Hit[], words: readonly QueryWord[]): Hit[] {
  const typed = words.map((word) => fold(word.typed)).filter((word) => word !== "");
  const literal = typed.length === 0 ? [] : hits.filter((hit) => !hit.file.builtIn && hasWords(hit, typed));
  const mentions = literal.filter(({ first }) => !first).slice(0, MAX_MENTIONS);
  const top = [...literal.filter(({ first }) => first), ...mentions].sort((left, right) => right.score - left.score);
  return [...new Set([...top, ...hits])];
}

function hasWords({ note, file }: Entry, words: readonly string[]): boolean {
  const text = fold([...note.path, note.title, ownText(note, file)].join("\n"));
  return words.every((word) => hasWord(text, word));
}

/** Whether a folded text has a word, or what begins with it. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !(LATIN.test(word) && LATIN.test(text.charAt(at - 1)))) return true;
  return false;
}

/** A note's text without that of the sections below it. */
function ownText(note: Note, file: NoteFileContent): string {
  return passageOf(note, file, note.kind === "heading" ? [note.own] : note.passage).slice(0, MAX_TEXT);
}

function foundNote({ note, file, tokens }: Hit, nearest: boolean): FoundNote {
  return { note, file, nearest, excerpt: searchExcerpt(note, file, tokens) };
}

/** In shorter words, another letter makes another word. */
const LONG_WORD = /^[a-z]{5,}$/;

function mayBeMisspelt(words: readonly QueryWord[]): boolean {
  return words.some(({ forms }) => forms[0]?.some((token) => LONG_WORD.test(token)));
}

/** The query for a form; the last Latin token may be incomplete, and with `roughly` a letter may be wrong. */
function formQuery(form: QueryForm, isOther: boolean, roughly: boolean): Query {
  const options: SearchOptions = {
    prefix: (token) => token.length === 1 || (!isOther && /^[a-z0-9]{2,}/.test(token)),
    fuzzy: (token) => (roughly && !isOther && LONG_WORD.test(token) ? TYPOS : false),
    boostTerm: () => (isOther ? OTHER_FORM : 1),
  };
  return { combineWith: "AND", queries: [...form], ...options };
}

/** In letters: a prefix this short begins half of all words. */
const MAX_SHORT_PREFIX = 2;

function isShort([token = "", ...others]: QueryForm): boolean {
  return others.length === 0 && token.length <= MAX_SHORT_PREFIX;
}

/** The query for names that begin with, or are, the form. */
function calledQuery(form: QueryForm): Query {
  const called: Query = { queries: [...form], prefix: true, fields: ["title", "names"] };
  return { combineWith: "OR", queries: [...form, called] };
}

/** Whether a note is worth finding: a section, or an item with a name of its own. */
function isFindable(note: Note, file: NoteFileContent): boolean {
  if (note.naming === "file") return file.notes.length === 1 || passageOf(note, file, [note.own]) !== "";
  if (note.kind === "heading") return true;
  return note.naming !== "sentence" && note.title.length <= MAX_ITEM_TITLE && isWhole(note.title);
}

/** Whether a title is a name and not a piece of a sentence: 「(例」 is none. */
function isWhole(title: string): boolean {
  if (!/^[\p{L}\p{N}「『【"`@$]/u.test(title) || !/\p{L}{2}/u.test(title) || /[、。]|,$/u.test(title)) return false;
  const count = (signs: RegExp): number => title.match(signs)?.length ?? 0;
  return count(/[(（[「『【]/gu) === count(/[)）\]」』】]/gu);
}
