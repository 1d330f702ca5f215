import type { Edit } from "../../text/edit.ts";

/** A change of an entry's text; offsets are relative to the entry's unit. */
export interface EntryChange {
  readonly edits: readonly Edit[];
  /** Where a note on it shows; with `inCopy`, only if the change is made. */
  readonly place: number;
  readonly inCopy?: boolean;
  readonly was: string;
  readonly now: string;
}
