import { applied, type Edit } from "../../text/edit.ts";
import type { MapNode } from "../tree/node.ts";
import { isSyntaxError, type SyntaxProblem } from "../tree/syntaxProblem.ts";
import { hasFullWidth } from "./characters.ts";
import { type FullWidthSlip, fullWidthSlips } from "./slips.ts";

/** The result of reading a piece of YAML. */
interface Reading {
  readonly root: MapNode | undefined;
  readonly errors: readonly SyntaxProblem[];
}

/**
 * How many blanks a full-width space before a line may stand for: its width on the screen, one key pressed, a level of
 * indentation.
 */
const BLANKS = [2, 1, 4];

/**
 * Full-width characters in place of YAML's ASCII ones. If the text cannot be read, these are they without which it can
 * be read, or has fewer errors.
 *
 * @param read reads a piece of YAML, without asking for these again
 */
export function fullWidthProblems(
  text: string,
  found: readonly SyntaxProblem[],
  read: (text: string) => Reading,
): readonly SyntaxProblem[] {
  if (!hasFullWidth(text)) return [];
  const errors = found.filter(isSyntaxError).length;
  const [wide = 2, ...others] = BLANKS;
  const first = relevant(text, found, wide);
  if (first.length === 0) return [];
  const isIndented = first.some((slip) => slip.isIndented);
  const all = [first, ...(isIndented ? others.map((blanks) => relevant(text, found, blanks)) : [])];
  const [best] = all
    .map((slips) => ({ slips, left: cost(read(applied(text, editsOf(slips)))) }))
    .sort((a, b) => a.left - b.left);
  if (best === undefined) return [];
  const helps = errors === 0 || Math.floor(best.left) < errors;
  const slips = helps ? best.slips : best.slips.filter(({ certainty }) => certainty === "sure");
  const safe = best.left < 1;
  return slips.map(({ span, characters, edits }) => ({
    code: "full-width",
    span,
    argument: characters,
    mend: { edits, safe },
  }));
}

/** The number of errors; a piece that falls into several keys is worse than one that doesn't. */
function cost({ errors, root }: Reading): number {
  return errors.filter(isSyntaxError).length + Math.min(0.9, Math.max(0, (root?.pairs.length ?? 1) - 1) / 100);
}

function editsOf(slips: readonly FullWidthSlip[]): readonly Edit[] {
  return slips.flatMap(({ edits }) => edits);
}

function relevant(text: string, found: readonly SyntaxProblem[], blanks: number): readonly FullWidthSlip[] {
  const lineOf = (offset: number): number => text.lastIndexOf("\n", offset - 1);
  const broken = new Set(found.filter(isSyntaxError).map(({ span }) => lineOf(span.start)));
  const slips = fullWidthSlips(text, blanks);
  const isCause = ({ span, certainty }: FullWidthSlip): boolean =>
    certainty === "sure" || (broken.size > 0 && (certainty === "sign" || broken.has(lineOf(span.start))));
  if (!slips.some(isCause)) return [];
  // Beside one of them, a value without a letter of another language is another one.
  return slips.filter((slip) => slip.isAscii || isCause(slip));
}
