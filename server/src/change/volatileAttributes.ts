import type { Detail } from "./resourceChange.ts";
import { attributes } from "./volatileAttributes.json";

/**
 * Whether an attribute of a resource gets another value by a change of one of its properties: for certain if it is the property,
 * or AWS says so. Custom resources decide that themselves, and nested stacks by their templates.
 */
export function changesWith(type: string, attribute: string, { name }: Pick<Detail, "name">): "yes" | "maybe" | "no" {
  if (name === undefined) return "no";
  if (isCustom(type)) return "maybe";
  const last = attribute.split(".").at(-1);
  if (attribute === name || last === name) return "yes";
  const found = attributes.find(
    (one) => one.type === type && attribute.split(".", 1)[0] === one.attribute && one.with.includes(name),
  );
  return found === undefined ? "no" : found.becomes === "another" ? "yes" : "maybe";
}

export function isCustom(type: string): boolean {
  return type.startsWith("Custom::") || type === "AWS::CloudFormation::CustomResource";
}
