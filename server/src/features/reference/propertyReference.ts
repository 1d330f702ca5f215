import type { Property, ValueType } from "../../catalogue/catalogue.ts";
import { bullets, code, codes, type Language, labelled, pageLink, paragraphs, shortText, word } from "./frame.ts";

/** What a property is: its type, what it may hold, what an update of it does, AWS's text and page. */
export function propertyReference(property: Property, language: Language): string {
  const { name, type, required, documentation, text, url } = property;
  const update = updateText(property, language);
  return paragraphs(
    `**${name}** · ${typeName(type)}${required ? ` · ${word("required", language)}` : ""}`,
    property.deprecated ? `⚠ ${word("deprecated", language)}` : undefined,
    property.readOnly ? word("readOnly", language) : undefined,
    text?.[language] ?? shortText(documentation),
    bullets(
      labelled("required", word(required ? "yes" : "no", language), language),
      ...constraints(type, language),
      property.default === undefined ? undefined : labelled("default", code(property.default), language),
      update,
    ),
    pageLink(url, language),
  );
}

function updateText({ update }: Property, language: Language): string | undefined {
  if (update === undefined) return undefined;
  const words = {
    none: "updateNone",
    some: "updateSome",
    replacement: "updateReplacement",
    maybe: "updateMaybe",
  } as const;
  const name = word(words[update], language);
  const hint = update === "replacement" || update === "maybe" ? ` — ${word("replaceHint", language)}` : "";
  return labelled("update", `${name}${hint}`, language);
}

/** A type in a few words: `String`, `List of Tag`. */
export function typeName(type: ValueType): string {
  switch (type.kind) {
    case "string":
      return "String";
    case "number":
      return type.integer ? "Integer" : "Number";
    case "boolean":
      return "Boolean";
    case "any":
      return "JSON";
    case "list":
      return `List of ${typeName(type.items)}`;
    case "map":
      return `Map of ${typeName(type.values)}`;
    case "object":
      return type.object.name;
    case "union":
      return [...new Set(type.of.map(typeName))].join(" | ");
  }
}

/** What a value of the type is bound to, one line each. */
export function constraints(type: ValueType, language: Language): readonly string[] {
  if (type.kind === "union") return type.of.flatMap((member) => constraints(member, language));
  if (type.kind === "list") {
    const range = rangeText(type.minItems, type.maxItems);
    return [...(range === undefined ? [] : [labelled("items", range, language)]), ...constraints(type.items, language)];
  }
  if (type.kind === "number") {
    const range = rangeText(type.minimum, type.maximum);
    return [
      ...(type.enum === undefined ? [] : [labelled("allowed", codes(type.enum), language)]),
      ...(range === undefined ? [] : [labelled("range", range, language)]),
    ];
  }
  if (type.kind === "boolean") return [labelled("allowed", codes(["true", "false"]), language)];
  if (type.kind !== "string") return [];
  const length = rangeText(type.minLength, type.maxLength);
  return [
    ...(type.enum === undefined ? [] : [labelled(type.closed ? "allowed" : "usual", codes(type.enum), language)]),
    ...(type.pattern === undefined ? [] : [labelled("pattern", code(type.pattern.slice(0, 200)), language)]),
    ...(length === undefined ? [] : [labelled("length", length, language)]),
  ];
}

function rangeText(minimum: number | undefined, maximum: number | undefined): string | undefined {
  if (minimum === undefined && maximum === undefined) return undefined;
  return `${minimum ?? ""}–${maximum ?? ""}`;
}
