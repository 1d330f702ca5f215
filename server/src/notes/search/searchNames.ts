import searchSynonyms from "../../../data/searchSynonyms.yaml";
import type { Binding } from "../binding/bindings.ts";
import type { Topic } from "../binding/topic.ts";
import type { Vocabulary } from "../binding/vocabulary.ts";
import type { Note, NotePlace } from "../reading/note.ts";
import { termsOf } from "../reading/terms.ts";
import { nameKey, searchedText } from "../words/names.ts";
import { fold } from "./searchTokens.ts";

/** From this strength on a term, or its binding, says what the note is about. */
const NAMES_THE_NOTE = 3;
/** A note with more places is on something general, and their names say little. */
const MAX_PLACES = 16;
const MAX_NAME_LENGTH = 40;

/** Other names of a name, and of what a note is about. */
export class SearchNames {
  readonly #topics: ReadonlyMap<string, Topic>;
  readonly #vocabulary: Vocabulary;
  readonly #byKey = new Map<string, Set<string>>();
  readonly #ofTitles = new Map<string, readonly string[]>();
  /** Of the longest name, in characters of its key. */
  readonly longest: number = MAX_NAME_LENGTH;

  constructor(topics: readonly Topic[], vocabulary: Vocabulary) {
    this.#topics = new Map(topics.map((topic) => [topic.id, topic]));
    this.#vocabulary = vocabulary;
    for (const group of searchSynonyms() as readonly (readonly string[])[]) this.#addAll(group, group);
    for (const topic of topics) {
      this.#addAll(topic.names, topicNames(topic));
      // Names with several meanings count for little: 無効化 is not that of a cache alone.
      this.#addAll(topic.fullNames ?? [], [...(topic.fullNames ?? []), ...topic.names]);
    }
  }

  /** All names of the things that have a name; by {@link searchKey}. */
  named(key: string): ReadonlySet<string> | undefined {
    return this.#byKey.get(key);
  }

  /** The names of a note's topics and places. */
  ofNote(note: Note, bindings: readonly Binding[]): string[] {
    const names = new Set(note.topicIds.flatMap((id) => this.#ofTopic(id)));
    for (const { key, strength } of note.terms) {
      if (strength < NAMES_THE_NOTE) continue;
      for (const { topic, needsContext } of this.#vocabulary.topics.named(key)) {
        const around = needsContext ? [note.title, ...note.context] : [];
        if (needsContext && !around.some((text) => topic.isUnder(searchedText(text)))) continue;
        for (const name of this.#ofTopic(topic.id)) names.add(name);
      }
    }
    const places = bindings.filter(({ strength, fit }) => strength >= NAMES_THE_NOTE && fit > 0);
    if (places.length <= MAX_PLACES)
      for (const { place } of places) for (const name of placeWords(place)) names.add(name);
    return [...names];
  }

  /** The other names of what a title above a note is about: `ELB` for `Elastic Load Balancing`. */
  ofTitle(title: string): readonly string[] {
    const known = this.#ofTitles.get(title);
    if (known) return known;
    const names = new Set<string>();
    for (const { name, strength } of termsOf(title)) {
      if (strength >= NAMES_THE_NOTE) for (const other of this.named(searchKey(name)) ?? []) names.add(other);
    }
    this.#ofTitles.set(title, [...names]);
    return [...names];
  }

  #ofTopic(id: string): readonly string[] {
    const topic = this.#topics.get(id);
    return topic ? topicNames(topic) : [];
  }

  #addAll(names: readonly string[], group: readonly string[]): void {
    for (const name of names) this.#add(name, group);
  }

  #add(name: string, group: readonly string[]): void {
    const key = searchKey(name);
    if (key.length < 2 || key.length > MAX_NAME_LENGTH) return;
    const known = this.#byKey.get(key) ?? new Set();
    for (const other of group) known.add(other);
    this.#byKey.set(key, known);
  }
}

/** The form in which names are compared: as `nameKey` has it, and the kind of kana does not count either. */
export function searchKey(name: string): string {
  return fold(nameKey(name));
}

function topicNames({ names, fullNames }: Topic): readonly string[] {
  return fullNames ? [...names, ...fullNames] : names;
}

/** The words of a place: its last key and value, a type's service and name. */
function placeWords(place: NotePlace): readonly string[] {
  switch (place.kind) {
    case "type":
      // A note on a service is not on each of its types.
      return place.type.includes("*") ? [] : place.type.split("::").slice(1);
    case "property":
    case "attribute":
    case "metadata":
      return [place.path.at(-1) ?? "", place.value ?? ""].filter((word) => !word.includes("*"));
    case "section":
      return [place.path.at(-1) ?? place.section];
    case "function":
    case "pseudo":
    case "name":
    case "own":
      return [place.name];
    case "word":
      return [place.words.join(" ")];
    case "text":
      return [place.text];
  }
}
