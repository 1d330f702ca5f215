import { clusterGraph } from "../../bootstrap/bootstrapGraph.ts";
import { type BootstrapPart, bootstrapParts, surroundings } from "../../bootstrap/bootstrapParts.ts";
import { type Cluster, clusters } from "../../bootstrap/clusters.ts";
import { generators, mayExist } from "../../bootstrap/declared.ts";
import type { BootstrapResource, Surroundings } from "../../bootstrap/graphTypes.ts";
import { type ResourceSummary, resourceSummary } from "../../bootstrap/resourceSummary.ts";
import {
  type DeclarationChanges,
  isUntouched,
  type ReadUnion,
  recordReads,
  unionOfReads,
} from "../../model/incremental/reads.ts";
import type { Match } from "../../model/incremental/searchEntries.ts";
import { type Declarations, type Entry, entriesOf, type Template } from "../../model/template.ts";
import { memoBy } from "../../text/memoBy.ts";
import type { BootstrapRule, Described, ResourceRule } from "../shared/rule.ts";
import { type Finding, findingOf, movedTo, type PlacedFinding } from "./finding.ts";

type Rules = readonly Described<BootstrapRule | ResourceRule>[];

/** What the findings of every cluster depend on, besides the declarations of the template. */
interface Around extends Pick<Template, "format"> {
  readonly rules: Rules;
  readonly generators: readonly unknown[];
  readonly surroundings: Omit<Surroundings, "withInit">;
}

/** The findings of a cluster, and all that they depend on. */
interface CheckedCluster {
  readonly parts: Cluster;
  readonly findings: readonly PlacedFinding[];
  readonly around: Around;
  /** The newest declarations that the findings are valid for; older ones are not kept alive. */
  declarations: Declarations;
  readonly reads: ReadUnion;
  /** The resources with Init metadata, if a rule asked for them. */
  readonly withInit: readonly string[] | undefined;
  /** The resources outside of the cluster that a rule looked at. */
  readonly others: ReadonlyMap<string, ResourceSummary | undefined>;
}

/** By the summary of its first part. */
const latestOf = memoBy((_: ResourceSummary): { checked?: CheckedCluster } => ({}));

/**
 * The findings of the rules on bootstrapping. Most edits touch no script and no policy, and others touch one cluster:
 * the findings of all other clusters are kept. It pauses after each cluster that it checks.
 */
export function* bootstrapFindings(
  template: Template,
  rules: Rules,
  changesSince: (before: Declarations) => DeclarationChanges,
): Generator<void, readonly PlacedFinding[]> {
  const parts = bootstrapParts(template);
  if (parts.length === 0) return [];
  const state = stateOf(template, parts, rules, changesSince);
  const found: PlacedFinding[] = [];
  for (const cluster of clusters(parts)) {
    const kept = keptOf(cluster);
    if (kept !== undefined && isRight(kept, state)) {
      const nowOf = nowIn(cluster, kept, state);
      for (const placed of kept.findings) found.push(movedTo(placed, nowOf));
      continue;
    }
    for (const placed of checkCluster(cluster, state)) found.push(placed);
    yield;
  }
  return found;
}

/** What is known of a template besides a cluster. */
interface State {
  readonly template: Template;
  readonly around: Around;
  /** Computed when first asked for: for most templates no rule asks. */
  withInit(): readonly string[];
  /** The resource of that name, whether it is part of bootstrapping or not. */
  resource(name: string): BootstrapResource | undefined;
  changesSince(before: Declarations): DeclarationChanges;
  /** Whether earlier findings were made under the same conditions. */
  isAround(before: Around): boolean;
}

function stateOf(
  template: Template,
  parts: readonly Match<BootstrapPart>[],
  rules: Rules,
  changesSince: State["changesSince"],
): State {
  const { withInit, ...rest } = surroundings(parts);
  const around: Around = { rules, format: template.format, generators: generators(template), surroundings: rest };
  const verdicts = new Map<Around, boolean>();
  let names: readonly string[] | undefined;
  let entries: ReadonlyMap<string, Entry> | undefined;
  return {
    template,
    around,
    changesSince,
    withInit() {
      names ??= withInit();
      return names;
    },
    resource(name) {
      entries ??= new Map(entriesOf(template, "Resources").map((entry) => [entry.name, entry]));
      const entry = entries.get(name);
      return entry && { id: name, entry, summary: resourceSummary(entry), runners: [], runs: [] };
    },
    isAround(before) {
      const verdict = verdicts.get(before) ?? isAlike(before, around);
      verdicts.set(before, verdict);
      return verdict;
    },
  };
}

function isAlike(one: Around, other: Around): boolean {
  return (
    one.rules === other.rules &&
    one.format === other.format &&
    sameItems(one.generators, other.generators) &&
    sameItems(Object.values(one.surroundings), Object.values(other.surroundings))
  );
}

function sameItems(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

function checkCluster(parts: Cluster, state: State): readonly PlacedFinding[] {
  const { template, around } = state;
  const { declarations, reads } = recordReads(template.declarations);
  const recorded = { ...template, declarations };
  const others = new Map<string, ResourceSummary | undefined>();
  let withInit: readonly string[] | undefined;
  const graph = clusterGraph(parts, {
    ...around.surroundings,
    declarations,
    format: template.format,
    withInit() {
      withInit = state.withInit();
      return withInit;
    },
    mayExist: (name) => mayExist(recorded, name),
    elsewhere(name) {
      if (!declarations.resources.has(name)) return undefined;
      const resource = state.resource(name);
      others.set(name, resource?.summary);
      return resource;
    },
  });
  const findings: PlacedFinding[] = [];
  for (const rule of around.rules) {
    if (rule.scope === "resource") {
      for (const { entry, summary } of graph.active)
        for (const finding of resourceFindings(rule, summary)) findings.push({ entry, finding });
    } else {
      rule.check({
        ...graph,
        report: (entry, span, found) => findings.push({ entry, finding: findingOf(rule, span, found) }),
      });
    }
  }
  const [first] = parts;
  if (first !== undefined) {
    const read = unionOfReads([reads]);
    const { summary } = first.found;
    latestOf(summary).checked = {
      parts,
      findings,
      around,
      declarations: template.declarations,
      reads: read,
      withInit,
      others,
    };
  }
  return findings;
}

function keptOf(parts: Cluster): CheckedCluster | undefined {
  const [first] = parts;
  const kept = first && latestOf(first.found.summary).checked;
  if (kept === undefined || kept.parts.length !== parts.length) return undefined;
  return parts.every((part, index) => isSamePart(part, kept.parts[index])) ? kept : undefined;
}

function isSamePart(one: Match<BootstrapPart>, other: Match<BootstrapPart> | undefined): boolean {
  return one.entry.key === other?.entry.key && one.found.summary === other.found.summary;
}

/** Whether kept findings are still valid: nothing that they depend on has changed. */
function isRight(kept: CheckedCluster, state: State): boolean {
  if (!state.isAround(kept.around)) return false;
  if (kept.withInit !== undefined && !sameItems(kept.withInit, state.withInit())) return false;
  for (const [name, summary] of kept.others) if (state.resource(name)?.summary !== summary) return false;
  const { declarations } = state.template;
  if (kept.declarations === declarations) return true;
  if (!isUntouched(kept.reads, state.changesSince(kept.declarations))) return false;
  kept.declarations = declarations;
  return true;
}

/** Finds the present entry for an entry of a kept finding. */
function nowIn(parts: Cluster, kept: CheckedCluster, state: State): (old: Entry) => Entry {
  return (old) => {
    const place = kept.parts.findIndex((part) => part.entry === old);
    return (place < 0 ? state.resource(old.name)?.entry : parts[place]?.entry) ?? old;
  };
}

/** The findings of a rule in one resource by itself; they are kept, even if other resources of its cluster change. */
function resourceFindings(rule: Described<ResourceRule>, summary: ResourceSummary): readonly Finding[] {
  return ofRule(rule)(summary);
}

const ofRule = memoBy((rule: Described<ResourceRule>) =>
  memoBy((summary: ResourceSummary): readonly Finding[] => {
    const found: Finding[] = [];
    rule.check(summary, { report: (span, report) => found.push(findingOf(rule, span, report)) });
    return found;
  }),
);
