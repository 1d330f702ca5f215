import type { Detail } from "./resourceChange.ts";
import { attributes } from "./volatileAttributes.json";

/**
 * Whether an attribute of a resource gets another value by a change of one of its properties: it is the property, or AWS
 * says so. Custom resources decide that themselves.
 */
export function changesWith(type: string, attribute: string, { name }: Pick<Detail, "name">): boolean {
  if (name === undefined) return false;
  const last = attribute.split(".").at(-1);
  if (attribute === name || last === name) return true;
  if (isCustom(type)) return true;
  return attributes.some(
    (one) => one.type === type && attribute.split(".", 1)[0] === one.attribute && one.with.includes(name),
  );
}

export function isCustom(type: string): boolean {
  return type.startsWith("Custom::") || type === "AWS::CloudFormation::CustomResource";
}
