import type { BootstrapResource } from "../../bootstrap/graphTypes.ts";
import type { HupConf } from "../../bootstrap/hupFiles.ts";
import type { ScriptSource } from "../../bootstrap/scriptSource.ts";
import { startsHup } from "../../bootstrap/startsHup.ts";
import type { BootstrapContext, BootstrapRule } from "../shared/rule.ts";

/**
 * A partial setup of cfn-hup: a `cfn-hup.conf` without `stack` (cfn-hup does not start) or without `region` (it asks
 * us-east-1), or its files without anything that starts the daemon.
 */
export const bootstrapHupConf: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    for (const resource of graph.active) {
      for (const source of resource.summary.sources)
        for (const conf of source.reading.confs) checkConf(conf, startsHup(graph, resource), source, resource, graph);
    }
  },
};

function checkConf(
  { start, settings }: HupConf,
  isStarted: boolean,
  source: ScriptSource,
  { entry }: BootstrapResource,
  graph: BootstrapContext,
): void {
  const span = source.text.toEntrySpan({ start, end: start + "[main]".length });
  if (!settings.has("stack")) graph.report(entry, span, { message: "no-stack" });
  if (!settings.has("region") && !settings.has("url")) graph.report(entry, span, { message: "no-region" });
  if (!isStarted) graph.report(entry, span, { message: "not-started", topic: "cfn-hup" });
}
