import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import type { Template } from "../../model/template.ts";
import { type MapNode, type Node, type Pair, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { startOfLine } from "../../text/span.ts";
import { type MisplacedLines, sectionEnd } from "./looseProperties.ts";

/** Resources that are indented below another one, after its own properties and attributes. */
export function nestedResources(template: Template, catalogue: Catalogue): readonly MisplacedLines[] {
  const { text } = template;
  return nested(template, "Resources").flatMap(({ entry, found: [first] }): readonly MisplacedLines[] => {
    const type = catalogue.resourceType(typeNameOf(entry.value) ?? "");
    if (type === undefined || first === undefined || type.properties.properties.has(first.key.text)) return [];
    const key = { start: first.key.start + entry.offset, end: first.key.end + entry.offset };
    const columnAt = (offset: number): number => offset - startOfLine(text, offset);
    const section = template.sections.find(({ entries }) => entries.includes(entry));
    const next = section?.entries[section.entries.indexOf(entry) + 1];
    const end = next === undefined ? sectionEnd(entry, template) : startOfLine(text, next.key.start + next.offset);
    const by = columnAt(entry.key.start + entry.offset) - columnAt(key.start);
    return by >= 0 ? [] : [{ name: first.key.text, key, lines: { start: startOfLine(text, key.start), end }, by }];
  });
}

/** The last keys of a resource, if they are resources themselves. */
const nested = searchEntries(({ value }): readonly Pair[] | undefined => {
  const properties = valueAt(value, "Properties");
  const last = value.kind === "map" ? value.pairs.at(-1)?.value : undefined;
  return properties !== undefined && properties === last ? lastResources(properties) : lastResources(value);
});

function lastResources(node: Node): readonly Pair[] {
  return isBlock(node) ? node.pairs.slice(node.pairs.findLastIndex(({ value }) => !isResource(value)) + 1) : [];
}

function isBlock(node: Node): node is MapNode {
  return node.kind === "map" && !node.flow;
}

function isResource(node: Node): boolean {
  return isBlock(node) && /^\w+::\w+(?:::\w+)?$/.test(typeNameOf(node) ?? "");
}
