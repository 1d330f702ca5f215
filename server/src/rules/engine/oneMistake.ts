import { type Span, shifted } from "../../text/span.ts";
import type { Finding } from "./finding.ts";

/** Codes to leave out if one of the other codes at the same place already says what is wrong. */
const SAID_BY: ReadonlyMap<string, readonly string[]> = new Map([
  ["both-policies", ["duplicate-key"]],
  ["bucket-access-control", ["bucket-acl-refused"]],
  ["invalid-format", ["invalid-id", "unparsable-value", "value-combination", "wrong-type"]],
  ["invalid-resolved-value", ["invalid-id", "policy-statement", "value-combination"]],
  ["invalid-value", ["policy-statement", "wrong-type"]],
  ["lambda-runtime", ["invalid-value"]],
  ["missing-property", ["service-token"]],
  ["local-path", ["missing-template"]],
  ["missing-resources", ["section-shape"]],
  ["null-value", ["duplicate-key", "sam-api"]],
  ["redundant-depends-on", ["conditional-target", "dependency-cycle", "unknown-depends-on"]],
  ["stateful-resource", ["duplicate-key"]],
  ["wrong-type", ["sam-event-shape"]],
]);

const UNUSED: ReadonlySet<string> = new Set(["unused-condition", "unused-mapping", "unused-parameter"]);

/** A finding and its place. */
interface Placed {
  readonly finding: Finding;
  /** Its absolute span. */
  readonly span: Span;
}

/**
 * Leaves out what only follows from a mistake that another finding names: what is said twice of one place or mended by
 * the same fix there, and that a name is unused if a misspelt reference means it.
 *
 * @param text that the spans count in
 */
export function oneForEachMistake<One extends Placed>(all: readonly One[], text: string): readonly One[] {
  const covering = all.filter(({ finding }) => finding.covers !== undefined);
  const names = new Set<string>();
  const places = new Set<number>();
  for (const { finding, span } of all) {
    const name = finding.meant ?? (finding.missing === undefined ? undefined : finding.data?.edits[0]?.newText);
    if (name !== undefined) names.add(name);
    if (SAID_BY.has(finding.code) || finding.code === "value-combination") places.add(startOf(span, text));
  }
  const codes = new Map<number, Set<string>>();
  for (const { finding, span } of all) {
    // What holds under a condition is said with certainty, too.
    const start = startOf(span, text);
    if (!places.has(start) || (finding.code === "value-combination" && finding.severity !== "error")) continue;
    const here = codes.get(start);
    if (here === undefined) codes.set(start, new Set([finding.code]));
    else here.add(finding.code);
  }
  const kept = all.filter(({ finding, span }) => {
    const { code, severity } = finding;
    if (covering.some((other) => other.finding !== finding && follows(finding, span, other, text))) return false;
    if (UNUSED.has(code) && names.has(text.slice(span.start, span.end))) return false;
    const here = codes.get(startOf(span, text));
    if (code === "value-combination" && severity !== "error" && here?.has("invalid-format") === true) return false;
    return SAID_BY.get(code)?.some((one) => here?.has(one)) !== true;
  });
  const first = new Map<number, Finding>();
  for (const { finding, span } of kept)
    if (finding.data !== undefined && !first.has(span.start)) first.set(span.start, finding);
  return kept.filter(({ finding, span }) => {
    const other = first.get(span.start);
    return other === undefined || other === finding || !isSameMend(finding, other);
  });
}

/** Whether the fix of another finding of the same place mends this one, too. */
function isSameMend({ code, severity, data }: Finding, other: Finding): boolean {
  if (code === other.code || severity !== other.severity || data?.edits.length !== other.data?.edits.length)
    return false;
  return (
    data?.edits.every(({ start, end, newText, entry }, index) => {
      const edit = other.data?.edits[index];
      return entry === edit?.entry && start === edit?.start && end === edit.end && newText === edit.newText;
    }) === true
  );
}

/** Where what is quoted begins. */
function startOf({ start }: Span, text: string): number {
  return text[start] === '"' || text[start] === "'" ? start + 1 : start;
}

/** Whether a finding is at a place whose errors another one explains, or misses the name that this one is about. */
function follows(
  { missing }: Finding,
  { start }: Span,
  { finding: { covers, span: own }, span }: Placed,
  text: string,
): boolean {
  if (covers === undefined) return false;
  const { start: from, end } = shifted(covers, span.start - own.start);
  return (start >= from && start < end) || missing === text.slice(span.start, span.end);
}
