import type { Entry } from "../../../model/template.ts";
import { contentSpan, pairOf } from "../../../model/tree/node.ts";
import type { Span } from "../../../text/span.ts";

/** Where a finding on a missing property stands, relative to the resource: its key `Properties`, or its logical ID. */
export function propertiesSpan({ value, key }: Pick<Entry, "key" | "value">): Span {
  return contentSpan(pairOf(value, "Properties")?.key ?? key);
}
