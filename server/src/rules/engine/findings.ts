import type { BootstrapGraph } from "../../bootstrap/graphTypes.ts";
import type { Declarations } from "../../model/declarations.ts";
import { type DeclarationChanges, declarationChanges } from "../../model/incremental/reads.ts";
import type { ChildDeclarations } from "../../model/references/childTemplates.ts";
import type { Template } from "../../model/template.ts";
import { bootstrapFindings } from "./bootstrapFindings.ts";
import { type EntryCheck, entryFindings } from "./entryFindings.ts";
import { findingOf, type PlacedFinding } from "./finding.ts";
import { limitTexts } from "./limitTexts.ts";
import type { TemplateContext } from "./rule.ts";
import { type AskedWholeRule, bootstrapRulesIn, wholeRulesIn } from "./rulesFor.ts";
import { syntaxFindings } from "./syntax.ts";

/** The rules, and what they see beside the template. */
export interface Check extends EntryCheck {
  /** What local templates declare that this one nests, by their paths as written; see `childTemplatePaths`. */
  readonly children?: ReadonlyMap<string, ChildDeclarations>;
  /** Names that other templates of the workspace export, with which one it is. */
  readonly exportedElsewhere?: ReadonlyMap<string, string>;
  /** Where the project's stacks are, as its project file says. */
  readonly regions?: readonly string[] | undefined;
  bootstrapGraph(template: Template): BootstrapGraph;
}

/**
 * All that is found in a template, in no order: problems of its syntax, and what the rules report. It goes in steps of at most a
 * few milliseconds.
 */
export function* findings(template: Template, check: Check): Generator<void, readonly PlacedFinding[]> {
  const changes = new Map<Declarations, DeclarationChanges>();
  const changesSince = (before: Declarations): DeclarationChanges => {
    if (!changes.has(before)) changes.set(before, declarationChanges(template.declarations, before));
    return changes.get(before);
  };
  const found: PlacedFinding[] = syntaxFindings(template).map((finding) => ({
    finding: limitTexts(finding),
    entry: undefined,
  }));
  // One by one: of an enormous template there may be more than a call takes arguments.
  for (const one of yield* entryFindings(template, check, changesSince)) found.push(one);
  let graph: BootstrapGraph | undefined;
  const bootstrap = (): BootstrapGraph => {
    graph ??= check.bootstrapGraph(template);
    return graph;
  };
  const wholeCheck = checkOfWhole(template, check, bootstrap, found);
  for (const asked of wholeRulesIn(check.rules)) {
    wholeCheck(asked);
    yield;
  }
  const bootstrapRules = bootstrapRulesIn(check.rules);
  if (bootstrapRules.length > 0)
    for (const one of yield* bootstrapFindings(template, bootstrapRules, changesSince)) found.push(one);
  return found;
}

/** Runs rules on the whole template, one after the other. Of these there are a hundred, so they share what they are given. */
function checkOfWhole(
  template: Template,
  { catalogue, today, children, exportedElsewhere, regions = [] }: Check,
  bootstrap: () => BootstrapGraph,
  found: PlacedFinding[],
): (asked: AskedWholeRule) => void {
  let current: AskedWholeRule["rule"];
  const context: TemplateContext = {
    catalogue,
    today,
    regions,
    bootstrap,
    exportedElsewhere: (name) => exportedElsewhere?.get(name),
    childDeclarations: (path) => children?.get(path),
    report: (entry, span, report) => found.push({ entry, finding: findingOf(current, span, report) }),
  };
  return ({ rule, check }) => {
    current = rule;
    check(template, context);
  };
}
