import type { BootstrapResource, PlacedCall } from "../../bootstrap/graphTypes.ts";
import { listedNames, optionValue } from "../../bootstrap/helperCall.ts";
import type { InitMetadata } from "../../bootstrap/initMetadata.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import type { Localised } from "../../text/localised.ts";
import { nearest } from "../../text/nearest.ts";
import type { BootstrapContext, BootstrapRule } from "../engine/rule.ts";
import { replacement } from "../shared/fixes/nearest.ts";

/**
 * A configSet that the resource's `AWS::CloudFormation::Init` does not define, or no `--configsets` where there is no
 * `default` one. cfn-init ends with an error.
 */
export const bootstrapInitUnknownConfigset: BootstrapRule = {
  scope: "bootstrap",
  check(graph, context) {
    for (const placed of graph.calls) {
      if (placed.call.helper !== "cfn-init" || placed.stack === "other" || placed.targets?.length !== 1) continue;
      const target = graph.resources.get(placed.targets[0] ?? "");
      const init = target?.summary.init;
      if (!target || !init?.complete) continue;
      checkCall(placed, init, target, context);
    }
  },
};

function checkCall(placed: PlacedCall, init: InitMetadata, target: BootstrapResource, context: BootstrapContext): void {
  const { call, owner, source } = placed;
  const { id } = target;
  const message = { en: "The configSets are defined here.", ja: "configSetの定義" };
  const related = [{ entry: target.entry, span: init.configSetsKey ?? init.key, message }];
  const severity = placed.stack === "own" && call.reached.kind !== "hook" ? undefined : "warning";
  const value = optionValue(call, "configSets");
  if (!value) {
    if (defines(init, "default") || call.arguments.some(({ option, name }) => !option && name !== undefined)) return;
    context.report(owner.entry, source.text.toEntrySpan(call.nameSpan), {
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
    context.report(owner.entry, entrySpan, {
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

function unknownText(id: string, name: string, meant: string | undefined, isConfig: boolean): Localised {
  if (isConfig && meant === undefined) {
    return {
      en: `“${name}” is a config of “${id}”, not a configSet, so cfn-init fails. Define a configSet that lists it.`,
      ja: `「${name}」は「${id}」のconfigであってconfigSetではないため、cfn-initは失敗します。これを列挙したconfigSetを定義してください。`,
    };
  }
  const hint = didYouMean(meant);
  return {
    en: `“${id}” defines no configSet “${name}”, so cfn-init fails.${hint.en}`,
    ja: `「${id}」にはconfigSet「${name}」が定義されていないため、cfn-initは失敗します。${hint.ja}`,
  };
}

function noDefault(id: string, sets: readonly string[], hasConfigs: boolean): Localised {
  if (sets.length === 0) {
    const only = hasConfigs
      ? { en: "the config “config”", ja: "「config」という名前のconfig" }
      : { en: "a config", ja: "config" };
    return {
      en: `Without configSets cfn-init runs ${only.en}, which “${id}” does not have. Name its config “config”, or define configSets and pass --configsets.`,
      ja: `configSetsがないときcfn-initは${only.ja}を実行しますが、「${id}」にはありません。configの名前を「config」にするか、configSetsを定義して--configsetsで指定してください。`,
    };
  }
  return {
    en: `Without --configsets cfn-init runs the configSet “default”, which “${id}” does not define. Add --configsets ${sets[0]}.`,
    ja: `--configsetsを省略するとcfn-initはconfigSet「default」を実行しますが、「${id}」には定義されていません。--configsets ${sets[0]}を追加してください。`,
  };
}
