import { focusAt } from "../model/focus/focusAt.ts";
import type { Template } from "../model/template.ts";
import type { LineColumn } from "../text/lineIndex.ts";
import { offsetOf } from "../text/offsetOf.ts";
import { keyAt } from "./values/nodeAt.ts";

/** Where the notes on a changed place show: of an item of a list, at the property that the list is, since whoever wrote `Ref` there knows it. */
export function propertyAt(template: Template, { line, column }: LineColumn): number {
  const offset = offsetOf(template.text, line, column);
  const place = focusAt(template, offset + 1)?.place;
  if (place?.in !== "resource" || place.attribute === undefined) return offset;
  const end = place.path.findLastIndex((step) => typeof step === "string") + 1;
  return keyAt(place.entry, [place.attribute, ...place.path.slice(0, end).map(String)])?.start ?? offset;
}
