import type { Property, ValueType } from "../../catalogue/types/catalogue.ts";
import { alternatives } from "../../catalogue/types/schemaAt.ts";
import { paragraphs } from "../../notes/rendering/paragraphs.ts";
import { said } from "../../text/localised.ts";
import { memoWhile } from "../../text/memoBy.ts";
import { shortened } from "../../text/shortened.ts";
import { described } from "./awsText.ts";
import type { Language, ReferenceContext, ReferenceText } from "./context.ts";
import { valueFact } from "./durationFact.ts";
import { bullets, code, codes, labelled, oneLine, title, word } from "./markdown.ts";
import type { PlacedProperty } from "./placeSchema.ts";

/** The reference of a property: its type and constraints, the effect of an update, and AWS's text and page. */
export function propertyReference(placed: PlacedProperty, context: ReferenceContext): ReferenceText {
  const { property, update } = placed;
  const { language, noteLink } = context;
  const { head, facts, values, whole } = factsOf(placed, language);
  return {
    facts: whole ?? paragraphs(oneLine(head, ...facts, updateFact(update, language, noteLink)), values),
    ...described(property, context),
  };
}

/** The facts of a property alone; the same ones are hovered again and again. */
const factsOf = memoWhile(
  (before: { readonly language: Language }, language: Language) => before.language === language,
  (placed: PlacedProperty, language: Language) => {
    const { property } = placed;
    const values = valueList(property, language);
    const facts = bareFacts(placed, language, values === undefined);
    const head = title(property.name);
    const whole = isLinked(placed.update)
      ? undefined
      : paragraphs(
          oneLine(
            head,
            ...facts,
            updateFact(placed.update, language, () => undefined),
          ),
          values,
        );
    return { language, head, facts, values, whole };
  },
);

/** A property in one line behind what is in front of it; with or without the values that are allowed. */
export function propertyFacts(
  head: string,
  placed: PlacedProperty,
  { language, noteLink }: ReferenceContext,
  withValues: boolean,
): string {
  return oneLine(head, ...bareFacts(placed, language, withValues), updateFact(placed.update, language, noteLink));
}

function bareFacts(placed: PlacedProperty, language: Language, withValues: boolean): readonly (string | undefined)[] {
  const { property } = placed;
  return [
    property.deprecated ? `⚠ ${word("deprecated", language)}` : undefined,
    property.readOnly ? word("readOnly", language) : undefined,
    typeFact(property, language),
    property.required ? word("required", language) : undefined,
    ...constraints(property.type, language, withValues ? placed : undefined),
    property.default === undefined
      ? undefined
      : `${word("default", language)} ${valueFact(property.default, language)}`,
  ];
}

/** An object with its property's name says nothing more. */
function typeFact({ name, type }: Property, language: Language): string | undefined {
  const shown = typeName(type, language);
  // The rest of a map of maps of lists is in its keys.
  if (shown.length > MAX_TYPE_LENGTH)
    return type.kind === "map" || type.kind === "list" ? word(type.kind, language) : "JSON";
  return shown === name ? undefined : shown;
}

const MAX_TYPE_LENGTH = 40;

/** More values than these are a fact, not a list. */
const MAX_LISTED = 9;

/** Each allowed value with what it means, if all of them are known. */
function valueList({ type }: Property, language: Language): string | undefined {
  const [only, ...others] = alternatives(type).filter(({ kind }) => kind === "string");
  if (only?.kind !== "string" || others.length > 0 || only.enum === undefined || only.enum.length > MAX_LISTED)
    return undefined;
  const told = only.enum.map((value) => ({ value, text: only.valueTexts?.[value]?.[language] }));
  if (told.some(({ text }) => text === undefined)) return undefined;
  return bullets(...told.map(({ value, text = "" }) => `${code(value)} — ${leadingSentence(text, language)}`));
}

function leadingSentence(text: string, language: Language): string {
  return (language === "ja" ? /^.*?。/u : /^.*?\.(?=\s|$)/).exec(text)?.[0] ?? text;
}

const UPDATES = {
  none: "updateNone",
  some: "updateSome",
  replacement: "updateReplacement",
  maybe: "updateMaybe",
  refused: "updateRefused",
} as const;

/** Whether the text on an update links to notes, which may come and go. */
function isLinked(update: Property["update"]): boolean {
  return update === "replacement" || update === "maybe";
}

function updateFact(
  update: Property["update"],
  language: Language,
  noteLink: ReferenceContext["noteLink"],
): string | undefined {
  if (update === undefined) return undefined;
  const name = word(UPDATES[update], language);
  if (!isLinked(update)) return labelled("update", name, language);
  // The notes on these say what a replacement costs.
  const links = ["change-sets", "update-replace-policy"].flatMap((topic) => noteLink(topic) ?? []);
  return `${labelled("update", `**${name}**`, language)}${links.length === 0 ? "" : ` → ${links.join(", ")}`}`;
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
      return [...new Set(type.of.map((one) => typeName(one, language)))].join(said(language, " or ", "または"));
  }
}

/** The constraints of a type's values, with the values if something is known of them. */
function constraints(
  type: ValueType,
  language: Language,
  placed: Pick<PlacedProperty, "known"> | undefined,
): readonly string[] {
  const counted = (range: string, unit: "characters" | "members"): string =>
    said(language, `${range} ${word(unit, language)}`, `${range}${word(unit, language)}`);
  if (type.kind === "union") return [...new Set(type.of.flatMap((member) => constraints(member, language, placed)))];
  if (type.kind === "list") {
    const range = rangeText(type.minItems, type.maxItems);
    return [...(range === undefined ? [] : [counted(range, "members")]), ...constraints(type.items, language, placed)];
  }
  if (type.kind !== "number" && type.kind !== "string") return [];
  const known = placed?.known;
  const listed = known && (type.enum ?? known.listed);
  const values = listed && listed.length > 0 ? valuesText(listed, known.usual, language) : undefined;
  if (type.kind === "number") {
    const range = rangeText(type.minimum, type.maximum);
    return [
      ...(values === undefined ? [] : [labelled("allowed", values, language)]),
      ...(range === undefined ? [] : [range]),
    ];
  }
  const length = rangeText(type.minLength, type.maxLength);
  return [
    ...(values === undefined ? [] : [labelled(type.closed ? "allowed" : "usual", values, language)]),
    ...(type.pattern === undefined
      ? []
      : [`${word("pattern", language)} ${code(shortened(type.pattern, MAX_PATTERN_LENGTH))}`]),
    ...(length === undefined ? [] : [counted(length, "characters")]),
  ];
}

/**
 * Values in one line: all of a few; of more those that templates have, if any. Otherwise the first ones if somebody put
 * them in an order, and only their number if they are in alphabetical or numerical order.
 */
function valuesText(values: readonly string[], usual: readonly string[], language: Language): string {
  if (values.length <= MAX_LISTED) return codes(values, MAX_LISTED);
  if (!isSorted(values)) return codes(values);
  const known = usual.filter((value) => values.includes(value));
  if (known.length === 0) return said(language, `one of ${values.length}`, `${values.length}個のいずれか`);
  const others = values.filter((value) => !known.includes(value));
  return codes([...known, ...others], Math.min(known.length, MAX_LISTED));
}

/** Whether nearly each value is behind the one before it, as words or as numbers. */
function isSorted(values: readonly string[]): boolean {
  const wanted = (values.length - 1) * 0.8;
  let inOrder = 0;
  let before = sortKey(values[0] ?? "");
  // Only until it is certain: some lists have a thousand values.
  for (let index = 1; inOrder < wanted && inOrder + values.length - index >= wanted; index++) {
    const key = sortKey(values[index] ?? "");
    if (before <= key) inOrder++;
    before = key;
  }
  return inOrder >= wanted;
}

/** `Intl.Collator` would order them, too: its data is 3 MB, and making one takes 7 ms. */
function sortKey(value: string): string {
  return value.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(10, "0"));
}

/** Characters of a pattern that are shown. */
const MAX_PATTERN_LENGTH = 60;

/** `1–5`, `≥ 1`, `≤ 5`, `5`. */
export function rangeText(
  minimum: number | string | undefined,
  maximum: number | string | undefined,
): string | undefined {
  if (minimum === undefined) return maximum === undefined ? undefined : `≤ ${maximum}`;
  if (maximum === undefined) return `≥ ${minimum}`;
  return minimum === maximum ? String(minimum) : `${minimum}–${maximum}`;
}
