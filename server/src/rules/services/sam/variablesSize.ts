import type { Node } from "../../../model/tree/node.ts";

/** What variables may have altogether, in characters of the JSON that they are. */
export const MAX_SIZE = 4096;

/** How many characters maps of variables have together, as far as their values are known: of a key, the last one counts. */
export function variablesSize(maps: readonly (Node | undefined)[]): number {
  const sizes = new Map<string, number>();
  for (const variables of maps)
    for (const { key, value, merged } of variables?.kind === "map" ? variables.pairs : []) {
      if (merged || /^Fn::|\{/.test(key.text)) continue;
      const text = value.kind === "scalar" && !value.text.includes("{{") ? value.text : "";
      // In the JSON that Lambda measures a variable has four quotes, a colon and a comma.
      sizes.set(key.text, (key.text + text).length + 6);
    }
  return [...sizes.values()].reduce((all, one) => all + one, 1);
}
