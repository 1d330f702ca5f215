import { readJson } from "../../model/json/jsonReader.ts";
import { contentSpan, type Node, textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import type { EntryRule } from "../shared/rule.ts";
import { isSet, nodesAt } from "../shared/values/literals.ts";

/** Properties that hold JSON as text, as a dotted path through lists, and AWS's error message for other text. */
const TEXTS: Readonly<Record<string, readonly [path: string, says: string]>> = {
  "AWS::CloudWatch::Dashboard": ["DashboardBody", "The field DashboardBody must be a valid JSON object"],
  "AWS::CloudWatch::InsightRule": ["RuleBody", "The RuleBody could not be parsed."],
  "AWS::Lambda::EventSourceMapping": ["FilterCriteria.Filters.Pattern", "Invalid filter pattern definition."],
  "AWS::Logs::Destination": ["DestinationPolicy", "Error occurred while parsing accessPolicy."],
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
      const written =
        node.kind === "call" ? filledText(node) : node.kind === "scalar" && node.value !== null ? node.text : undefined;
      if (written === undefined || written.includes("{{")) continue;
      // Some targets of schedules take any text.
      if (path === "Target.Input" && !/^\s*[{[]/.test(written)) continue;
      const { root, errors } = readJson(written);
      const name = path.slice(path.lastIndexOf(".") + 1);
      if (root !== undefined && errors.length === 0) {
        const lacking = name === "DashboardBody" ? lackingIn(root) : undefined;
        const refused = name === "DashboardBody" ? refusedIn(root) : undefined;
        if (lacking !== undefined) report(contentSpan(node), { message: "widget", with: { lacking } });
        else if (refused !== undefined) report(contentSpan(node), { message: "widget-value", with: refused });
        continue;
      }
      report(contentSpan(node), { message: "no-json", with: { name, says } });
    }
  },
};

/** What widgets of a type need one of. The Region is that of an alarm. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  alarm: ["alarms"],
  metric: ["region", "annotations"],
  text: ["markdown"],
};

/** What a dashboard, or one of its widgets, needs and does not have. */
function lackingIn(root: Node): string | undefined {
  if (root.kind === "map" && !isSet(root, "widgets")) return "widgets";
  for (const widget of nodesAt(root, ["widgets"])) {
    for (const name of ["type", "properties"]) if (widget.kind === "map" && !isSet(widget, name)) return name;
    const properties = valueAt(widget, "properties");
    const names = NEEDED[textOf(valueAt(widget, "type")) ?? ""] ?? [];
    if (properties?.kind === "map" && names.length > 0 && !names.some((name) => isSet(properties, name)))
      return names[0];
  }
  return undefined;
}

/** A value that no widget of a dashboard takes. */
function refusedIn(root: Node): { readonly name: string; readonly value: string } | undefined {
  const widgets = nodesAt(root, ["widgets"]);
  for (const [name, refused] of Object.entries(REFUSED))
    for (const node of widgets.flatMap((widget) => nodesAt(widget, name.split("."))))
      if (node.kind === "scalar" && refused(node.text)) return { name, value: node.text };
  return undefined;
}

const REFUSED: Readonly<Record<string, (value: string) => boolean>> = {
  x: (value) => Number(value) > 23,
  width: (value) => Number(value) > 24,
  height: (value) => Number(value) > 1000,
  "properties.period": (value) => Number(value) % 60 > 0 && !["1", "5", "10", "20", "30"].includes(value),
  "properties.stat": (value) => /^(?:avg|min|max|mean|count)$/i.test(value),
};

/** A composed text with a number for what only the deployment knows, or with nothing, whichever is JSON. */
function filledText(node: Node): string | undefined {
  const text = composedText(node);
  if (text === undefined || /\$\{(?:Fn::|&)/.test(text)) return undefined;
  const [numbers = "", nothing = ""] = ["0", ""].map((filled) =>
    text.replaceAll(/\$\{(?!!)[^}]*\}/g, filled).replaceAll("${!", "${"),
  );
  return isJson(nothing) && !isJson(numbers) ? nothing : numbers;
}

function isJson(text: string): boolean {
  const { root, errors } = readJson(text);
  return root !== undefined && errors.length === 0;
}
