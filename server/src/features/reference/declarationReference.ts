import type { Catalogue } from "../../catalogue/catalogue.ts";
import { type Node, textOf, valueAt } from "../../model/node.ts";
import type { Entry } from "../../model/template.ts";
import { bullets, code, codes, type Language, labelled, paragraphs, word } from "./frame.ts";
import { typeReference } from "./typeReference.ts";

/** What something declared in the template is: a parameter with its type and default, a resource with its type, a condition's expression … */
export function declarationReference(entry: Entry, catalogue: Catalogue, language: Language): string | undefined {
  switch (entry.section) {
    case "Parameters":
      return parameter(entry, language);
    case "Resources":
      return resource(entry, catalogue, language);
    case "Conditions":
      return paragraphs(`**${entry.name}** · ${word("condition", language)}`, sourceBlock(entry));
    case "Mappings":
      return paragraphs(`**${entry.name}** · ${word("mapping", language)}`, firstKeys(entry.value));
    case "Outputs":
      return output(entry, language);
    default:
      return undefined;
  }
}

function parameter({ name, value }: Entry, language: Language): string {
  const text = (key: string): string | undefined => textOf(valueAt(value, key));
  const allowed = valueAt(value, "AllowedValues");
  const values = allowed?.kind === "list" ? allowed.items.flatMap((item) => textOf(item) ?? []) : [];
  const fallback = valueAt(value, "Default");
  const shownDefault = fallback === undefined ? undefined : code(textOf(fallback) || '""');
  const pattern = text("AllowedPattern");
  return paragraphs(
    `**${name}** · ${word("parameter", language)} · ${text("Type") ?? "?"}`,
    text("Description"),
    bullets(
      shownDefault === undefined ? undefined : labelled("default", shownDefault, language),
      values.length === 0 ? undefined : labelled("allowed", codes(values), language),
      pattern === undefined ? undefined : labelled("pattern", code(pattern), language),
      text("NoEcho") === "true" ? "NoEcho" : undefined,
    ),
  );
}

function resource({ name, value }: Entry, catalogue: Catalogue, language: Language): string {
  const type = textOf(valueAt(value, "Type"));
  const condition = textOf(valueAt(value, "Condition"));
  return paragraphs(
    `**${name}** · ${word("resource", language)} · ${type ?? "?"}`,
    condition === undefined ? undefined : labelled("condition", code(condition), language),
    type === undefined ? undefined : typeReference(catalogue, type, language),
  );
}

function output(entry: Entry, language: Language): string {
  const exported = textOf(valueAt(valueAt(entry.value, "Export"), "Name"));
  return paragraphs(
    `**${entry.name}** · ${word("output", language)}`,
    textOf(valueAt(entry.value, "Description")),
    exported === undefined ? undefined : labelled("exportName", code(exported), language),
    sourceBlock(entry, valueAt(entry.value, "Value")),
  );
}

function firstKeys(value: Node): string | undefined {
  return value.kind === "map" ? codes(value.pairs.map(({ key }) => key.text)) : undefined;
}

/** The text of a value as it is written, as a code block. */
export function sourceBlock(entry: Entry, node: Node | undefined = entry.value): string | undefined {
  if (node === undefined || node.end <= node.start) return undefined;
  const text = entry.unit.text;
  const lineStart = text.lastIndexOf("\n", node.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, node.start))?.[0] ?? "";
  const begins = text.slice(lineStart, node.start).trim() === "" ? lineStart : node.start;
  const lines = text.slice(begins, node.end).split(/\r?\n/).slice(0, 15);
  const body = lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join("\n");
  return `\`\`\`\`yaml\n${body.replaceAll("````", "")}\n\`\`\`\``;
}
