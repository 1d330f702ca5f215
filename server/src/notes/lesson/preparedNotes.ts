import type { Note, NoteFileContent, NoteSource } from "../reading/note.ts";

/** A note as the build writes it: without its file's URI, and with the number of its parent note. */
interface PackedNote extends Omit<Note, "id" | "children"> {
  readonly tail: string;
  readonly below: number | undefined;
}

interface PackedFile extends Pick<NoteFileContent, "title" | "firstLine"> {
  readonly notes: readonly [PackedNote, ...PackedNote[]];
}

/** A built-in file as the build has prepared it. */
export function preparedNotes(source: NoteSource, prepared: string): NoteFileContent {
  const packed = JSON.parse(prepared.slice(0, prepared.indexOf("\n"))) as PackedFile;
  const { uri, text, builtIn, language, only } = source;
  const notes: (Note & { readonly children: Note[] })[] = [];
  for (const one of packed.notes) {
    const note = new PreparedNote(one, uri + one.tail);
    notes.push(note);
    if (one.below !== undefined) notes[one.below]?.children.push(note);
  }
  const { title, firstLine } = packed;
  return {
    uri,
    builtIn,
    team: false,
    only,
    language,
    isUtf8: true,
    isRecord: false,
    guidesTemplates: false,
    title,
    lines: text.split("\n"),
    commented: new Set(),
    firstLine,
    notes: notes as readonly Note[] as NoteFileContent["notes"],
    footnotes: new Map(),
    references: new Map(),
    problems: [],
    prepared: source.prepared,
  };
}

/** A file as such a text; `undefined` if that can't represent it. */
export function packedNotes(file: NoteFileContent): string | undefined {
  const { title, firstLine, notes, footnotes, references, problems, uri, lines } = file;
  if (footnotes.size + references.size + problems.length > 0 || lines.some((line) => /[\r\uFEFF]/.test(line)))
    return undefined;
  const packed = notes.map(({ id, children: _, ...note }) => {
    const below = notes.findIndex(({ children }) => children.some((child) => child.id === id));
    return { ...note, tail: id.slice(uri.length), below: below < 0 ? undefined : below };
  });
  return `${JSON.stringify({ title, firstLine, notes: packed })}\n`;
}

/** Written out, so that all have one shape for V8. */
class PreparedNote implements Note {
  readonly id: string;
  readonly title: string;
  readonly path: Note["path"];
  readonly kind: Note["kind"];
  readonly naming: Note["naming"];
  readonly line: number;
  readonly passage: Note["passage"];
  readonly own: Note["own"];
  readonly terms: Note["terms"];
  readonly places: Note["places"];
  readonly topicIds: Note["topicIds"];
  readonly about: Note["about"];
  readonly context: Note["context"];
  readonly indent: number;
  readonly quotes: number;
  readonly children: Note[] = [];

  constructor(packed: PackedNote, id: string) {
    this.id = id;
    this.title = packed.title;
    this.path = packed.path;
    this.kind = packed.kind;
    this.naming = packed.naming;
    this.line = packed.line;
    this.passage = packed.passage;
    this.own = packed.own;
    this.places = packed.places;
    this.topicIds = packed.topicIds;
    this.about = packed.about;
    this.context = packed.context;
    this.indent = packed.indent;
    this.quotes = packed.quotes;
    this.terms = packed.terms;
  }
}
