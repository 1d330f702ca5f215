import { distance } from "fastest-levenshtein";

/** Namespaces that anyone but AWS may use, and those that the data knows only in part. */
const OPEN = /^(Custom|AWSQS|AWSUtility|AWSSamples|Initech)::/;

/**
 * Whether a type name is certainly wrong: it claims to be AWS's (`AWS::…`) and is none.
 * Modules (`…::MODULE`), custom resources and private types can't be judged.
 */
export function isUnknownType(name: string, known: ReadonlyMap<string, unknown>): boolean {
  if (known.has(name) || OPEN.test(name) || name.endsWith("::MODULE")) return false;
  if (/^(AWS|Alexa)::/.test(name)) return true;
  // A private type has three parts of letters and digits; anything else is no type name at all.
  return !/^[A-Za-z0-9]{2,64}::[A-Za-z0-9]{2,64}::[A-Za-z0-9]{2,64}$/.test(name);
}

/** Names close to `name`, the closest first. Case does not count. */
export function similarNames(name: string, names: readonly string[], limit: number): readonly string[] {
  const wanted = name.toLowerCase();
  const most = Math.max(2, Math.floor(wanted.length / 4));
  const last = wanted.slice(wanted.lastIndexOf(":") + 1);
  const ranked: { name: string; rank: number }[] = [];
  for (const candidate of names) {
    const lower = candidate.toLowerCase();
    const samePart = last.length > 2 && lower.endsWith(`::${last}`);
    if (!samePart && Math.abs(lower.length - wanted.length) > most) continue;
    const far = distance(wanted, lower);
    if (far <= most) ranked.push({ name: candidate, rank: far });
    else if (samePart) ranked.push({ name: candidate, rank: most + far });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map((one) => one.name);
}
