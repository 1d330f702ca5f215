import type { Catalogue } from "../../catalogue/catalogue.ts";
import { type Node, textOf, valueAt } from "../../model/node.ts";
import type { Entry } from "../../model/template.ts";
import { bullets, code, codes, type Language, labelled, paragraphs, title, type Word, word } from "./frame.ts";
import { rangeText } from "./propertyReference.ts";
import { typeReference } from "./typeReference.ts";

/** What something declared in the template is: a parameter with its type and default, a resource with its type, a condition's expression … */
export function declarationReference(entry: Entry, catalogue: Catalogue, language: Language): string | undefined {
  switch (entry.section) {
    case "Parameters":
      return parameter(entry, catalogue, language);
    case "Resources":
      return resource(entry, catalogue, language);
    case "Conditions":
      return paragraphs(`${title(entry.name)} · ${word("condition", language)}`, sourceBlock(entry));
    case "Mappings":
      return paragraphs(`${title(entry.name)} · ${word("mapping", language)}`, firstKeys(entry.value));
    case "Outputs":
      return output(entry, language);
    case "Rules":
      return paragraphs(`${title(entry.name)} · ${word("rule", language)}`, sourceBlock(entry));
    default:
      return undefined;
  }
}

function parameter({ name, value }: Entry, catalogue: Catalogue, language: Language): string {
  const text = (key: string): string | undefined => textOf(valueAt(value, key));
  const allowed = valueAt(value, "AllowedValues");
  const values = allowed?.kind === "list" ? allowed.items.flatMap((item) => textOf(item) ?? []) : [];
  const fallback = valueAt(value, "Default");
  const shownDefault = fallback === undefined ? undefined : code(textOf(fallback) || '""');
  const type = text("Type");
  const info = catalogue.parameterTypes.find((one) => one.name === type);
  const line = (label: Word, shown: string | undefined): string | undefined =>
    shown === undefined ? undefined : labelled(label, shown, language);
  return paragraphs(
    `${title(name)} · ${word("parameter", language)} · ${type === undefined ? "?" : code(type)}`,
    text("Description"),
    bullets(
      line(
        "type",
        type === undefined ? undefined : `${code(type)}${info === undefined ? "" : ` — ${info.text[language]}`}`,
      ),
      line("default", shownDefault),
      line("allowed", values.length === 0 ? undefined : codes(values)),
      line("pattern", text("AllowedPattern") && code(text("AllowedPattern") ?? "")),
      line("length", rangeText(text("MinLength"), text("MaxLength"))),
      line("range", rangeText(text("MinValue"), text("MaxValue"))),
      line("constraint", text("ConstraintDescription")),
      text("NoEcho") === "true" ? word("noEcho", language) : undefined,
    ),
  );
}

function resource({ name, value }: Entry, catalogue: Catalogue, language: Language): string {
  const type = textOf(valueAt(value, "Type"));
  const condition = textOf(valueAt(value, "Condition"));
  return paragraphs(
    `${title(name)} · ${word("resource", language)} · ${type ?? "?"}`,
    condition === undefined ? undefined : labelled("condition", code(condition), language),
    type === undefined ? undefined : typeReference(catalogue, type, language),
  );
}

function output(entry: Entry, language: Language): string {
  const exported = textOf(valueAt(valueAt(entry.value, "Export"), "Name"));
  return paragraphs(
    `${title(entry.name)} · ${word("output", language)}`,
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
