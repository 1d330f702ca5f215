import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { textOf, valueAt } from "../../model/node.ts";
import { references } from "../../model/references.ts";
import type { EntryContent, Template } from "../../model/template.ts";

/** Properties in which the name of a thing stands: `TableName`, `DBInstanceIdentifier`, `Name`. */
export function isNamingKey(key: string): boolean {
  return /(?:Name|Identifier)$/.test(key);
}

/** What else a declared thing is called, literally: a resource's own name, the name under which an output is exported. */
export function aliasesOf(entry: EntryContent): readonly string[] {
  const { section, value } = entry;
  if (section === "Outputs") {
    const name = textOf(valueAt(valueAt(value, "Export"), "Name"));
    return name === undefined ? [] : [name];
  }
  return section === "Resources" ? physicalNames(entry) : [];
}

/** `TableName` of a table, `Name` of anything; the bucket that something else uses is not its own name. */
function physicalNames({ value }: EntryContent): readonly string[] {
  const type = textOf(valueAt(value, "Type")) ?? "";
  const kind = type.slice(type.lastIndexOf(":") + 1).toLowerCase();
  const properties = valueAt(value, "Properties");
  if (properties?.kind !== "map") return [];
  return properties.pairs.flatMap(({ key, value: given }) => {
    const [, of] = /^(.*?)(?:Name|Identifier)$/.exec(key.text) ?? [];
    const name = of !== undefined && kind.endsWith(of.toLowerCase()) ? textOf(given) : undefined;
    return name === undefined ? [] : [name];
  });
}

/** The resources and parameters that an output's value is made of. */
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

/** All aliases of a template as one text: what shows at a reference may change with them. */
export function aliasesKey(template: Template): string {
  const found = [...aliased(template, "Resources"), ...aliased(template, "Outputs")];
  return found.map(({ entry, found: names }) => `${entry.name} ${names.join(" ")}`).join("\n");
}
