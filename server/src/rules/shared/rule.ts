import type { BootstrapGraph, ClusterGraph } from "../../bootstrap/graphTypes.ts";
import type { ResourceSummary } from "../../bootstrap/resourceSummary.ts";
import type { Catalogue, ValueType } from "../../catalogue/types/catalogue.ts";
import type { ChildDeclarations } from "../../model/references/childTemplates.ts";
import type { Declarations, Entry, EntryContent, Template } from "../../model/template.ts";
import type { Localised, Values } from "../../text/localised.ts";
import type { Span } from "../../text/span.ts";

export type Severity = "error" | "warning" | "info" | "hint";

/** One diagnostic (or a few that belong together): what its file says, and what the page beside it says. */
export type Rule = Described<BareRule>;

/** What a rule's file says: what it looks at, and how. The file has the name of its code, in camel case. */
export type BareRule = EntryRule | SectionRule | TemplateRule | ResourceRule | BootstrapRule;

/** Any of those with what its page says, and its code: a stable word in kebab case. */
export type Described<Bare extends BareRule> = Bare & RulePage & { readonly code: string };

/** What the Markdown page beside a rule says of it, except its user documentation. */
export interface RulePage {
  readonly severity: Severity;
  /** Whether it says nothing unless a severity is chosen for it. */
  readonly isOff?: true;
  /** The nearest rules of cfn-lint, such as `E3012`, if there are any. */
  readonly cfnLint?: readonly string[];
  /** What it checks, for the table of rules and the setting. */
  readonly title: Localised;
  /** The topic of the note that explains it. */
  readonly topic?: string;
}

/**
 * Looks at one entry by itself, in any place, and at what the template declares. What it finds is kept until the entry
 * or one of the declarations that it read changes. Spans are relative to the entry.
 */
export interface EntryRule {
  readonly scope: "entry";
  /** Sections whose entries it wants to see; resources if nothing is said. */
  readonly sections?: readonly string[];
  /** Types of the resources that it wants to see; all of them if nothing is said. */
  readonly types?: readonly string[];
  readonly isResolved?: IsResolved;
  check(entry: EntryContent, context: EntryContext): void;
}

/** Looks at the top level: sections, their keys, values that are no maps. Runs after each edit, so it must be cheap. Spans are absolute. */
export interface SectionRule {
  readonly scope: "sections";
  check(template: Template, context: TemplateContext): void;
}

/**
 * Looks at the template as a whole (cycles, unused parameters, exports). It finds the entries that it is about with
 * `searchEntries` or `searchResources`: what it finds is kept while these find the same, and while what it read of the
 * declarations is the same. If it reads anything else of the template it runs after each edit. Spans are relative to the
 * entry named in the report.
 */
export interface TemplateRule {
  readonly scope: "template";
  readonly isResolved?: IsResolved;
  check(template: Template, context: TemplateContext): void;
}

/**
 * Whether it is also shown resources in their certain form (`resolvedValue.ts`), and then in their default form: what
 * it finds only in the latter is a warning that says so. Where a condition chooses values, it is shown either case, too. For rules on relations between resources, not on how a value
 * is written.
 */
type IsResolved = true;

/**
 * Looks at what one resource contributes to bootstrapping: its scripts, its Init metadata, what it waits for. What it
 * finds is kept until the resource changes. Spans are relative to the resource's entry.
 */
export interface ResourceRule {
  readonly scope: "resource";
  check(summary: ResourceSummary, context: ResourceContext): void;
}

export interface ResourceContext {
  readonly report: ReportAt;
}

/**
 * Looks at a cluster of resources that belong together in bootstrapping. What it finds is kept until one of them
 * changes, or something that it asked the graph about others. Spans are relative to the entry named in the report,
 * which must be that of one of `graph.active`.
 */
export interface BootstrapRule {
  readonly scope: "bootstrap";
  check(graph: BootstrapContext): void;
}

export interface BootstrapContext extends ClusterGraph {
  readonly report: (entry: Entry, span: Span, found: Report) => void;
}

/** Reports at a place in the entry that is looked at. */
export type ReportAt = (span: Span, found: Report) => void;

export interface EntryContext {
  readonly catalogue: Catalogue;
  readonly declarations: Declarations;
  readonly format: "yaml" | "json";
  /** Today as `YYYY-MM-DD`, for end-of-life dates. */
  readonly today: string;
  readonly report: ReportAt;
}

/** Reports at a place in an entry; `entry` undefined: the span is absolute. */
export type ReportIn = (entry: Entry | undefined, span: Span, found: Report) => void;

export interface TemplateContext {
  readonly catalogue: Catalogue;
  /** Today as `YYYY-MM-DD`, for end-of-life dates. */
  readonly today: string;
  bootstrap(): BootstrapGraph;
  /** The other template of the workspace that exports a name; `undefined` if none is known. */
  exportedElsewhere(name: string): string | undefined;
  /** What a template beside this one declares, by its path relative to this one; `undefined` if it can't be read. */
  childDeclarations(path: string): ChildDeclarations | undefined;
  /** Whether a template beside this one is certainly not there, by its path. */
  isMissing(path: string): boolean;
  /** The regions of the project's stacks, as its project file says. */
  readonly regions: readonly string[];
  readonly report: ReportIn;
}

export type Unfinished = "below" | "beside";

/** What a rule reports at a place: the message, and what goes with it. */
export type Report = Words & ReportedExtra;

/** A message of the rule's page, or one that code puts together. */
export type Words = NamedMessage | Localised;

/** One of the messages on the rule's page, by its name there. */
export interface NamedMessage {
  readonly message: string;
  /** The value for each `{name}` in the message. */
  readonly with?: Values;
}

export interface ReportedExtra extends Omit<Extra, "related"> {
  /** Text in front of the message. */
  readonly before?: Localised;
  readonly related?: readonly ReportedRelated[];
}

export type ReportedRelated = Omit<Related, "message"> & {
  readonly message: string | Localised;
  readonly with?: Values;
};

/** What may go with a message; what is left out is taken from the rule. */
export interface Extra {
  /** Another code of the same family, for a file that finds several things. */
  readonly code?: string;
  readonly severity?: Severity | undefined;
  readonly topic?: string | undefined;
  /**
   * Says that something is missing which may still be written: `below` the faulted key, or `beside` it. While somebody
   * types there, it is not published.
   */
  readonly unfinished?: Unfinished | undefined;
  /** The key below or beside which it may be written, if that is not the faulted one. */
  readonly unfinishedAt?: Pick<Related, "entry" | "span">;
  readonly related?: readonly Related[];
  /** Shown as unnecessary (faded) or deprecated (struck through). */
  readonly tag?: "unnecessary" | "deprecated";
  /** The fix, if there is one clear answer. */
  readonly data?: FixData | undefined;
  /** A name that is declared nowhere. While the text is broken, it is not reported if broken text may declare it. */
  readonly missing?: string;
  /**
   * A declared name that is meant but misspelt; of a `missing` one it is what the fix writes. It is not reported as
   * unused.
   */
  readonly meant?: string;
  /** The span in which errors only follow from this one; relative to the same entry as the report. */
  readonly covers?: Span;
}

export interface Related {
  /** The entry that `span` is relative to; without it, the report's own. */
  readonly entry?: Entry | undefined;
  readonly span: Span;
  readonly message: Localised;
}

/** Edits that fix the problem, decided by the rule: relative to the same entry as the report. */
export interface FixData {
  readonly title: Localised;
  readonly edits: readonly FixEdit[];
  /** Whether it may be applied together with all others ("fix all"). */
  readonly safe?: boolean;
  readonly preferred?: boolean;
  /** The key that the only edit adds, if people usually write more below it than it needs. */
  readonly adds?: AddedKey;
}

export interface AddedKey {
  readonly logicalId: string;
  readonly resourceType: string;
  /** From the resource's attributes down, the key last. */
  readonly path: readonly (string | number)[];
  readonly type: ValueType;
  /** The text before the key in its line, and one level of indentation. */
  readonly indent: string;
  readonly unit: string;
}

export interface FixEdit extends Span {
  readonly newText: string;
  /** The entry that the span is relative to, if it is another one than the report's. */
  readonly entry?: Entry;
}
