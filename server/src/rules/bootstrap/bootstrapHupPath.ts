import type { BootstrapResource } from "../../bootstrap/graphTypes.ts";
import type { HupHook } from "../../bootstrap/hupFiles.ts";
import { type HupPath, hupPath } from "../../bootstrap/hupPath.ts";
import type { ScriptSource } from "../../bootstrap/scriptSource.ts";
import { pairOf } from "../../model/tree/node.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import { nearest } from "../../text/nearest.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import type { BootstrapContext, BootstrapRule } from "../shared/rule.ts";

/** A cfn-hup hook that watches something that does not exist: the resource of its `path`, or the metadata key. */
export const bootstrapHupPath: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    for (const resource of graph.active) {
      for (const source of resource.summary.sources)
        for (const hook of source.reading.hooks) checkHook(graph, hook, source, resource);
    }
  },
};

function checkHook(graph: BootstrapContext, hook: HupHook, source: ScriptSource, owner: BootstrapResource): void {
  const setting = hook.settings.get("path");
  const path = setting && hupPath(setting);
  if (!path) return;
  const span = source.text.toEntrySpan(path.resource);
  const name = path.resource.text;
  if (!graph.mayExist(name)) {
    const meant = owner.summary.init ? owner.id : nearest(name, graph.resources.keys());
    const title = { en: `Watch “${meant}”`, ja: `「${meant}」を監視する` };
    const hint = didYouMean(meant);
    graph.report(owner.entry, span, {
      message: "no-resource",
      with: { name, hint },
      data: meant === undefined ? undefined : replacement(span, meant, title),
    });
    return;
  }
  const target = graph.resources.get(name);
  if (!target) return;
  checkAttribute(path, target, source, owner, graph);
  checkAction(graph, hook, target, source, owner);
}

/** An action that sets up another resource than the watched one runs when nothing of it changed. */
function checkAction(
  graph: BootstrapContext,
  hook: HupHook,
  watched: BootstrapResource,
  source: ScriptSource,
  owner: BootstrapResource,
): void {
  for (const placed of owner.summary.calls) {
    const { call, targets, targetSpan } = placed;
    if (placed.source !== source || call.helper !== "cfn-init" || call.reached.kind !== "hook") continue;
    if (call.start < hook.start || call.end > hook.end || targets?.length !== 1 || !targetSpan) continue;
    const other = graph.resources.get(targets[0] ?? "");
    if (!other || other === watched) continue;
    graph.report(owner.entry, targetSpan, {
      message: "other-resource",
      with: { watched: watched.id, id: other.id },
      severity: "info",
    });
  }
}

/** The attribute and, below Metadata, the keys; a physical id, `PhysicalResourceId`, is always there. */
function checkAttribute(
  path: HupPath,
  target: BootstrapResource,
  source: ScriptSource,
  owner: BootstrapResource,
  graph: BootstrapContext,
): void {
  const [attribute, ...keys] = path.keys;
  if (attribute?.text !== "Metadata") return;
  let node = pairOf(target.entry.value, "Metadata")?.value;
  for (const key of keys) {
    const pair = pairOf(node, key.text);
    if (!pair) {
      // What a function or a macro adds cannot be seen.
      if (node && (node.kind !== "map" || node.pairs.some(({ key: other }) => other.text.startsWith("Fn::")))) return;
      const written = path.keys.map(({ text }) => text).join(".");
      graph.report(owner.entry, source.text.toEntrySpan(key), {
        message: "nothing-at-path",
        with: { id: target.id, key: key.text, written },
      });
      return;
    }
    node = pair.value;
  }
}
