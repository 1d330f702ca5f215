import { type Node, type ScalarNode, valueAt } from "../../model/tree/node.ts";
import { scalarSource } from "../../model/yaml/scalarSource.ts";
import type { EntryRule, Report } from "../shared/rule.ts";

const REFERENCE = /\{\{\s*resolve:([^}]{0,3000})\}\}/g;
const SHAPES: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    // A parameter of another account is named by its ARN.
    ssm: /^ssm:(?:arn:[\w-]+:ssm:[\w-]+:\d{12}:parameter)?[\w./-]+(?::\d+)?$/,
    "ssm-secure": /^ssm-secure:[\w./-]+(?::\d+)?$/,
    // Services name the secrets that they manage with a !, as in rds!cluster-….
    secretsmanager:
      /^secretsmanager:(?:arn:[\w-]+:secretsmanager:[\w-]*:\d*:secret:[\w/+=.@!-]+|[\w/+=.@!-]+)(?::SecretString(?::[^:}]*(?::[^:}]*(?::[^:}]*)?)?)?)?:*$/,
  }),
);
const WRITTEN: Readonly<Record<string, string>> = {
  ssm: "{{resolve:ssm:name:version}}",
  "ssm-secure": "{{resolve:ssm-secure:name:version}}",
  secretsmanager: "{{resolve:secretsmanager:secret-id:SecretString:json-key:version-stage:version-id}}",
};

/** A dynamic reference that CloudFormation can't read. */
export const dynamicReference: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Outputs"],
  check(entry, { report }) {
    const part = valueAt(entry.value, entry.section === "Resources" ? "Properties" : "Value");
    if (part === undefined || !entry.unit.text.includes("resolve:")) return;
    for (const { node, name } of texts(part, "")) {
      for (const { index, 0: whole, 1: inner = "" } of node.text.matchAll(REFERENCE)) {
        // Text that Fn::Sub or a macro fills in can't be judged.
        if (inner.includes("${") || inner.includes("$")) continue;
        const service = inner.split(":", 1)[0] ?? "";
        const shape = SHAPES.get(service);
        const misplaced = shape?.test(inner) === true ? misplacement(service, inner, entry.section, name) : undefined;
        if (shape?.test(inner) === true && misplaced === undefined) continue;
        const source = scalarSource(node, entry.unit.text);
        const start = source.toSource(index);
        const span = { start, end: Math.max(start + 1, source.toSource(index + whole.length - 1) + 1) };
        if (misplaced !== undefined) {
          report(span, misplaced);
          continue;
        }
        const written =
          (Object.hasOwn(WRITTEN, service) ? WRITTEN[service] : undefined) ?? Object.values(WRITTEN).join(", ");
        report(span, { message: "not-valid", with: { written } });
      }
    }
  },
};

/** Properties in which CloudFormation resolves `ssm-secure`. */
const SECURE = /^(?:Password|MasterUserPassword|AuthToken|DbPassword)$/;

/** What is wrong with the place of a reference that is itself valid. */
function misplacement(service: string, inner: string, section: string, property: string): Report | undefined {
  if (section === "Outputs" && service !== "ssm") {
    return { message: "resources-only", with: { service }, severity: "error" };
  }
  if (service === "ssm-secure" && !SECURE.test(property)) {
    return { message: "ssm-secure", with: { property }, severity: "error" };
  }
  if (service === "secretsmanager" && !inner.includes("SecretString") && /Secret(?:Arn|ARN)$/.test(property)) {
    return { message: "arn-wanted", with: { property }, severity: "warning" };
  }
  return undefined;
}

interface PlacedText {
  readonly node: ScalarNode;
  /** The nearest key above. */
  readonly name: string;
}

function texts(node: Node, name: string): readonly PlacedText[] {
  if (node.kind === "scalar") return node.text.includes("resolve:") && node.text.length < 5000 ? [{ node, name }] : [];
  if (node.kind === "list") return node.items.flatMap((item) => texts(item, name));
  if (node.kind === "call") return texts(node.argument, name);
  return node.pairs.flatMap(({ key, value, merged }) => (merged ? [] : texts(value, key.text)));
}
