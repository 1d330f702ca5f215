import type { BootstrapGraph } from "../../bootstrap/graphTypes.ts";
import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { Memo } from "../../model/incremental/memo.ts";
import { RecordedTemplate, type TemplateReads } from "../../model/incremental/recordedTemplate.ts";
import type { ChildDeclarations } from "../../model/references/childTemplates.ts";
import type { Entry, Template } from "../../model/template.ts";
import { isLoopKey } from "../../model/tree/functionNames.ts";
import type { Rule, TemplateContext } from "../shared/rule.ts";
import {
  asWritten,
  byDefault,
  findingOf,
  movedTo,
  namingEntries,
  type PlacedFinding,
  placeIdentity,
} from "./finding.ts";
import { resolvedTemplates } from "./resolvedTemplates.ts";
import { type AskedWholeRule, wholeRulesIn } from "./rulesFor.ts";

/** What rules on the whole template see beside it. */
export interface WholeCheck {
  readonly rules: readonly Rule[];
  readonly catalogue: Catalogue;
  /** Today as `YYYY-MM-DD`. */
  readonly today: string;
  /** The declarations of local templates that this one nests, by their paths as written; see `childTemplatePaths`. */
  readonly children?: ReadonlyMap<string, ChildDeclarations>;
  /** Names that other templates of the workspace export, each with its template. */
  readonly exportedElsewhere?: ReadonlyMap<string, string>;
  /** The regions of the project's stacks, as its project file says. */
  readonly regions?: readonly string[] | undefined;
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
  const ask = asking(template, check, nowOf);
  for (const asked of wholeRulesIn(check.rules)) {
    const before = kept.get(asked);
    if (before !== undefined && areRight(before.reads, formsFor(asked, template))) {
      for (const placed of before.findings) found.push(movedTo(placed, (old) => nowOf(old) ?? old));
      continue;
    }
    const { reads, findings } = ask(asked);
    if (reads === undefined) kept.delete(asked);
    else kept.set(asked, { reads, findings });
    for (const one of findings) found.push(one);
    yield;
  }
  return found;
}

/** What a rule found, and all that it read, for each form in which it was shown the template. */
interface Kept {
  readonly reads: readonly TemplateReads[];
  readonly findings: readonly PlacedFinding[];
}

/**
 * The forms in which a rule is shown a template: as it is written; or, for `isResolved` rules, the certain form and
 * then the default form if that differs.
 */
function formsFor({ isResolved }: AskedWholeRule, template: Template): readonly Template[] {
  if (!isResolved) return [template];
  const { certain, usual } = resolvedTemplates(template);
  return certain === usual ? [certain] : [certain, usual];
}

/**
 * If there is only one form, before or now, it stands for both; kept findings are valid if nothing that was read
 * differs.
 */
function areRight(reads: readonly TemplateReads[], forms: readonly Template[]): boolean {
  const [firstReads, otherReads = firstReads] = reads;
  const [first, other = first] = forms;
  if (first === undefined || other === undefined || firstReads?.areRight(first) !== true) return false;
  return (otherReads === firstReads && other === first) || otherReads?.areRight(other) === true;
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
  { catalogue, today, children, exportedElsewhere, regions = [], bootstrapGraph }: WholeCheck,
  nowOf: (old: Entry) => Entry | undefined,
): (asked: AskedWholeRule) => Omit<Kept, "reads"> & { readonly reads: readonly TemplateReads[] | undefined } {
  let graph: BootstrapGraph | undefined;
  let current: AskedWholeRule["rule"];
  let findings: PlacedFinding[];
  let recorded: RecordedTemplate | undefined;
  let written: (placed: PlacedFinding) => PlacedFinding | undefined;
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
    report(entry, span, report) {
      const placed = written({ entry, finding: findingOf(current, span, report) });
      if (placed === undefined) return;
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
    findings = [];
    const [first = template, usual] = formsFor(asked, template);
    const entries = asked.isResolved ? resolvedTemplates(template).written : NO_ENTRIES;
    written = first === template ? (placed) => placed : (placed) => asWritten(placed, entries);
    const reads = read(first, asked);
    if (usual === undefined || reads?.areRight(usual) === true) return { findings, reads: reads && [reads] };
    const told = new Set(findings.map(placeIdentity));
    written = (placed) => byDefault(asWritten(placed, entries), told);
    const others = read(usual, asked);
    return { findings, reads: reads && others && [reads, others] };
  };
}

const NO_ENTRIES: ReadonlyMap<Entry, Entry> = new Map();
