import { readJson } from "../../model/json/jsonReader.ts";
import { contentSpan, typeNameOf, valueAt } from "../../model/tree/node.ts";
import type { EntryRule } from "../shared/rule.ts";
import { nodesAt } from "../shared/values/literals.ts";

/** Properties that hold JSON as text, as a dotted path through lists, and AWS's error message for other text. */
const TEXTS: Readonly<Record<string, readonly [path: string, says: string]>> = {
  "AWS::CloudWatch::Dashboard": ["DashboardBody", "The field DashboardBody must be a valid JSON object"],
  "AWS::Lambda::EventSourceMapping": ["FilterCriteria.Filters.Pattern", "Invalid filter pattern definition."],
  "AWS::Logs::ResourcePolicy": ["PolicyDocument", "Error occurred while parsing accessPolicy."],
  "AWS::SecretsManager::Secret": [
    "GenerateSecretString.SecretStringTemplate",
    "Failed to parse SecretStringTemplate as JSON.",
  ],
  "AWS::Events::Rule": ["Targets.Input", "JSON syntax error in input for target"],
};

/** A literal text that must be JSON and is not. */
export const jsonText: EntryRule = {
  scope: "entry",
  types: Object.keys(TEXTS),
  check(entry, { report }) {
    const [path = "", says = ""] = TEXTS[typeNameOf(entry.value) ?? ""] ?? [];
    for (const node of nodesAt(valueAt(entry.value, "Properties"), path.split("."))) {
      if (node.kind !== "scalar" || node.value === null || node.text.includes("{{")) continue;
      const { root, errors } = readJson(node.text);
      if (root !== undefined && errors.length === 0) continue;
      const name = path.slice(path.lastIndexOf(".") + 1);
      report(contentSpan(node), { message: "no-json", with: { name, says } });
    }
  },
};
