import type { ScalarNode } from "../../../model/tree/node.ts";

/** YAML 1.1's words for true and false, which CloudFormation knows; each in small letters, in capitals, or with one. */
const SWITCHES: ReadonlyMap<string, "true" | "false"> = new Map([
  ["on", "true"],
  ["yes", "true"],
  ["off", "false"],
  ["no", "false"],
]);

/** The word that CloudFormation reads a word without quotes as, if that is another one. */
export function yamlSwitch({ text, style, tag }: ScalarNode): "true" | "false" | undefined {
  if (style !== "plain" || tag !== undefined || !/^(?:[a-z]+|[A-Z][a-z]+|[A-Z]+)$/.test(text)) return undefined;
  return SWITCHES.get(text.toLowerCase());
}
