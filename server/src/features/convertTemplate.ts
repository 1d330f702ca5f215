import { parse } from "../model/reading/parse.ts";
import type { Section, Template } from "../model/template.ts";
import { meaningOf } from "../model/tree/meaning.ts";
import type { Node } from "../model/tree/node.ts";
import { isSyntaxError } from "../model/tree/syntaxProblem.ts";
import type { Localised } from "../text/localised.ts";
import { jsonTemplate } from "./convert/jsonTemplate.ts";
import { yamlTemplate } from "./convert/yamlTemplate.ts";

/** A template in the other format, or why it cannot be written in that. */
export type Converted =
  | {
      readonly format: "yaml" | "json";
      readonly text: string;
      /** The number of comments that are lost, as JSON has none. */
      readonly comments: number;
    }
  | { readonly refused: Localised };

/**
 * A YAML template as JSON, functions in their long form, or a JSON template as YAML, functions in their short form and
 * texts of several lines as blocks. Keys keep their order. It is refused if the text is broken, or would say something
 * else.
 */
export function convertTemplate(template: Template): Converted {
  if (template.errors.some(isSyntaxError)) return { refused: BROKEN };
  if (template.sections.some(({ value, entries }) => hasForeignTag(value, entries))) return { refused: DIFFERENT };
  const format = template.format === "json" ? "yaml" : "json";
  const text = format === "json" ? jsonTemplate(template) : yamlTemplate(template);
  const after = parse(text);
  if (after.errors.length > template.errors.length || contentOfAll(after) !== contentOfAll(template))
    return { refused: DIFFERENT };
  const comments = format === "json" ? commentsIn(template) : 0;
  return { format, comments, text: template.text.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text };
}

const BROKEN: Localised = {
  en: "The template has syntax errors: fix them first.",
  ja: "テンプレートに構文エラーがあります。先に修正してください。",
};
const DIFFERENT: Localised = {
  en: "The template has something that the other format cannot hold, such as a tag of another tool.",
  ja: "他のツールのタグなど、もう一方の形式では表せないものがテンプレートに含まれています。",
};

function hasForeignTag(value: Node | undefined, entries: Section["entries"]): boolean {
  return [...(value ? [value] : []), ...entries.map((entry) => entry.value)].some(isForeign);
}

function isForeign(node: Node): boolean {
  if (node.kind === "scalar") return node.tag !== undefined;
  if (node.kind === "list") return node.items.some(isForeign);
  if (node.kind === "map") return node.pairs.some((pair) => isForeign(pair.value));
  return node.name.startsWith("!") || isForeign(node.argument);
}

function contentOfAll({ sections }: Template): string {
  return JSON.stringify(sections.map((section) => [section.name, contentOfSection(section)]));
}

function contentOfSection({ value, entries }: Section): unknown {
  if (value !== undefined) return meaningOf(value);
  return entries.map((entry) => [entry.name, meaningOf(entry.value)]);
}

/** The number of comments between the values. */
function commentsIn({ text, units, sections }: Template): number {
  // A `#` at the beginning of a line, or behind a blank, is a comment unless it is within a scalar.
  const spans = sections.flatMap(({ entries }) => entries.flatMap((entry) => scalarSpans(entry)));
  let count = 0;
  let next = 0;
  const sorted = spans.sort((a, b) => a[0] - b[0]);
  for (const { index } of text.matchAll(/(?<=^|\s)#/gm)) {
    while (next < sorted.length && (sorted[next]?.[1] ?? 0) <= index) next++;
    const inside = sorted[next];
    if (inside === undefined || index < inside[0]) count++;
  }
  return units.length === 0 ? 0 : count;
}

function scalarSpans(entry: Section["entries"][number]): [number, number][] {
  const found: [number, number][] = [];
  const walk = (node: Section["entries"][number]["value"]): void => {
    if (node.kind === "scalar") found.push([node.start + entry.offset, node.end + entry.offset]);
    else if (node.kind === "list") node.items.forEach(walk);
    else if (node.kind === "call") walk(node.argument);
    else for (const { value } of node.pairs) walk(value);
  };
  walk(entry.value);
  return found;
}
