import type { Binding } from "../binding/bindings.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { passageOf } from "../reading/passage.ts";
import { searchExcerpt } from "./searchExcerpt.ts";
import { SearchIndex } from "./searchIndex.ts";
import { type SearchNames, searchKey } from "./searchNames.ts";
import { type QueryForm, type QueryWord, queryWords } from "./searchQuery.ts";
import { type IndexForm, SearchResult } from "./searchResult.ts";
import { indexTokens } from "./searchTokens.ts";

export interface FoundNote {
  readonly note: Note;
  readonly file: NoteFileContent;
  /** A line of the passage around the match. */
  readonly excerpt: string;
  /** Whether it holds only some of the query's words, where no or few notes hold all. */
  readonly nearest: boolean;
}

interface Entry {
  readonly note: Note;
  readonly file: NoteFileContent;
}

interface Hit extends Entry {
  readonly document: number;
  readonly score: number;
  /** Whether a user wrote it on what is looked for: that comes before everything else. */
  readonly first: boolean;
}

const MAX_TEXT = 20_000;
/** A longer title of an item is a sentence, which its section's text holds too. */
const MAX_ITEM_TITLE = 48;
/** A few milliseconds. */
const NOTES_PER_STEP = 4;
/** Where fewer notes hold every word, those that hold some follow. */
const FEW = 3;
const MAX_NEAREST = 8;
/** What a user wrote comes before what is built in, unless that fits far better. */
const OWN = 2;
/** The order of those that score best is looked at again. */
const MAX_RANKED = 100;
const SAME_TITLE = 3;
const OTHER_FORM = 0.6;
/** This share of a word's letters may be wrong, and no more of them than that. */
const TYPOS = 0.2;
const MAX_TYPOS = 6;
/** A note's title, what else its topics and places are called, the titles above, what else these are called, its text. */
const [TITLE, NAMES, PATH, PATH_NAMES, TEXT] = [0, 1, 2, 3, 4];
const BOOSTS: readonly number[] = [4, 2.5, 1.5, 0.6, 1];

/** Full-text search over the notes that were added. */
export class NoteSearch {
  readonly #names: SearchNames;
  /** By the numbers of the index. */
  readonly #entries = new Map<number, Entry>();
  readonly #ofFiles = new Map<NoteFileContent, number[]>();
  readonly #index = new SearchIndex(BOOSTS);

  constructor(names: SearchNames) {
    this.#names = names;
  }

  /** Adds a file's notes, a few in each step. */
  *add(file: NoteFileContent, bindings: readonly Binding[]): Generator<void, void> {
    const byNote = new Map<Note, Binding[]>(file.notes.map((note) => [note, []]));
    for (const binding of bindings) byNote.get(binding.note)?.push(binding);
    const documents: number[] = [];
    this.#ofFiles.set(file, documents);
    for (const [number, note] of file.notes.entries()) {
      if (number % NOTES_PER_STEP === NOTES_PER_STEP - 1) yield;
      if (!isFindable(note, file)) continue;
      const fields: string[] = [];
      fields[TITLE] = note.title;
      fields[NAMES] = this.#names.ofNote(note, byNote.get(note) ?? []).join("\n");
      fields[PATH] = note.path.join("\n");
      fields[PATH_NAMES] = note.path.flatMap((title) => this.#names.ofTitle(title)).join("\n");
      fields[TEXT] = passageOf(note, file, note.kind === "heading" ? [note.own] : note.passage).slice(0, MAX_TEXT);
      const document = this.#index.add(fields.map(indexTokens));
      documents.push(document);
      this.#entries.set(document, { note, file });
    }
  }

  /** Removes a file's notes, as far as they were added. */
  remove(file: NoteFileContent): void {
    for (const document of this.#ofFiles.get(file) ?? []) {
      this.#entries.delete(document);
      this.#index.remove(document);
    }
    this.#ofFiles.delete(file);
  }

  /** Gives free what removed notes took, in steps. */
  clean(): Generator<void, void> {
    return this.#index.clean();
  }

  /** The notes that hold every word of the query, best first, and where these are few the nearest; `[]` for a query without words. */
  search(query: string, limit: number): FoundNote[] {
    const words = queryWords(query, this.#names);
    if (words.length === 0) return [];
    let result = this.#result(words, false);
    let all = this.#hits(query, result, words.length);
    if (all.length === 0 && mayBeMisspelt(words)) {
      result = this.#result(words, true);
      all = this.#hits(query, result, words.length);
    }
    const found = all.slice(0, limit);
    if (all.length >= FEW || words.length < 2) return foundNotes(result, found, []);
    const known = new Set(all.map(({ note }) => note));
    const some = this.#hits(query, result, 1).filter(({ note }) => !known.has(note));
    return foundNotes(result, found, some.slice(0, Math.max(0, Math.min(limit, MAX_NEAREST) - found.length)));
  }

  #result(words: readonly QueryWord[], roughly: boolean): SearchResult {
    return new SearchResult(
      this.#index,
      words.map(({ forms }) => forms.map((form, number) => indexForm(form, number > 0, roughly))),
    );
  }

  /** The best notes that hold at least so many words. */
  #hits(query: string, result: SearchResult, least: number): Hit[] {
    const key = searchKey(query);
    const titles = new Set([key, ...[...(this.#names.named(key) ?? [])].map(searchKey)]);
    return [...this.#best(result.best(least))]
      .flatMap((document) => this.#hit(document, result, titles))
      .sort((left, right) => Number(right.first) - Number(left.first) || right.score - left.score);
  }

  /** The best documents among the user's notes, and among the others. */
  *#best(documents: readonly number[]): Generator<number> {
    const left = [MAX_RANKED, MAX_RANKED];
    for (const document of documents) {
      const kind = Number(this.#entries.get(document)?.file.builtIn);
      if (left[kind] === 0) continue;
      left[kind] = (left[kind] ?? 0) - 1;
      yield document;
      if (left[0] === 0 && left[1] === 0) return;
    }
  }

  #hit(document: number, result: SearchResult, titles: ReadonlySet<string>): Hit[] {
    const entry = this.#entries.get(document);
    const isNamed = result.isIn(document, TITLE) || result.isIn(document, NAMES);
    // Of a section that is called so, the parts that do not speak of it are no results.
    if (entry === undefined || !(isNamed || result.isIn(document, TEXT))) return [];
    const { note, file } = entry;
    const sameTitle = titles.has(searchKey(note.title)) ? SAME_TITLE : 1;
    const score = result.score(document) * sameTitle * (file.builtIn ? 1 : OWN);
    return [{ note, file, document, score, first: !file.builtIn && isNamed }];
  }
}

function foundNotes(result: SearchResult, all: readonly Hit[], nearest: readonly Hit[]): FoundNote[] {
  const hits = [...all, ...nearest];
  const tokens = result.tokensIn(
    TEXT,
    hits.map(({ document }) => document),
  );
  return hits.map(({ note, file, document }, number) => {
    const excerpt = searchExcerpt(note, file, tokens.get(document) ?? []);
    return { note, file, excerpt, nearest: number >= all.length };
  });
}

/** In shorter words a letter makes another word. */
const LONG = /^[a-z]{5,}$/;

function mayBeMisspelt(words: readonly QueryWord[]): boolean {
  return words.some(({ forms }) => forms[0]?.some((token) => LONG.test(token)));
}

/** The tokens of a form; the last Latin one may still be typed, and `roughly` a letter of it may be wrong. */
function indexForm(form: QueryForm, isOther: boolean, roughly: boolean): IndexForm {
  const tokens = form.map((text) => ({
    text,
    isPrefix: text.length === 1 || (!isOther && /^[a-z0-9]{2,}/.test(text)),
    typos: roughly && !isOther && LONG.test(text) ? Math.min(MAX_TYPOS, Math.round(text.length * TYPOS)) : 0,
  }));
  return { tokens, boost: isOther ? OTHER_FORM : 1 };
}

/** Whether a note is one that somebody would look for: a section, or an item with a name of its own. */
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
