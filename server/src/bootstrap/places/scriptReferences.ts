import type { Entry } from "../../model/template.ts";
import { pairOf, type ScalarNode } from "../../model/tree/node.ts";
import type { Span } from "../../text/span.ts";
import type { BootstrapGraph, BootstrapResource } from "../graphTypes.ts";
import { listedNames, optionValue } from "../helperCall.ts";
import { hupPath, type PathPart } from "../hupPath.ts";
import type { ScriptSource } from "../scriptSource.ts";

/** A name in a script, a file of cfn-hup or a configSet that refers to something in the template. */
export interface ScriptReference {
  readonly kind: "resource" | "configSet" | "config" | "metadata";
  readonly name: string;
  /** The place of the name, relative to `entry`. The text of the span is the name, so it can be replaced. */
  readonly entry: Entry;
  readonly span: Span;
  /** The key that it refers to; relative to `targetEntry`. For a resource the entry's own key. */
  readonly targetEntry: Entry;
  readonly target: ScalarNode;
}

/**
 * The names by which scripts refer to the template: `--resource Web`, `--configsets install`, `path=Resources.Web.Metadata…`,
 * and the configs that configSets list. Names that stand for nothing are left out.
 */
export function scriptReferences(graph: BootstrapGraph): ScriptReference[] {
  const references: ScriptReference[] = [];
  for (const placed of graph.calls) {
    const target = placed.targets?.length === 1 ? graph.resources.get(placed.targets[0] ?? "") : undefined;
    if (!target || placed.stack === "other") continue;
    const { owner, source, writtenSpan } = placed;
    if (writtenSpan) references.push(toResource(owner.entry, writtenSpan, target));
    const sets = placed.call.helper === "cfn-init" ? optionValue(placed.call, "configSets") : undefined;
    if (sets?.written) {
      for (const { name, span } of listedNames(sets)) {
        const key = target.summary.init?.configSets.get(name)?.key;
        if (key) references.push(toKey("configSet", name, owner.entry, source.text.toEntrySpan(span), target, key));
      }
    }
  }
  for (const resource of graph.resources.values()) {
    references.push(...hookReferences(graph, resource), ...stepReferences(resource));
  }
  return references;
}

function toResource(entry: Entry, span: Span, { id, entry: targetEntry }: BootstrapResource): ScriptReference {
  return { kind: "resource", name: id, entry, span, targetEntry, target: targetEntry.key };
}

function toKey(
  kind: ScriptReference["kind"],
  name: string,
  entry: Entry,
  span: Span,
  { entry: targetEntry }: BootstrapResource,
  target: ScalarNode,
): ScriptReference {
  return { kind, name, entry, span, targetEntry, target };
}

/** `path=Resources.Web.Metadata.AWS::CloudFormation::Init` */
function hookReferences(graph: BootstrapGraph, owner: BootstrapResource): ScriptReference[] {
  return owner.summary.sources.flatMap((source) =>
    source.reading.hooks.flatMap(({ settings }) => {
      const setting = settings.get("path");
      const path = setting && hupPath(setting);
      const target = path && graph.resources.get(path.resource.text);
      if (!path || !target) return [];
      const span = source.text.toEntrySpan(path.resource);
      return [toResource(owner.entry, span, target), ...keyReferences(path.keys, source, owner, target)];
    }),
  );
}

function keyReferences(
  keys: readonly PathPart[],
  source: ScriptSource,
  owner: BootstrapResource,
  target: BootstrapResource,
): ScriptReference[] {
  const references: ScriptReference[] = [];
  const { init } = target.summary;
  let node = target.entry.value;
  for (const part of keys) {
    const pair = pairOf(node, part.text);
    if (!pair) break;
    const kind = init?.configs.get(part.text)?.key === pair.key ? "config" : "metadata";
    references.push(toKey(kind, part.text, owner.entry, source.text.toEntrySpan(part), target, pair.key));
    node = pair.value;
  }
  return references;
}

/** References in the lists of configSets. */
function stepReferences(resource: BootstrapResource): ScriptReference[] {
  const { init } = resource.summary;
  return [...(init?.configSets.values() ?? [])].flatMap(({ steps }) =>
    steps.flatMap(({ kind, node }) => {
      const name = node.text;
      const key = kind === "config" ? init?.configs.get(name)?.key : init?.configSets.get(name)?.key;
      return key ? [toKey(kind, name, resource.entry, node, resource, key)] : [];
    }),
  );
}
