import type { ResourceType } from "../../catalogue/types/catalogue.ts";
import type { Lifecycle } from "../../catalogue/types/endedServices.ts";
import { said } from "../../text/localised.ts";
import { described } from "./awsText.ts";
import type { Language, ReferenceContext, ReferenceText } from "./context.ts";
import { code, codes, labelled, oneLine, title, word } from "./markdown.ts";

/** What a resource type is, what it needs, and what `Ref` and `Fn::GetAtt` give; `head` replaces its name in front. */
export function typeReference(
  name: string,
  context: ReferenceContext,
  head: string = title(name),
): ReferenceText | undefined {
  const { catalogue, language } = context;
  const type = catalogue.resourceType(name);
  if (type === undefined)
    return catalogue.isUnknownType(name) || !name.includes("::")
      ? undefined
      : { facts: head, text: word("custom", language) };
  const required = [...type.properties.properties.values()].filter((property) => property.required);
  return {
    facts: oneLine(
      head,
      type.lifecycle && `⚠ ${lifecycleText(type.lifecycle, language)}`,
      required.length === 0
        ? undefined
        : labelled("requiredProperties", codes(required.map(({ name: key }) => key)), language),
      refText(type, language),
      attributesText(type, catalogue.usage.attributes(name)),
    ),
    ...described(type, context),
  };
}

const MAX_ATTRIBUTES = 5;

/** The attributes for `Fn::GetAtt`; of many, the most usual come first. */
function attributesText({ attributes }: ResourceType, usual: readonly string[]): string | undefined {
  if (attributes.size === 0) return undefined;
  return `\`Fn::GetAtt\`: ${codes([...new Set([...usual, ...attributes.keys()])], MAX_ATTRIBUTES)}`;
}

/** The dates from which a service takes no new customers, and at which it ends, and its replacement. */
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
  return texts.filter((text) => text !== undefined).join(said(language, " ", ""));
}

/** The value of `Ref` for a resource of the type. */
function refText({ ref }: ResourceType, language: Language): string {
  if (ref === undefined) return word("refUncertain", language);
  return said(language, `\`Ref\` gives ${code(ref)}`, `\`Ref\`は${code(ref)}`);
}
