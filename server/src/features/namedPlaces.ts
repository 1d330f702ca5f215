import { exportsOf } from "../model/references/exports.ts";
import { entriesOf, type Template } from "../model/template.ts";
import { contentSpan } from "../model/tree/node.ts";
import { type Span, shifted } from "../text/span.ts";

/** A name that a template gives to something, absolute. */
export interface NamedPlace extends Span {
  readonly name: string;
  readonly section: NamedSection;
}

const SECTIONS = ["Resources", "Parameters", "Outputs", "Conditions", "Mappings"] as const;
export type NamedSection = (typeof SECTIONS)[number];

/** The names for a search in all templates: of resources, parameters, outputs and their exports, conditions, mappings. */
export function namedPlaces(template: Template): readonly NamedPlace[] {
  const entries = SECTIONS.flatMap((section) =>
    entriesOf(template, section).map(({ name, key, offset }) => ({
      name,
      section,
      ...shifted(contentSpan(key), offset),
    })),
  );
  const exported = exportsOf(template).map(({ name, span }) => ({ name, section: "Outputs" as const, ...span }));
  return [...entries, ...exported].filter(({ name }) => name !== "");
}
