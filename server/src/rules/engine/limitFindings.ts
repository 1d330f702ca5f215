import type { Span } from "../../text/span.ts";
import type { Severity } from "../shared/rule.ts";

/** What {@link limitFindings} needs to know of a finding. */
interface Shown {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly english: string;
}

/** More would not be read, and an editor has to hold them all. CloudFormation takes 500 resources. */
const MAX_FINDINGS = { ofOneKind: 1000, inAll: 3000 };

/**
 * Leaves out findings beyond the limits for each code and for each document. A last finding says how many are left out,
 * with the worst severity among them.
 *
 * @param sorted in the order of the text
 */
export function limitFindings<Finding extends Shown>(
  sorted: readonly Finding[],
  language: "en" | "ja",
): readonly Finding[] {
  if (sorted.length <= MAX_FINDINGS.ofOneKind) return sorted;
  const counts = new Map<string, number>();
  const kept: Finding[] = [];
  const left = new Map<string, Finding[]>();
  for (const finding of sorted) {
    const count = (counts.get(finding.code) ?? 0) + 1;
    counts.set(finding.code, count);
    if (count <= MAX_FINDINGS.ofOneKind && kept.length < MAX_FINDINGS.inAll) kept.push(finding);
    else {
      const others = left.get(finding.code);
      if (others === undefined) left.set(finding.code, [finding]);
      else others.push(finding);
    }
  }
  const last = [...left.values()].flatMap((findings) => lastOne(findings, language) ?? []);
  return [...kept, ...last].sort((a, b) => a.span.start - b.span.start);
}

const RANKS: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 0 };

/** The last finding, at the place of the first one that is left out. */
function lastOne<Finding extends Shown>(
  [first, ...others]: readonly Finding[],
  language: "en" | "ja",
): Finding | undefined {
  if (first === undefined) return undefined;
  const more = others.length + 1;
  const english = `There are ${more} more findings of this kind (${first.code}) from here on. They are not shown.`;
  const message =
    language === "ja"
      ? `ここから先に、同じ種類の指摘（${first.code}）があと${more}件あります（表示を省略しました）。`
      : english;
  const severity = others.reduce<Severity>(
    (worst, one) => (RANKS[one.severity] > RANKS[worst] ? one.severity : worst),
    first.severity,
  );
  return { ...first, severity, message, english, related: [], fix: undefined, tag: undefined } as Finding;
}
