import type { Entry, Template } from "../model/template.ts";
import { type MapNode, type Node, pairOf, refTarget, textOf, valueAt } from "../model/tree/node.ts";
import { startOfLine } from "../text/span.ts";
import type { SignalEdit } from "./textEdit.ts";

/**
 * The edit that gives a resource a `CreationPolicy` behind its `Type`; `undefined` if it has none. An Auto Scaling
 * group waits for as many signals as it starts instances.
 */
export function policyEdit({ text, format }: Template, { value, offset }: Entry, unit: string): SignalEdit | undefined {
  const type = pairOf(value, "Type");
  if (type === undefined || value.kind !== "map") return undefined;
  const group = textOf(type.value) === "AWS::AutoScaling::AutoScalingGroup";
  const json = format === "json";
  const count = group ? instanceCount(value, text.slice(offset), json) : undefined;
  const end = type.value.end + offset;
  const lineStart = startOfLine(text, type.key.start + offset);
  const before = text.slice(lineStart, type.key.start + offset);
  const ownLine = /^[ \t]*$/.test(before);
  if (value.flow) {
    const key = json ? '"CreationPolicy"' : "CreationPolicy";
    const gap = ownLine ? `,\n${before}` : ", ";
    return {
      span: { start: end, end },
      newText: `${gap}${key}: ${flowPolicy(count, json, ownLine ? before : undefined, unit)}`,
    };
  }
  const newline = text.indexOf("\n", end);
  const lineEnd = newline < 0 ? text.length : text[newline - 1] === "\r" ? newline - 1 : newline;
  const indent = " ".repeat(before.length);
  const lines = [
    "CreationPolicy:",
    `${unit}ResourceSignal:`,
    ...(count === undefined ? [] : [`${unit}${unit}Count: ${count}`]),
    `${unit}${unit}Timeout: PT15M`,
  ];
  const at = Math.max(end, lineEnd);
  return { span: { start: at, end: at }, newText: lines.map((line) => `\n${indent}${line}`).join("") };
}

function flowPolicy(count: string | undefined, json: boolean, indent: string | undefined, unit: string): string {
  const quote = (name: string): string => (json ? `"${name}"` : name);
  const pairs = [
    ...(count === undefined ? [] : [`${quote("Count")}: ${count}`]),
    `${quote("Timeout")}: ${quote("PT15M")}`,
  ];
  if (indent === undefined) return `{ ${quote("ResourceSignal")}: { ${pairs.join(", ")} } }`;
  const inner = indent + unit;
  const members = pairs.map((pair) => `${inner}${unit}${pair}`).join(",\n");
  return `{\n${inner}${quote("ResourceSignal")}: {\n${members}\n${inner}}\n${indent}}`;
}

/**
 * The number of instances that an Auto Scaling group starts, as the template writes it: a number, or the function that
 * gives it.
 *
 * @param text that the offsets of `resource` count in
 */
export function instanceCount(resource: MapNode, text: string, json: boolean): string {
  const properties = valueAt(resource, "Properties");
  const size: Node | undefined = valueAt(properties, "DesiredCapacity") ?? valueAt(properties, "MinSize");
  const literal = textOf(size);
  if (literal !== undefined) return /^\d+$/.test(literal) ? literal : "1";
  const parameter = refTarget(size);
  if (parameter !== undefined) return json ? `{ "Ref": "${parameter}" }` : `!Ref ${parameter}`;
  const written = size === undefined ? "" : text.slice(size.start, size.end);
  return written === "" || written.includes("\n") || !/^[!{]/.test(written) ? "1" : written;
}
