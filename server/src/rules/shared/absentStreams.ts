import { references } from "../../model/focus/references.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { resourcesByName } from "../../model/references/resourcesByName.ts";
import type { Entry, Template } from "../../model/template.ts";
import { typeNameOf, valueAt } from "../../model/tree/node.ts";
import type { Span } from "../../text/span.ts";
import { hasAllKeys, isSet } from "./values/literals.ts";

/** A reference to the stream of a table that has none: only its specification asks for one. */
export interface AbsentStream {
  readonly entry: Entry;
  readonly span: Span;
  readonly table: string;
}

export function absentStreams(template: Template): readonly AbsentStream[] {
  return (["Resources", "Outputs"] as const).flatMap((section) =>
    streamsRead(template, section).flatMap(({ entry, found }) =>
      found.filter(({ table }) => hasNoStream(template, table)).map((one) => ({ entry, ...one })),
    ),
  );
}

const streamsRead = searchEntries((entry) => {
  if (!entry.unit.text.includes("StreamArn")) return undefined;
  const found = references(entry).flatMap(({ kind, name, of: [table] = [], start, end }) =>
    kind === "attribute" && name === "StreamArn" && table !== undefined ? [{ span: { start, end }, table }] : [],
  );
  return found.length === 0 ? undefined : found;
});

function hasNoStream(template: Template, table: string): boolean {
  const value = resourcesByName(template).get(table)?.value;
  const properties = valueAt(value, "Properties");
  if (typeNameOf(value) !== "AWS::DynamoDB::Table") return false;
  if (properties === undefined) return true;
  return properties.kind === "map" && hasAllKeys(properties) && !isSet(properties, "StreamSpecification");
}
