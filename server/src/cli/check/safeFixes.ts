import type { Diagnostic } from "../../features/diagnostics.ts";
import { applied, editsApart } from "../../text/edit.ts";
import type { FixedText } from "../files/checked.ts";

/** A fix may bring up another finding, which the next round fixes; but never without end. */
const MAX_ROUNDS = 10;

/** Applies all safe fixes, again and again until there are none; with what was found before, and is in the text then. */
export function withSafeFixes(
  before: string,
  diagnosticsOf: (text: string) => readonly Diagnostic[],
): Omit<FixedText, "unfixed"> & Readonly<Record<"foundBefore" | "found", readonly Diagnostic[]>> {
  let after = before;
  const foundBefore = diagnosticsOf(before);
  let found = foundBefore;
  let fixes = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const safe = found.flatMap(({ fix }) => (fix?.safe === true && fix.edits.length > 0 ? [fix.edits] : []));
    if (safe.length === 0) break;
    after = applied(after, editsApart(safe));
    const left = diagnosticsOf(after);
    fixes += Math.max(1, found.length - left.length);
    found = left;
  }
  return { before, after, fixes, foundBefore, found };
}
