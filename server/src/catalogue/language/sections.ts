import type { ObjectType } from "../types/catalogue.ts";
import type { OwnTypes } from "../types/ownTypes.ts";

/** The types of entries, by section. */
const ENTRIES: ReadonlyMap<string, string> = new Map([
  ["Parameters", "Parameter"],
  ["Mappings", "Mapping"],
  ["Outputs", "Output"],
  ["Rules", "Rule"],
  ["Hooks", "Hook"],
]);

/** The type of a section's entries; `undefined` if it is free, or no object (a condition). */
export function entryBody(
  section: string,
  name: string | undefined,
  own: OwnTypes,
  resource: () => ObjectType,
  globals: () => ObjectType,
): ObjectType | undefined {
  if (section === "Resources") return resource();
  if (section !== "Globals" && section !== "Metadata") {
    const entry = ENTRIES.get(section);
    return entry === undefined ? undefined : own.object(entry);
  }
  const entries = section === "Globals" ? globals() : own.object("TemplateMetadata");
  const type = name === undefined ? undefined : entries.properties.get(name)?.type;
  return type?.kind === "object" ? type.object : undefined;
}
