import { decodedNotes, type TextDecoderType } from "./encoding.ts";
import type { NoteLanguage, NoteSource } from "./note.ts";

/** Of one folder: more than anybody writes, and less than what an editor's memory has room for when it is read. */
export const MAX_NOTES = { files: 10_000, units: 4_000_000 } as const;

/** UTF-16 units; a longer file is no one's notes. */
export const MAX_NOTE_FILE = 1_000_000;

/** What bytes of a file say, as notes of the user's. */
export function noteSourceOf(
  uri: string,
  bytes: Uint8Array,
  language: NoteLanguage,
  Decoder: TextDecoderType,
): NoteSource {
  const { text, encoding = "unknown" } = decodedNotes(bytes, Decoder);
  return ofUsualSize({ uri, text, builtIn: false, language, ...(encoding === "utf-8" ? {} : { foreign: encoding }) });
}

/** Without its text if that is no notes, so that it neither takes memory nor the place of others. */
export function ofUsualSize(source: NoteSource): NoteSource {
  return source.text.length > MAX_NOTE_FILE ? { ...source, text: "", tooLarge: true } : source;
}

/** What was read of a folder of notes. */
export interface FolderNotes {
  readonly sources: readonly NoteSource[];
  /** Whether there is more in it than is read. */
  readonly isCut: boolean;
  /** Resolves when a file was read after all for which nobody waited any longer. */
  readonly late?: Promise<void>;
}

/** As many of a folder's files as are read, the first ones by their order. `units` are those of UTF-16. */
export function limitedNotes(
  sources: readonly NoteSource[],
  most: { readonly files: number; readonly units: number } = MAX_NOTES,
): FolderNotes {
  let units = 0;
  const end = sources.slice(0, most.files).findIndex(({ text }) => {
    units += text.length;
    return units > most.units;
  });
  const kept = sources.slice(0, end < 0 ? most.files : end);
  return { sources: kept, isCut: kept.length < sources.length };
}
