import { decodedNotes, type TextDecoderType } from "./encoding.ts";
import type { NoteLanguage, NoteSource } from "./note.ts";

/** The limits for a folder: more than anybody writes, and less than fills an editor's memory. */
export const MAX_NOTES = { files: 10_000, units: 4_000_000 } as const;

/** In UTF-16 units; longer files are no notes. */
export const MAX_NOTE_FILE = 1_000_000;

/** The source of a user's file of notes, from its bytes. */
export function noteSourceOf(
  uri: string,
  bytes: Uint8Array,
  language: NoteLanguage,
  Decoder: TextDecoderType,
): NoteSource {
  const { text, encoding = "unknown" } = decodedNotes(bytes, Decoder);
  return ofUsualSize({ uri, text, builtIn: false, language, ...(encoding === "utf-8" ? {} : { foreign: encoding }) });
}

/** The same, without its text if it is too long for notes, so that it takes no memory. */
export function ofUsualSize(source: NoteSource): NoteSource {
  return source.text.length > MAX_NOTE_FILE ? { ...source, text: "", tooLarge: true } : source;
}

/** What was read of a folder of notes. */
export interface FolderNotes {
  readonly sources: readonly NoteSource[];
  /** Whether there is more in it than is read. */
  readonly isCut: boolean;
  /** Resolves when a file was read after all that the reading did not wait for. */
  readonly late?: Promise<void>;
}

/** The first files of a folder, up to the limits. `units` are those of UTF-16. */
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
