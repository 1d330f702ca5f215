import type { Property, ValueType } from "../../catalogue/catalogue.ts";
import {
  bullets,
  code,
  codes,
  type Language,
  labelled,
  pageLink,
  paragraphs,
  shortText,
  title,
  word,
} from "./frame.ts";
import type { PlacedProperty } from "./placeSchema.ts";

/** A Markdown link to the user's or our note on a topic; `undefined` where there is none. */
export type NoteLink = (topic: string) => string | undefined;

/** What a property is: its type, what it may hold, what an update of it does, AWS's text and page. */
export function propertyReference({ property, owner }: PlacedProperty, language: Language, noteLink: NoteLink): string {
  const { name, type, required, documentation, text, url } = property;
  return paragraphs(
    `${title(name)}${owner === undefined || owner.name === "Template" ? "" : ` · ${owner.name}`}`,
    property.deprecated ? `⚠ ${word("deprecated", language)}` : undefined,
    property.readOnly ? word("readOnly", language) : undefined,
    text?.[language] ?? shortText(documentation),
    bullets(
      labelled("type", typeName(type, language), language),
      labelled("required", word(required ? "yes" : "no", language), language),
      ...constraints(type, language),
      property.default === undefined ? undefined : labelled("default", code(property.default), language),
      ...updateTexts(property, language, noteLink),
    ),
    pageLink(url, language),
  );
}

const UPDATES = {
  none: "updateNone",
  some: "updateSome",
  replacement: "updateReplacement",
  maybe: "updateMaybe",
} as const;

function updateTexts({ update }: Property, language: Language, noteLink: NoteLink): readonly string[] {
  if (update === undefined) return [];
  const name = word(UPDATES[update], language);
  if (update !== "replacement" && update !== "maybe") return [labelled("update", name, language)];
  const hint = word(update === "replacement" ? "replaceHint" : "replaceHintMaybe", language);
  const links = ["change-sets", "update-replace-policy"].flatMap((topic) => noteLink(topic) ?? []);
  return [
    labelled("update", `${name} — ${hint}`, language),
    ...(links.length === 0 ? [] : [labelled("notes", links.join(", "), language)]),
  ];
}

/** A type in a few words: `String`, `List of Tag`. */
export function typeName(type: ValueType, language: Language): string {
  const of = (kind: "List" | "Map", inner: ValueType): string => {
    const name = typeName(inner, language);
    if (language === "en") return `${kind} of ${name}`;
    return `${name}の${kind === "List" ? "リスト" : "マップ"}`;
  };
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
      return of("List", type.items);
    case "map":
      return of("Map", type.values);
    case "object":
      return type.object.name;
    case "union":
      return [...new Set(type.of.map((one) => typeName(one, language)))].join(language === "ja" ? " または " : " or ");
  }
}

/** What a value of the type is bound to, one line each. */
function constraints(type: ValueType, language: Language): readonly string[] {
  if (type.kind === "union") return [...new Set(type.of.flatMap((member) => constraints(member, language)))];
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
    ...(type.pattern === undefined ? [] : [labelled("pattern", code(cutPattern(type.pattern)), language)]),
    ...(length === undefined ? [] : [labelled("length", length, language)]),
  ];
}

/** Characters of a pattern that are shown. */
const LONGEST_PATTERN = 200;

function cutPattern(pattern: string): string {
  return pattern.length > LONGEST_PATTERN ? `${pattern.slice(0, LONGEST_PATTERN)}…` : pattern;
}

/** `1–5`, `≥ 1`, `≤ 5`, `5`. */
export function rangeText(
  minimum: number | string | undefined,
  maximum: number | string | undefined,
): string | undefined {
  if (minimum === undefined) return maximum === undefined ? undefined : `≤ ${maximum}`;
  if (maximum === undefined) return `≥ ${minimum}`;
  return minimum === maximum ? String(minimum) : `${minimum}–${maximum}`;
}
