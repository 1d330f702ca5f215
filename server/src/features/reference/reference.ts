import type { Catalogue, Property } from "../../catalogue/catalogue.ts";
import { alternatives, type Schema, schemaAt } from "../../catalogue/schemaAt.ts";
import { declarationsOf } from "../../model/declarations.ts";
import type { Focus, Place, Reference } from "../../model/focus.ts";
import { entryAt } from "../../model/focusAt.ts";
import { pairOf, textOf } from "../../model/node.ts";
import { type Entry, entryOf, type Template } from "../../model/template.ts";
import { declarationReference } from "./declarationReference.ts";
import { bullets, code, codes, type Language, labelled, pageLink, paragraphs, shortText, word } from "./frame.ts";
import { propertyReference } from "./propertyReference.ts";
import { refText, typeReference } from "./typeReference.ts";

export interface ReferenceContext {
  readonly template: Template;
  readonly catalogue: Catalogue;
  readonly language: Language;
}

/** What CloudFormation's reference and the template itself say of what is under the caret, in Markdown; `undefined` where nothing. */
export function reference(focus: Focus, context: ReferenceContext): string | undefined {
  const { catalogue, language } = context;
  switch (focus.kind) {
    case "section":
      return property(catalogue.templateBody.properties.get(focus.section.name), language);
    case "name":
      return (
        declarationReference(focus.entry, catalogue, language) ??
        property(placeProperty(focus.place, catalogue), language)
      );
    case "type":
      return typeReference(catalogue, focus.type, language);
    case "key":
      return keyReference(focus.place, context);
    case "function":
      return functionReference(focus.call.name, context);
    case "reference":
      return referenceText(focus.reference, focus.span.start, context);
    case "word":
      return focus.script ? undefined : valueReference(focus.place, focus.scalar.text, context);
    case "value":
      return valueReference(focus.place, focus.scalar.text, context);
    case "blank":
      return undefined;
  }
}

function property(found: Property | undefined, language: Language): string | undefined {
  return found === undefined ? undefined : propertyReference(found, language);
}

/** What the catalogue says of a place. */
export function placeSchema(place: Place, catalogue: Catalogue): Schema | undefined {
  if (place.in === "resource") {
    const path = place.attribute === undefined ? [] : [place.attribute, ...place.path];
    return schemaAt(catalogue.resourceBody(place.type), path);
  }
  if (place.in === "section") return schemaAt(catalogue.templateBody, [place.section]);
  if (place.in !== "entry") return undefined;
  const body = catalogue.entryBody(place.section);
  if (body !== undefined) return schemaAt(body, place.path);
  return schemaAt(catalogue.templateBody, [place.section, place.name, ...place.path]);
}

function placeProperty(place: Place, catalogue: Catalogue): Property | undefined {
  const schema = placeSchema(place, catalogue);
  return schema?.property === undefined ? undefined : { ...schema.property, update: schema.update };
}

function keyReference(place: Place, context: ReferenceContext): string | undefined {
  const found = placeProperty(place, context.catalogue);
  if (found !== undefined) return propertyReference(found, context.language);
  if (place.in === "entry" && place.section === "Mappings") {
    return paragraphs(`**${place.path.join(" / ")}**`, labelled("mapping", code(place.name), context.language));
  }
  return undefined;
}

function functionReference(name: string, { catalogue, language }: ReferenceContext): string | undefined {
  const info = catalogue.functions.get(name);
  if (info === undefined) return undefined;
  const { syntax } = info;
  const block = [syntax.short, syntax.long].filter((form) => form !== undefined).join("\n\n");
  return paragraphs(
    `**${name}**`,
    info.text[language],
    `\`\`\`yaml\n${block}\n\`\`\``,
    info.transform === undefined ? undefined : labelled("needs", code(info.transform), language),
    pageLink(info.url, language),
  );
}

function referenceText(found: Reference, offset: number, context: ReferenceContext): string | undefined {
  const { template, catalogue, language } = context;
  const entry = entryAt(template, offset);
  const pseudo = catalogue.pseudoParameters.get(found.name);
  if (pseudo !== undefined && (found.kind === "ref" || found.kind === "resource")) {
    return paragraphs(
      `**${pseudo.name}**`,
      pseudo.text[language],
      labelled("example", code(pseudo.example), language),
      pageLink(pseudo.url, language),
    );
  }
  if (entry === undefined) return undefined;
  if (found.kind === "attribute") return attributeReference(found, context);
  if (found.kind === "mappingKey" || found.kind === "mappingValue" || found.kind === "subVariable")
    return keyed(entry, found, context);
  if (found.kind === "importValue") return paragraphs(`**${found.name}** · ${word("exportName", language)}`);
  const [declaration] = declarationsOf(template, entry, found);
  if (declaration === undefined) return undefined;
  const text = declarationReference(declaration.entry, catalogue, language);
  if (found.kind === "dependsOn") return paragraphs(text, `DependsOn: ${word("dependsOn", language)}`);
  if (found.kind === "ref" && declaration.entry.section === "Resources")
    return paragraphs(refLine(declaration.entry, context), text);
  return text;
}

function refLine({ name }: Entry, { template, catalogue, language }: ReferenceContext): string | undefined {
  const type = catalogue.resourceType(template.outline.resources.get(name)?.type ?? "");
  return type === undefined ? undefined : refText(type, language);
}

function attributeReference(
  { name, of = [] }: Reference,
  { template, catalogue, language }: ReferenceContext,
): string | undefined {
  const [logicalId = ""] = of;
  const typeName = template.outline.resources.get(logicalId)?.type;
  const type = typeName === undefined ? undefined : catalogue.resourceType(typeName);
  const attribute = type?.attributes.get(name);
  if (typeName === undefined) return undefined;
  return paragraphs(
    `**${logicalId}.${name}** · ${typeName}`,
    attribute?.text?.[language] ?? shortText(attribute?.documentation),
    pageLink(type?.url, language),
  );
}

/** Keys of a mapping, with the values that they give, and variables of a `Fn::Sub`. */
function keyed(entry: Entry, found: Reference, { template, language }: ReferenceContext): string | undefined {
  const declarations = declarationsOf(template, entry, found);
  if (found.kind === "subVariable") {
    const [declaration] = declarations;
    if (declaration === undefined) return undefined;
    const block = template.text.slice(declaration.whole.start, declaration.whole.end);
    return paragraphs(
      `**${found.name}** · ${word("subVariable", language)}`,
      `\`\`\`\`yaml\n${block.slice(0, 500)}\n\`\`\`\``,
    );
  }
  const [mapping = "", first] = found.of ?? [];
  const values = mappingValues(entryOf(template, "Mappings", mapping), found, first);
  const path =
    found.kind === "mappingKey" || first === undefined ? [mapping, found.name] : [mapping, first, found.name];
  return paragraphs(
    `**${path.join(" / ")}** · ${word("mapping", language)}`,
    values.length === 0 ? word("noValue", language) : bullets(...values),
  );
}

function mappingValues(
  entry: Entry | undefined,
  { kind, name }: Reference,
  first: string | undefined,
): readonly string[] {
  const rows = entry?.value.kind === "map" ? entry.value.pairs : [];
  if (entry === undefined) return [];
  if (kind === "mappingKey") {
    const row = pairOf(entry.value, name)?.value;
    return row?.kind === "map"
      ? row.pairs.slice(0, 20).map(({ key, value }) => `${key.text}: ${valueText(entry, value)}`)
      : [];
  }
  return rows
    .filter(({ key }) => first === undefined || key.text === first)
    .flatMap(({ key, value }) => {
      const pair = pairOf(value, name);
      return pair === undefined ? [] : [`${key.text}: ${valueText(entry, pair.value)}`];
    })
    .slice(0, 30);
}

function valueText({ unit }: Entry, node: Parameters<typeof textOf>[0] & object): string {
  return code(textOf(node) ?? unit.text.slice(node.start, node.end).slice(0, 100));
}

/** A value: what it means where that is known, and the property that it belongs to. */
function valueReference(place: Place, text: string, context: ReferenceContext): string | undefined {
  const { catalogue, language } = context;
  const schema = placeSchema(place, catalogue);
  const runtime = catalogue.lambdaRuntimes.get(text);
  const lambda = place.in === "resource" && /::(?:Lambda|Serverless)::/.test(place.type ?? "");
  if (runtime !== undefined && (lambda || place.in === "entry")) return runtimeReference(text, context);
  if (schema === undefined) return undefined;
  const known = alternatives(schema.type).some((type) =>
    type.kind === "string" || type.kind === "number"
      ? type.enum?.includes(text) === true
      : type.kind === "boolean" && /^(?:true|false)$/i.test(text),
  );
  if (!known) return undefined;
  const meaning = alternatives(schema.type).flatMap((type) =>
    type.kind === "string" ? (type.valueTexts?.[text] ?? []) : [],
  )[0];
  const owner = schema.property ?? placeProperty(ofList(place), catalogue);
  return paragraphs(
    `**${text}**${owner === undefined ? "" : ` · ${owner.name}`}`,
    meaning?.[language],
    owner === undefined ? undefined : propertyReference(owner, language),
  );
}

/** The place of the list that an item stands in. */
function ofList(place: Place): Place {
  const inList = (place.in === "resource" || place.in === "entry") && typeof place.path.at(-1) === "number";
  return inList ? { ...place, path: place.path.slice(0, -1) } : place;
}

function runtimeReference(name: string, { catalogue, language }: ReferenceContext): string | undefined {
  const runtime = catalogue.lambdaRuntimes.get(name);
  if (runtime === undefined) return undefined;
  const dates = [
    ["supportEnds", runtime.deprecation],
    ["blockCreate", runtime.blockCreate],
    ["blockUpdate", runtime.blockUpdate],
  ] as const;
  return paragraphs(
    `**${name}** · Lambda runtime`,
    bullets(
      ...dates.map(([label, date]) => (date === undefined ? undefined : labelled(label, date, language))),
      runtime.successor === undefined ? undefined : labelled("moveTo", codes([runtime.successor]), language),
    ),
  );
}
