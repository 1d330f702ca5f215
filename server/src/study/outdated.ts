import { overtakenLines } from "../notes/overtaken/withOvertaken.ts";
import type { NoteFileContent, NoteLanguage } from "../notes/reading/note.ts";
import type { OutdatedFile, OutdatedPlace } from "../protocol/writing.ts";
import { lazyByKey } from "../text/lazy.ts";
import { memoBy } from "../text/memoBy.ts";

/** The outdated lines of a file of notes; cached by the file's content. */
export function outdatedIn(file: NoteFileContent, language: NoteLanguage): OutdatedFile {
  return outdatedBy(language)(file);
}

const outdatedBy = lazyByKey((language: NoteLanguage) =>
  memoBy((file: NoteFileContent): OutdatedFile => {
    return { uri: file.uri, title: file.title, places: places(file, language) };
  }),
);

/** The number of outdated places of a file, in words; `undefined` if there are none. */
export function outdatedCount(file: NoteFileContent, language: NoteLanguage): string | undefined {
  const { length } = outdatedIn(file, language).places;
  if (length === 0) return undefined;
  if (language === "ja") return `古い記述${length}か所`;
  return length === 1 ? "1 place out of date" : `${length} places out of date`;
}

function places(file: NoteFileContent, language: NoteLanguage): readonly OutdatedPlace[] {
  const lines = file.lines.map((line, number) => (number < file.firstLine ? "" : line));
  return overtakenLines(lines, [file.title]).flatMap(({ line, facts }) => {
    const text = lines[line] ?? "";
    const start = /^[\s　>#*+-]*/u.exec(text)?.[0].length ?? 0;
    const range = { start: { line, character: start }, end: { line, character: text.length } };
    return facts.map((fact) => ({ range, message: fact.now[language], source: fact.source }));
  });
}
