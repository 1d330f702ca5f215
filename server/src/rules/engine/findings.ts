import { type DeclarationChanges, declarationChanges } from "../../model/incremental/reads.ts";
import type { Declarations, Template } from "../../model/template.ts";
import { bootstrapFindings } from "./bootstrapFindings.ts";
import { type EntryCheck, entryFindings } from "./entryFindings.ts";
import type { PlacedFinding } from "./finding.ts";
import { limitTexts } from "./limitTexts.ts";
import { bootstrapRulesIn } from "./rulesFor.ts";
import { syntaxFindings } from "./syntax.ts";
import { type WholeCheck, wholeFindings } from "./wholeFindings.ts";

/** The rules, and what they see beside the template. */
export type Check = EntryCheck & WholeCheck;

/**
 * All findings in a template, unordered: syntax errors, and what the rules report. It works in steps of at most a few
 * milliseconds.
 */
export function* findings(template: Template, check: Check): Generator<void, readonly PlacedFinding[]> {
  const changes = new Map<Declarations, DeclarationChanges>();
  const changesSince = (before: Declarations): DeclarationChanges => {
    if (!changes.has(before)) changes.set(before, declarationChanges(template.declarations, before));
    return changes.get(before);
  };
  const found: PlacedFinding[] = syntaxFindings(template).map((finding) => ({
    finding: limitTexts(finding),
    entry: undefined,
  }));
  yield* entryFindings(template, check, changesSince, found);
  // Pushed one by one: an enormous template may have more findings than a call takes arguments.
  for (const one of yield* wholeFindings(template, check)) found.push(one);
  const bootstrapRules = bootstrapRulesIn(check.rules);
  if (bootstrapRules.length > 0)
    for (const one of yield* bootstrapFindings(template, bootstrapRules, changesSince)) found.push(one);
  return found;
}
