import type { Severity } from "../../rules/shared/rule.ts";

const CODE = "local-path";

/**
 * Findings without those on local paths, if the project packages its templates and nobody has configured their
 * severity.
 *
 * @param packages whether it does; asked only if there is such a finding
 */
export function inPackagedProject<Found extends { readonly code: string }>(
  found: readonly Found[],
  severities: ReadonlyMap<string, Severity | "off">,
  packages: () => boolean,
): readonly Found[] {
  if (severities.has(CODE) || !found.some(({ code }) => code === CODE) || !packages()) return found;
  return found.filter(({ code }) => code !== CODE);
}
