import type { Focus } from "../../model/focus/focus.ts";
import { definitionOfEntry } from "../../model/references/definitions.ts";
import { nestedNameAt } from "../../model/references/nestedNames.ts";
import { entryOf } from "../../model/template.ts";
import { lineIndex } from "../../text/lineIndex.ts";
import type { ReferenceContext, ReferenceText } from "./context.ts";
import { declarationReference } from "./declarationReference.ts";
import { code, labelled, oneLine } from "./frame.ts";

/** A parameter of a nested stack, or an output that is read of it: its declaration, with a link to it. */
export function nestedReference(
  { place }: Focus,
  offset: number,
  context: ReferenceContext,
): ReferenceText | undefined {
  const { template, children, language } = context;
  if (children === undefined || children.size === 0 || !("entry" in place)) return undefined;
  const named = nestedNameAt(template, offset, place.entry);
  const child = named && children.get(named.path);
  const entry = named && child && entryOf(child.template, named.section, named.name);
  if (named === undefined || child === undefined || entry === undefined) return undefined;
  const declared = declarationReference(entry, { ...context, template: child.template });
  if (declared === undefined) return undefined;
  const { line } = lineIndex(child.template.text).at(definitionOfEntry(entry).span.start);
  const link = `[${code(named.path)}](${child.uri.replace(/[()]/g, encodedBracket)}#L${line})`;
  const [first = "", ...others] = declared.facts.split("\n");
  return { ...declared, facts: [oneLine(first, labelled("declaredIn", link, language)), ...others].join("\n") };
}

/** A bracket would end the link. */
function encodedBracket(sign: string): string {
  return sign === "(" ? "%28" : "%29";
}
