import { distance } from "fastest-levenshtein";
import { memoBy } from "../../text/memoBy.ts";

/** Names of custom resources, which are free. */
const OPEN = /^Custom::[\w@-]+$/;

/**
 * Whether a type name that is not in the catalogue is certainly wrong: it claims to be AWS's (`AWS::…`),
 * or has not the form of a private type. Modules (`…::MODULE`) and custom resources can't be judged.
 */
export function isUnknownName(name: string): boolean {
  if (OPEN.test(name) || name.endsWith("::MODULE")) return false;
  if (/^(AWS|Alexa)::/.test(name)) return true;
  return !/^[A-Za-z0-9]{2,64}::[A-Za-z0-9]{2,64}::[A-Za-z0-9]{2,64}$/.test(name);
}

/** Names in lower case. Those of all types are made once: they are gone through after each letter. */
export const lowerCased: (names: readonly string[]) => readonly string[] = memoBy((names) =>
  names.map((name) => name.toLowerCase()),
);

/** Names close to `name`, the closest first. Case does not count. */
export function similarNames(name: string, names: readonly string[], limit: number): readonly string[] {
  const wanted = name.toLowerCase();
  const most = Math.max(2, Math.floor(wanted.length / 4));
  const last = wanted.slice(wanted.lastIndexOf(":") + 1);
  const ranked: { name: string; rank: number }[] = [];
  const allLower = lowerCased(names);
  for (let index = 0; index < names.length; index++) {
    const candidate = names[index] ?? "";
    const lower = allLower[index] ?? "";
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
