import { contentSpan, type Node, type ScalarNode, valueAt } from "../../model/tree/node.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import type { EntryRule } from "../shared/rule.ts";
import { literalAt } from "../shared/values/literals.ts";
import { numberRead } from "../shared/values/numberRead.ts";

/**
 * A file mode of cfn-init that is not six digits, of which the last three are the permissions, or that has no quotes:
 * CloudFormation reads it as an octal number then, and cfn-init reads its decimal digits as octal ones once more.
 */
export const initFileMode: EntryRule = {
  scope: "entry",
  check(entry, { format, report }) {
    for (const node of modes(valueAt(valueAt(entry.value, "Metadata"), "AWS::CloudFormation::Init"))) {
      const read = format === "yaml" ? numberRead(node) : undefined;
      const isOctal = read?.form === "octal";
      if ((/^\d{6}$/.test(node.text) && !isOctal) || !/^\d+$/.test(node.text)) continue;
      const span = contentSpan(node);
      const right = node.text.padStart(6, "0").slice(-6);
      const quoted = node.style === "plain" ? `"${right}"` : right;
      const data = replacement(span, quoted);
      if (isOctal) {
        const { arrives } = read;
        report(span, { message: "read-as-octal", with: { value: node.text, arrives, right }, data });
      } else report(span, { message: "wrong-mode", with: { right }, data });
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
