import type { Catalogue, ResourceType } from "../../catalogue/catalogue.ts";
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

/** What a resource type is, what it needs, and what `Ref` and `Fn::GetAtt` give. */
export function typeReference(catalogue: Catalogue, name: string, language: Language): string | undefined {
  const type = catalogue.resourceType(name);
  if (type === undefined)
    return catalogue.isUnknownType(name) || !name.includes("::")
      ? undefined
      : paragraphs(title(name), word("custom", language));
  const required = [...type.properties.properties.values()].filter((property) => property.required);
  return paragraphs(
    title(name),
    type.deprecated ? `⚠ ${word("deprecated", language)}` : undefined,
    type.text?.[language] ?? shortText(type.documentation),
    bullets(
      required.length === 0
        ? undefined
        : labelled("requiredProperties", codes(required.map(({ name: key }) => key)), language),
      labelled("returns", refText(type, language), language),
      type.attributes.size === 0 ? undefined : `${word("attributes", language)}: ${codes([...type.attributes.keys()])}`,
    ),
    pageLink(type.url, language),
  );
}

/** What `Ref` gives for a resource of the type. */
export function refText({ ref }: ResourceType, language: Language): string {
  if (ref === undefined) return word("refUncertain", language);
  return language === "ja" ? `\`Ref\` は ${code(ref)} を返します` : `\`Ref\` gives ${code(ref)}`;
}
