import { isForeignText } from "../model/references/foreignText.ts";
import type { Template } from "../model/template.ts";
import { declaredInBrokenText, inBroken, isUnreadable } from "../rules/engine/brokenText.ts";
import type { Finding, PlacedFinding } from "../rules/engine/finding.ts";
import { type Check, findings } from "../rules/engine/findings.ts";
import { limitFindings } from "../rules/engine/limitFindings.ts";
import { oneForEachMistake } from "../rules/engine/oneMistake.ts";
import { suppressions } from "../rules/engine/suppressions.ts";
import { topicOf } from "../rules/shared/errorTopic.ts";
import type { AddedKey, FixData, Related, Severity, Unfinished } from "../rules/shared/rule.ts";
import { runToEnd } from "../text/runToEnd.ts";
import { type Span, shifted } from "../text/span.ts";

/** One problem of a template, ready to be shown; all spans are absolute. */
export interface Diagnostic {
  readonly span: Span;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The message in English, whatever the language: baselines compare it. */
  readonly english: string;
  readonly topic: string | undefined;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  readonly tag: "unnecessary" | "deprecated" | undefined;
  /** Something missing that may still be written there. */
  readonly unfinished: { readonly where: Unfinished; readonly at: Span } | undefined;
  readonly fix: DiagnosticFix | undefined;
  /** Whether it is looked for only when somebody pauses; see `WholeCheck.putOff`. */
  readonly isOfCase: boolean;
}

export interface DiagnosticFix {
  readonly title: string;
  readonly edits: readonly (Span & { readonly newText: string })[];
  /** Whether it may be applied together with all other safe ones. */
  readonly safe: boolean;
  readonly preferred: boolean;
  readonly adds?: AddedKey | undefined;
}

export interface DiagnosticsContext extends Omit<Check, "soFar"> {
  readonly language: "en" | "ja";
  /** The user's severities by code; the rule's own for all others. */
  readonly severities: ReadonlyMap<string, Severity | "off">;
  /** Codes, and ids of cfn-lint's rules or beginnings of them, that are not reported at all. */
  readonly ignored?: readonly string[];
  /** Called once for a large template, with what is found in its beginning. */
  readonly soFar?: ((diagnostics: readonly Diagnostic[]) => void) | undefined;
}

/** All diagnostics of a template, in the order of the text. */
export function diagnostics(template: Template, context: DiagnosticsContext): readonly Diagnostic[] {
  return runToEnd(diagnosticsInSteps(template, context));
}

/** The same as {@link diagnostics}, in steps of at most a few milliseconds between which a host may do something else. */
export function* diagnosticsInSteps(
  template: Template,
  context: DiagnosticsContext,
): Generator<void, readonly Diagnostic[]> {
  const { soFar } = context;
  const beginning = soFar && ((found: readonly PlacedFinding[]): void => soFar(toldOf(found, template, context)));
  return toldOf(yield* findings(template, { ...context, soFar: beginning }), template, context);
}

/** The diagnostics of findings: without those that are suppressed or follow from others. */
function toldOf(
  found: readonly PlacedFinding[],
  template: Template,
  context: DiagnosticsContext,
): readonly Diagnostic[] {
  const isSuppressed = suppressions(template, context.ignored ?? []);
  const isInBroken = inBroken(template);
  const isDeclared = declaredInBrokenText(template);
  const isForeign = filledInElsewhere(template);
  const told: ShownFinding[] = [];
  for (const placed of found) {
    const { entry, finding } = placed;
    if (entry === undefined ? isInBroken(finding) : isUnreadable(entry)) continue;
    if (finding.missing !== undefined && isDeclared(finding.missing)) continue;
    const shown = shownDiagnostic(placed, context, template.text);
    if (shown !== undefined && !isForeign(shown.diagnostic)) told.push(shown);
  }
  const all: Diagnostic[] = [];
  // A suppressed finding still suppresses those that only follow from it.
  for (const { diagnostic, finding } of oneForEachMistake(told, template.text))
    if (!isSuppressed(diagnostic, finding.rule?.cfnLint ?? [])) all.push(diagnostic);
  all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return limitFindings(all, context.language);
}

/** A placeholder that a script replaces before the template is deployed. */
const PLACEHOLDER = /^["']?@@[\w.-]{1,255}@@["']?$/;

/** Whether the faulted value is filled in by another tool; most templates have no such values. */
function filledInElsewhere({ text, declarations: { open } }: Template): (diagnostic: Diagnostic) => boolean {
  if (!open && !text.includes("@@")) return () => false;
  return ({ span, severity }) => {
    if (severity === "info") return false;
    const faulted = text.slice(span.start, span.end);
    return PLACEHOLDER.test(faulted) || (open && isForeignText(faulted));
  };
}

interface ShownFinding {
  readonly diagnostic: Diagnostic;
  readonly finding: Finding;
  readonly span: Span;
}

/** The diagnostic of a finding; `undefined` if the user has switched it off. */
function shownDiagnostic(
  { finding, entry }: PlacedFinding,
  { language, severities }: DiagnosticsContext,
  text: string,
): ShownFinding | undefined {
  const severity = severities.get(finding.code) ?? (finding.rule?.isOff === true ? "off" : finding.severity);
  if (severity === "off") return undefined;
  const offset = entry?.offset ?? 0;
  const relatedAt = ({ entry: other, span, message }: Related): Diagnostic["related"][number] => ({
    span: shifted(span, other?.offset ?? offset),
    message: message[language],
  });
  const diagnostic: Diagnostic = {
    span: shifted(finding.span, offset),
    code: finding.code,
    severity,
    message: finding.message[language],
    english: finding.message.en,
    topic: topicOf(finding.topic, entry?.value),
    related: finding.related?.map(relatedAt) ?? NO_RELATED,
    tag: finding.tag,
    unfinished: finding.unfinished && {
      where: finding.unfinished,
      at: shifted(finding.unfinishedAt?.span ?? finding.span, finding.unfinishedAt?.entry?.offset ?? offset),
    },
    fix: finding.data && fixOf(finding.data, offset, language, text),
    isOfCase: finding.isOfCase === true,
  };
  return { diagnostic, finding, span: diagnostic.span };
}

const NO_RELATED: Diagnostic["related"] = [];

function fixOf(
  { title, edits, safe, preferred, adds }: FixData,
  offset: number,
  language: "en" | "ja",
  text: string,
): DiagnosticFix {
  const placed = edits.map(({ entry, newText, start, end }) => {
    const moved = entry?.offset ?? offset;
    return { start: start + moved, end: end + moved, newText };
  });
  return {
    title: title[language],
    edits: placed,
    // What somebody wrote about a line is not removed together with many others.
    safe: safe === true && !placed.some(({ start, end, newText }) => losesComment(text.slice(start, end), newText)),
    preferred: preferred !== false,
    adds,
  };
}

function losesComment(text: string, newText: string): boolean {
  return text.includes("#") && [...text.matchAll(/(?<!\S)#.*/g)].some(([comment]) => !newText.includes(comment));
}
