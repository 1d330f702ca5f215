import type { ConfigStep, InitMetadata } from "../../bootstrap/initMetadata.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import { nearest } from "../../text/nearest.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import type { BootstrapRule, Words } from "../shared/rule.ts";

/**
 * A configSet that lists a config (or, with `ConfigSet:`, another configSet) which the metadata does not have, or that
 * includes itself. cfn-init ends with an error.
 */
export const bootstrapConfigsetUnknownConfig: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    for (const { entry, id, summary } of graph.active) {
      const { init } = summary;
      if (!init?.complete) continue;
      for (const set of init.configSets.values()) {
        for (const step of set.steps) {
          const name = step.node.text;
          if (step.kind === "configSet" && leadsTo(init, name, set.key.text))
            graph.report(entry, step.node, { message: "circular", with: { name } });
          if (name === "" || (step.kind === "config" ? init.configs : init.configSets).has(name)) continue;
          const meant = nearest(name, (step.kind === "config" ? init.configs : init.configSets).keys());
          graph.report(entry, step.node, {
            ...message(id, set.key.text, step, meant, init),
            data: meant !== undefined && step.node.style === "plain" ? replacement(step.node, meant) : undefined,
          });
        }
      }
    }
  },
};

/** Through more sets than this inclusion is not followed. */
const MAX_SETS = 100;

/** Whether a configSet includes another one, itself or through others. */
function leadsTo(init: InitMetadata, from: string, to: string, entered: Set<string> = new Set()): boolean {
  if (from === to) return true;
  if (entered.size > MAX_SETS) return false;
  entered.add(from);
  const steps = init.configSets.get(from)?.steps ?? [];
  return steps.some(
    ({ kind, node }) => kind === "configSet" && !entered.has(node.text) && leadsTo(init, node.text, to, entered),
  );
}

function message(
  id: string,
  set: string,
  { kind, node }: ConfigStep,
  meant: string | undefined,
  init: InitMetadata,
): Words {
  const name = node.text;
  if (kind === "config" && init.configSets.has(name)) {
    return { message: "no-config", with: { name } };
  }
  const what = kind === "config" ? "config" : "configSet";
  const hint = didYouMean(meant);
  return { message: "not-defined", with: { set, name, id, what, hint } };
}
