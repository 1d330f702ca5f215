import { areOpposite, type When, whereIs } from "../shared/resolving/assumedCases.ts";
import { findingWhere, type PlacedFinding, placeIdentity, usualFinding } from "./finding.ts";

/** What a rule found in one form of a template: the certain one if nothing is said. */
export interface FoundIn {
  readonly when: When | undefined;
  readonly findings: readonly PlacedFinding[];
}

/**
 * What is told of all forms, the certain one first: a place is reported once. What is found whether a condition holds or
 * not is certain; else a finding says in which case it is so, and is no error.
 */
export function findingsOfCases(found: readonly FoundIn[]): PlacedFinding[] {
  const told = found.filter(({ when }) => when === undefined).flatMap(({ findings }) => findings);
  const cases = found.filter(({ when }) => when !== undefined);
  if (cases.every(({ findings }) => findings.length === 0)) return told;
  const places = new Set(told.map(placeIdentity));
  const said = new Set<string>();
  const tell = (placed: PlacedFinding, finding: PlacedFinding["finding"]): void => {
    if (places.has(placeIdentity(placed))) return;
    places.add(placeIdentity(placed));
    told.push({ ...placed, finding: { ...finding, isOfCase: true } });
  };
  for (const { when, findings } of cases) {
    const other = when && cases.find((one) => one.when !== undefined && areOpposite(one.when, when));
    const others = new Set(other?.findings.map(saying));
    for (const placed of findings) {
      if (!others.has(saying(placed)) || said.has(saying(placed))) continue;
      said.add(saying(placed));
      tell(placed, placed.finding);
    }
  }
  for (const { when, findings } of cases)
    for (const placed of findings) {
      if (said.has(saying(placed))) continue;
      const { finding } = placed;
      tell(
        placed,
        when !== undefined && when !== "usual" ? findingWhere(whereIs(when), finding) : usualFinding(finding),
      );
    }
  return told;
}

/** Identifies what is said of an entry, wherever in it. */
function saying({ entry, finding: { code, message } }: PlacedFinding): string {
  return `${entry?.name} ${code} ${message.en}`;
}
