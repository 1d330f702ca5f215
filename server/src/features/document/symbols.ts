import type { Entry, Section, Template } from "../../model/template.ts";
import { contentSpan, type Node, textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { type Span, shifted } from "../../text/span.ts";

export type SymbolKind = "section" | "resource" | "parameter" | "mapping" | "condition" | "output" | "other";

/** A line of the outline; spans are absolute. */
export interface TemplateSymbol {
  readonly name: string;
  /** A resource's type, a parameter's type, an output's export. */
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly TemplateSymbol[];
}

/** The outline of a template: its sections with their entries. */
export function symbols(template: Template): readonly TemplateSymbol[] {
  return template.sections.filter(({ name }) => name !== "").map(sectionSymbol);
}

function sectionSymbol({ name, key, value, entries, offset }: Section): TemplateSymbol {
  const last = entries.at(-1);
  const start = key.start + offset;
  const valueEnd = value === undefined ? key.end + offset : value.end + offset;
  const end = Math.max(valueEnd, last === undefined ? 0 : last.value.end + last.offset, key.end + offset);
  const detail = value === undefined ? "" : (textOf(value) ?? "");
  const nameSpan = shifted(contentSpan(key), offset);
  const children = entries.filter((entry) => entry.name !== "").map(entrySymbol);
  return { name, detail: onOneLine(detail), kind: "section", span: { start, end }, nameSpan, children };
}

function entrySymbol({ section, name, key, value, offset }: Entry): TemplateSymbol {
  const span = { start: key.start + offset, end: Math.max(key.end, value.end) + offset };
  const nameSpan = shifted(contentSpan(key), offset);
  const kind = (Object.hasOwn(KINDS, section) ? KINDS[section] : undefined) ?? "other";
  return { name, detail: detailOf(section, value), kind, span, nameSpan, children: [] };
}

const KINDS: Readonly<Partial<Record<string, SymbolKind>>> = {
  Resources: "resource",
  Parameters: "parameter",
  Mappings: "mapping",
  Conditions: "condition",
  Outputs: "output",
};

function detailOf(section: string, value: Node): string {
  if (section === "Resources" || section === "Parameters") return typeNameOf(value) ?? "";
  if (section === "Outputs") return onOneLine(textOf(valueAt(valueAt(value, "Export"), "Name")) ?? "");
  return "";
}

function onOneLine(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
