import type { Written } from "../../model/references/declarationEdit.ts";
import type { Template } from "../../model/template.ts";
import type { CallNode, ListNode, ScalarNode } from "../../model/tree/node.ts";
import { type Quote, quotedYaml, yamlText } from "../../model/yaml/yamlText.ts";

/** A call with one text, such as `Ref`, as the template writes it; within a function without brackets a second tag can't stand. */
export function writeCall(template: Template, name: string, text: string, around: CallNode | undefined): string {
  if (template.format === "json") return writeJsonObject(template, name, JSON.stringify(text));
  const long = around?.form === "short";
  return long ? `{ ${name}: ${yamlText(text, true)} }` : `!${name.replace("Fn::", "")} ${yamlText(text, true)}`;
}

/** An object of one member, with or without blanks inside its braces, as the template has them. */
export function writeJsonObject({ text }: Template, key: string, value: string): string {
  return /\{ "/.test(text) || !/\{"/.test(text) ? `{ "${key}": ${value} }` : `{"${key}": ${value}}`;
}

/** A value as a `Default`: a text that looks like something else is quoted, as the value itself may be. */
export function defaultText(text: string, type: string, quote: Quote | undefined): Written {
  const number = type === "Number";
  return {
    yaml: number ? text : quote === undefined ? yamlText(text, false) : quotedYaml(text, quote),
    json: number ? text : JSON.stringify(text),
  };
}

export function quoteOf(node: ScalarNode | ListNode): Quote | undefined {
  if (node.kind === "list") return undefined;
  return node.style === "single" ? "'" : node.style === "double" ? '"' : undefined;
}
