import { declarationsOf } from "../../model/declarations.ts";
import type { Reference } from "../../model/focus.ts";
import { entryAt } from "../../model/focusAt.ts";
import type { Entry } from "../../model/template.ts";
import type { ReferenceContext } from "./context.ts";
import { declarationReference } from "./declarationReference.ts";
import { importReference } from "./exportReference.ts";
import { bullets, code, labelled, pageLink, paragraphs, shortText, title, word } from "./frame.ts";
import { mappingReference } from "./mappingReference.ts";
import { typeName } from "./propertyReference.ts";
import { refText } from "./typeReference.ts";

/** What a name that refers to something stands for, and what it gives. */
export function nameReference(found: Reference, offset: number, context: ReferenceContext): string | undefined {
  const { template, language, catalogue } = context;
  const pseudo = pseudoParameter(found, context);
  if (pseudo !== undefined) return pseudo;
  if (found.kind === "attribute") return attributeReference(found, context);
  if (found.kind === "mappingKey" || found.kind === "mappingValue") return mappingReference(found, context);
  if (found.kind === "importValue") return importReference(found.name, context);
  const entry = entryAt(template, offset);
  const [declaration] = entry === undefined ? [] : declarationsOf(template, entry, found);
  if (declaration === undefined) return undefined;
  if (found.kind === "subVariable") {
    const block = template.text.slice(declaration.whole.start, declaration.whole.end).slice(0, 500);
    return paragraphs(
      `${title(found.name)} · ${word("subVariable", language)}`,
      `\`\`\`\`yaml\n${block.replaceAll("````", "")}\n\`\`\`\``,
    );
  }
  const text = declarationReference(declaration.entry, catalogue, language);
  if (found.kind === "dependsOn") return paragraphs(text, `\`DependsOn\`: ${word("dependsOn", language)}`);
  if (found.kind === "ref" && declaration.entry.section === "Resources")
    return paragraphs(refLine(declaration.entry, context), text);
  return text;
}

function pseudoParameter(found: Reference, { catalogue, language }: ReferenceContext): string | undefined {
  const pseudo =
    found.kind === "ref" || found.kind === "resource" ? catalogue.pseudoParameters.get(found.name) : undefined;
  if (pseudo === undefined) return undefined;
  return paragraphs(
    `${title(pseudo.name)} · ${word("pseudoParameter", language)}`,
    pseudo.text[language],
    labelled("example", code(pseudo.example), language),
    pageLink(pseudo.url, language),
  );
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
  const typeOf = template.outline.resources.get(logicalId)?.type;
  if (typeOf === undefined) return undefined;
  const type = catalogue.resourceType(typeOf);
  const attribute = type?.attributes.get(name);
  const heading = `${title(`${logicalId}.${name}`)} · ${typeOf}`;
  if (typeOf === "AWS::CloudFormation::Stack" && name.startsWith("Outputs."))
    return paragraphs(heading, word("nestedOutput", language), pageLink(type?.url, language));
  if (type === undefined && !catalogue.isUnknownType(typeOf))
    return paragraphs(heading, word("customAttribute", language));
  return paragraphs(
    heading,
    attribute?.text?.[language] ?? shortText(attribute?.documentation),
    attribute === undefined ? undefined : bullets(labelled("type", typeName(attribute.type, language), language)),
    pageLink(type?.url, language),
  );
}
