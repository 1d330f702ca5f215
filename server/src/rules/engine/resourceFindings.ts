import type { ResourceSummary } from "../../bootstrap/resourceSummary.ts";
import { type Finding, findingOf } from "./finding.ts";
import type { ResourceRule } from "./rule.ts";

const ofRules = new WeakMap<ResourceRule, WeakMap<ResourceSummary, readonly Finding[]>>();

/** What a rule finds in a resource by itself; it is kept, whatever becomes of the others of its cluster. */
export function resourceFindings(rule: ResourceRule, summary: ResourceSummary): readonly Finding[] {
  const known = ofRules.get(rule) ?? new WeakMap<ResourceSummary, readonly Finding[]>();
  ofRules.set(rule, known);
  const before = known.get(summary);
  if (before !== undefined) return before;
  const found: Finding[] = [];
  rule.check(summary, { report: (span, message, extra) => found.push(findingOf(rule, span, message, extra)) });
  known.set(summary, found);
  return found;
}
