import type { BootstrapGraph } from "../../bootstrap/graphTypes.ts";
import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { Memo } from "../../model/incremental/memo.ts";
import { RecordedTemplate, type TemplateReads } from "../../model/incremental/recordedTemplate.ts";
import type { ChildDeclarations } from "../../model/references/childTemplates.ts";
import type { Entry, Template } from "../../model/template.ts";
import { isLoopKey } from "../../model/tree/functionNames.ts";
import type { Assumption } from "../shared/resolving/callSites.ts";
import type { Rule, TemplateContext } from "../shared/rule.ts";
import { type FoundIn, findingsOfCases } from "./caseFindings.ts";
import { asWritten, findingOf, movedTo, namingEntries, type PlacedFinding, placeIdentity } from "./finding.ts";
import { assumptionNames } from "./forms/assumedTemplates.ts";
import { CERTAIN, type ShownForm, ShownForms, USUAL } from "./forms/shownForms.ts";
import { type AskedWholeRule, wholeRulesIn } from "./rulesFor.ts";

/** What rules on the whole template see beside it. */
export interface WholeCheck {
  readonly rules: readonly Rule[];
  readonly catalogue: Catalogue;
  /** Today as `YYYY-MM-DD`. */
  readonly today: string;
  /** The declarations of local templates that this one nests, by their paths as written; see `childTemplatePaths`. */
  readonly children?: ReadonlyMap<string, ChildDeclarations>;
  /** Those of their paths that lead to no file. */
  readonly missing?: ReadonlySet<string>;
  /** Names that other templates of the workspace export, each with its template. */
  readonly exportedElsewhere?: ReadonlyMap<string, string>;
  /** The regions of the project's stacks, as its project file says. */
  readonly regions?: readonly string[] | undefined;
  /** Given while somebody types: called if what conditions choose, or defaults say, is there and was not looked at. */
  readonly putOff?: (() => void) | undefined;
  bootstrapGraph(template: Template): BootstrapGraph;
}

/**
 * The findings of the rules on the whole template. Most edits touch nothing that a rule has read: what it found is
 * kept. It pauses after each rule that it asks.
 */
export function* wholeFindings(template: Template, check: WholeCheck): Generator<void, readonly PlacedFinding[]> {
  const found: PlacedFinding[] = [];
  const kept = keptFor(template, check);
  const nowOf = entriesNow(template);
  const forms = new ShownForms(template);
  const isPutOff = check.putOff !== undefined && forms.haveCases;
  if (isPutOff) check.putOff?.();
  const ask = asking(template, check, nowOf, forms, isPutOff);
  for (const asked of wholeRulesIn(check.rules)) {
    const before = kept.get(asked);
    if (before !== undefined && areRight(before, asked, template, forms, isPutOff)) {
      for (const placed of before.findings) found.push(movedTo(placed, (old) => nowOf(old) ?? old));
      continue;
    }
    const { reads, findings, cases } = ask(asked);
    if (reads === undefined) kept.delete(asked);
    else kept.set(asked, { reads, findings, cases, assumptions: isPutOff ? undefined : forms.assumptions });
    for (const one of findings) found.push(one);
    yield;
  }
  return found;
}

/** What a rule found, and all that it read, by the form of the template; the certain one stands for others that are alike there. */
interface Kept {
  readonly reads: ReadonlyMap<string, TemplateReads>;
  /** `undefined` if it was looked at only as it certainly is. */
  readonly assumptions: string | undefined;
  /** What was assumed of the template besides. */
  readonly cases: readonly (readonly Assumption[])[];
  readonly findings: readonly PlacedFinding[];
}

/** Whether nothing that was read differs. */
function areRight(
  { reads, assumptions, cases }: Kept,
  { isResolved }: AskedWholeRule,
  template: Template,
  now: ShownForms,
  isPutOff: boolean,
): boolean {
  const certain = reads.get(CERTAIN);
  if (certain === undefined) return false;
  if (!isResolved) return certain.areRight(template);
  const isRight = ({ name, template: form }: ShownForm): boolean => (reads.get(name) ?? certain).areRight(form, name);
  if (!isRight(now.certain)) return false;
  if (isPutOff) return true;
  return (
    now.assumptions === assumptions &&
    // By default all may be, or have been, as it certainly is.
    isRight({ ...(now.usual ?? now.certain), name: USUAL }) &&
    now.cases.every(isRight) &&
    cases.every((one) => isRight(now.formWhere(one)))
  );
}

/** The kept findings of each rule, and what they depend on besides the template. */
interface KeptFindings {
  readonly around: Pick<WholeCheck, "rules" | "catalogue" | "today" | "regions">;
  readonly byRule: Map<AskedWholeRule, Kept>;
}

const keptFindings = new Memo<KeptFindings>();

function keptFor({ lineage }: Template, { rules, catalogue, today, regions }: WholeCheck): KeptFindings["byRule"] {
  const known = keptFindings.get(lineage);
  const around = known?.around;
  const isSame =
    around?.rules === rules &&
    around.catalogue === catalogue &&
    around.today === today &&
    isSameList(around.regions, regions);
  if (known !== undefined && isSame) return known.byRule;
  const byRule: KeptFindings["byRule"] = new Map();
  keptFindings.set(lineage, { around: { rules, catalogue, today, regions }, byRule });
  return byRule;
}

function isSameList(some: readonly string[] = [], others: readonly string[] = []): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

/** Finds the present entry with the same text as an earlier one; `undefined` if there is none. */
function entriesNow({ sections }: Template): (old: Entry) => Entry | undefined {
  let byKey: Map<Entry["key"], Entry> | undefined;
  return ({ key }) => {
    byKey ??= new Map(sections.flatMap(({ entries }) => entries.map((entry) => [entry.key, entry])));
    return byKey.get(key);
  };
}

/** Whether all spans are relative to entries of the template. */
function isPlacedByEntries(placed: PlacedFinding, nowOf: (old: Entry) => Entry | undefined): boolean {
  const isEntry = (one: Entry | undefined): boolean => one !== undefined && nowOf(one) === one;
  return isEntry(placed.entry) && namingEntries(placed).every(({ entry = placed.entry }) => isEntry(entry));
}

/** Asks a rule. Its reads are `undefined` if they are more than can be recorded. */
function asking(
  template: Template,
  { catalogue, today, children, missing, exportedElsewhere, regions = [], bootstrapGraph }: WholeCheck,
  nowOf: (old: Entry) => Entry | undefined,
  forms: ShownForms,
  isPutOff: boolean,
): (asked: AskedWholeRule) => Pick<Kept, "findings" | "cases"> & { readonly reads: Kept["reads"] | undefined } {
  let graph: BootstrapGraph | undefined;
  let current: AskedWholeRule["rule"];
  let findings: PlacedFinding[];
  let recorded: RecordedTemplate | undefined;
  let written: (placed: PlacedFinding) => PlacedFinding;
  // Shared, as there are a hundred of these rules.
  const context: TemplateContext = {
    catalogue,
    today,
    regions,
    bootstrap() {
      recorded?.readAll();
      graph ??= bootstrapGraph(template);
      return graph;
    },
    exportedElsewhere(name) {
      recorded?.readAll();
      return exportedElsewhere?.get(name);
    },
    childDeclarations(path) {
      recorded?.readAll();
      return children?.get(path);
    },
    isMissing(path) {
      recorded?.readAll();
      return missing?.has(path) === true;
    },
    report(entry, span, report) {
      const placed = written({ entry, finding: findingOf(current, span, report) });
      // In a loop, what each of its resources has is told once.
      if (placed.entry !== undefined && isLoopKey(placed.entry.name)) {
        const place = placeIdentity(placed);
        if (findings.some((one) => placeIdentity(one) === place)) return;
      }
      findings.push(placed);
      // An entry that is not one of the template's could not be found again.
      if (recorded !== undefined && !isPlacedByEntries(placed, nowOf)) recorded.readAll();
    },
  };
  const read = (form: Template, { check }: AskedWholeRule): TemplateReads | undefined => {
    recorded = current.scope === "sections" ? undefined : new RecordedTemplate(form);
    check(recorded ?? form, context);
    return recorded?.recorded();
  };
  return (asked) => {
    current = asked.rule;
    const reads = new Map<string, TemplateReads>();
    let isRecorded = true;
    const foundIn = ({ name, template: form, writtenOf }: Omit<ShownForm, "assumptions">): readonly PlacedFinding[] => {
      findings = [];
      if (reads.get(CERTAIN)?.areRight(form, name) === true) return findings;
      written = (placed) => asWritten(placed, writtenOf);
      const own = read(form, asked);
      if (own === undefined) isRecorded = false;
      else reads.set(name, own);
      return findings;
    };
    if (!asked.isResolved) {
      const own = foundIn({ name: CERTAIN, template, writtenOf: (entry) => entry });
      return { findings: own, reads: isRecorded ? reads : undefined, cases: [] };
    }
    const { certain, usual } = forms;
    const found: FoundIn[] = [{ when: undefined, findings: foundIn(certain) }];
    if (isPutOff) return { findings, reads: isRecorded ? reads : undefined, cases: [] };
    if (usual !== undefined) found.push({ when: "usual", findings: foundIn(usual) });
    // What conditions may choose is looked at one by one only if something is found in all of it.
    const told = new Set(found[0]?.findings.map(placeIdentity));
    const cases = new Map<string, readonly Assumption[]>();
    const foundWhere = (assumptions: readonly Assumption[]): readonly PlacedFinding[] => {
      cases.set(assumptionNames(assumptions), assumptions);
      return foundIn(forms.formWhere(assumptions));
    };
    const all = forms.cases.map((form) => ({
      assumptions: form.assumptions,
      places: foundIn(form)
        .map(placeIdentity)
        .filter((place) => !told.has(place)),
    }));
    for (const { assumptions, places } of all)
      for (const one of places.length === 0 ? [] : assumptions)
        if (!cases.has(assumptionNames([one]))) found.push({ when: [one], findings: foundWhere([one]) });
    for (const { findings } of found) for (const one of findings) told.add(placeIdentity(one));
    for (const { assumptions, places } of all) {
      const place = places.find((one) => !told.has(one));
      if (place === undefined) continue;
      const isThere = (some: readonly Assumption[]): boolean =>
        foundWhere(some).some((one) => placeIdentity(one) === place);
      const needed = neededOf(assumptions, isThere);
      if (needed.length > 1 && needed.length <= MAX_TOGETHER)
        found.push({ when: needed, findings: foundWhere(needed) });
    }
    return { findings: findingsOfCases(found), reads: isRecorded ? reads : undefined, cases: [...cases.values()] };
  };
}

/** The most conditions of which is told that something is so where they are all true. */
const MAX_TOGETHER = 3;

/** As few as possible of what is assumed, so that something is still there: halves are left out first, then smaller parts. */
function neededOf(
  assumptions: readonly Assumption[],
  isThere: (some: readonly Assumption[]) => boolean,
): readonly Assumption[] {
  let needed = assumptions;
  for (let size = needed.length >> 1; size > 0; size >>= 1)
    for (let at = needed.length - size; at >= 0; at -= size) {
      const others = [...needed.slice(0, at), ...needed.slice(at + size)];
      if (others.length > 0 && isThere(others)) needed = others;
    }
  return needed;
}
