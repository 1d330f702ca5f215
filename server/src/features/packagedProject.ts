import type { Severity } from "../rules/engine/rule.ts";
import type { Diagnostic } from "./diagnostics.ts";

const CODE = "local-path";

/**
 * Findings without those on local paths, where the project packages its templates and nobody has said how bad they are.
 *
 * @param packages whether it does; asked only where there is such a finding
 */
export function inPackagedProject(
  found: readonly Diagnostic[],
  severities: ReadonlyMap<string, Severity | "off">,
  packages: () => boolean,
): readonly Diagnostic[] {
  if (severities.has(CODE) || !found.some(({ code }) => code === CODE) || !packages()) return found;
  return found.filter(({ code }) => code !== CODE);
}
