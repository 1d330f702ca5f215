import type { Localised } from "../../text/localised.ts";
import type { Span } from "../../text/span.ts";
import type { Extra } from "./rule.ts";

/** What a rule reports of something by itself. */
export interface LocalFinding {
  readonly span: Span;
  readonly message: Localised;
  readonly extra: Extra | undefined;
}

export type ReportLocally = (span: Span, message: Localised, extra?: Extra) => void;

/**
 * A check of something that never changes (a node, a summary), made once for each: template rules run after every edit, over
 * thousands of resources of which one has changed.
 */
export function keptFindings<Owner extends object>(
  check: (owner: Owner, report: ReportLocally) => void,
): (owner: Owner) => readonly LocalFinding[] {
  const known = new WeakMap<Owner, readonly LocalFinding[]>();
  return (owner) => {
    const before = known.get(owner);
    if (before !== undefined) return before;
    const found: LocalFinding[] = [];
    check(owner, (span, message, extra) => found.push({ span, message, extra }));
    known.set(owner, found);
    return found;
  };
}
