import { readJson } from "../../model/json/jsonReader.ts";
import { contentSpan, type Node, typeNameOf, valueAt } from "../../model/tree/node.ts";
import type { EntryRule } from "../shared/rule.ts";
import { isSet, nodesAt } from "../shared/values/literals.ts";

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
  "AWS::Scheduler::Schedule": ["Target.Input", "JSON syntax error in input for the target"],
};

/** A literal text that must be JSON and is not. */
export const jsonText: EntryRule = {
  scope: "entry",
  types: Object.keys(TEXTS),
  check(entry, { report }) {
    const [path = "", says = ""] = TEXTS[typeNameOf(entry.value) ?? ""] ?? [];
    for (const node of nodesAt(valueAt(entry.value, "Properties"), path.split("."))) {
      if (node.kind !== "scalar" || node.value === null || node.text.includes("{{")) continue;
      // Some targets of schedules take any text.
      if (path === "Target.Input" && !/^\s*[{[]/.test(node.text)) continue;
      const { root, errors } = readJson(node.text);
      const name = path.slice(path.lastIndexOf(".") + 1);
      if (root !== undefined && errors.length === 0) {
        const lacking = name === "DashboardBody" ? lackingIn(root) : undefined;
        if (lacking !== undefined) report(contentSpan(node), { message: "widget", with: { lacking } });
        continue;
      }
      report(contentSpan(node), { message: "no-json", with: { name, says } });
    }
  },
};

/** What a widget of a dashboard needs and does not have. */
function lackingIn(root: Node): string | undefined {
  for (const widget of nodesAt(root, ["widgets"]))
    for (const name of ["type", "properties"]) if (widget.kind === "map" && !isSet(widget, name)) return name;
  return undefined;
}
