import type { Node, Pair } from "../model/tree/node.ts";
import { readYamlFully } from "../model/yaml/fullYamlReader.ts";

/**
 * A snippet's body, which is YAML in snippet syntax, as the members of a JSON object (for a list its items, for a
 * function a value), in snippet syntax again. Lines after the first one are indented by `indent`. `undefined` for a body that is no
 * map or list.
 */
export function jsonBody(body: string, indent: string, unit: string): string | undefined {
  // Within brackets YAML would read the braces of a stop as a map's.
  const { root } = readYamlFully(body.replace(/(?<=[[,] ?(?:!\w+ )?)\$\{\d+:[^}'"]*\}[\w.]*(?=[\],])/g, '"$&"'));
  if (root?.kind === "map") return withAnyValues(membersText(root.pairs, indent, unit));
  if (root?.kind === "call") {
    const call = callAsJson(root.name, root.argument, indent, unit);
    return root.form === "short" ? call : call.slice(1, -2).trim();
  }
  if (root?.kind === "list") return root.items.map((item) => nodeText(item, indent, unit)).join(`,\n${indent}`);
  return undefined;
}

/** A stop for a value of any shape has no quotes; one that repeats another is a text as that is. */
function withAnyValues(text: string): string {
  return text.replace(/"(\$\{\d+)\}"/g, (whole, stop: string) => (isOnly(stop, text) ? `${stop}}` : whole));
}

function isOnly(stop: string, text: string): boolean {
  return ["}", ":", "|"].flatMap((sign) => text.split(stop + sign).slice(1)).length === 1;
}

function membersText(pairs: readonly Pair[], indent: string, unit: string): string {
  return pairs
    .map((pair) => placeholderPair(pair) ?? `${stringText(pair.key.text)}: ${nodeText(pair.value, indent, unit)}`)
    .join(`,\n${indent}`);
}

/** A pair that is typed over as a whole, `${1:NAME: value}`, is two stops in JSON, whose quotes stay. */
function placeholderPair({ key, value }: Pair): string | undefined {
  const [, stop, name = ""] = /^\$\{(\d+):([^}]*)$/.exec(key.text) ?? [];
  if (stop === undefined || value.kind !== "scalar") return undefined;
  return `${stringText(`\${${stop}:${name}}`)}: ${stringText(`\${${Number(stop) + 1}:${value.text}`)}`;
}

function nodeText(node: Node, indent: string, unit: string): string {
  const inner = indent + unit;
  switch (node.kind) {
    case "scalar":
      return isBare(node.text, node.style === "plain") ? node.text || "$0" : stringText(withoutQuotes(node.text));
    case "map":
      return node.pairs.length === 0 ? "{\\}" : `{\n${inner}${membersText(node.pairs, inner, unit)}\n${indent}\\}`;
    case "list":
      return node.items.length === 0
        ? "[]"
        : `[\n${inner}${node.items.map((item) => nodeText(item, inner, unit)).join(`,\n${inner}`)}\n${indent}]`;
    case "call":
      return callAsJson(node.name, node.argument, indent, unit);
  }
}

function callAsJson(name: string, argument: Node, indent: string, unit: string): string {
  if (name === "Fn::GetAtt" && argument.kind === "scalar") {
    const dot = argument.text.lastIndexOf(".") < 0 ? argument.text.length : argument.text.indexOf(".");
    const parts = [argument.text.slice(0, dot), argument.text.slice(dot + 1)];
    return `{ "Fn::GetAtt": [${parts.map(stringText).join(", ")}] \\}`;
  }
  const lines = name === "Fn::Base64" ? scriptLines(argument) : undefined;
  if (lines !== undefined) {
    const inner = indent + unit;
    return `{ "${name}": { "Fn::Join": ["\\\\n", [\n${inner}${lines.join(`,\n${inner}`)}\n${indent}]] \\} \\}`;
  }
  return `{ "${name}": ${nodeText(argument, indent, unit)} \\}`;
}

/**
 * A script is a list of lines in JSON if people can write it; those that something is filled into have a function each.
 * A stop with an empty text keeps its quotes.
 */
function scriptLines(argument: Node): readonly string[] | undefined {
  const text = argument.kind === "call" && argument.name === "Fn::Sub" ? argument.argument : argument;
  if (text.kind !== "scalar" || !text.text.includes("\n")) return undefined;
  return text.text
    .trimEnd()
    .replace(/\$\{(\d+)\}/g, "${$1:}")
    .split("\n")
    .map((line) => (line.includes("\\${") ? `{ "Fn::Sub": ${stringText(line)} \\}` : stringText(line)));
}

/** Text that is typed over a placeholder replaces its quotes, too, if they belong to it; JSON has its own around it. */
function withoutQuotes(text: string): string {
  return text.replace(/^(\$\{\d+:)'([^'}]*)'\}$/, "$1$2}");
}

/** Numbers, true, false and placeholders whose text is one of them stand without quotes. */
function isBare(text: string, plain: boolean): boolean {
  if (!plain) return false;
  const inner = /^\$\{\d+[:|]([^}|,]*)[^}]*\}$/.exec(text)?.[1] ?? text;
  return /^(?:-?\d+(?:\.\d+)?|true|false)$/.test(inner);
}

/** A JSON string whose content is in snippet syntax: what JSON escapes is escaped for the snippet once more. */
function stringText(text: string): string {
  const content = text.replace(/\\[$}\\]|["\\\n\t]/g, (found) => {
    if (found === "\\\\") return "\\\\\\\\";
    if (found.length === 2) return found;
    if (found === "\n") return "\\\\n";
    if (found === "\t") return "\\\\t";
    return found === '"' ? '\\\\"' : "\\\\\\\\";
  });
  return `"${content}"`;
}
