import { references } from "../../model/focus/references.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import type { EntryContent, Template } from "../../model/template.ts";
import { contentSpan, type ScalarNode, textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { type Span, shifted } from "../../text/span.ts";

/** Properties that give a resource its name: `TableName`, `DBInstanceIdentifier`, `Name`. */
export function isNamingKey(key: string): boolean {
  return /(?:Name|Identifier)$/.test(key);
}

/** The literal names of a declared thing besides its logical id: a physical name, the name of an export. */
export function aliasesOf(entry: EntryContent): readonly string[] {
  const { section, value } = entry;
  if (section === "Outputs") {
    const name = textOf(valueAt(valueAt(value, "Export"), "Name"));
    return name === undefined ? [] : [name];
  }
  return section === "Resources" ? physicalNames(entry).map(({ text }) => text) : [];
}

/** `TableName` of a table, `Name` of anything; the bucket that something else uses is not its own name. */
function physicalNames({ value }: EntryContent): readonly ScalarNode[] {
  const type = typeNameOf(value) ?? "";
  const kind = type.slice(type.lastIndexOf(":") + 1).toLowerCase();
  const properties = valueAt(value, "Properties");
  if (properties?.kind !== "map") return [];
  return properties.pairs.flatMap(({ key, value: given }) => {
    const [, of] = /^(.*?)(?:Name|Identifier)$/.exec(key.text) ?? [];
    const isOwn = of !== undefined && kind.endsWith(of.toLowerCase());
    return isOwn && given.kind === "scalar" && given.value !== null ? [given] : [];
  });
}

/** The spans at which resources are given literal names, absolute. */
export function literalNames(template: Template): readonly (Span & { readonly name: string })[] {
  return named(template, "Resources").flatMap(({ entry, found }) =>
    found.map((node) => ({ name: node.text, ...shifted(contentSpan(node), entry.offset) })),
  );
}

const named = searchEntries((entry) => {
  const names = physicalNames(entry);
  return names.length === 0 ? undefined : names;
});

/** The resources and parameters in an output's value. */
export function resourcesIn(output: EntryContent): readonly string[] {
  const found = references(output).filter(
    ({ kind, name }) => kind === "resource" || (kind === "ref" && !name.startsWith("AWS::")),
  );
  return [...new Set(found.map(({ name }) => name))];
}

const aliased = searchEntries((entry) => {
  const names = aliasesOf(entry);
  return names.length === 0 ? undefined : names;
});

/** All aliases of a template as one text, for comparison: notes at references depend on them. */
export function aliasesKey(template: Template): string {
  const found = [...aliased(template, "Resources"), ...aliased(template, "Outputs")];
  return found.map(({ entry, found: names }) => `${entry.name} ${names.join(" ")}`).join("\n");
}
