import { exportsOf } from "../../model/references/exports.ts";
import type { Entry } from "../../model/template.ts";
import { type Node, textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { paragraphs } from "../../notes/rendering/paragraphs.ts";
import { said } from "../../text/localised.ts";
import { startOfLine } from "../../text/span.ts";
import {
  code,
  codes,
  labelled,
  oneLine,
  ownWords,
  type ReferenceContext,
  type ReferenceText,
  title,
  word,
} from "./context.ts";
import { valueFact } from "./durationFact.ts";
import { rangeText } from "./propertyReference.ts";
import { typeReference } from "./typeReference.ts";

/** The reference of an entry of the template: a parameter with its type and default, a resource with its type, a condition's expression … */
export function declarationReference(entry: Entry, context: ReferenceContext): ReferenceText | undefined {
  const { language } = context;
  switch (entry.section) {
    case "Parameters":
      return { facts: parameter(entry, context) };
    case "Resources":
      return resource(entry, context);
    case "Conditions":
      return { facts: paragraphs(`${title(entry.name)} · ${word("condition", language)}`, sourceBlock(entry)) };
    case "Mappings":
      return { facts: oneLine(title(entry.name), word("mapping", language), firstKeys(entry.value)) };
    case "Outputs":
      return { facts: output(entry, context) };
    case "Rules":
      return { facts: paragraphs(`${title(entry.name)} · ${word("rule", language)}`, sourceBlock(entry)) };
    default:
      return undefined;
  }
}

function parameter({ name, value }: Entry, { catalogue, language }: ReferenceContext): string {
  const text = (key: string): string | undefined => textOf(valueAt(value, key));
  const allowed = valueAt(value, "AllowedValues");
  const values = allowed?.kind === "list" ? allowed.items.flatMap((item) => textOf(item) ?? []) : [];
  const fallback = valueAt(value, "Default");
  const type = text("Type");
  const info = catalogue.parameterTypes.find((one) => one.name === type);
  const pattern = text("AllowedPattern");
  const constraint = ownWords(text("ConstraintDescription"));
  const length = rangeText(text("MinLength"), text("MaxLength"));
  const unit = word("characters", language);
  return paragraphs(
    oneLine(
      title(name),
      word("parameter", language),
      `${type === undefined ? "?" : code(type)}${info === undefined || !/[:<]/.test(info.name) ? "" : ` — ${info.text[language]}`}`,
    ),
    ownWords(text("Description")),
    oneLine(
      fallback === undefined
        ? undefined
        : `${word("default", language)} ${textOf(fallback) ? valueFact(textOf(fallback) ?? "", language) : code('""')}`,
      values.length === 0 ? undefined : labelled("allowed", codes(values), language),
      pattern === undefined || pattern === "" ? undefined : `${word("pattern", language)} ${code(pattern)}`,
      length === undefined ? undefined : said(language, `${length} ${unit}`, `${length}${unit}`),
      rangeText(text("MinValue"), text("MaxValue")),
      constraint === undefined ? undefined : labelled("constraint", constraint, language),
      text("NoEcho") === "true" ? word("noEcho", language) : undefined,
    ),
  );
}

function resource({ name, value }: Entry, context: ReferenceContext): ReferenceText {
  const { language } = context;
  const type = typeNameOf(value);
  const condition = textOf(valueAt(value, "Condition"));
  const head = oneLine(
    title(name),
    word("resource", language),
    ownWords(type) ?? "?",
    condition === undefined ? undefined : labelled("condition", code(condition), language),
  );
  return (type === undefined ? undefined : typeReference(type, context, head)) ?? { facts: head };
}

function output(entry: Entry, { template, language }: ReferenceContext): string {
  const exported = exportsOf(template).find((one) => one.output === entry)?.name;
  return paragraphs(
    `${title(entry.name)} · ${word("output", language)}`,
    ownWords(textOf(valueAt(entry.value, "Description"))),
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
  const lineStart = startOfLine(text, node.start);
  const indent = /^[ \t]*/.exec(text.slice(lineStart, node.start))?.[0] ?? "";
  const begins = text.slice(lineStart, node.start).trim() === "" ? lineStart : node.start;
  const lines = text.slice(begins, node.end).split(/\r?\n/).slice(0, 15);
  const body = lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join("\n");
  return `\`\`\`\`yaml\n${body.replaceAll("````", "")}\n\`\`\`\``;
}
