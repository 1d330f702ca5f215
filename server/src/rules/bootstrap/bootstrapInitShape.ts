import { CONFIG_SECTIONS, type InitConfig, sectionIn } from "../../bootstrap/initMetadata.ts";
import { type Node, type Pair, valueAt } from "../../model/tree/node.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import { nearest } from "../../text/nearest.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import type { ReportAt, ResourceRule } from "../shared/rule.ts";
import { hasAllKeys } from "../shared/values/literals.ts";

/**
 * `AWS::CloudFormation::Init` in a shape that cfn-init does not understand: sections such as `packages` directly under
 * Init instead of under a config, unknown sections, package managers, service managers or keys, a command without
 * `command`.
 */
export const bootstrapInitShape: ResourceRule = {
  scope: "resource",
  check({ init }, { report }) {
    if (init === undefined) return;
    for (const [name, config] of init.configs) {
      if (config.node.kind !== "map" || name.startsWith("Fn::")) continue;
      if (isSection(name)) report(config.key, { message: "misplaced", with: { name: name } });
      else checkConfig(config, report);
    }
  },
};

function isSection(name: string): boolean {
  return CONFIG_SECTIONS.some((section) => section === name);
}

const SHAPES: readonly {
  readonly section: (typeof CONFIG_SECTIONS)[number];
  /** Keys directly below the section, if they are not free names. */
  readonly keys?: readonly string[];
  /** Keys of an item. */
  readonly items?: readonly string[];
  /** How deep the items are below the section. */
  readonly depth: 1 | 2;
}[] = [
  { section: "packages", keys: ["apt", "dnf", "msi", "python", "rpm", "rubygems", "yum", "zypper"], depth: 2 },
  {
    section: "services",
    keys: ["sysvinit", "systemd", "windows"],
    items: ["ensureRunning", "enabled", "files", "sources", "packages", "commands"],
    depth: 2,
  },
  {
    section: "files",
    items: ["content", "source", "encoding", "group", "owner", "mode", "authentication", "context"],
    depth: 1,
  },
  { section: "commands", items: ["command", "env", "cwd", "test", "ignoreErrors", "waitAfterCompletion"], depth: 1 },
  { section: "users", items: ["uid", "groups", "homeDir"], depth: 1 },
  { section: "groups", items: ["gid"], depth: 1 },
];

function checkConfig(config: InitConfig, report: ReportAt): void {
  for (const { key, value } of pairsOf(config.node)) {
    if (isSection(key.text)) continue;
    if (valueAt(value, "command"))
      report(key, { message: "loose-command", with: { name: key.text, config: config.key.text } });
    else reportUnknown(key, config.key.text, CONFIG_SECTIONS, report);
  }
  for (const { section, keys, items, depth } of SHAPES) {
    for (const pair of pairsOf(sectionIn(config, section))) {
      if (keys && !keys.includes(pair.key.text)) reportUnknown(pair.key, section, keys, report);
      for (const item of depth === 1 ? [pair] : pairsOf(pair.value)) {
        if (items)
          for (const { key } of pairsOf(item.value))
            if (!items.includes(key.text)) reportUnknown(key, section, items, report);
        if (section === "commands") checkCommand(item, report);
      }
    }
  }
}

function checkCommand({ key, value }: Pair, report: ReportAt): void {
  if (value.kind !== "map" || valueAt(value, "command") || pairsOf(value).length === 0) return;
  report(key, { message: "no-command", with: { key: key.text } });
}

/** The pairs of a map; none if a function or macro may change its keys. */
function pairsOf(node: Node | undefined): readonly Pair[] {
  if (node?.kind !== "map" || !hasAllKeys(node)) return [];
  return node.pairs;
}

function reportUnknown(key: Pair["key"], parent: string, known: readonly string[], report: ReportAt): void {
  const meant = nearest(key.text, known);
  report(key, {
    message: meant === undefined ? "unknown-key" : "almost-known-key",
    with: {
      key: key.text,
      parent,
      ...(meant === undefined ? { known: known.join(", ") } : { hint: didYouMean(meant) }),
    },
    data: meant !== undefined && key.style === "plain" ? replacement(key, meant) : undefined,
  });
}
