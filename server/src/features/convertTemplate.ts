import { parse } from "../model/reading/parse.ts";
import type { Section, Template } from "../model/template.ts";
import { meaningOf, scalarContent, Written } from "../model/tree/meaning.ts";
import type { Node } from "../model/tree/node.ts";
import { isSyntaxError } from "../model/tree/syntaxProblem.ts";
import type { Localised } from "../text/localised.ts";
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

/** A template as JSON, with two blanks a level. */
function jsonTemplate({ sections }: Template): string {
  const members = sections.map(({ name, value, entries }): [string, string] => [
    name,
    value === undefined
      ? jsonObject(
          entries.map((entry) => [entry.name, writeJson(entry.value, "    ")]),
          "  ",
        )
      : writeJson(value, "  "),
  ]);
  return `${jsonObject(members, "")}\n`;
}

/** @param indent of the line on which the value begins */
function writeJson(node: Node, indent: string): string {
  const inner = `${indent}  `;
  if (node.kind === "scalar") return scalar(node);
  if (node.kind === "list")
    return jsonList(
      node.items.map((item) => writeJson(item, inner)),
      indent,
    );
  if (node.kind === "map")
    return jsonObject(
      node.pairs.map(({ key, value }) => [key.text, writeJson(value, inner)]),
      indent,
    );
  const { name, argument, form } = node;
  // A tag alone, such as `!GetAZs`, has an empty text as its argument.
  if (form === "short" && argument.kind === "scalar" && argument.value === null)
    return jsonObject([[name, '""']], indent);
  const dot = argument.kind === "scalar" ? argument.text.indexOf(".") : -1;
  if (name === "Fn::GetAtt" && argument.kind === "scalar" && dot > 0) {
    const parts = [argument.text.slice(0, dot), argument.text.slice(dot + 1)].map((part) => JSON.stringify(part));
    return jsonObject([[name, `[${parts.join(", ")}]`]], indent);
  }
  return jsonObject([[name, writeJson(argument, inner)]], indent);
}

function scalar(node: Extract<Node, { kind: "scalar" }>): string {
  const content = scalarContent(node.text, node.value, node.style === "plain");
  return content instanceof Written ? content.text : JSON.stringify(content);
}

/** The most columns of a line that holds a whole list or object. */
const MAX_COLUMNS = 80;

function jsonObject(members: readonly (readonly [string, string])[], indent: string): string {
  if (members.length === 0) return "{}";
  const [first] = members;
  const pairs = members.map(([name, value]) => `${JSON.stringify(name)}: ${value}`);
  const short = `{ ${pairs.join(", ")} }`;
  const isCall = members.length === 1 && /^(?:Ref$|Condition$|Fn::)/.test(first?.[0] ?? "");
  if (isCall && !short.includes("\n") && indent.length + short.length <= MAX_COLUMNS) return short;
  return `{\n${pairs.map((pair) => `${indent}  ${pair}`).join(",\n")}\n${indent}}`;
}

function jsonList(items: readonly string[], indent: string): string {
  if (items.length === 0) return "[]";
  const short = `[${items.join(", ")}]`;
  if (!short.includes("\n") && indent.length + short.length <= MAX_COLUMNS) return short;
  return `[\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}]`;
}
