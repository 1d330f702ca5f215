import type { Entry } from "../../model/template.ts";
import type { Localised } from "../../text/localised.ts";
import type { Span } from "../../text/span.ts";
import { limitTexts } from "./limitTexts.ts";
import type { Extra, Report, Rule, Severity } from "./rule.ts";

/** What a rule reported, with spans as the rule counts them. */
export interface Finding extends Extra {
  /** `undefined` for problems that the parser found. */
  readonly rule: Rule | undefined;
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Localised;
}

/** A finding with what its spans are relative to; `undefined`: they are absolute. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly entry: Entry | undefined;
}

/** What a rule reported, as the rule itself says it where the report says nothing else. */
export function findingOf(rule: Rule, span: Span, { en, ja, ...extra }: Report): Finding {
  const { severity = rule.severity, topic = rule.topic, code = rule.code } = extra;
  return limitTexts({ ...extra, topic, code, severity, rule, span, message: { en, ja } });
}

/** A finding that is kept, with the entries as they are placed now. */
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

/** All that may say which entry its span is relative to; without one, the span of a finding itself is absolute. */
export function namingEntries({ entry, finding: { related = [], data, unfinishedAt } }: PlacedFinding): Naming[] {
  return [{ entry }, ...related, ...(data?.edits ?? []), ...(unfinishedAt ? [unfinishedAt] : [])];
}

interface Naming {
  readonly entry?: Entry | undefined;
}
