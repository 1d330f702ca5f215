import type { Catalogue, ResourceType } from "../../catalogue/catalogue.ts";
import type { Lifecycle } from "../../catalogue/endedServices.ts";
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
    type.lifecycle && `⚠ ${lifecycleText(type.lifecycle, language)}`,
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

/** Since when a service takes no new customers, when it ends, and what there is instead. */
function lifecycleText({ closed, ends, instead }: Lifecycle, language: Language): string {
  const texts =
    language === "ja"
      ? [
          ends && `サービスの終了日: ${ends}。`,
          closed && `新規利用の終了日: ${closed}。`,
          instead && `代わりに${instead.ja}を使います。`,
        ]
      : [
          ends && `The service's last day: ${ends}.`,
          closed && `Closed to new customers: ${closed}.`,
          instead && `Use ${instead.en}.`,
        ];
  return texts.filter((text) => text !== undefined).join(language === "ja" ? "" : " ");
}

/** What `Ref` gives for a resource of the type. */
export function refText({ ref }: ResourceType, language: Language): string {
  if (ref === undefined) return word("refUncertain", language);
  return language === "ja" ? `\`Ref\` は ${code(ref)} を返します` : `\`Ref\` gives ${code(ref)}`;
}
