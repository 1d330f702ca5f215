import { scalarContent } from "../../model/tree/meaning.ts";
import type { ScalarNode } from "../../model/tree/node.ts";
import { type Value, valueIdentity, withoutHoleSigns } from "./value.ts";

/** A scalar as CloudFormation passes it on: `true`, `"true"` and `yes` are one value, and so are `1` and `"1"`. */
export function scalarText({ text, value, style, tag }: ScalarNode): string {
  const content = scalarContent(text, value, style === "plain");
  const said = typeof content === "boolean" ? String(content) : withoutHoleSigns(text);
  return tag === undefined ? said : `${tag} ${said}`;
}

/** Tags in one order: a list of tags is a set. */
export function inTagOrder(tags: Value): Value {
  if (!Array.isArray(tags)) return tags;
  const keyed = tags.map((tag: Value) => ({ tag, key: valueIdentity(tag) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ tag }) => tag);
}
