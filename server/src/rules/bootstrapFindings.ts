import { bootstrapGraph } from "../bootstrap/bootstrapGraph.ts";
import { type BootstrapPart, bootstrapParts, type Surroundings, surroundings } from "../bootstrap/bootstrapParts.ts";
import { type Cluster, clusters } from "../bootstrap/clusters.ts";
import { mayBeMade } from "../bootstrap/declared.ts";
import type { ResourceSummary } from "../bootstrap/resourceSummary.ts";
import type { Gathered } from "../model/gathered.ts";
import type { Outline } from "../model/outline.ts";
import { isUntouched, type OutlineChanges, type UnitedReads, united } from "../model/outlineChanges.ts";
import type { Entry, Template } from "../model/template.ts";
import { trackedOutline } from "../model/trackedOutline.ts";
import { type Finding, findingOf } from "./finding.ts";
import type { BootstrapRule } from "./rule.ts";

/** A finding with the entry that its spans are relative to. */
interface Placed {
  readonly finding: Finding;
  readonly entry: Entry;
}

/** What the rules were asked about once: all clusters that had changed then. */
interface Run {
  readonly rules: readonly BootstrapRule[];
  readonly around: Surroundings;
  readonly made: readonly unknown[];
  readonly format: Template["format"];
  /** The newest outline that the run is right for; no old one is kept alive. */
  outline: Outline;
  reads: UnitedReads;
}

interface CheckedCluster {
  readonly run: Run;
  readonly parts: Cluster["parts"];
  readonly findings: readonly Placed[];
}

/** By the summary of its first part. */
const checked = new WeakMap<ResourceSummary, CheckedCluster>();

/**
 * What the rules on bootstrapping find in a template. Most edits touch no script and no policy, and those that do touch
 * one cluster: the others' findings are kept. It pauses between rules.
 */
export function* bootstrapFindings(
  template: Template,
  rules: readonly BootstrapRule[],
  changesSince: (before: Outline) => OutlineChanges,
): Generator<void, readonly Placed[]> {
  const parts = bootstrapParts(template);
  if (parts.length === 0) return [];
  const { format } = template;
  const { outline, reads } = trackedOutline(template.outline);
  const now: Run = {
    rules,
    around: surroundings(parts),
    made: mayBeMade(template),
    format,
    outline: template.outline,
    reads: new Map(),
  };
  const known = new Map<Run, boolean>();
  const isRight = (run: Run): boolean => {
    const right = known.get(run) ?? isRightFor(run, now, changesSince);
    known.set(run, right);
    return right;
  };
  const found: Placed[] = [];
  const changed: Cluster[] = [];
  for (const cluster of clusters(parts)) {
    const kept = keptOf(cluster);
    if (kept !== undefined && isRight(kept.run)) {
      for (const placed of kept.findings) found.push(movedTo(cluster, kept, placed));
    } else changed.push(cluster);
  }
  if (changed.length === 0) return found;
  const fresh = new Map<string, Placed[]>();
  const graph = bootstrapGraph(
    { ...template, outline },
    changed.flatMap((cluster) => cluster.parts),
    now.around,
  );
  for (const rule of rules) {
    rule.check(graph, {
      report(entry, span, message, extra) {
        const placed = { entry, finding: findingOf(rule, span, message, extra) };
        found.push(placed);
        const others = fresh.get(entry.name);
        if (others === undefined) fresh.set(entry.name, [placed]);
        else others.push(placed);
      },
    });
    yield;
  }
  now.reads = united([reads]);
  for (const cluster of changed) keep(cluster, now, fresh);
  return found;
}

/** Where scripts speak of resources that are no parts, their state counts, too: then nothing is kept. */
function keep(cluster: Cluster, run: Run, fresh: ReadonlyMap<string, readonly Placed[]>): void {
  const [first] = cluster.parts;
  if (first === undefined || cluster.outside.some((name) => run.outline.resources.has(name))) return;
  const names = new Set(cluster.parts.map(({ entry }) => entry.name));
  const findings = [...names].flatMap((name) => fresh.get(name) ?? []);
  checked.set(first.found.summary, { run, parts: cluster.parts, findings });
}

function keptOf({ parts }: Cluster): CheckedCluster | undefined {
  const [first] = parts;
  const kept = first && checked.get(first.found.summary);
  if (kept === undefined || kept.parts.length !== parts.length) return undefined;
  return parts.every((part, index) => isSame(part, kept.parts[index])) ? kept : undefined;
}

function isSame(one: Gathered<BootstrapPart>, other: Gathered<BootstrapPart> | undefined): boolean {
  return one.entry.key === other?.entry.key && one.found.summary === other.found.summary;
}

function isRightFor(run: Run, now: Run, changesSince: (before: Outline) => OutlineChanges): boolean {
  if (run.rules !== now.rules || run.format !== now.format || !isAlike(run.made, now.made)) return false;
  const { withInit, ...around } = run.around;
  if (!isAlike(withInit, now.around.withInit)) return false;
  for (const key of Object.keys(around) as (keyof typeof around)[]) if (around[key] !== now.around[key]) return false;
  if (run.outline === now.outline) return true;
  if (!isUntouched(run.reads, changesSince(run.outline))) return false;
  run.outline = now.outline;
  return true;
}

function isAlike(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

/** A kept finding with the entries as they are placed now. */
function movedTo({ parts }: Cluster, kept: CheckedCluster, { finding, entry }: Placed): Placed {
  const nowOf = (old: Entry): Entry => parts[kept.parts.findIndex((part) => part.entry === old)]?.entry ?? old;
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
