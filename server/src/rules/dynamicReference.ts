import { type Node, type ScalarNode, valueAt } from "../model/node.ts";
import { scalarSource } from "../model/scalarSource.ts";
import type { EntryRule } from "./rule.ts";

const REFERENCE = /\{\{\s*resolve:([^}]*)\}\}/g;
const SHAPES: Readonly<Record<string, RegExp>> = {
  ssm: /^ssm:[\w./-]+(?::\d+)?$/,
  "ssm-secure": /^ssm-secure:[\w./-]+(?::\d+)?$/,
  secretsmanager:
    /^secretsmanager:(?:arn:[\w-]+:secretsmanager:[\w-]*:\d*:secret:[\w/+=.@-]+|[\w/+=.@-]+)(?::SecretString(?::[^:}]*(?::[^:}]*(?::[^:}]*)?)?)?)?:*$/,
};
const WRITTEN: Readonly<Record<string, string>> = {
  ssm: "{{resolve:ssm:name:version}}",
  "ssm-secure": "{{resolve:ssm-secure:name:version}}",
  secretsmanager: "{{resolve:secretsmanager:secret-id:SecretString:json-key:version-stage:version-id}}",
};

/**
 * A dynamic reference that CloudFormation can't read.
 *
 * Bad:
 * ```yaml
 *       MasterUserPassword: "{{resolve:secretmanager:db:SecretString:password}}"
 * ```
 * Good:
 * ```yaml
 *       MasterUserPassword: "{{resolve:secretsmanager:db:SecretString:password}}"
 * ```
 */
export const dynamicReference: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Outputs"],
  code: "dynamic-reference",
  severity: "error",
  cfnLint: ["E1050", "E1051", "E1027"],
  title: { en: "Dynamic references can be read", ja: "動的な参照の書き方が正しい" },
  check(entry, { report }) {
    const part = valueAt(entry.value, entry.section === "Resources" ? "Properties" : "Value");
    if (part === undefined) return;
    for (const node of texts(part)) {
      for (const { index, 0: whole, 1: inner = "" } of node.text.matchAll(REFERENCE)) {
        // What Sub or a macro fills in can't be judged.
        if (inner.includes("${") || inner.includes("$")) continue;
        const service = inner.split(":", 1)[0] ?? "";
        const shape = SHAPES[service];
        if (shape?.test(inner) === true) continue;
        const source = scalarSource(node, entry.unit.text);
        const start = source.toSource(index);
        const written = WRITTEN[service] ?? Object.values(WRITTEN).join(", ");
        report(
          { start, end: Math.max(start + 1, source.toSource(index + whole.length - 1) + 1) },
          {
            en: `This dynamic reference can't be read. It is written ${written}.`,
            ja: `動的な参照の書き方が正しくありません。次のように書きます: ${written}`,
          },
        );
      }
    }
  },
};

function texts(node: Node): readonly ScalarNode[] {
  if (node.kind === "scalar") return node.text.includes("resolve:") && node.text.length < 5000 ? [node] : [];
  if (node.kind === "list") return node.items.flatMap(texts);
  if (node.kind === "call") return texts(node.argument);
  return node.pairs.flatMap(({ value, merged }) => (merged ? [] : texts(value)));
}
