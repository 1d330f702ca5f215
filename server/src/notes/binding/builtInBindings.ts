import { lazy } from "../../text/lazy.ts";
import { splitMarks } from "../reading/frontMatter.ts";
import type { Note, NoteFileContent, NoteSource } from "../reading/note.ts";
import { type Binding, bindingsOf, MARKED } from "./bindings.ts";
import { markedPlaces } from "./markedPlaces.ts";
import type { NamedPlace, Vocabulary } from "./vocabulary.ts";

/**
 * The places that the notes of a built-in file show at, as {@link bindingsOf} gives them. If all markers stand right
 * below headings and name topics, as they do in the files that we bring, they are found in the text as it is, and the
 * file is read only when one of its notes is asked for.
 *
 * @param read gives the file, read
 */
export function builtInBindings(
  source: NoteSource,
  vocabulary: Vocabulary,
  read: () => NoteFileContent,
): readonly Binding[] {
  const found = markersBelowHeadings(source);
  if (found === undefined) return bindingsOf(read(), vocabulary);
  return found.flatMap(({ heading, topicIds }) => {
    if (source.topicKeys !== undefined) tellNames(topicIds, source.topicKeys, vocabulary);
    const note = lazy(() => noteAt(source.text.slice(0, heading).split("\n").length - 1, read()));
    return markedPlaces({ places: [], topicIds }, vocabulary).map((place) => new BuiltInBinding(place, note, read));
  });
}

function tellNames(
  topicIds: readonly string[],
  keysOf: NonNullable<NoteSource["topicKeys"]>,
  { topics }: Vocabulary,
): void {
  for (const id of topicIds) topics.withId(id)?.setKnownNames(() => keysOf(id));
}

interface Marker {
  /** Offset of the heading. */
  readonly heading: number;
  readonly topicIds: readonly string[];
}

const MARK = "<!-- cfn: ";

/** `undefined` if there are other markers, too. */
function markersBelowHeadings({ text }: NoteSource): readonly Marker[] | undefined {
  const markers: Marker[] = [];
  for (let at = text.indexOf("cfn:"); at >= 0; ) {
    const start = text.lastIndexOf("\n", at) + 1;
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next;
    const heading = start < 2 ? 0 : text.lastIndexOf("\n", start - 2) + 1;
    const marks = text.startsWith(MARK, start)
      ? splitMarks(text.slice(start + MARK.length, end).replace(/ -->\r?$/, ""))
      : [];
    if (start === 0 || text[heading] !== "#" || marks.length === 0) return undefined;
    if (!marks.every((mark) => /^@[\w-]+$/.test(mark))) return undefined;
    markers.push({ heading, topicIds: marks.map((mark) => mark.slice(1)) });
    at = text.indexOf("cfn:", end);
  }
  return markers;
}

function noteAt(line: number, { notes }: NoteFileContent): Note {
  return notes.find((note) => note.naming === "heading" && note.line === line) ?? notes[0];
}

class BuiltInBinding implements Binding {
  readonly strength = MARKED;
  readonly key = "";
  readonly place: NamedPlace["place"];
  readonly fit: number;
  readonly order: number;
  readonly topic: NamedPlace["topic"];
  readonly meanings: number;
  readonly scope: NamedPlace["scope"];
  readonly breadth: number;
  readonly #note: () => Note;
  readonly #file: () => NoteFileContent;

  constructor(
    { place, fit, order, topic, meanings, scope, breadth }: NamedPlace,
    note: () => Note,
    file: () => NoteFileContent,
  ) {
    this.place = place;
    this.fit = fit;
    this.order = order;
    this.topic = topic;
    this.meanings = meanings;
    this.scope = scope;
    this.breadth = breadth;
    this.#note = note;
    this.#file = file;
  }

  get note(): Note {
    return this.#note();
  }

  get file(): NoteFileContent {
    return this.#file();
  }
}
