import type { Template } from "../../model/template.ts";
import { longName, SHORT_NAMES } from "../../model/tree/functionNames.ts";
import type { CallNode, Node, ScalarNode } from "../../model/tree/node.ts";
import { literalBlock, quotedYaml, yamlKey, yamlText } from "../../model/yaml/yamlText.ts";

/** A template as YAML in block style, with two blanks a level. */
export function yamlTemplate({ sections }: Template): string {
  const blocks = sections.map(({ name, value, entries }) => {
    const key = yamlKey(name, false);
    if (value !== undefined) return `${key}:${behindKey(value, "")}`;
    if (entries.length === 0) return `${key}: {}`;
    return [
      `${key}:`,
      ...entries.map((entry) => `  ${yamlKey(entry.name, false)}:${behindKey(entry.value, "  ")}`),
    ].join("\n");
  });
  return `${blocks.reduce((text, block, index) => text + gap(blocks[index - 1], block) + block, "").replace(/^\n+/, "")}\n`;
}

/** A blank line between sections of several lines. */
function gap(before: string | undefined, block: string): string {
  if (before === undefined) return "";
  return before.includes("\n") || block.includes("\n") ? "\n\n" : "\n";
}

const SHORT: ReadonlySet<string> = new Set(SHORT_NAMES.map((name) => longName(`!${name}`)));
/** Functions of rules have no short form that every tool knows. */
const LONG_ONLY = /^Fn::(?:Contains|EachMember|ValueOf|RefAll|Transform|GetStackOutput)/;
/** The most columns of a line that holds the arguments of a function. */
const MAX_COLUMNS = 100;

/**
 * A value behind its key's colon.
 * @param indent of the key
 */
function behindKey(node: Node, indent: string): string {
  const line = inlineText(node);
  if (line !== undefined && indent.length + line.length <= MAX_COLUMNS) return ` ${line}`;
  const inner = `${indent}  `;
  if (node.kind === "scalar") return ` ${scalar(node, inner)}`;
  if (node.kind === "call") {
    if (isShort(node)) return ` ${tagOf(node)}${behindKey(node.argument, indent)}`;
    return `\n${inner}${node.name}:${behindKey(node.argument, inner)}`;
  }
  return `\n${block(node, inner)}`;
}

/** A map or list over several lines, each with the indentation. */
function block(node: Node, indent: string): string {
  if (node.kind === "list") return node.items.map((item) => `${indent}-${behindDash(item, indent)}`).join("\n");
  if (node.kind === "map")
    return node.pairs
      .map(({ key, value }) => `${indent}${yamlKey(key.text, false)}:${behindKey(value, indent)}`)
      .join("\n");
  return "";
}

function behindDash(node: Node, indent: string): string {
  const line = inlineText(node);
  if (line !== undefined && indent.length + line.length <= MAX_COLUMNS) return ` ${line}`;
  const inner = `${indent}  `;
  if (node.kind === "scalar") return ` ${scalar(node, inner)}`;
  if (node.kind === "call") {
    if (isShort(node)) return ` ${tagOf(node)}${behindKey(node.argument, indent)}`;
    return ` ${node.name}:${behindKey(node.argument, inner)}`;
  }
  return ` ${block(node, inner).slice(inner.length)}`;
}

/** Whether a tag can stand for the function: not before another one. */
function isShort({ name, argument }: CallNode): boolean {
  return (
    SHORT.has(name) &&
    !LONG_ONLY.test(name) &&
    argument.kind !== "call" &&
    !(argument.kind === "scalar" && argument.value === null)
  );
}

function tagOf({ name }: CallNode): string {
  return `!${name.replace("Fn::", "")}`;
}

/** Scalars on one line, functions of such, and what is empty; `undefined` for the rest. */
function inlineText(node: Node): string | undefined {
  if (node.kind === "scalar") return node.text.includes("\n") ? undefined : scalar(node, "");
  if (node.kind === "list") return node.items.length === 0 ? "[]" : undefined;
  if (node.kind === "map") return node.pairs.length === 0 ? "{}" : undefined;
  if (!isShort(node)) return undefined;
  const { name, argument } = node;
  if (argument.kind === "list") {
    const texts = argument.items.map((item) => (item.kind === "scalar" ? item.text : undefined));
    const dotted = texts.join(".");
    if (name === "Fn::GetAtt" && texts.length === 2 && /^[A-Za-z0-9]+\.[A-Za-z0-9.]+$/.test(dotted))
      return `!GetAtt ${dotted}`;
  }
  const inner = argument.kind === "scalar" ? inlineText(argument) : flow(argument);
  return inner === undefined ? undefined : `${tagOf(node)} ${inner}`;
}

/** The arguments of a function between brackets. */
function flow(node: Node): string | undefined {
  if (node.kind === "scalar") return node.text.includes("\n") ? doubleQuoted(node) : scalar(node, "", true);
  if (node.kind === "call") {
    if (isShort(node)) {
      const text = inlineText(node);
      return text === undefined || node.argument.kind !== "scalar" ? text : `${tagOf(node)} ${flow(node.argument)}`;
    }
    const inner = flow(node.argument);
    return inner === undefined ? undefined : `{ ${node.name}: ${inner} }`;
  }
  if (node.kind === "map") {
    if (node.pairs.length === 0) return "{}";
    const pairs = node.pairs.map(({ key, value }) => [yamlKey(key.text, true), flow(value)]);
    if (pairs.length > 2 || pairs.some(([, value]) => value === undefined)) return undefined;
    return `{ ${pairs.map(([key, value]) => `${key}: ${value}`).join(", ")} }`;
  }
  const items = node.items.map(flow);
  // Many lines of a script are easier to read one below the other.
  if (items.includes(undefined) || node.items.some((item) => item.kind === "scalar" && item.text.includes("\n")))
    return undefined;
  return `[${items.join(", ")}]`;
}

/** @param indent of the lines of a block */
function scalar(node: ScalarNode, indent: string, inFlow = false): string {
  const { text, value } = node;
  if (value === null) return "null";
  if (node.style === "plain") return text;
  return (
    (inFlow ? undefined : literalBlock(text, indent, 2)) ??
    (text.includes("\n") ? doubleQuoted(node) : yamlText(text, inFlow))
  );
}

function doubleQuoted({ text }: ScalarNode): string {
  return quotedYaml(text);
}
