import type { BootstrapResource, PlacedCall } from "../../bootstrap/graphTypes.ts";
import { listedNames, optionValue } from "../../bootstrap/helperCall.ts";
import type { InitMetadata } from "../../bootstrap/initMetadata.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import { nearest } from "../../text/nearest.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import type { BootstrapContext, BootstrapRule, Words } from "../shared/rule.ts";

/**
 * A configSet that the resource's `AWS::CloudFormation::Init` does not define, or no `--configsets` if there is no
 * `default` one. cfn-init ends with an error.
 */
export const bootstrapInitUnknownConfigset: BootstrapRule = {
  scope: "bootstrap",
  check(graph) {
    for (const placed of graph.calls) {
      if (placed.call.helper !== "cfn-init" || placed.stack === "other" || placed.targets?.length !== 1) continue;
      const target = graph.resources.get(placed.targets[0] ?? "");
      const init = target?.summary.init;
      if (!target || !init?.complete) continue;
      checkCall(placed, init, target, graph);
    }
  },
};

function checkCall(placed: PlacedCall, init: InitMetadata, target: BootstrapResource, graph: BootstrapContext): void {
  const { call, owner, source } = placed;
  const { id } = target;
  const message = { en: "The configSets are defined here.", ja: "configSetの定義" };
  const related = [{ entry: target.entry, span: init.configSetsKey ?? init.key, message }];
  const severity = placed.stack === "own" && call.reached.kind !== "hook" ? undefined : "warning";
  const value = optionValue(call, "configSets");
  if (!value) {
    if (defines(init, "default") || call.arguments.some(({ option, name }) => !option && name !== undefined)) return;
    graph.report(owner.entry, source.text.toEntrySpan(call.nameSpan), {
      ...noDefault(id, [...init.configSets.keys()], init.configs.size > 0),
      // That no config is named “config” may be meant: there is nothing to run then.
      severity: init.configSets.size === 0 ? "warning" : severity,
      related,
    });
    return;
  }
  if (value.literals?.length !== 1) return;
  for (const { name, span } of listedNames(value)) {
    if (name === "" || defines(init, name)) continue;
    const entrySpan = source.text.toEntrySpan(span);
    const meant = meantSet(init, name);
    const title = { en: `Run “${meant}”`, ja: `「${meant}」を実行する` };
    graph.report(owner.entry, entrySpan, {
      ...unknownText(id, name, meant, init.configs.has(name)),
      data: value.written && meant !== undefined ? replacement(entrySpan, meant, title) : undefined,
      severity,
      related,
    });
  }
}

/** Without configSets cfn-init itself defines `default`: the config named `config`. */
function defines({ configSets, configs }: InitMetadata, name: string): boolean {
  if (configSets.has(name)) return true;
  return name === "default" && configSets.size === 0 && configs.has("config");
}

function meantSet({ configSets }: InitMetadata, name: string): string | undefined {
  return nearest(name, configSets.keys()) ?? (configSets.size === 1 ? [...configSets.keys()][0] : undefined);
}

function unknownText(id: string, name: string, meant: string | undefined, isConfig: boolean): Words {
  if (isConfig && meant === undefined) {
    return { message: "only-config", with: { name, id } };
  }
  const hint = didYouMean(meant);
  return { message: "no-config-set", with: { id, name, hint } };
}

function noDefault(id: string, sets: readonly string[], hasConfigs: boolean): Words {
  if (sets.length === 0) {
    const only = hasConfigs
      ? { en: "the config “config”", ja: "「config」という名前のconfig" }
      : { en: "a config", ja: "config" };
    return { message: "no-sets", with: { only, id } };
  }
  return { message: "no-default", with: { id, first: sets[0] } };
}
