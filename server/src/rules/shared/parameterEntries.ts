import { searchEntries } from "../../model/incremental/searchEntries.ts";
import type { Entry, Template } from "../../model/template.ts";

/** The parameters of a template by their names. */
export function parameterEntries(template: Template): ReadonlyMap<string, Entry> {
  return new Map(parameters(template, "Parameters").map(({ entry }) => [entry.name, entry]));
}

const parameters = searchEntries((): true => true);
