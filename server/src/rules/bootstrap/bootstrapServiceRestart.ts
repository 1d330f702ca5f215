import { type InitMetadata, sectionIn } from "../../bootstrap/initMetadata.ts";
import { listItems, type Node, valueAt } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import type { ResourceRule } from "../shared/rule.ts";

/**
 * A service of the Init metadata that is to restart when a file, source or command changes, but the metadata does not
 * have that one.
 */
export const bootstrapServiceRestart: ResourceRule = {
  scope: "resource",
  check({ init }, { report }) {
    if (!init?.complete) return;
    for (const section of ["files", "sources", "commands"] as const) {
      const written = namesBelowSection(init, section);
      if (!written) continue;
      for (const item of watched(init, section)) {
        if (item.kind !== "scalar" || item.value === null || written.has(plainPath(item.text))) continue;
        report(item, message(section, item.text));
      }
    }
  },
};

/** The names below a section in all configs; `undefined` if a function may add more. */
function namesBelowSection(
  init: InitMetadata,
  section: "files" | "sources" | "commands",
): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const config of init.configs.values()) {
    if (config.node.kind !== "map") return undefined;
    const value = valueAt(config.node, section);
    if (value && value.kind !== "map" && value.kind !== "scalar") return undefined;
    for (const { key } of sectionIn(config, section)?.pairs ?? []) {
      if (key.text.startsWith("Fn::")) return undefined;
      names.add(plainPath(key.text));
    }
  }
  return names;
}

/** A Windows path with its backslashes doubled once too often still means the same file. */
function plainPath(path: string): string {
  return path.replace(/\\+/g, "\\");
}

/** What services want to be restarted for. */
function watched(init: InitMetadata, section: "files" | "sources" | "commands"): Node[] {
  const services = [...init.configs.values()].flatMap((config) =>
    (sectionIn(config, "services")?.pairs ?? []).flatMap(({ value }) => (value.kind === "map" ? value.pairs : [])),
  );
  return services.flatMap(({ value }) => listItems(valueAt(value, section)));
}

function message(section: "files" | "sources" | "commands", name: string): Localised {
  const verb = { files: "write a file", sources: "unpack a source to", commands: "have a command" }[section];
  const what = { files: "ファイル", sources: "展開先", commands: "コマンド" }[section];
  return {
    en: `This Init metadata does not ${verb} “${name}”, so the service is never restarted for it.`,
    ja: `このInitメタデータに${what}「${name}」がないため、これによるサービスの再起動は起こりません。`,
  };
}
