import type { Note, NoteFileContent, NoteSource } from "../reading/note.ts";
import { readNotes } from "../reading/readNotes.ts";

/** Text to be inserted into a file of notes. */
export interface MarkerEdit {
  /** Zero-based, UTF-16. */
  readonly line: number;
  readonly character: number;
  readonly text: string;
}

export interface WantedMarker {
  readonly id: string;
  /** The note's line before its title changed, if it did. */
  readonly line: number;
  /** In the notation of markers. */
  readonly places: readonly string[];
}

/**
 * What to insert so that a note's marker names places, in the file as it is now. `"there"` if it names them already;
 * `undefined` if the note is gone, or a marker could not be read back.
 */
export function markerEdit(source: NoteSource, { id, line, places }: WantedMarker): MarkerEdit | "there" | undefined {
  const file = readNotes(source);
  const note = noteIn(file, id, line);
  if (note === undefined) return undefined;
  const wanted = places.filter((place) => !hasMarker(source, note, place));
  if (wanted.length === 0) return "there";
  const eol = /\r\n|\r|\n/.exec(source.text)?.[0] ?? "\n";
  const edits = [extension(note, file, wanted), ...newMarkers(note, file, wanted, eol)];
  // What a marker means depends on its surroundings: only reading it tells.
  return edits.find((edit) => edit !== undefined && isReadBack(source, file, note, edit, wanted));
}

function noteIn({ notes }: NoteFileContent, id: string, line: number): Note | undefined {
  return notes.find((note) => note.id === id) ?? notes.find((note) => note.line === line && note.naming !== "file");
}

/** Whether a marker of the note already has a place. */
function hasMarker(source: NoteSource, note: Note, place: string): boolean {
  const [own] = readNotes({ ...source, text: `# x <!-- cfn: ${place} -->\n` }).notes.slice(1);
  return own?.places.every((one) => note.places.some((known) => JSON.stringify(known) === JSON.stringify(one))) ?? true;
}

/** Adds a place to the note's own marker: in its line, or right below. */
function extension(note: Note, { lines }: NoteFileContent, places: readonly string[]): MarkerEdit | undefined {
  const from = note.naming === "file" ? note.own.start : note.line;
  const below = lines.findIndex((text, at) => at > note.line && text.trim() !== "" && at >= note.own.start);
  for (const start of [from, below < 0 ? from : below, note.line + 1]) {
    const opening = /<!--\s*cfn:/.exec(lines[start] ?? "");
    if (!opening) continue;
    for (let at = start; at < Math.min(lines.length, start + 20); at++) {
      const text = lines[at] ?? "";
      const first = at === start ? opening.index + opening[0].length : 0;
      const end = text.indexOf("-->", first);
      if (end < 0) continue;
      const inner = text.slice(first, end).trimEnd();
      const isEmpty = at === start && inner.trim() === "";
      return { line: at, character: first + inner.length, text: `${isEmpty ? " " : ", "}${places.join(", ")}` };
    }
  }
  return undefined;
}

/**
 * The spots that a marker may stand at, the best first: below a heading, at the end of an item's line, below that line.
 */
function newMarkers(note: Note, { lines }: NoteFileContent, places: readonly string[], eol: string): MarkerEdit[] {
  const marker = `<!-- cfn: ${places.join(", ")} -->`;
  const below = (line: number, indent: string): MarkerEdit => {
    if (line < lines.length) return { line, character: 0, text: `${indent}${marker}${eol}` };
    const last = lines.length - 1;
    return { line: last, character: (lines[last] ?? "").length, text: `${eol}${indent}${marker}` };
  };
  const text = lines[note.line] ?? "";
  if (note.kind === "heading") return [below(note.own.start, /^(?:\s{0,3}>\s?)*/.exec(text)?.[0] ?? "")];
  // Behind the last word: white space at the end may be a line break, a bar ends a row.
  const end = text
    .trimEnd()
    .replace(/[|\\]$/, "")
    .trimEnd().length;
  const inLine = { line: note.line, character: end, text: ` ${marker}` };
  const margin = /^(?:[\s>　]|[-*+]\s|\d+[.)]\s)*/u.exec(text)?.[0].replace(/[^\s>]/g, " ") ?? "";
  return [inLine, below(note.line + 1, margin)];
}

function isReadBack(
  source: NoteSource,
  before: NoteFileContent,
  note: Note,
  edit: MarkerEdit,
  places: readonly string[],
): boolean {
  const { notes } = readNotes({ ...source, text: withMarker(before.lines, edit) });
  if (notes.length !== before.notes.length) return false;
  return before.notes.every((one, at) => {
    const after = notes[at];
    return after?.id === one.id && gained(one, after) === (one === note ? places.length : 0);
  });
}

function gained(before: Note, after: Note): number {
  return after.places.length + after.topicIds.length - before.places.length - before.topicIds.length;
}

function withMarker(lines: readonly string[], { line, character, text }: MarkerEdit): string {
  const changed = lines.map((one, at) => (at === line ? one.slice(0, character) + text + one.slice(character) : one));
  return changed.join("\n");
}
