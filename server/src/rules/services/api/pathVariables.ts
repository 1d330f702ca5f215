import { searchResources } from "../../../model/incremental/searchEntries.ts";
import type { Entry, Template } from "../../../model/template.ts";
import { contentSpan, type Node, pairOf, refTarget, valueAt } from "../../../model/tree/node.ts";
import type { ReportIn } from "../../engine/rule.ts";
import { composedText } from "../../shared/resolving/composedText.ts";

/**
 * Resources of a REST API whose path has one variable twice, one below the other, or two variables in one place. What only some
 * conditions make is left out.
 */
export function checkPathVariables(template: Template, report: ReportIn): void {
  const parts = variableParts(template);
  const byName = new Map(parts.map((part) => [part.entry.name, part]));
  const siblings = new Map<string, Entry>();
  for (const { entry, found } of parts) {
    const { node, text, parent, place } = found;
    if (!/^\{.+\}$/.test(text)) continue;
    const first = siblings.get(place);
    if (first !== undefined) {
      report(entry, contentSpan(node), { message: "sibling-variable", with: { first: first.name } });
    } else siblings.set(place, entry);
    let above = parent === undefined ? undefined : byName.get(parent);
    for (let depth = 0; above !== undefined && depth < MAX_DEPTH; depth++) {
      if (above.found.text === text) {
        report(entry, contentSpan(node), { message: "ancestor-variable", with: { above: above.entry.name, text } });
        break;
      }
      above = above.found.parent === undefined ? undefined : byName.get(above.found.parent);
    }
  }
}

/** Paths are shorter, unless they lead in a circle. */
const MAX_DEPTH = 50;

/** Resources with literal path parts, with their parent if the template has it, and what tells places apart. */
const variableParts = searchResources(["AWS::ApiGateway::Resource"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  const part = pairOf(properties, "PathPart")?.value;
  const parent: Node | undefined = valueAt(properties, "ParentId");
  const place = parent && composedText(parent);
  if (part?.kind !== "scalar" || place === undefined || place.includes("Fn::If(")) return undefined;
  if (valueAt(value, "Condition") !== undefined) return undefined;
  return { node: part, text: part.text, parent: refTarget(parent), place };
});
