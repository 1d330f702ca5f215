import type { Focus, Reference } from "../../model/focus/focus.ts";
import { definitionsOf } from "../../model/references/definitions.ts";
import { paragraphs } from "../../notes/rendering/paragraphs.ts";
import { described, pageLink } from "./awsText.ts";
import type { ReferenceContext, ReferenceText } from "./context.ts";
import { declarationReference } from "./declarationReference.ts";
import { importReference } from "./exportReference.ts";
import { code, labelled, oneLine, title, word } from "./frame.ts";
import { mappingReference } from "./mappingReference.ts";
import { typeName } from "./propertyReference.ts";

/** The meaning of a name that refers to something, and the value that it gives. */
export function nameReference(
  { reference: found, place }: Extract<Focus, { kind: "reference" }>,
  context: ReferenceContext,
): ReferenceText | undefined {
  const { template, language } = context;
  const pseudo = pseudoParameter(found, context);
  if (pseudo !== undefined) return pseudo;
  if (found.kind === "attribute") return attributeReference(found, context);
  if (found.kind === "mappingKey" || found.kind === "mappingValue") return mappingReference(found, context);
  if (found.kind === "importValue") return importReference(found.name, context);
  const [declaration] = "entry" in place ? definitionsOf(template, place.entry, found) : [];
  if (declaration === undefined) return undefined;
  if (found.kind === "subVariable") {
    const block = template.text.slice(declaration.whole.start, declaration.whole.end).slice(0, 500);
    return {
      facts: paragraphs(
        `${title(found.name)} · ${word("subVariable", language)}`,
        `\`\`\`\`yaml\n${block.replaceAll("````", "")}\n\`\`\`\``,
      ),
    };
  }
  const declared = declarationReference(declaration.entry, context);
  if (declared === undefined || found.kind !== "dependsOn") return declared;
  return { ...declared, facts: oneLine(declared.facts, `\`DependsOn\`: ${word("dependsOn", language)}`) };
}

function pseudoParameter(found: Reference, context: ReferenceContext): ReferenceText | undefined {
  const { catalogue, language } = context;
  const pseudo =
    found.kind === "ref" || found.kind === "resource" ? catalogue.pseudoParameters.get(found.name) : undefined;
  if (pseudo === undefined) return undefined;
  return {
    facts: oneLine(
      title(pseudo.name),
      word("pseudoParameter", language),
      labelled("example", code(pseudo.example), language),
    ),
    ...described(pseudo, context),
  };
}

function attributeReference({ name, of = [] }: Reference, context: ReferenceContext): ReferenceText | undefined {
  const { template, catalogue, language } = context;
  const [logicalId = ""] = of;
  const typeOf = template.declarations.resources.get(logicalId)?.type;
  if (typeOf === undefined) return undefined;
  const type = catalogue.resourceType(typeOf);
  const attribute = type?.attributes.get(name);
  const facts = oneLine(
    title(`${logicalId}.${name}`),
    typeOf,
    attribute === undefined ? undefined : typeName(attribute.type, language),
  );
  if (typeOf === "AWS::CloudFormation::Stack" && name.startsWith("Outputs."))
    return { facts, text: word("nestedOutput", language), page: pageLink(type?.url, language) };
  if (type === undefined && !catalogue.isUnknownType(typeOf)) return { facts, text: word("customAttribute", language) };
  return { facts, ...described(attribute, context, type?.url) };
}
