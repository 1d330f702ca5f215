import type { Template } from "../../model/template.ts";
import { scalarContent, Written } from "../../model/tree/meaning.ts";
import type { Node } from "../../model/tree/node.ts";

/** A template as JSON, with two blanks a level. */
export function jsonTemplate({ sections }: Template): string {
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
const WIDE = 80;

function jsonObject(members: readonly (readonly [string, string])[], indent: string): string {
  if (members.length === 0) return "{}";
  const [first] = members;
  const pairs = members.map(([name, value]) => `${JSON.stringify(name)}: ${value}`);
  const short = `{ ${pairs.join(", ")} }`;
  const isCall = members.length === 1 && /^(?:Ref$|Condition$|Fn::)/.test(first?.[0] ?? "");
  if (isCall && !short.includes("\n") && indent.length + short.length <= WIDE) return short;
  return `{\n${pairs.map((pair) => `${indent}  ${pair}`).join(",\n")}\n${indent}}`;
}

function jsonList(items: readonly string[], indent: string): string {
  if (items.length === 0) return "[]";
  const short = `[${items.join(", ")}]`;
  if (!short.includes("\n") && indent.length + short.length <= WIDE) return short;
  return `[\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}]`;
}
