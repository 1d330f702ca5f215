import { type CallAround, callsAround } from "../../model/focus/callsAround.ts";
import type { Focus, Reference } from "../../model/focus/focus.ts";
import { definitionOfEntry, definitionsOf } from "../../model/references/definitions.ts";
import { exportsOf, importedName } from "../../model/references/exports.ts";
import { nestedNameAt } from "../../model/references/nestedNames.ts";
import { entryOf } from "../../model/template.ts";
import { functionOf } from "../../model/tree/functionNames.ts";
import { paragraphs } from "../../notes/rendering/paragraphs.ts";
import { referableMadeBySam } from "../../rules/shared/links/samMade.ts";
import { lineIndex } from "../../text/lineIndex.ts";
import { touches } from "../../text/span.ts";
import { described, pageLink } from "./awsText.ts";
import type { ReferenceContext, ReferenceText } from "./context.ts";
import { declarationReference, exportReference, importReference, mappingReference } from "./declarationReference.ts";
import { keyReference } from "./keyReference.ts";
import { loopReference } from "./loopReference.ts";
import { code, labelled, oneLine, title, word } from "./markdown.ts";
import { type PlacedProperty, placeProperty } from "./placeSchema.ts";
import { propertyReference, typeName } from "./propertyReference.ts";
import { typeReference } from "./typeReference.ts";
import { valueReference } from "./valueReference.ts";

/** What CloudFormation's reference and the template itself say of what is under the caret, in Markdown; `undefined` if nothing. */
export function reference(focus: Focus, offset: number, context: ReferenceContext): ReferenceText | undefined {
  const { catalogue } = context;
  const nested = nestedReference(focus, offset, context);
  if (nested !== undefined) return nested;
  const loop = loopReference(focus, offset, context);
  if (loop !== undefined) return loop;
  switch (focus.kind) {
    case "section":
      return propertyText(placeProperty(focus.place, catalogue), context);
    case "name":
      return declarationReference(focus.entry, context) ?? propertyText(placeProperty(focus.place, catalogue), context);
    case "type":
      return typeReference(focus.type, context);
    case "key":
      return keyReference(focus.name, focus.place, offset, context);
    case "function":
      return functionReference(functionOf(focus.call.name), context);
    case "reference":
      return nameReference(focus, context);
    case "word":
    case "value":
      return scalarReference(focus, offset, context);
    case "blank":
      return undefined;
  }
}

function propertyText(found: PlacedProperty | undefined, context: ReferenceContext): ReferenceText | undefined {
  return found === undefined ? undefined : propertyReference(found, context);
}

/** A value, unless it is an export's name, or only part of one: an argument of a function. */
function scalarReference(
  focus: Extract<Focus, { kind: "value" | "word" }>,
  offset: number,
  context: ReferenceContext,
): ReferenceText | undefined {
  const { template } = context;
  const { place } = focus;
  if (place.in === "entry" && place.section === "Outputs" && place.path.join() === "Export,Name") {
    const exported = exportsOf(template).find(({ span }) => touches(span, offset));
    if (exported !== undefined) return exportReference(exported.output, exported.name, context);
  }
  const calls = "entry" in place ? callsAround(place.entry.value, offset - place.entry.offset) : [];
  const imported = importedName(calls);
  if (imported !== undefined) return importReference(imported, context);
  const found = valueReference(focus, context);
  return found === undefined || isArgument(calls) ? dynamicOnly(focus, found) : found;
}

/** Whether these functions are in the argument of one that makes another value of theirs. */
function isArgument(calls: readonly CallAround[]): boolean {
  return calls.some(({ call, index }) => call.name !== "Fn::If" && !(call.name === "Fn::Sub" && (index ?? 0) === 0));
}

/** A dynamic reference is one in any place. */
function dynamicOnly(
  { scalar }: { scalar: { text: string } },
  found: ReferenceText | undefined,
): ReferenceText | undefined {
  return scalar.text.includes("{{resolve:") ? found : undefined;
}

function functionReference(name: string, context: ReferenceContext): ReferenceText | undefined {
  const { catalogue, language, noteAbove } = context;
  const info = catalogue.functions.get(name);
  if (info === undefined) return undefined;
  const { short, long } = info.syntax;
  const forms = noteAbove === "none" ? [short, long] : [short ?? long];
  const block = forms.filter((form) => form !== undefined).join("\n\n");
  const head = oneLine(
    title(name),
    info.transform === undefined ? undefined : labelled("needs", code(info.transform), language),
  );
  return {
    facts: block.includes("\n") ? paragraphs(head, `\`\`\`yaml\n${block}\n\`\`\``) : oneLine(head, code(block)),
    ...described(info, context),
  };
}

/** A parameter of a nested stack, or an output that is read of it: its declaration, with a link to it. */
function nestedReference({ place }: Focus, offset: number, context: ReferenceContext): ReferenceText | undefined {
  const { template, children, language } = context;
  if (children === undefined || children.size === 0 || !("entry" in place)) return undefined;
  const named = nestedNameAt(template, offset, place.entry);
  const child = named && children.get(named.path);
  const entry = named && child && entryOf(child.template, named.section, named.name);
  if (named === undefined || child === undefined || entry === undefined) return undefined;
  const declared = declarationReference(entry, { ...context, template: child.template });
  if (declared === undefined) return undefined;
  const { line } = lineIndex(child.template.text).at(definitionOfEntry(entry).span.start);
  const link = `[${code(named.path)}](${child.uri.replace(/[()]/g, encodedBracket)}#L${line})`;
  const [first = "", ...others] = declared.facts.split("\n");
  return { ...declared, facts: [oneLine(first, labelled("declaredIn", link, language)), ...others].join("\n") };
}

/** A bracket would end the link. */
function encodedBracket(sign: string): string {
  return sign === "(" ? "%28" : "%29";
}

/** The meaning of a name that refers to something, and the value that it gives. */
function nameReference(
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
  if (declaration === undefined) return madeReference(found, context);
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

/** A resource that SAM adds to the template. */
function madeReference({ name, kind }: Reference, context: ReferenceContext): ReferenceText | undefined {
  const type = kind === "condition" ? undefined : referableMadeBySam(context.template).get(name);
  if (type === undefined) return undefined;
  const head = oneLine(title(name), word("resource", context.language), type, word("madeBySam", context.language));
  return typeReference(type, context, head) ?? { facts: head };
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
  const typeOf = template.declarations.resources.get(logicalId)?.type ?? referableMadeBySam(template).get(logicalId);
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
