import type { Declarations } from "../template.ts";
import { type Read, RecordedDeclarations, recordReads } from "./reads.ts";

/** A value that was made of declarations, and the reads for it. */
export interface Shared<Made> {
  readonly made: Made;
  readonly reads: readonly Read[];
}

/** The declarations themselves if reads of them are recorded, so that what is made of them can be kept for others. */
export function shareable(declarations: Declarations): Declarations {
  return declarations instanceof RecordedDeclarations ? declarations.original : declarations;
}

/** @param original as {@link shareable} gives it */
export function shared<Made>(original: Declarations, make: (declarations: Declarations) => Made): Shared<Made> {
  const { declarations, reads } = recordReads(original);
  const made = make(declarations);
  return { made, reads: reads.reads };
}

/** The value, with its reads recorded for whoever takes it. */
export function taken<Made>({ made, reads }: Shared<Made>, declarations: Declarations): Made {
  if (declarations instanceof RecordedDeclarations) declarations.readAgain(reads);
  return made;
}
