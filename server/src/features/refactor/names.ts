import type { Template } from "../../model/template.ts";

/** A name that nothing in the template has yet: `wanted`, or with a number behind it. */
export function freshName(wanted: string, template: Template): string {
  const taken = new Set(template.sections.flatMap(({ entries }) => entries.map(({ name }) => name)));
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}${number}`;
  return name;
}

/** Words as one name of letters and digits: `table-name` and `TABLE_NAME` are `TableName`. */
export function logicalName(words: string): string {
  const parts = words.split(/[^A-Za-z0-9]+/).filter((part) => part !== "");
  const name = parts
    .map((part) => (/^[A-Z0-9]+$/.test(part) && parts.length > 1 ? part.toLowerCase() : part))
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("")
    .slice(0, 60);
  return /^[A-Za-z]/.test(name) ? name : "";
}
