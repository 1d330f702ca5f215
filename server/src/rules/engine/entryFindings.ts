import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { loopBodies } from "../../model/focus/loopBodies.ts";
import { Memo, takenOver } from "../../model/incremental/memo.ts";
import {
  areStillDeclared,
  type DeclarationChanges,
  isOfOthers,
  isUntouched,
  isUntouchedIn,
  othersStillValid,
  type Read,
  type Reads,
  type ReadUnion,
  readsStillValid,
  recordReads,
  unionOfReads,
} from "../../model/incremental/reads.ts";
import { madeEntries } from "../../model/references/expandedLoops.ts";
import {
  type Declarations,
  type Entry,
  entryWith,
  type PlacedChunk,
  type Section,
  type Template,
} from "../../model/template.ts";
import { type Node, typeNameOf } from "../../model/tree/node.ts";
import { memoBy } from "../../text/memoBy.ts";
import { resolvedForms } from "../shared/resolving/resolvedValue.ts";
import type { Described, EntryContext, EntryRule, Rule } from "../shared/rule.ts";
import { isUnreadable } from "./brokenText.ts";
import { type FoundIn, findingsOfCases } from "./caseFindings.ts";
import { certainFinding, type Finding, findingOf, type PlacedFinding } from "./finding.ts";
import { type AssumedValue, assumedValues } from "./forms/assumedTemplates.ts";
import { withFullWidthNamed } from "./fullWidthFindings.ts";
import { type AskedRule, type RulesOfType, rulesFor } from "./rulesFor.ts";

/** What entry rules see beside a template; findings are valid for these objects only. */
export interface EntryCheck {
  readonly rules: readonly Rule[];
  readonly catalogue: Catalogue;
  /** Today as `YYYY-MM-DD`. */
  readonly today: string;
  /** Called once in a template of many entries: after the first chunk in which something is found. */
  readonly soFar?: ((found: readonly PlacedFinding[]) => void) | undefined;
}

/** A template of more entries is worth two publications: its first check may take seconds. */
const MANY_ENTRIES = 200;

/**
 * Adds the findings of all entry rules in a template to those that were found before. It pauses after each entry that
 * it checks, and after each chunk of entries.
 */
export function* entryFindings(
  template: Template,
  check: EntryCheck,
  changesSince: ChangesSince,
  found: PlacedFinding[],
): Generator<void, void> {
  const isLarge = template.sections.reduce((count, { entries }) => count + entries.length, 0) > MANY_ENTRIES;
  let soFar = isLarge ? check.soFar : undefined;
  for (const section of template.sections) {
    for (const placed of section.chunks) {
      const known = checkedChunks.get(placed.chunk);
      const checked =
        (known && rightFor(known, template, check, changesSince)) ??
        (yield* checkChunk(section, placed, template, check, changesSince));
      checkedChunks.set(placed.chunk, checked);
      for (const { at, body, findings } of checked.faulty) {
        const entry = section.entries[placed.start + at];
        const owner = entry === undefined || body === 0 ? entry : loopBodies(entry)[body - 1];
        for (const finding of findings) found.push({ finding, entry: owner });
      }
      if (soFar !== undefined && found.length > 0) {
        soFar(found);
        soFar = undefined;
      }
      yield;
    }
  }
}

/** An entry of a chunk, or of the loop that the entry is, with what was found about it. */
interface CheckedPart extends Checked {
  /** The index of the entry in its chunk. */
  readonly at: number;
  /** 0 for the entry itself; else the index in its {@link loopBodies}, counted from 1. */
  readonly body: number;
}

/** What was found in a chunk, and for what; it is kept for the newest declarations only, so that no old ones are kept alive. */
interface CheckedChunk {
  readonly declarations: Declarations;
  readonly format: Template["format"];
  readonly catalogue: Catalogue;
  readonly today: string;
  readonly parts: readonly CheckedPart[];
  /** Those with findings. */
  readonly faulty: readonly CheckedPart[];
  /** Whether the declarations that were read are the same. */
  readonly isUntouched: (changes: DeclarationChanges) => boolean;
}

const checkedChunks = new Memo<CheckedChunk>();

type ChangesSince = (before: Declarations) => DeclarationChanges;

/** What is known of a chunk, if it is valid for this template too. */
function rightFor(
  known: CheckedChunk,
  template: Template,
  check: EntryCheck,
  changesSince: ChangesSince,
): CheckedChunk | undefined {
  const { declarations } = template;
  if (!isCheckedFor(known, template, check)) return undefined;
  if (known.declarations === declarations) return known;
  return known.isUntouched(changesSince(known.declarations)) ? { ...known, declarations } : undefined;
}

function isCheckedFor(known: CheckedChunk, { format }: Template, { catalogue, today }: EntryCheck): boolean {
  return known.format === format && known.catalogue === catalogue && known.today === today;
}

/** Checks the entries of a chunk for which neither it nor the chunk before it has valid findings. */
function* checkChunk(
  { name, entries }: Section,
  placed: PlacedChunk,
  template: Template,
  check: EntryCheck,
  changesSince: ChangesSince,
): Generator<void, CheckedChunk> {
  const { kept, isFresh, declarations } = earlierParts(placed, template, check);
  const changes = declarations && changesSince(declarations);
  const rules = rulesFor(check.rules, name);
  const parts: CheckedPart[] = [];
  let next = 0;
  for (let at = 0; at < placed.end - placed.start; at++) {
    const first = next;
    let isRight = !isFresh(at);
    for (let part = kept[next]; part?.at === at; part = kept[++next]) isRight &&= isUntouchedIn(part.reads, changes);
    if (isRight) {
      for (let index = first; index < next; index++) parts.push(kept[index] as CheckedPart);
      continue;
    }
    const entry = entries[placed.start + at];
    if (entry === undefined || isUnreadable(entry)) continue;
    const bodies = loopBodies(entry);
    for (let body = 0; body <= bodies.length; body++) {
      const one = body === 0 ? entry : bodies[body - 1];
      if (one === undefined) continue;
      const { fresh, ...found } = checkEntry(one, template, rules, check);
      parts.push({ at, body, ...found });
      if (fresh) yield;
    }
    if (bodies.length > 0) yield* checkMade(at, entry, parts, template, rules, check);
  }
  return {
    declarations: template.declarations,
    format: template.format,
    catalogue: check.catalogue,
    today: check.today,
    parts,
    faulty: parts.filter(({ findings }) => findings.length > 0),
    isUntouched: untouched(parts),
  };
}

/** What was found in entries of a chunk that have not changed since. */
interface EarlierParts {
  /** In the order of the text. */
  readonly kept: readonly CheckedPart[];
  /** For which declarations. */
  readonly declarations: Declarations | undefined;
  /** Whether an entry of the chunk, by its index, is another one. */
  isFresh(at: number): boolean;
}

function earlierParts(placed: PlacedChunk, template: Template, check: EntryCheck): EarlierParts {
  const known = checkedChunks.get(placed.chunk);
  if (known !== undefined && isCheckedFor(known, template, check))
    return { kept: known.parts, declarations: known.declarations, isFresh: () => false };
  let declarations: Declarations | undefined;
  const { before, behind, from, to } = takenOver(checkedChunks, placed, (earlier) => {
    if (!isCheckedFor(earlier, template, check)) return undefined;
    declarations = earlier.declarations;
    return earlier.parts;
  });
  return { kept: [...before, ...behind], declarations, isFresh: (at) => at >= from && at < to };
}

/** What is found only in what a loop makes, and not in its body, said of the first that it is found in. */
function* checkMade(
  at: number,
  loop: Entry,
  parts: CheckedPart[],
  template: Template,
  rules: RulesOfType,
  check: EntryCheck,
): Generator<void> {
  const own = parts.filter((part) => part.at === at).flatMap(({ findings }) => findings);
  const told = new Set(own.flatMap(whatIsWrong));
  for (const made of madeEntries(loop).slice(0, MAX_MADE)) {
    const { fresh, findings, reads } = checkEntry(made, template, rules, check);
    const others = findings.filter((finding) => {
      const wrong = whatIsWrong(finding);
      if (wrong.some((one) => told.has(one)) || !/^(?:error|warning)$/.test(finding.severity)) return false;
      for (const one of wrong) told.add(one);
      return true;
    });
    parts.push({ at, body: 0, reads, findings: others.map((finding) => madeFinding(finding, loop, made)) });
    if (fresh) yield;
  }
}

/** By its place, and by a missing name: in a text that is filled in, it may stand elsewhere. */
function whatIsWrong({ code, missing, span }: Finding): readonly string[] {
  const place = `${code} ${span.start}`;
  return missing === undefined ? [place] : [place, `${code} ${missing}`];
}

/** The most resources of one loop that are checked one by one. */
const MAX_MADE = 40;

function madeFinding(finding: Finding, loop: Entry, { name }: Entry): Finding {
  const { message, ...others } = certainFinding(finding, loop);
  return { ...others, message: { en: `In ${name}: ${message.en}`, ja: `${name}では、${message.ja}` } };
}

/**
 * Whether what was read for parts is the same, which is asked of the chunks that an edit leaves as they are. It is a
 * function at the top of the file, since a closure holds all that the functions around it see: in {@link checkChunk},
 * each template of before.
 */
function untouched(parts: readonly CheckedPart[]): (changes: DeclarationChanges) => boolean {
  let reads: ReadUnion | undefined;
  return (changes) => {
    reads ??= unionOfReads(parts.map((part) => part.reads));
    return isUntouched(reads, changes);
  };
}

/** What was found about one entry. */
interface Checked {
  readonly findings: readonly Finding[];
  /** The declarations that the rules read. */
  readonly reads: Reads;
}

interface CheckedEntry extends Checked {
  readonly section: string;
  readonly catalogue: Catalogue;
  readonly today: string;
  /** The outcomes of the rules that found or read something, in their order. */
  readonly outcomes: readonly Outcome[];
}

/** What one rule found, and what it read of the template's resources. */
interface Outcome {
  readonly asked: AskedRule;
  readonly findings: readonly Finding[];
  readonly reads: readonly Read[];
}

/** By the key's node, which no two entries share (a value may be an alias of another entry's). */
const latestOf = memoBy((_: object): { checked?: CheckedEntry } => ({}));

/** Codes of rules that check names inside a loop together with the loop, which declares some of them. */
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

function checkEntry(
  entry: Entry,
  { declarations, format }: Template,
  rulesOf: RulesOfType,
  { catalogue, today }: EntryCheck,
): Checked & { readonly fresh: boolean } {
  const latest = latestOf(entry.key);
  const { checked } = latest;
  const isFor = checked?.section === entry.section && checked.catalogue === catalogue && checked.today === today;
  const known = isFor ? checked : undefined;
  if (known !== undefined && readsStillValid(declarations, known.reads))
    return { findings: known.findings, reads: known.reads, fresh: false };
  const recorded = recordReads(declarations);
  const ask = asking(entry, { catalogue, declarations: recorded.declarations, format, today }, recorded.ofResources);
  // What is known of conditions is kept between rules, so only reads of resources belong to one rule alone.
  const isOnlyResources = known !== undefined && othersStillValid(declarations, known.reads);
  const outcomes = isOnlyResources
    ? known.outcomes.flatMap((one) => (areStillDeclared(declarations, one.reads) ? one : ask([one.asked])))
    : ask(rulesOf(typeNameOf(entry.value)));
  const findings = withFullWidthNamed(
    outcomes.flatMap((one) => one.findings),
    entry.unit.text,
  );
  const reads = isOnlyResources ? readsTogether(known.reads, recorded.reads, outcomes) : recorded.reads;
  latest.checked = { section: entry.section, reads, catalogue, today, findings, outcomes };
  return { findings, reads, fresh: true };
}

/** Asks rules about an entry; gives the outcomes of those that find something or read resources. */
type Ask = (rules: readonly AskedRule[]) => readonly Outcome[];

/** @param reads those of resources that the context records */
function asking(entry: Entry, context: Omit<EntryContext, "report">, reads: readonly Read[]): Ask {
  let current: Described<EntryRule> | undefined;
  let findings: Finding[] | undefined;
  let isOther = false;
  const reporting: EntryContext = {
    ...context,
    report(span, found) {
      if (current === undefined) return;
      const finding = findingOf(current, span, found);
      findings ??= [];
      findings.push(isOther ? certainFinding(finding, entry) : finding);
    },
  };
  let cases: readonly AssumedValue[] | undefined;
  const checkResolved = (check: EntryRule["check"]): void => {
    const { certain, usual } = resolvedForms(entry.value, context.declarations);
    const found: FoundIn[] = [];
    const checkForm = (when: FoundIn["when"], value: Node): void => {
      isOther = value !== entry.value;
      // The values that are known of the written entry are used again.
      check(isOther ? entryWith(entry, value) : entry, reporting);
      if (findings !== undefined) found.push({ when, findings: findings.map((finding) => ({ finding, entry })) });
      findings = undefined;
    };
    checkForm(undefined, certain);
    if (usual !== certain) checkForm("usual", usual);
    cases ??= assumedValues(certain, context.declarations);
    for (const { assumptions, value } of cases) checkForm(assumptions, value);
    isOther = false;
    if (found.length > 0) findings = findingsOfCases(found).map(({ finding }) => finding);
  };
  const isBody = entry.name.includes("${") || entry.name.includes("&{");
  return (rules) => {
    const outcomes: Outcome[] = [];
    // A loop by index, as there are so many steps: see “Code that runs cold” in docs/performance.md.
    for (let index = 0; index < rules.length; index++) {
      const asked = rules[index];
      if (asked === undefined || (isBody && NAMING.has(asked.rule.code))) continue;
      const from = reads.length;
      current = asked.rule;
      if (asked.isResolved) checkResolved(asked.check);
      else asked.check(entry, reporting);
      // The usual case: a hundred rules are asked about each entry.
      if (findings === undefined && reads.length === from) continue;
      const own = reads.length === from ? NO_READS : reads.slice(from);
      outcomes.push({ asked, findings: findings ?? [], reads: own });
      findings = undefined;
    }
    return outcomes;
  };
}

const NO_READS: readonly Read[] = [];

/** The reads of before that are still valid, with the new reads of some rules. */
function readsTogether(before: Reads, now: Reads, outcomes: readonly Outcome[]): Reads {
  const others = before.reads.filter(isOfOthers);
  const more = now.reads.filter(
    (read) => isOfOthers(read) && !others.some(({ field, name }) => field === read.field && name === read.name),
  );
  return { ...now, reads: [...others, ...more, ...outcomes.flatMap(({ reads }) => reads)] };
}
