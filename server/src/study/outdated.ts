import type { NoteFileContent, NoteLanguage } from "../notes/note.ts";
import type { OutdatedFile, OutdatedPlace } from "../protocol.ts";
import { overtakenIn } from "./overtaken.ts";

const known = new WeakMap<NoteFileContent, Map<NoteLanguage, OutdatedFile>>();

/** The lines of a file of notes that AWS has overtaken; kept by the file's content. */
export function outdatedIn(file: NoteFileContent, language: NoteLanguage): OutdatedFile {
  const byLanguage = known.get(file) ?? new Map<NoteLanguage, OutdatedFile>();
  known.set(file, byLanguage);
  let found = byLanguage.get(language);
  if (found === undefined) {
    found = { uri: file.uri, title: file.title, places: places(file, language) };
    byLanguage.set(language, found);
  }
  return found;
}

/** How many places of a file AWS has overtaken, in words; `undefined` where there are none. */
export function outdatedCount(file: NoteFileContent, language: NoteLanguage): string | undefined {
  const { length } = outdatedIn(file, language).places;
  if (length === 0) return undefined;
  if (language === "ja") return `古い記述${length}か所`;
  return length === 1 ? "1 place out of date" : `${length} places out of date`;
}

/** A line that only leads elsewhere says nothing itself. */
const ONLY_LINK = /^[\s　>*+-]*(?:\d+[.)]\s*)?\[[^\]]*\]\([^)]*\)[\s。.]*$/u;

function places(file: NoteFileContent, language: NoteLanguage): readonly OutdatedPlace[] {
  const told = new Set<string>();
  let isCode = false;
  return file.lines.flatMap((line, number): readonly OutdatedPlace[] => {
    if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
    if (isCode || number < file.firstLine) return [];
    if (ONLY_LINK.test(line)) return [];
    const start = /^[\s　>#*+-]*/u.exec(line)?.[0].length ?? 0;
    return overtakenIn(line).flatMap(({ id, now, since, source }) => {
      // One mark a section is quiet; the next heading may be read by itself.
      const key = `${id} ${sectionOf(file, number)}`;
      if (told.has(key)) return [];
      told.add(key);
      const range = { start: { line: number, character: start }, end: { line: number, character: line.length } };
      return [{ range, message: now[language], since, source }];
    });
  });
}

function sectionOf({ notes }: NoteFileContent, line: number): number {
  return notes.findLast((note) => note.kind === "heading" && note.line <= line)?.line ?? 0;
}
