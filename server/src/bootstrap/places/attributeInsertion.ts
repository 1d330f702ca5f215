import type { Entry } from "../../model/template.ts";
import { type Span, startOfLine } from "../../text/span.ts";

/** A value to write into a template. */
export interface Written {
  readonly [key: string]: Written | string | number | boolean;
}

/**
 * The edit that writes an attribute in front of a resource's first one, in the style of its text; relative to the entry.
 * `undefined` if the resource is not a map with a key to stand before.
 */
export function attributeInsertion(
  entry: Entry,
  format: "yaml" | "json",
  name: string,
  value: Written,
): (Span & { newText: string }) | undefined {
  const first = entry.value.kind === "map" ? entry.value.pairs[0]?.key : undefined;
  if (!first) return undefined;
  const { text } = entry.unit;
  const lineStart = startOfLine(text, first.start);
  const indent = text.slice(lineStart, first.start);
  if (!/^[ \t]*$/.test(indent)) return undefined;
  const step = indentStep(text, indent);
  const flow = format === "json" || (text.charAt(first.start) === '"' && text.charAt(entry.value.start) === "{");
  const newText = flow
    ? `"${name}": ${JSON.stringify(value, undefined, step).replace(/\n/g, `\n${indent}`)},\n${indent}`
    : `${name}:\n${yamlLines(value, indent + step, step)}${indent}`;
  return { start: first.start, end: first.start, newText };
}

/** The indentation of a level: that of the first deeper line, else two spaces. */
function indentStep(text: string, indent: string): string {
  for (const [, blanks = ""] of text.matchAll(/^([ \t]+)\S/gm)) {
    if (blanks.startsWith(indent) && blanks.length > indent.length) return blanks.slice(indent.length).slice(0, 8);
  }
  return "  ";
}

function yamlLines(value: Written, indent: string, step: string): string {
  return Object.entries(value)
    .map(([key, inner]) =>
      typeof inner === "object"
        ? `${indent}${key}:\n${yamlLines(inner, indent + step, step)}`
        : `${indent}${key}: ${inner}\n`,
    )
    .join("");
}
