import { type MapNode, type Node, pairOf, type ScalarNode, valueAt } from "../model/tree/node.ts";

/** `AWS::CloudFormation::Init` of a resource. */
export interface InitMetadata {
  readonly key: ScalarNode;
  readonly node: Node;
  readonly configs: ReadonlyMap<string, InitConfig>;
  readonly configSets: ReadonlyMap<string, ConfigSet>;
  /** The pair of `configSets`, if there is one. */
  readonly configSetsKey: ScalarNode | undefined;
  /** Whether all configs and configSets are written out: no function or macro may add more. */
  readonly complete: boolean;
}

export interface InitConfig {
  readonly key: ScalarNode;
  readonly node: Node;
}

export interface ConfigSet {
  readonly key: ScalarNode;
  readonly steps: readonly ConfigStep[];
  readonly complete: boolean;
}

/** One item of a configSet: a config, or another configSet (`ConfigSet: name`). */
export interface ConfigStep {
  readonly kind: "config" | "configSet";
  readonly node: ScalarNode;
}

/** The sections of a config that cfn-init knows. */
export const CONFIG_SECTIONS = ["packages", "groups", "users", "sources", "files", "commands", "services"] as const;
export type ConfigSection = (typeof CONFIG_SECTIONS)[number];

export const INIT_KEY = "AWS::CloudFormation::Init";

/** The Init metadata of a resource's value; `undefined` if it has none. */
export function initMetadata(resource: Node): InitMetadata | undefined {
  const pair = pairOf(valueAt(resource, "Metadata"), INIT_KEY);
  if (!pair) return undefined;
  const pairs = pair.value.kind === "map" ? pair.value.pairs : [];
  const configs = new Map<string, InitConfig>();
  let configSetsPair: MapNode["pairs"][number] | undefined;
  for (const found of pairs) {
    if (found.key.text === "configSets") configSetsPair = found;
    else configs.set(found.key.text, { key: found.key, node: found.value });
  }
  const sets = configSetsPair?.value;
  return {
    key: pair.key,
    node: pair.value,
    configs,
    configSets: new Map(
      sets?.kind === "map" ? sets.pairs.map(({ key, value }) => [key.text, configSet(key, value)]) : [],
    ),
    configSetsKey: configSetsPair?.key,
    complete:
      pair.value.kind === "map" &&
      (sets === undefined || sets.kind === "map") &&
      !pairs.some(({ key }) => key.text === "Fn::Transform" || key.text.startsWith("Fn::")),
  };
}

function configSet(key: ScalarNode, value: Node): ConfigSet {
  const items: readonly Node[] = value.kind === "list" ? value.items : [value];
  const steps = items.flatMap((item) => step(item) ?? []);
  return { key, steps, complete: steps.length === items.length };
}

function step(item: Node): ConfigStep | undefined {
  if (item.kind === "scalar") return { kind: "config", node: item };
  const set = item.kind === "map" ? valueAt(item, "ConfigSet") : undefined;
  return set?.kind === "scalar" ? { kind: "configSet", node: set } : undefined;
}

/** More configs than this are not listed: sets that include each other may stand for any number. */
const MAX_CONFIGS = 200;

/** The configs that a configSet runs, in order, through other sets; a set within itself is left out. */
export function configsOf(init: InitMetadata, name: string): string[] {
  const configs: string[] = [];
  let steps = 0;
  const enter = (set: string, within: ReadonlySet<string>): void => {
    for (const { kind, node } of init.configSets.get(set)?.steps ?? []) {
      if (configs.length >= MAX_CONFIGS || ++steps > MAX_CONFIGS * 5) return;
      if (kind === "config") configs.push(node.text);
      else if (!within.has(node.text)) enter(node.text, new Set([...within, node.text]));
    }
  };
  if (!init.configSets.has(name) && name === "default" && init.configSets.size === 0 && init.configs.has("config"))
    return ["config"];
  enter(name, new Set([name]));
  return configs;
}

/** The value of a section of a config, such as `files`; `undefined` if it is absent or no map. */
export function sectionIn(config: InitConfig, section: ConfigSection): MapNode | undefined {
  const value = valueAt(config.node, section);
  return value?.kind === "map" ? value : undefined;
}
