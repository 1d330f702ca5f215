import { compute } from "./compute.ts";
import type { OvertakenFact } from "./fact.ts";
import { operations } from "./operations.ts";
import { traffic } from "./traffic.ts";

export const OVERTAKEN: readonly OvertakenFact[] = [...operations, ...traffic, ...compute];

/** Lines are read up to this length. */
const LONGEST_LINE = 2000;

/** What a line says that AWS has overtaken. */
export function overtakenIn(line: string): readonly OvertakenFact[] {
  const text = line.slice(0, LONGEST_LINE);
  return OVERTAKEN.filter(({ says, knows }) => says.every((one) => one.test(text)) && knows?.test(text) !== true);
}
