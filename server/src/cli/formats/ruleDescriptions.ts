import type { Localised } from "../../catalogue/catalogue.ts";
import { RULES } from "../../rules/all.ts";
import type { Severity } from "../../rules/rule.ts";

/** What a machine-readable report says of a code. */
export interface RuleDescription {
  readonly title: Localised;
  readonly severity: Severity;
  readonly cfnLint: readonly string[];
}

/** Codes that come from reading the text, and those that a rule reports beside its own. */
const OTHERS: Readonly<Record<string, RuleDescription>> = {
  syntax: {
    title: { en: "The text is valid YAML or JSON", ja: "テキストがYAMLまたはJSONとして正しい" },
    severity: "error",
    cfnLint: ["E0000"],
  },
  "duplicate-key": {
    title: { en: "No key stands twice", ja: "同じキーが2度書かれていない" },
    severity: "error",
    cfnLint: ["E0000"],
  },
  "missing-ports": {
    title: { en: "Protocols with ports have their ports", ja: "ポートを持つプロトコルにポートがある" },
    severity: "error",
    cfnLint: ["E3687"],
  },
  "bucket-acl-refused": {
    title: { en: "Only buckets that allow ACLs have one", ja: "ACLを許可していないバケットにACLがない" },
    severity: "error",
    cfnLint: ["E3045"],
  },
  "hard-coded-secret": {
    title: { en: "No secret is written into the template", ja: "シークレットがテンプレートに書かれていない" },
    severity: "warning",
    cfnLint: ["W2501"],
  },
  "template-size": {
    title: { en: "The template is small enough to be passed as text", ja: "テンプレートが本文のまま渡せる大きさ" },
    severity: "hint",
    cfnLint: [],
  },
};

/** A code that no rule explains gets its own words as title. */
export function describedRule(code: string): RuleDescription {
  const words = code.replaceAll("-", " ");
  return (
    RULES.find((rule) => rule.code === code) ??
    OTHERS[code] ?? { title: { en: words, ja: words }, severity: "warning", cfnLint: [] }
  );
}

/** How a template's author passes over a finding. */
export function howToSilence(code: string): Localised {
  return {
    en: `A comment \`# cfn-notes-disable-line ${code}\` passes over one place, an entry \`${code}: off\` below \`rules\` in .cfn-notes.yaml over all.`,
    ja: `この行だけ無視するにはコメント\`# cfn-notes-disable-line ${code}\`を、すべて無視するには.cfn-notes.yamlの\`rules\`に\`${code}: off\`を書きます。`,
  };
}
