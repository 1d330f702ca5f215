import { bootstrapGraph } from "../../bootstrap/bootstrapGraph.ts";
import { type BootstrapPart, bootstrapParts, surroundings } from "../../bootstrap/bootstrapParts.ts";
import { type Cluster, clusters } from "../../bootstrap/clusters.ts";
import { mayBeMade } from "../../bootstrap/declared.ts";
import type { Surroundings } from "../../bootstrap/graphTypes.ts";
import type { ResourceSummary } from "../../bootstrap/resourceSummary.ts";
import type { Match } from "../../model/entrySearch.ts";
import type { Outline } from "../../model/outline.ts";
import { isUntouched, type OutlineChanges, type ReadUnion, unionOfReads } from "../../model/outlineChanges.ts";
import type { Entry, Template } from "../../model/template.ts";
import { trackedOutline } from "../../model/trackedOutline.ts";
import { type Finding, findingOf } from "./finding.ts";
import type { BootstrapRule } from "./rule.ts";

/** A finding with the entry that its spans are relative to. */
interface Placed {
  readonly finding: Finding;
  readonly entry: Entry;
}

/** What counts for all clusters, besides the outline. */
interface ClusterContext extends Pick<Template, "format"> {
  readonly rules: readonly BootstrapRule[];
  readonly made: readonly unknown[];
  readonly around: Omit<Surroundings, "withInit">;
}

/** What the rules were asked about at once, and what they looked at besides the resources themselves. */
interface CheckRun extends ClusterContext {
  /** The newest outline that the run is right for; no old one is kept alive. */
  outline: Outline;
  readonly reads: ReadUnion;
  /** The resources with Init metadata, if a rule asked for them. */
  readonly withInit: readonly string[] | undefined;
}

interface CheckedCluster {
  readonly run: CheckRun;
  readonly parts: Cluster["parts"];
  readonly findings: readonly Placed[];
  /** Entry → its place among the parts. */
  readonly places: ReadonlyMap<Entry, number>;
}

/** By the summary of its first part. */
const checked = new WeakMap<ResourceSummary, CheckedCluster>();

/**
 * What the rules on bootstrapping find in a template. Most edits touch no script and no policy, and those that do touch
 * one cluster: the others' findings are kept. It pauses between rules, or between clusters.
 */
export function* bootstrapFindings(
  template: Template,
  rules: readonly BootstrapRule[],
  changesSince: (before: Outline) => OutlineChanges,
): Generator<void, readonly Placed[]> {
  const parts = bootstrapParts(template);
  if (parts.length === 0) return [];
  const { withInit, ...around } = surroundings(parts);
  const scene: ClusterContext = { rules, format: template.format, made: mayBeMade(template), around };
  const known = new Map<CheckRun, boolean>();
  const isRight = (run: CheckRun): boolean => {
    const right = known.get(run) ?? isRightFor(run, scene, template.outline, withInit, changesSince);
    known.set(run, right);
    return right;
  };
  const found: Placed[] = [];
  const fresh: Cluster[] = [];
  const outdated: Cluster[] = [];
  for (const cluster of clusters(parts)) {
    const kept = keptOf(cluster);
    if (kept === undefined) fresh.push(cluster);
    else if (!isRight(kept.run)) outdated.push(cluster);
    else for (const placed of kept.findings) found.push(movedTo(cluster, kept.places, placed));
  }
  if (fresh.length > 0) found.push(...(yield* check(fresh, template, scene, withInit)));
  // One by one: what is checked at once is outdated at once.
  for (const cluster of outdated) {
    found.push(...(yield* check([cluster], template, scene, withInit)));
    yield;
  }
  return found;
}

function* check(
  some: readonly Cluster[],
  template: Template,
  scene: ClusterContext,
  withInit: Surroundings["withInit"],
): Generator<void, readonly Placed[]> {
  const { outline, reads } = trackedOutline(template.outline);
  let asked: readonly string[] | undefined;
  const around: Surroundings = {
    ...scene.around,
    withInit() {
      asked ??= withInit();
      return asked;
    },
  };
  const parts = some.flatMap((cluster) => cluster.parts);
  const graph = bootstrapGraph({ ...template, outline }, parts, around);
  const found: Placed[] = [];
  const byName = new Map<string, Placed[]>();
  for (const rule of scene.rules) {
    rule.check(graph, {
      report(entry, span, message, extra) {
        const placed = { entry, finding: findingOf(rule, span, message, extra) };
        found.push(placed);
        const others = byName.get(entry.name);
        if (others === undefined) byName.set(entry.name, [placed]);
        else others.push(placed);
      },
    });
    if (some.length > 1) yield;
  }
  const run: CheckRun = { ...scene, outline: template.outline, reads: unionOfReads([reads]), withInit: asked };
  for (const cluster of some) keep(cluster, run, byName);
  return found;
}

/** Where scripts speak of resources that are no parts, their state counts, too: then nothing is kept. */
function keep(cluster: Cluster, run: CheckRun, found: ReadonlyMap<string, readonly Placed[]>): void {
  const [first] = cluster.parts;
  if (first === undefined || cluster.outside.some((name) => run.outline.resources.has(name))) return;
  const names = new Set(cluster.parts.map(({ entry }) => entry.name));
  const findings = [...names].flatMap((name) => found.get(name) ?? []);
  const places = new Map(findings.length === 0 ? [] : cluster.parts.map(({ entry }, place) => [entry, place]));
  checked.set(first.found.summary, { run, parts: cluster.parts, findings, places });
}

function keptOf({ parts }: Cluster): CheckedCluster | undefined {
  const [first] = parts;
  const kept = first && checked.get(first.found.summary);
  if (kept === undefined || kept.parts.length !== parts.length) return undefined;
  return parts.every((part, index) => isSame(part, kept.parts[index])) ? kept : undefined;
}

function isSame(one: Match<BootstrapPart>, other: Match<BootstrapPart> | undefined): boolean {
  return one.entry.key === other?.entry.key && one.found.summary === other.found.summary;
}

function isRightFor(
  run: CheckRun,
  scene: ClusterContext,
  outline: Outline,
  withInit: Surroundings["withInit"],
  changesSince: (before: Outline) => OutlineChanges,
): boolean {
  if (run.rules !== scene.rules || run.format !== scene.format || !isAlike(run.made, scene.made)) return false;
  if (!isAlike(Object.values(run.around), Object.values(scene.around))) return false;
  if (run.withInit !== undefined && !isAlike(run.withInit, withInit())) return false;
  if (run.outline === outline) return true;
  if (!isUntouched(run.reads, changesSince(run.outline))) return false;
  run.outline = outline;
  return true;
}

function isAlike(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

/** A kept finding with the entries as they are placed now. */
function movedTo({ parts }: Cluster, places: CheckedCluster["places"], { finding, entry }: Placed): Placed {
  const nowOf = (old: Entry): Entry => parts[places.get(old) ?? -1]?.entry ?? old;
  const { related, data } = finding;
  return {
    entry: nowOf(entry),
    finding: {
      ...finding,
      ...(related && { related: related.map((one) => (one.entry ? { ...one, entry: nowOf(one.entry) } : one)) }),
      ...(data && {
        data: { ...data, edits: data.edits.map((one) => (one.entry ? { ...one, entry: nowOf(one.entry) } : one)) },
      }),
    },
  };
}
