import { focusAt } from "../model/focus/focusAt.ts";
import type { Template } from "../model/template.ts";
import type { LineColumn } from "../text/lineIndex.ts";
import { offsetOf } from "../text/span.ts";
import { keySpanAt } from "./values/valueSpans.ts";

/**
 * The place whose notes tell of a change: for an item of a list, the property that is the list, since whoever wrote
 * `Ref` there knows what `Ref` is.
 */
export function propertyOffset(template: Template, { line, column }: LineColumn): number {
  const offset = offsetOf(template.text, line, column);
  const place = focusAt(template, offset + 1)?.place;
  if (place?.in !== "resource" || place.attribute === undefined) return offset;
  const end = place.path.findLastIndex((step) => typeof step === "string") + 1;
  return keySpanAt(place.entry, [place.attribute, ...place.path.slice(0, end).map(String)])?.start ?? offset;
}
