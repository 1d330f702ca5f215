import type { Entry, EntryContent } from "../../model/template.ts";
import { isLoopKey } from "../../model/tree/functionNames.ts";
import type { Localised } from "../../text/localised.ts";
import type { Span } from "../../text/span.ts";
import { ruleMessage } from "../shared/messages.ts";
import { BY_DEFAULT } from "../shared/resolving/assumedCases.ts";
import { callSites } from "../shared/resolving/callSites.ts";
import type { Extra, Related, Report, ReportedExtra, ReportedRelated, Rule, Severity } from "../shared/rule.ts";
import { limitTexts } from "./limitTexts.ts";

/** What a rule reported, with spans relative to the entry or absolute, as for that kind of rule. */
export interface Finding extends Extra {
  /** `undefined` for problems that the parser found. */
  readonly rule: Rule | undefined;
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Localised;
  /** Whether it was found by default or where conditions choose, and not in the template as it certainly is. */
  readonly isOfCase?: boolean;
}

/** A finding with what its spans are relative to; `undefined`: they are absolute. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly entry: Entry | undefined;
}

/** What a rule reported, with the rule's own values for what the report leaves out. */
export function findingOf(rule: Rule, span: Span, report: Report): Finding {
  if ("en" in report) {
    const { en, ja, ...extra } = report;
    return worded(rule, span, { en, ja }, extra);
  }
  const { message, with: values, ...extra } = report;
  return worded(rule, span, ruleMessage(rule, message, values), extra);
}

function worded(rule: Rule, span: Span, said: Localised, { before, related, ...extra }: ReportedExtra): Finding {
  const { severity = rule.severity, topic = rule.topic, code = rule.code } = extra;
  const message = before === undefined ? said : { en: `${before.en}${said.en}`, ja: `${before.ja}${said.ja}` };
  const places = related && { related: related.map((one) => relatedPlace(rule, one)) };
  return limitTexts({ ...extra, ...places, topic, code, severity, rule, span, message });
}

function relatedPlace(rule: Rule, { message, with: values, ...place }: ReportedRelated): Related {
  return { ...place, message: typeof message === "string" ? ruleMessage(rule, message, values) : message };
}

/** A kept finding, with the entries as they are placed now. */
export function movedTo({ entry, finding }: PlacedFinding, nowOf: (old: Entry) => Entry): PlacedFinding {
  const moved = <One extends Naming>(one: One): One =>
    one.entry === undefined ? one : { ...one, entry: nowOf(one.entry) };
  const { related, data, unfinishedAt } = finding;
  return {
    entry: entry && nowOf(entry),
    finding: {
      ...finding,
      ...(related && { related: related.map(moved) }),
      ...(data && { data: { ...data, edits: data.edits.map(moved) } }),
      ...(unfinishedAt && { unfinishedAt: moved(unfinishedAt) }),
    },
  };
}

/**
 * All parts of a finding that may name the entry their span is relative to; without one, the span of a finding itself
 * is absolute.
 */
export function namingEntries({ entry, finding: { related = [], data, unfinishedAt } }: PlacedFinding): Naming[] {
  return [{ entry }, ...related, ...(data?.edits ?? []), ...(unfinishedAt ? [unfinishedAt] : [])];
}

interface Naming {
  readonly entry?: Entry | undefined;
}

/** A finding on a resolved entry as a finding on the entry that is written. */
export function asWritten(placed: PlacedFinding, writtenOf: (resolved: Entry) => Entry): PlacedFinding {
  const entry = placed.entry && writtenOf(placed.entry);
  const isOther = entry !== undefined && entry !== placed.entry;
  const finding = isOther ? certainFinding(placed.finding, entry) : placed.finding;
  return movedTo({ ...placed, finding }, writtenOf);
}

/** A finding on the certain value of an entry. A fix must not replace the function that gives the value. */
export function certainFinding(finding: Finding, written: EntryContent): Finding {
  const { data, ...others } = finding;
  // What is written in a loop says it of all that the loop makes.
  if (isLoopKey(written.name)) return others;
  const isInCall = data?.edits.some(({ start, end }) =>
    callSites(written).some(({ call }) => FOLDS.test(call.name) && start < call.end && end > call.start),
  );
  return isInCall === true ? others : finding;
}

const FOLDS = /^Fn::(?:FindInMap|If|Join|Select|Split|Sub)$/;

/** A finding on an entry with the defaults of parameters. */
export function usualFinding(finding: Finding): Finding {
  return findingWhere(BY_DEFAULT, finding);
}

/** A finding on an entry as it is in one case. A fix may be none in another. */
export function findingWhere(when: Localised, { data, ...finding }: Finding): Finding {
  const { en, ja } = finding.message;
  const severity = finding.severity === "error" ? "warning" : finding.severity;
  return { ...finding, severity, message: { en: `${when.en}${en}`, ja: `${when.ja}${ja}` } };
}

/** Identifies the place of a finding, so that one place is reported only once. */
export function placeIdentity({ entry, finding }: PlacedFinding): string {
  return `${entry?.name} ${finding.span.start}`;
}
