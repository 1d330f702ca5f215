import type { Reference } from "../../model/focus/focus.ts";
import { exportsOf, mayBeSameName } from "../../model/references/exports.ts";
import { type Entry, entryOf } from "../../model/template.ts";
import { type Node, pairOf, textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { paragraphs } from "../../notes/rendering/paragraphs.ts";
import { said } from "../../text/localised.ts";
import { startOfLine } from "../../text/span.ts";
import type { Language, ReferenceContext, ReferenceText } from "./context.ts";
import { valueFact } from "./durationFact.ts";
import { bullets, code, codes, labelled, oneLine, ownWords, title, word } from "./markdown.ts";
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

/** An imported name: which outputs of this template and of others export it. */
export function importReference(name: string, { template, exports, language }: ReferenceContext): ReferenceText {
  const own = exportsOf(template).filter((one) => mayBeSameName(one.name, name));
  const others = exports.filter((one) => mayBeSameName(one.name, name)).slice(0, 10);
  const found = [
    ...own.map(({ output }) => withDescription(code(output.name), textOf(valueAt(output.value, "Description")))),
    ...others.map(({ output, from, description }) => withDescription(`${code(from)} · ${code(output)}`, description)),
  ];
  return {
    facts: paragraphs(
      oneLine(
        title(name),
        word("exportName", language),
        found.length === 0 ? undefined : word("importsFrom", language),
      ),
      found.length === 0 ? word("notExported", language) : bullets(...found),
    ),
    isImport: true,
  };
}

function withDescription(what: string, description: string | undefined): string {
  return description === undefined || description === ""
    ? what
    : `${what} — ${ownWords(description.replace(/\s+/g, " "))}`;
}

/** The name under which an output is exported, with the value that importing stacks get. */
export function exportReference(output: Entry, name: string, { language }: ReferenceContext): ReferenceText {
  return {
    facts: paragraphs(
      oneLine(title(name), word("exportName", language), labelled("output", code(output.name), language)),
      ownWords(textOf(valueAt(output.value, "Description"))),
      sourceBlock(output, valueAt(output.value, "Value")),
    ),
  };
}

/** Rows and values of a mapping that are shown. */
const MAX_SHOWN = 30;

/** A key of `Fn::FindInMap`, with the values that it gives. */
export function mappingReference(
  found: Reference,
  { template, language }: ReferenceContext,
): ReferenceText | undefined {
  const [mapping = "", first] = found.of ?? [];
  const entry = entryOf(template, "Mappings", mapping);
  if (entry === undefined) return undefined;
  const values =
    found.kind === "mappingKey"
      ? mappingRow(entry, pairOf(entry.value, found.name)?.value)
      : column(entry, found.name, first);
  const path =
    found.kind === "mappingKey" || first === undefined ? [mapping, found.name] : [mapping, first, found.name];
  return { facts: mappingFacts(path, values.length === 0 ? [word("noValue", language)] : values, language) };
}

/** The contents of a mapping at a path; one value stands in the same line. */
export function mappingFacts(path: readonly string[], values: readonly string[], language: Language): string {
  const head = oneLine(title(path.join(" / ")), word("mapping", language));
  return values.length === 1 ? oneLine(head, ...values) : paragraphs(head, bullets(...values));
}

/** The values under a first key. */
export function mappingRow(entry: Entry, row: Node | undefined): readonly string[] {
  if (row?.kind !== "map") return [];
  return row.pairs.slice(0, MAX_SHOWN).map(({ key, value }) => `${ownWords(key.text)}: ${valueText(entry, value)}`);
}

/** The values under a second key; under all first keys if the first is only known at deployment. */
function column(entry: Entry, name: string, first: string | undefined): readonly string[] {
  const rows = entry.value.kind === "map" ? entry.value.pairs : [];
  return rows
    .filter(({ key }) => first === undefined || key.text === first)
    .flatMap(({ key, value }) => {
      const pair = pairOf(value, name);
      return pair === undefined ? [] : [`${ownWords(key.text)}: ${valueText(entry, pair.value)}`];
    })
    .slice(0, MAX_SHOWN);
}

/** A value of a mapping as code: a scalar's text, or the items of a list. */
export function valueText({ unit }: Entry, node: Node): string {
  if (node.kind === "list") return code(node.items.map((item) => textOf(item) ?? "…").join(", "));
  return code(textOf(node) ?? unit.text.slice(node.start, node.end).slice(0, 100));
}
