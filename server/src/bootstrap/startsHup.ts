import type { BootstrapResource, ClusterGraph } from "./graphTypes.ts";
import { sectionIn } from "./initMetadata.ts";

/**
 * Whether something starts cfn-hup on the machine that a resource sets it up on: a service of the metadata, or a
 * command.
 */
export function startsHup(graph: ClusterGraph, owner: BootstrapResource): boolean {
  for (const config of owner.summary.init?.configs.values() ?? []) {
    for (const { value } of sectionIn(config, "services")?.pairs ?? [])
      if (value.kind !== "map" || value.pairs.some(({ key }) => key.text.includes("cfn-hup"))) return true;
  }
  const runners = new Set([...owner.runners, owner.id]);
  const scripts = graph.active.filter(
    ({ id, runs, runners: who }) =>
      runners.has(id) || runs.some((run) => runners.has(run)) || who.some((run) => runners.has(run)),
  );
  return scripts.some(({ summary }) =>
    summary.sources.some(
      ({ text, reading }) => STARTS.test(text.text) || reading.calls.some(({ helper }) => helper === "cfn-hup"),
    ),
  );
}

const STARTS =
  /(?:systemctl|service|initctl|chkconfig|update-rc\.d|Start-Service|net start|sc(?:\.exe)? (?:start|config)|(?:re)?start)\b[^\n]{0,300}cfn-hup|cfn-hup[^\n]{0,300}\b(?:start|restart|enable)\b/i;
