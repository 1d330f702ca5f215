import { callsAround } from "../../model/focus/callsAround.ts";
import type { Place } from "../../model/focus/focus.ts";
import type { Entry } from "../../model/template.ts";
import { pairOf, valueAt } from "../../model/tree/node.ts";
import { paragraphs } from "../../notes/rendering/paragraphs.ts";
import type { ReferenceContext, ReferenceText } from "./context.ts";
import { mappingFacts, mappingRow, sourceBlock, valueText } from "./declarationReference.ts";
import { code, labelled, oneLine, title, word } from "./markdown.ts";
import { above, type PlacedProperty, placeProperty, placeSchema, propertyAround } from "./placeSchema.ts";
import { propertyReference } from "./propertyReference.ts";

/**
 * The reference of a key: a property, an operator of a policy's condition, a key of a mapping, a name of the author's
 * own.
 */
export function keyReference(
  name: string,
  place: Place,
  offset: number,
  context: ReferenceContext,
): ReferenceText | undefined {
  const { catalogue } = context;
  const argument =
    place.in === "resource" || place.in === "entry" ? argumentKey(name, place.entry, offset, context) : undefined;
  if (argument !== undefined) return argument;
  const found = placeProperty(place, catalogue);
  if (found !== undefined) return propertyReference(found, context);
  if (place.in === "entry" && place.section === "Mappings") return mappingKey(place.entry, place.path, context);
  return operatorReference(name, place, context) ?? ownKey(name, place, context);
}

/** Keys in the arguments of functions: the variables of `Fn::Sub`, `DefaultValue` of `Fn::FindInMap`. */
function argumentKey(
  name: string,
  entry: Entry,
  offset: number,
  { language }: ReferenceContext,
): ReferenceText | undefined {
  const inner = callsAround(entry.value, offset - entry.offset).at(-1);
  if (inner?.call.argument.kind !== "list" || inner.index === undefined) return undefined;
  const argument = inner.call.argument.items[inner.index];
  if (inner.call.name === "Fn::Sub" && inner.index === 1 && pairOf(argument, name) !== undefined) {
    return {
      facts: paragraphs(
        `${title(name)} · ${word("subVariable", language)}`,
        sourceBlock(entry, valueAt(argument, name)),
      ),
    };
  }
  if (inner.call.name === "Fn::FindInMap" && name === "DefaultValue")
    return { facts: `${title(name)} · \`Fn::FindInMap\``, text: word("defaultValue", language) };
  return undefined;
}

function mappingKey(entry: Entry, path: readonly (string | number)[], { language }: ReferenceContext): ReferenceText {
  const [first, second] = path.map(String);
  const row = first === undefined ? undefined : valueAt(entry.value, first);
  const value = second === undefined ? undefined : valueAt(row, second);
  const values = second === undefined ? mappingRow(entry, row) : value === undefined ? [] : [valueText(entry, value)];
  return { facts: mappingFacts([entry.name, ...path.map(String)], values, language) };
}

/** `ForAllValues:StringLike`, `StringEqualsIfExists`: the operator, and what prefix and suffix add. */
function operatorReference(name: string, place: Place, context: ReferenceContext): ReferenceText | undefined {
  const { catalogue, language } = context;
  const [, prefix, operator = "", suffix] = /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(name) ?? [];
  const parent = above(place);
  if ((prefix === undefined && suffix === undefined) || parent === undefined) return undefined;
  if (!(parent.in === "resource" || parent.in === "entry") || placeSchema(parent, catalogue) === undefined)
    return undefined;
  const found: PlacedProperty | undefined = placeProperty({ ...parent, path: [...parent.path, operator] }, catalogue);
  if (found === undefined) return undefined;
  const { facts, text, page } = propertyReference(found, context);
  const added = [
    prefix === undefined ? undefined : word(prefix === "ForAllValues:" ? "forAllValues" : "forAnyValue", language),
    suffix === undefined ? undefined : word("ifExists", language),
  ];
  return { facts: `${title(name)} · ${facts}`, text: paragraphs(...added, text), page };
}

/** A name of the author's own in a map, with the property that the map is. */
function ownKey(name: string, place: Place, context: ReferenceContext): ReferenceText | undefined {
  const { catalogue, language } = context;
  const around = propertyAround(place, catalogue);
  if (around === undefined) return undefined;
  const { facts, ...rest } = propertyReference(around, context);
  return { facts: oneLine(title(name), labelled("keyOf", code(around.property.name), language), facts), ...rest };
}
