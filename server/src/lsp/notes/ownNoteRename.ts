import type { TextEdit } from "vscode-languageserver";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import { isUnmistakable } from "../../notes/ownNames/ownBindings.ts";
import type { Note, NoteFileContent } from "../../notes/reading/note.ts";
import { rangeOfLine } from "./noteRanges.ts";

/** The places at which a file of notes has the name of a thing that a template declares. */
export interface NamingNotes {
  readonly file: NoteFileContent;
  readonly edits: readonly TextEdit[];
}

/**
 * The places at which notes name a thing of a template: titles that are its name and, unless it is an everyday word,
 * all texts.
 *
 * @param template the URI of the one that declares it
 */
export function namingNotes(
  name: string,
  newName: string,
  template: string,
  files: readonly NoteFileContent[],
  index: NoteIndex,
): readonly NamingNotes[] {
  return files.flatMap((file) => {
    const lines = file.lines.some((line) => line.includes(name)) ? linesNaming(name, template, file, index) : [];
    const edits = lines.flatMap((line) => editsIn(file.lines[line] ?? "", line, name, newName));
    return edits.length === 0 ? [] : [{ file, edits }];
  });
}

function linesNaming(name: string, template: string, file: NoteFileContent, index: NoteIndex): readonly number[] {
  const called = index
    .ownBindingsIn(file.uri)
    .filter(
      (binding) => binding.place.kind === "own" && binding.place.name === name && index.isMeant(binding, template),
    );
  if (!isUnmistakable(name)) return [...new Set(called.map(({ note }) => note.line))];
  const meant = new Map<Note, boolean>();
  const isMeant = (note: Note): boolean => {
    const known = meant.get(note) ?? index.isMeant({ note, file }, template);
    meant.set(note, known);
    return known;
  };
  return file.lines.flatMap((text, line) => (text.includes(name) && isMeant(noteAround(line, file)) ? [line] : []));
}

/** The last note that begins on a line or above it. */
function noteAround(line: number, { notes }: NoteFileContent): Note {
  return notes.findLast((note) => note.line <= line) ?? notes[0];
}

/** Edits of a name as a word of its own, except in the targets of links, which are other names. */
export function editsIn(text: string, line: number, name: string, newText: string): TextEdit[] {
  const targets = [...text.matchAll(/\]\([^)\s]*/g)].map(
    ({ index, 0: found }) => [index, index + found.length] as const,
  );
  const edits: TextEdit[] = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
    const end = start + name.length;
    const isWord = !IN_WORD.test(text[start - 1] ?? "") && !IN_WORD.test(text[end] ?? "");
    const isTarget = targets.some(([from, to]) => from < start && end <= to);
    if (isWord && !isTarget) edits.push({ range: rangeOfLine({ line, start, end }), newText });
  }
  return edits;
}

const IN_WORD = /[A-Za-z0-9_]/;
