import type { BoundNote } from "../binding/boundNote.ts";
import type { Vocabulary } from "../binding/vocabulary.ts";
import type { Note, NoteFileContent, NoteSource } from "../reading/note.ts";
import { searchedText } from "../words/names.ts";
import type { IndexedFiles } from "./indexedFiles.ts";

/** The file and line of a note. */
export interface NotePlacing {
  readonly id: string;
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
  readonly builtIn: boolean;
}

export class TopicNotes {
  readonly #files: IndexedFiles;
  readonly #vocabulary: () => Vocabulary;
  readonly #byTopic = new Map<string, readonly BoundNote[]>();
  readonly #places = new Map<string, NotePlacing | undefined>();

  constructor(files: IndexedFiles, vocabulary: () => Vocabulary) {
    this.#files = files;
    this.#vocabulary = vocabulary;
  }

  /** To be called when a file has changed. */
  clear(): void {
    this.#byTopic.clear();
    this.#places.clear();
  }

  /** The user's before built-in ones. */
  on(id: string): readonly BoundNote[] {
    let notes = this.#byTopic.get(id);
    if (notes === undefined) {
      notes = this.#find(id);
      if (!this.#files.isLargelyUnread) this.#byTopic.set(id, notes);
    }
    return notes;
  }

  /** The place of the best one. Unless the user has notes, none is read for it. */
  whereIs(topic: string): NotePlacing | undefined {
    if (this.#files.isLargelyUnread) return this.#findPlace(topic);
    if (!this.#places.has(topic)) this.#places.set(topic, this.#findPlace(topic));
    return this.#places.get(topic);
  }

  #findPlace(topic: string): NotePlacing | undefined {
    if (!this.#files.hasOwn) {
      for (const source of this.#files.sources) {
        const line = lineMarkedWith(topic, source);
        if (line !== undefined) return { id: `${source.uri}#@${topic}`, uri: source.uri, line, builtIn: true };
      }
    }
    const [best] = this.on(topic);
    return best && placingOf(best);
  }

  #find(id: string): readonly BoundNote[] {
    const topic = this.#vocabulary().topics.withId(id);
    if (!topic) return [];
    // Built-in notes name their topics: a file without the id need not be read.
    const sources = this.#files.askable.filter(({ builtIn, text }) => !builtIn || text.includes(`@${id}`));
    const marked = sources.flatMap((source) => {
      const file = this.#files.read(source);
      return file.only === undefined ? file.notes.map((note) => ({ note, file })) : [];
    });
    const found = marked.filter(
      ({ note, file }) =>
        note.topicIds.includes(id) ||
        (!file.builtIn && note.terms.some((term) => term.strength >= 4 && this.#isOn(term.key, id, note))),
    );
    return found
      .sort((left, right) => distanceOf(left.file) - distanceOf(right.file))
      .map(({ note, file }) => ({ note, file, specificity: 0, tier: "thing" }));
  }

  #isOn(key: string, id: string, note: Note): boolean {
    const named = this.#vocabulary()
      .topics.named(key)
      .find(({ topic }) => topic.id === id);
    if (!named) return false;
    return !named.needsContext || [note.title, ...note.context].some((text) => named.topic.isUnder(searchedText(text)));
  }
}

export function placingOf({ note, file }: BoundNote): NotePlacing {
  return { id: note.id, uri: file.uri, line: note.line, builtIn: file.builtIn };
}

/** The user's own first, then those of teams, then built-in ones. */
function distanceOf({ builtIn, team }: NoteFileContent): number {
  return builtIn ? 2 : Number(team);
}

/**
 * The zero-based line of the heading that a built-in file marks as being on a topic (`<!-- cfn: @topic -->` below it),
 * found in the unparsed text: a link to a note must not cost reading all of them.
 */
function lineMarkedWith(topic: string, { text }: NoteSource): number | undefined {
  const marker = new RegExp(String.raw`^<!-- cfn: [^>]*@${topic}(?![\w-])`, "m").exec(text);
  if (marker === null) return undefined;
  const above = text.slice(0, marker.index).split("\n");
  const line = above.findLastIndex((content) => content.startsWith("#"));
  return line < 0 ? undefined : line;
}
