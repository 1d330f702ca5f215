import type { BootstrapGraph } from "../bootstrap/graphTypes.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { previousValue } from "../model/entryChunks.ts";
import { carriedOver } from "../model/entrySearch.ts";
import { isForeignText } from "../model/foreignText.ts";
import { Memo } from "../model/memo.ts";
import { textOf, valueAt } from "../model/node.ts";
import type { Outline } from "../model/outline.ts";
import {
  isUntouched,
  type OutlineChanges,
  outlineChanges,
  type ReadUnion,
  unionOfReads,
} from "../model/outlineChanges.ts";
import { isSyntaxError } from "../model/syntaxProblem.ts";
import type { Entry, PlacedChunk, Section, Template } from "../model/template.ts";
import { type OutlineReads, readsStillValid, trackedOutline } from "../model/trackedOutline.ts";
import { bootstrapFindings } from "../rules/engine/bootstrapFindings.ts";
import { declaredInBrokenText } from "../rules/engine/brokenText.ts";
import { type Finding, findingOf } from "../rules/engine/finding.ts";
import { limitFindings } from "../rules/engine/limitFindings.ts";
import { loopBodies } from "../rules/engine/loopBodies.ts";
import type { EntryRule, Extra, FixData, Rule, SectionRule, Severity, TemplateRule } from "../rules/engine/rule.ts";
import { bootstrapRulesIn, preparingRules, type RulesOfType, rulesFor } from "../rules/engine/rulesFor.ts";
import { suppressions } from "../rules/engine/suppressions.ts";
import { syntaxFindings } from "../rules/engine/syntax.ts";
import type { Localised } from "../text/localised.ts";
import { type Span, shifted } from "../text/span.ts";

/** One problem of a template, ready to be shown; all spans are absolute. */
export interface Diagnostic {
  readonly span: Span;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The message in English, whatever the language: a baseline knows a finding by it. */
  readonly english: string;
  readonly topic: string | undefined;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  readonly tag: "unnecessary" | "deprecated" | undefined;
  readonly fix: DiagnosticFix | undefined;
}

export interface DiagnosticFix {
  readonly title: string;
  readonly edits: readonly (Span & { readonly newText: string })[];
  /** Whether it may be applied together with all other safe ones. */
  readonly safe: boolean;
  readonly preferred: boolean;
}

export interface DiagnosticsContext {
  readonly rules: readonly Rule[];
  readonly catalogue: Catalogue;
  readonly language: "en" | "ja";
  /** Today as `YYYY-MM-DD`. */
  readonly today: string;
  /** The user's severities by code; the rules' own where nothing is said. */
  readonly severities: ReadonlyMap<string, Severity | "off">;
  /** Codes, and ids of cfn-lint's rules or beginnings of them, that are not reported at all. */
  readonly ignored?: readonly string[];
  /** The outlines of local templates that this one nests, by their paths as written; see `childTemplatePaths`. */
  readonly children?: ReadonlyMap<string, Outline>;
  /** Names that other templates of the workspace export, with which one it is. */
  readonly exportedElsewhere?: ReadonlyMap<string, string>;
  bootstrapGraph(template: Template): BootstrapGraph;
}

/** All diagnostics of a template, in the order of the text. */
export function diagnostics(template: Template, context: DiagnosticsContext): readonly Diagnostic[] {
  return runToEnd(diagnosticsInSteps(template, context));
}

/** What steps come to, without a pause between them. */
export function runToEnd<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same as {@link diagnostics}, in steps of at most a few milliseconds between which a host may do something else. */
export function* diagnosticsInSteps(
  template: Template,
  context: DiagnosticsContext,
): Generator<void, readonly Diagnostic[]> {
  const found: Placed[] = syntaxFindings(template).map((finding) => ({ finding, entry: undefined }));
  const changes = new Map<Outline, OutlineChanges>();
  const changesSince = (before: Outline): OutlineChanges => {
    if (!changes.has(before)) changes.set(before, outlineChanges(template.outline, before));
    return changes.get(before);
  };
  for (const section of template.sections) {
    for (const placed of section.chunks) {
      const known = checkedChunks.get(placed.chunk);
      const kept =
        (known && keptFor(known, template, context, changesSince)) ??
        (yield* checkChunk(section, placed, template, context, changesSince));
      checkedChunks.set(placed.chunk, kept);
      for (const { at, body, findings } of kept.faulty) {
        const entry = section.entries[placed.start + at];
        const owner = entry === undefined || body === 0 ? entry : loopBodies(entry)[body - 1];
        for (const finding of findings) found.push({ finding, entry: owner });
      }
      yield;
    }
  }
  let graph: BootstrapGraph | undefined;
  const bootstrap = (): BootstrapGraph => {
    graph ??= context.bootstrapGraph(template);
    return graph;
  };
  const bootstrapRules = bootstrapRulesIn(context.rules);
  for (const rule of context.rules) {
    if (rule.scope === "entry") continue;
    if (rule.scope === "bootstrap") {
      if (rule === bootstrapRules[0]) found.push(...(yield* bootstrapFindings(template, bootstrapRules, changesSince)));
      continue;
    }
    found.push(...wholeFindings(rule, template, context, bootstrap));
    yield;
  }
  const isSuppressed = suppressions(template, context.ignored ?? []);
  const isDeclared = declaredInBrokenText(template);
  const all = found
    .filter(({ entry, finding }) => (entry === undefined ? !isInBroken(finding, template) : !isBroken(entry)))
    .filter(({ finding }) => finding.missing === undefined || !isDeclared(finding.missing))
    .flatMap((placed) => shown(placed, context) ?? [])
    .filter(({ diagnostic }) => !isForeign(diagnostic, template))
    .filter(({ diagnostic, rule }) => !isSuppressed(diagnostic, rule?.cfnLint ?? []))
    .map(({ diagnostic }) => diagnostic)
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return limitFindings(all, context.language);
}

/** What a broken text says of its values is guesswork; the syntax error is what has to be mended. */
function isBroken({ unit }: Entry): boolean {
  return unit.errors.some(isSyntaxError);
}

/** The same of what a rule says of the top level. */
function isInBroken({ rule, span }: Finding, { units }: Template): boolean {
  if (rule === undefined) return false;
  return units.some(
    ({ unit, offset }) =>
      unit.errors.length > 0 &&
      span.start >= offset &&
      span.end <= offset + unit.text.length &&
      unit.errors.some(isSyntaxError),
  );
}

/** Whether the value that is faulted is filled in by another tool. */
function isForeign({ span }: Diagnostic, { text, outline }: Template): boolean {
  return outline.open && isForeignText(text.slice(span.start, span.end));
}

interface Placed {
  readonly finding: Finding;
  /** What the finding's spans are relative to; `undefined`: absolute. */
  readonly entry: Entry | undefined;
}

/** An entry of a chunk, or what stands in it where it is a loop, with what was found about it. */
interface CheckedPart extends Checked {
  /** Which of the chunk's entries, … */
  readonly at: number;
  /** … and whether it is that itself (0) or which of its {@link loopBodies}, counted from 1. */
  readonly body: number;
}

/** What was found in a chunk, and for what; it is kept for the newest outline only, so that no old one is kept alive. */
interface CheckedChunk {
  readonly outline: Outline;
  readonly format: Template["format"];
  readonly catalogue: Catalogue;
  readonly today: string;
  readonly parts: readonly CheckedPart[];
  /** Those with findings. */
  readonly faulty: readonly CheckedPart[];
  /** What was read of the outline. */
  readonly reads: () => ReadUnion;
}

const checkedChunks = new Memo<CheckedChunk>();

/** What is known of a chunk, if it is right for this template too. */
function keptFor(
  known: CheckedChunk,
  { outline, format }: Template,
  { catalogue, today }: DiagnosticsContext,
  changesSince: (before: Outline) => OutlineChanges,
): CheckedChunk | undefined {
  if (known.format !== format || known.catalogue !== catalogue || known.today !== today) return undefined;
  if (known.outline === outline) return known;
  return isUntouched(known.reads(), changesSince(known.outline)) ? { ...known, outline } : undefined;
}

/** Checks the entries of a chunk of which nothing is known from the chunk before it. */
function* checkChunk(
  { name, entries }: Section,
  { chunk, start, end }: PlacedChunk,
  template: Template,
  context: DiagnosticsContext,
  changesSince: (before: Outline) => OutlineChanges,
): Generator<void, CheckedChunk> {
  const earlier = previousValue(checkedChunks, chunk);
  const known = earlier && keptFor(earlier.value, template, context, changesSince);
  const { before, behind, from, to } = carriedOver(end - start, known && { ...earlier, items: known.parts });
  const rules = rulesFor(context.rules, name);
  const parts = [...before];
  for (let at = from; at < to; at++) {
    const entry = entries[start + at];
    if (entry === undefined || isBroken(entry)) continue;
    const bodies = loopBodies(entry);
    for (let body = 0; body <= bodies.length; body++) {
      const one = body === 0 ? entry : bodies[body - 1];
      if (one === undefined) continue;
      const { fresh, ...found } = entryFindings(one, template, rules, context);
      parts.push({ at, body, ...found });
      if (!fresh) continue;
      if (name === "Resources") prepare(one, context);
      yield;
    }
  }
  const all = parts.concat(behind);
  let reads: ReadUnion | undefined;
  return {
    outline: template.outline,
    format: template.format,
    catalogue: context.catalogue,
    today: context.today,
    parts: all,
    faulty: all.filter(({ findings }) => findings.length > 0),
    // Most edits leave the outline as it is, and nobody asks.
    reads() {
      reads ??= unionOfReads(all.map((part) => part.reads));
      return reads;
    },
  };
}

/** Finds what template rules keep of a resource right behind the entry rules, which have just looked at its values, too. */
function prepare(entry: Entry, { rules, catalogue }: DiagnosticsContext): void {
  for (const rule of preparingRules(rules)) rule.prepare?.(entry, catalogue);
}

/** What was found about one entry. */
interface Checked {
  readonly findings: readonly Finding[];
  /** What the rules read from the outline. */
  readonly reads: OutlineReads;
}

interface CheckedEntry extends Checked {
  readonly section: string;
  readonly catalogue: Catalogue;
  readonly today: string;
}

const NAMING: ReadonlySet<string> = new Set([
  "unknown-ref",
  "unknown-get-att",
  "unknown-depends-on",
  "unknown-condition",
  "unknown-mapping",
  "needless-sub",
  "missing-sub",
  "null-value",
]);

/** By the key's node, which no two entries share (a value may be an alias of another entry's). */
const checked = new WeakMap<object, CheckedEntry>();

function entryFindings(
  entry: Entry,
  { outline, format }: Template,
  rulesOf: RulesOfType,
  { catalogue, today }: DiagnosticsContext,
): Checked & { readonly fresh: boolean } {
  const known = checked.get(entry.key);
  if (
    known !== undefined &&
    readsStillValid(outline, known.reads) &&
    known.section === entry.section &&
    known.catalogue === catalogue &&
    known.today === today
  ) {
    return { findings: known.findings, reads: known.reads, fresh: false };
  }
  const findings: Finding[] = [];
  const tracked = trackedOutline(outline);
  const rules = rulesOf(textOf(valueAt(entry.value, "Type")));
  const isBody = entry.name.includes("${") || entry.name.includes("&{");
  let current: EntryRule | undefined;
  const report = (span: Span, message: Localised, extra?: Extra): void => {
    if (current !== undefined) findings.push(findingOf(current, span, message, extra));
  };
  const context = { catalogue, outline: tracked.outline, format, today, report };
  // By number, as there are so many steps: see “Code that runs cold” in docs/performance.md.
  for (let index = 0; index < rules.length; index++) {
    current = rules[index];
    // Names inside a loop are looked at with the loop, which knows what it binds.
    if (current !== undefined && !(isBody && NAMING.has(current.code))) current.check(entry, context);
  }
  checked.set(entry.key, { section: entry.section, reads: tracked.reads, catalogue, today, findings });
  return { findings, reads: tracked.reads, fresh: true };
}

function wholeFindings(
  rule: SectionRule | TemplateRule,
  template: Template,
  { catalogue, today, children, exportedElsewhere }: DiagnosticsContext,
  bootstrap: () => BootstrapGraph,
): readonly Placed[] {
  const found: Placed[] = [];
  rule.check(template, {
    catalogue,
    today,
    bootstrap,
    exportedElsewhere: (name) => exportedElsewhere?.get(name),
    childOutline: (path) => children?.get(path),
    report: (entry, span, message, extra) => found.push({ entry, finding: findingOf(rule, span, message, extra) }),
  });
  return found;
}

/** The diagnostic of a finding; `undefined` where the user has switched it off. */
function shown(
  { finding, entry }: Placed,
  { language, severities }: DiagnosticsContext,
): { readonly diagnostic: Diagnostic; readonly rule: Rule | undefined } | undefined {
  const severity = severities.get(finding.code) ?? finding.severity;
  if (severity === "off") return undefined;
  const offset = entry?.offset ?? 0;
  const related = (finding.related ?? []).map(({ entry: other, span, message }) => ({
    span: shifted(span, other?.offset ?? offset),
    message: message[language],
  }));
  const diagnostic: Diagnostic = {
    span: shifted(finding.span, offset),
    code: finding.code,
    severity,
    message: finding.message[language],
    english: finding.message.en,
    topic: finding.topic,
    related,
    tag: finding.tag,
    fix: finding.data && fixOf(finding.data, offset, language),
  };
  return { diagnostic, rule: finding.rule };
}

function fixOf({ title, edits, safe, preferred }: FixData, offset: number, language: "en" | "ja"): DiagnosticFix {
  return {
    title: title[language],
    edits: edits.map(({ entry, newText, start, end }) => {
      const moved = entry?.offset ?? offset;
      return { start: start + moved, end: end + moved, newText };
    }),
    safe: safe === true,
    preferred: preferred !== false,
  };
}
