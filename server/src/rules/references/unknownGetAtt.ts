import { isGeneratedName } from "../../catalogue/sam/generatedNames.ts";
import { samBecomes } from "../../catalogue/sam/samKinds.ts";
import type { Catalogue, ResourceType } from "../../catalogue/types/catalogue.ts";
import { callsAround } from "../../model/focus/callsAround.ts";
import type { Reference } from "../../model/focus/focus.ts";
import { references } from "../../model/focus/references.ts";
import type { Declarations, EntryContent } from "../../model/template.ts";
import type { CallNode } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import { answer } from "../shared/answer.ts";
import { type AttributesMeant, attributesListed, attributesMeant } from "../shared/attributesMeant.ts";
import { isLoopName, mayBeGenerated, missingInLoop } from "../shared/declaredNames.ts";
import { suggestion, suggestionFor } from "../shared/fixes/nearest.ts";
import { referFix } from "../shared/fixes/referFix.ts";
import type { EntryContext, EntryRule } from "../shared/rule.ts";
import { valueSites } from "../shared/values/valueSites.ts";

/** `Fn::GetAtt`, or `${Resource.Attribute}` in `Fn::Sub`, of a resource or an attribute that does not exist. */
export const unknownGetAtt: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals", "Outputs", "Conditions", "Rules", "Hooks"],
  check(entry, context) {
    const all = references(entry);
    for (const [index, reference] of all.entries()) {
      // The attribute stands right behind its resource.
      if (reference.kind === "resource") checkResource(reference, all[index + 1], context);
      else if (reference.kind === "attribute") checkAttribute(reference, entry, context);
    }
  },
};

function checkResource(reference: Reference, next: Reference | undefined, context: EntryContext): void {
  const { declarations, catalogue, report } = context;
  const { name } = reference;
  const missing = missingInLoop(reference, declarations);
  if (missing !== undefined) report(reference, missing);
  if (declarations.resources.has(name) || isLoopName(name) || mayBeGenerated(name, declarations)) return;
  if (declarations.parameters.has(name)) {
    report(reference, { message: "parameter", with: { name } });
    return;
  }
  const attribute = next?.kind === "attribute" && next.of?.[0] === name ? next.name : undefined;
  const having = [...declarations.resources].filter(
    ([, { type }]) =>
      attribute === undefined || type === undefined || isKnownAttribute(attribute, type, catalogue, declarations),
  );
  const meant = suggestion(
    name,
    having.map(([other]) => other),
    reference,
  );
  const says = answer(
    reference.via === "Fn::Sub"
      ? "instance of Fn::Sub references invalid resource attribute"
      : "instance of Fn::GetAtt references undefined resource",
  );
  report(reference, { message: "no-resource", with: { name, says, meant }, missing: name, data: meant.data });
}

function checkAttribute(reference: Reference, entry: EntryContent, context: EntryContext): void {
  const { declarations, catalogue, format, report } = context;
  const { name, of: [resource = ""] = [] } = reference;
  const type = declarations.resources.get(resource)?.type ?? declarations.loopTypes.get(resource);
  if (type === undefined || isLoopName(name)) return;
  const known = catalogue.resourceType(type);
  if (isKnownAttribute(name, type, catalogue, declarations)) {
    const parts = reference.via === "Fn::Sub" ? partsOf(name, known) : [];
    if (parts.length > 0) report(reference, { message: "object", with: { name, parts } });
    return;
  }
  const { meant, inOrder, byRef }: Partial<AttributesMeant> = known === undefined ? {} : attributesMeant(name, known);
  const call = reference.via === "Fn::Sub" ? undefined : callsAround(entry.value, reference.start).at(-1)?.call;
  if (
    call !== undefined &&
    meant === undefined &&
    inOrder?.join() === known?.ref &&
    takesRef(call, known, entry, catalogue)
  ) {
    const values = { name, type, says: saysOf(reference), resource };
    report(reference, { message: "by-ref", with: values, data: referFix(call, resource, undefined, format) });
    return;
  }
  const { en, ja, data } = suggestionFor(meant, reference);
  const list = meant === undefined ? attributesListed(inOrder ?? []) : NOTHING;
  const other = byRef === undefined ? NOTHING : { en: ` Ref gives ${byRef}.`, ja: `${byRef}はRefで得られます。` };
  const says = saysOf(reference);
  report(reference, {
    en: `${name || "(nothing)"} is not an attribute of ${type}${says.en}.${en}${list.en}${other.en}`,
    ja: `${type}に${name || "（空）"}という属性はありません${says.ja}。${ja}${list.ja}${other.ja}`,
    data,
  });
}

/** Whether the property whose value a call is takes what `Ref` gives of a type. */
function takesRef(call: CallNode, type: ResourceType | undefined, entry: EntryContent, catalogue: Catalogue): boolean {
  const { property } = valueSites(entry, catalogue).calls.find(({ node }) => node === call) ?? {};
  return property?.references?.some((one) => one.type === type?.name && one.attribute === type.ref) === true;
}

function saysOf({ name, via }: Reference): Localised {
  return answer(`does not support attribute type ${name}${via === "Fn::Sub" ? "" : " in Fn::GetAtt"}`);
}

/** What an attribute holds that is an object, and so no text. */
function partsOf(name: string, type: ResourceType | undefined): readonly string[] {
  const own = type?.attributes.get(name) ?? type?.properties.properties.get(name);
  if (type === undefined || (own !== undefined && own.type.kind !== "object")) return [];
  return [...type.attributes.keys()].filter((attribute) => attribute.startsWith(`${name}.`));
}

const NOTHING: Localised = { en: "", ja: "" };

const STACKS: ReadonlySet<string> = new Set([
  "AWS::CloudFormation::Stack",
  "AWS::ServiceCatalog::CloudFormationProvisionedProduct",
]);

/** Attributes that work, but that AWS's data no longer lists. */
const OLD_NAMES: ReadonlySet<string> = new Set([
  "AWS::Elasticsearch::Domain.DomainArn",
  "AWS::OpenSearchService::Domain.DomainArn",
]);

function isKnownAttribute(name: string, type: string, catalogue: Catalogue, declarations: Declarations): boolean {
  const known = catalogue.resourceType(type);
  // The attributes of a custom resource, a module or a generated resource are not in the catalogue.
  if (known === undefined || type === "AWS::CloudFormation::CustomResource") return true;
  const made = samBecomes(type);
  if (known.transform !== undefined && made === undefined) return true;
  if (STACKS.has(made ?? type)) return name.startsWith("Outputs.") || known.attributes.has(name);
  if (known.attributes.has(name)) return true;
  if (OLD_NAMES.has(`${type}.${name}`)) return true;
  // For many types GetAtt also returns properties, documented or not.
  const [first = ""] = name.split(".", 1);
  if (known.properties.properties.has(first)) return true;
  // Of a resource that SAM makes, also those of what it becomes, and of what is made beside it.
  if (made !== undefined && catalogue.resourceType(made)?.properties.properties.has(first) === true) return true;
  if (made !== undefined && isGeneratedName(`.${first}`, "", type, [])) return true;
  if (declarations.open && name === "") return true;
  // An object is an attribute as well as what it holds; so are members of lists and free maps.
  for (const attribute of known.attributes.keys())
    if (name.startsWith(`${attribute}.`) || attribute.startsWith(`${name}.`)) return true;
  return false;
}
