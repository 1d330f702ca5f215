import otherCodes from "../../../data/otherCodes.yaml";

type Written = ReturnType<typeof otherCodes>;

export type NoteCodeName = keyof Written["notes"];

/** A kind of problem that is found in notes instead of templates. */
export type NoteCode = Written["notes"][NoteCodeName];

const WRITTEN = otherCodes();

export const NOTE_CODES: Written["notes"] = WRITTEN.notes;

/** Codes that a rule reports beside its own. */
export const OTHER_CODES: Written["beside"] = WRITTEN.beside;

/** The description of a code that is found in notes; `undefined` for other codes. */
export function noteCode(code: string): NoteCode | undefined {
  return Object.hasOwn(NOTE_CODES, code) ? NOTE_CODES[code as NoteCodeName] : undefined;
}
