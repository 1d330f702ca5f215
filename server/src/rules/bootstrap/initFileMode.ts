import { contentSpan, type Node, type ScalarNode, valueAt } from "../../model/tree/node.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import type { EntryRule } from "../shared/rule.ts";
import { literalAt } from "../shared/values/literals.ts";

/** A file mode of cfn-init that is not six digits: the last three are the permissions. */
export const initFileMode: EntryRule = {
  scope: "entry",
  check(entry, { report }) {
    for (const node of modes(valueAt(valueAt(entry.value, "Metadata"), "AWS::CloudFormation::Init"))) {
      if (/^\d{6}$/.test(node.text) || !/^\d+$/.test(node.text)) continue;
      const span = contentSpan(node);
      const right = node.text.padStart(6, "0").slice(-6);
      const quoted = node.style === "plain" ? `"${right}"` : right;
      report(span, { message: "wrong-mode", with: { right }, data: replacement(span, quoted) });
    }
  },
};

function modes(init: Node | undefined): readonly ScalarNode[] {
  const configs = init?.kind === "map" ? init.pairs : [];
  return configs.flatMap(({ value: config, merged }) => {
    const files = valueAt(config, "files");
    if (merged || files?.kind !== "map") return [];
    return files.pairs.flatMap(({ value }) => literalAt(value, "mode") ?? []);
  });
}
