import otherCodes from "../../../data/otherCodes.yaml";
import type { Localised } from "../../text/localised.ts";
import type { Severity } from "./rule.ts";

/** A kind of problem that is found in notes instead of templates. */
export interface NoteCode {
  readonly title: Localised;
  readonly severity: Severity;
  readonly text: Localised;
}

export type NoteCodeName =
  | "unknown-place"
  | "dead-link"
  | "unwritten-note"
  | "repeated-term"
  | "undeclared-name"
  | "overtaken"
  | "note-contradicts-template";

/** The contents of `otherCodes.yaml`. */
const WRITTEN = otherCodes() as {
  readonly notes: Readonly<Record<NoteCodeName, NoteCode>>;
  readonly beside: Readonly<Record<string, Omit<NoteCode, "text"> & { readonly cfnLint?: readonly string[] }>>;
};

export const NOTE_CODES: typeof WRITTEN.notes = WRITTEN.notes;

/** Codes that a rule reports beside its own. */
export const OTHER_CODES: typeof WRITTEN.beside = WRITTEN.beside;

/** The description of a code that is found in notes; `undefined` for other codes. */
export function noteCode(code: string): NoteCode | undefined {
  return Object.hasOwn(NOTE_CODES, code) ? NOTE_CODES[code as NoteCodeName] : undefined;
}
