import type { Property } from "../../../catalogue/types/catalogue.ts";
import { alternatives } from "../../../catalogue/types/schemaAt.ts";
import type { CompletionItem } from "../item.ts";
import { fitOf } from "../keys/fit.ts";
import { mayBeFunction, takesFunction } from "../keys/functionPlace.ts";
import type { Scene } from "../scene.ts";
import { commaEdits, gapBefore } from "../writing.ts";

/** Something of the template that a property takes, and how it is referred to. */
interface Target {
  readonly name: string;
  readonly kind: "resource" | "parameter";
  /** The attribute for `Fn::GetAtt`; `undefined`: it is a `Ref`. */
  readonly attribute: string | undefined;
  readonly type: string | undefined;
}

/** More are not offered as single items. */
const MAX_ITEMS = 12;

/** `!GetAtt Role.Arn` and `!Ref Vpc` as single items, if the template has what the property takes. */
export function fittingItems(scene: Scene): CompletionItem[] {
  const { place, subject } = scene;
  const { schema } = subject;
  if (schema === undefined || subject.section !== "Resources" || subject.call !== undefined) return [];
  if (!takesFunction(scene) || !mayBeFunction(scene)) return [];
  const isItem = place.accepts.item === true && place.accepts.key !== true;
  if (place.accepts.value !== true && !isItem) return [];
  const property = schema.property ?? listProperty(scene);
  const targets = fittingTargets(scene, property?.references);
  const isList = alternatives(schema.type).every(({ kind }) => kind === "list");
  return targets
    .filter(({ kind, type = "" }) => isItem || !isList || (kind === "parameter" && /^List<|<List<|^Comma/.test(type)))
    .slice(0, MAX_ITEMS)
    .map((target, order) => fittingItem(scene, target, order, isItem ? "- " : ""));
}

/** The property whose list the caret's item is in. */
function listProperty({ subject, catalogue }: Scene): Property | undefined {
  const { resourceType, path } = subject;
  const name = path.findLast((step) => typeof step === "string");
  const type = resourceType === undefined ? undefined : catalogue.resourceType(resourceType);
  return path.length === 3 && name !== undefined ? type?.properties.properties.get(name) : undefined;
}

/** What of the template a property takes, by what is known of it, else by its name. */
function fittingTargets(scene: Scene, references: Property["references"]): readonly Target[] {
  const { template, subject, catalogue } = scene;
  const fit = fitOf(scene);
  const found: Target[] = [];
  for (const [name, { type }] of template.declarations.resources) {
    if (type === undefined || name === subject.entry) continue;
    const wanted = references?.find((one) => one.type === type);
    const info = catalogue.resourceType(type);
    if (wanted !== undefined) {
      const byRef = info?.ref === undefined || info.ref.split("|").includes(wanted.attribute);
      const attribute = byRef && !info?.attributes.has(wanted.attribute) ? undefined : wanted.attribute;
      found.push({ name, kind: "resource", attribute: byRef && info?.ref !== undefined ? undefined : attribute, type });
    } else if ((references?.length ?? 0) === 0 && fit.resource(type)) {
      found.push({ name, kind: "resource", attribute: attributeFor(scene, type), type });
    }
  }
  for (const [name, { type }] of template.declarations.parameters) {
    if (fit.parameter(type, name)) found.push({ name, kind: "parameter", attribute: undefined, type });
  }
  const isRefused = (one: Target): boolean => one.kind === "resource" && fit.isRefused(one.name);
  return [...found.filter((one) => !isRefused(one)), ...found.filter(isRefused)];
}

/** `RoleArn` takes an ARN, which `Ref` does not give for every type. */
function attributeFor({ subject, catalogue }: Scene, type: string): string | undefined {
  const property = subject.path.findLast((step) => typeof step === "string") ?? "";
  const info = catalogue.resourceType(type);
  return /Arns?$/.test(String(property)) && info?.ref !== "Arn" && info?.attributes.has("Arn") === true
    ? "Arn"
    : undefined;
}

function fittingItem(scene: Scene, target: Target, order: number, dash: string): CompletionItem {
  const { place } = scene;
  const { name, attribute, kind, type } = target;
  const json = place.style === "json";
  const short = attribute === undefined ? `!Ref ${name}` : `!GetAtt ${name}.${attribute}`;
  const long = attribute === undefined ? `{ "Ref": "${name}" }` : `{ "Fn::GetAtt": ["${name}", "${attribute}"] }`;
  const comma = json && place.commaAfter === true && place.levels.at(-1)?.kind === "list" ? "," : "";
  const shown = json ? short.replace("!GetAtt", "Fn::GetAtt").replace("!", "") : short;
  return {
    label: shown,
    kind,
    sortText: `00${order}${name}`,
    insertText: gapBefore(scene) + dash + (json ? long : short) + comma,
    snippet: false,
    span: place.span,
    ...(place.quote !== "" && { filterText: place.quote + shown }),
    ...(type !== undefined && { detail: type }),
    ...(place.style === "block" ? {} : commaEdits(place)),
  };
}
