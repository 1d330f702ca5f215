import { entryAt, focusAt } from "../model/focus/focusAt.ts";
import { type Entry, entriesOf, type Template } from "../model/template.ts";
import { contentSpan, typeNameOf, valueAt } from "../model/tree/node.ts";
import { type Span, shifted } from "../text/span.ts";

/** The types of all resources of the type under the caret; `[]` if it is on none. */
export function sameTypes(template: Template, offset: number): readonly Span[] {
  const focus = focusAt(template, offset);
  if (focus?.kind !== "type" || entryAt(template, offset)?.section !== "Resources") return [];
  return entriesOf(template, "Resources")
    .filter((entry) => typeNameOf(entry.value) === focus.type)
    .flatMap(typeSpan);
}

function typeSpan({ value, offset }: Entry): readonly Span[] {
  const type = valueAt(value, "Type");
  return type?.kind === "scalar" ? [shifted(contentSpan(type), offset)] : [];
}
