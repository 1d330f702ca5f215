import { beginningOf, type RenderedNote, type WasNote } from "../../../server/src/protocol/notes.ts";

/** A pinned note, and what it was. */
export interface Pin {
  readonly id: string;
  readonly was: WasNote;
}

export function pinOf(note: RenderedNote): Pin {
  return { id: note.id, was: { line: note.line, beginning: beginningOf(note) } };
}

/** Pins as they are kept: earlier versions kept the ids alone. */
export function keptPins(kept: readonly (Pin | string)[]): readonly Pin[] {
  return kept.map((pin) => (typeof pin === "string" ? { id: pin, was: { line: -1, beginning: "" } } : pin));
}
