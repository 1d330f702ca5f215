import type { ResourceSummary } from "../../bootstrap/resourceSummary.ts";
import { memoBy } from "../../text/memoBy.ts";
import { type Finding, findingOf } from "./finding.ts";
import type { Described, ResourceRule } from "./rule.ts";

/** What a rule finds in a resource by itself; it is kept, whatever becomes of the others of its cluster. */
export function resourceFindings(rule: Described<ResourceRule>, summary: ResourceSummary): readonly Finding[] {
  return ofRule(rule)(summary);
}

const ofRule = memoBy((rule: Described<ResourceRule>) =>
  memoBy((summary: ResourceSummary): readonly Finding[] => {
    const found: Finding[] = [];
    rule.check(summary, { report: (span, report) => found.push(findingOf(rule, span, report)) });
    return found;
  }),
);
