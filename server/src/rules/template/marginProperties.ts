import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { type Entry, SECTION_NAMES, type Section, type Template } from "../../model/template.ts";
import { pairOf, typeNameOf } from "../../model/tree/node.ts";
import { indentUnit } from "../../model/yaml/indentUnit.ts";
import { startOfLine } from "../../text/span.ts";
import type { MisplacedLines } from "./looseProperties.ts";

/** Properties of the last resource that have no indentation, up to the next section or resource. */
export function marginProperties(template: Template, catalogue: Catalogue): readonly MisplacedLines[] {
  const { sections, text } = template;
  return sections.flatMap(({ name, entries }, index): readonly MisplacedLines[] => {
    const entry = name === "Resources" ? entries.at(-1) : undefined;
    const owner = entry && ownerOf(entry, template, catalogue);
    if (owner === undefined) return [];
    const isProperty = (section: Section | undefined): boolean =>
      section !== undefined && owner.properties.has(section.name) && !isOther(section);
    const first = sections[index + 1];
    let behind = index + 1;
    while (isProperty(sections[behind])) behind++;
    const next = sections[behind];
    if (first === undefined || first === next) return [];
    const start = startOf(first);
    const end = next === undefined ? text.length : startOf(next);
    const resource = RESOURCE.exec(text.slice(start, end))?.index;
    const until = resource === undefined ? startOfLine(text, end) : start + resource;
    return [
      {
        name: owner.name,
        key: { start, end: start + first.name.length },
        lines: { start, end: next === undefined && resource === undefined ? end : until },
        by: owner.column,
        // What follows with another indentation than the last property belongs to the finding.
        covers: { start: owner.from ?? start, end: resource === undefined ? end : until + 1 },
      },
    ];
  });
}

/** The column for a resource's properties: that of its first one, or that of `Properties` if it has none. */
interface Owner {
  readonly name: string;
  readonly properties: ReadonlyMap<string, unknown>;
  readonly column: number;
  readonly from?: number;
}

function ownerOf({ name, value, offset }: Entry, template: Template, catalogue: Catalogue): Owner | undefined {
  const type = catalogue.resourceType(typeNameOf(value) ?? "");
  const pair = pairOf(value, "Properties");
  if (type === undefined || pair === undefined) return undefined;
  const { properties } = type.properties;
  const own = pair.value;
  const columnAt = (at: number): number => at + offset - startOfLine(template.text, at + offset);
  if (own.kind === "map" && !own.flow && own.pairs[0] !== undefined)
    return { name, properties, column: columnAt(own.pairs[0].key.start) };
  if (own.kind !== "scalar" || own.value !== null) return undefined;
  const column = columnAt(pair.key.start) + indentUnit(template).length;
  return { name, properties, column, from: pair.key.start + offset };
}

/** A section of a template, or a key that is still being typed. */
function isOther({ name, value }: Section): boolean {
  return SECTIONS.has(name) || (value?.kind === "scalar" && value.value === null);
}

function startOf({ key, offset }: Section): number {
  return key.start + offset;
}

const RESOURCE = /^ +[\w-]+:[ \t]*\r?\n +Type:[ \t]*["']?\w+::/m;
const SECTIONS: ReadonlySet<string> = new Set(SECTION_NAMES);
