import type { Reference } from "../../../model/focus/focus.ts";
import { references } from "../../../model/focus/references.ts";
import { entriesOf, type Template } from "../../../model/template.ts";
import { fitOf } from "../keys/fit.ts";
import { rankText } from "../keys/usual.ts";
import { type CompletionItem, type Named, namedItem, type Scene } from "../scene.ts";
import { nameableResources } from "./names.ts";
import { outputNames } from "./nestedStack.ts";

/** `!GetAtt Resource.Attribute`, also as a list of two. */
export function getAttItems(scene: Scene): CompletionItem[] {
  const { place, subject, template, offset } = scene;
  if (subject.call?.name !== "Fn::GetAtt" || place.accepts.value !== true) return [];
  const [step] = subject.call.steps;
  if (step?.kind === "item") {
    if (step.index === 0) return resourceTargets(scene, false);
    const resource = firstArgument(scene);
    return resource === undefined ? [] : attributeTargets(scene, resource, "");
  }
  const typed = template.text.slice(place.content.start, offset);
  const dot = typed.indexOf(".");
  return dot < 0
    ? resourceTargets(scene, true)
    : attributeTargets(scene, typed.slice(0, dot), `${typed.slice(0, dot)}.`);
}

/** The resource before the caret in `[Resource, …`. */
function firstArgument({ template, place }: Scene): string | undefined {
  const before = template.text.slice(Math.max(0, place.span.start - 300), place.span.start);
  return /(?:\[\s*|-\s+)["']?([\w-]+)["']?\s*(?:,\s*|\n\s*-\s*)$/.exec(before)?.[1];
}

function resourceTargets(scene: Scene, dotted: boolean): CompletionItem[] {
  const { catalogue, subject, place } = scene;
  const fit = fitOf(scene);
  const items: CompletionItem[] = [];
  for (const [name, type] of nameableResources(scene)) {
    if (name === subject.entry && subject.section === "Resources") continue;
    const known = type === undefined ? undefined : catalogue.resourceType(type);
    if (known !== undefined && known.attributes.size === 0) continue;
    const item = namedItem(scene, {
      name,
      kind: "resource",
      rank: fit.resource(type) && !fit.isRefused(name) ? 1 : 2,
      detail: type,
      again: dotted,
    });
    const closed = place.quote === "" && place.style !== "json";
    items.push(dotted && closed ? { ...item, insertText: `${item.insertText}.` } : item);
  }
  return items;
}

function attributeTargets(scene: Scene, resource: string, prefix: string): CompletionItem[] {
  const usual = scene.catalogue.usage.attributes(nameableResources(scene).get(resource) ?? "");
  return attributesOf(scene, resource).map((named) => {
    const item = namedItem(scene, { ...named, name: prefix + named.name });
    return {
      ...item,
      label: named.name,
      sortText: `${named.rank}${rankText(usual.indexOf(named.name))}${named.name}`,
      filterText: scene.place.quote + prefix + named.name,
    };
  });
}

/**
 * The attributes of a resource for `GetAtt`; of a nested stack whose template is not known, the outputs that are read
 * elsewhere.
 */
export function attributesOf(scene: Scene, resource: string): readonly Named[] {
  const { template, catalogue, subject, place } = scene;
  const typeName = nameableResources(scene).get(resource);
  const type = typeName === undefined ? undefined : catalogue.resourceType(typeName);
  if (typeName === undefined) return [];
  const property = String(subject.path.findLast((step) => typeof step === "string") ?? "");
  const known = [...(type?.attributes.values() ?? [])].map(
    ({ name }): Named => ({
      name,
      kind: "returnValue",
      rank: property !== "" && property.toLowerCase().endsWith(name.replace(/^.*\./, "").toLowerCase()) ? 1 : 2,
      detail: typeName,
      data: { of: "returnValue", type: typeName, name },
    }),
  );
  if (type !== undefined && !OPEN_TYPES.has(typeName)) return known;
  const outputs = outputNames(scene, resource);
  if (outputs !== undefined) return [...known, ...outputs];
  const used = attributesInUse(template, resource, String(template.text.slice(place.content.start, place.content.end)));
  return [...known, ...used.map((name): Named => ({ name, kind: "returnValue", rank: 3, detail: typeName }))];
}

/** Types whose attributes are those of a nested template or of the resource itself. */
const OPEN_TYPES: ReadonlySet<string> = new Set([
  "AWS::CloudFormation::Stack",
  "AWS::CloudFormation::CustomResource",
  "AWS::Serverless::Application",
  "AWS::ServiceCatalog::CloudFormationProvisionedProduct",
]);

/** Attributes of a resource that the template reads elsewhere. */
function attributesInUse(template: Template, resource: string, typed: string): readonly string[] {
  const found = new Set<string>();
  for (const { kind, name, of } of sectionReferences(template)) {
    if (kind === "attribute" && of?.[0] === resource && /^[\w.-]+$/.test(name) && !typed.endsWith(name))
      found.add(name);
  }
  return [...found];
}

function sectionReferences(template: Template): readonly Reference[] {
  return [...entriesOf(template, "Resources"), ...entriesOf(template, "Outputs")].flatMap(references);
}
