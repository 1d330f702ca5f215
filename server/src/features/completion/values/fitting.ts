import type { Property } from "../../../catalogue/types/catalogue.ts";
import { alternatives } from "../../../catalogue/types/schemaAt.ts";
import type { CompletionItem } from "../item.ts";
import { fitOf, wantedName } from "../keys/fit.ts";
import { mayBeFunction, mayBeginFunction, takesFunction } from "../keys/functionPlace.ts";
import { beginsParts } from "../match.ts";
import { type Scene, typedText } from "../scene.ts";
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
  if (!takesFunction(scene)) return [];
  const isNamed = namesTarget(scene);
  if (!isNamed && !mayBeFunction(scene)) return [];
  const isItem = place.accepts.item === true && place.accepts.key !== true;
  if (place.accepts.value !== true && !isItem) return [];
  const property = schema.property ?? listProperty(scene);
  const typed = typedText(scene);
  const targets = fittingTargets(scene, property?.references);
  const isList = alternatives(schema.type).every(({ kind }) => kind === "list");
  return targets
    .filter(({ kind, type = "" }) => isItem || !isList || (kind === "parameter" && /^List<|<List<|^Comma/.test(type)))
    .filter((target) => !isNamed || (isNoText(scene, target, property?.references) && beginsParts(typed, target.name)))
    .slice(0, MAX_ITEMS)
    .map((target, order) => {
      const item = fittingItem(scene, target, order, isItem ? "- " : "");
      return isNamed ? { ...item, filterText: target.name } : item;
    });
}

/** Whether the name of what is meant is being typed in place of a reference to it. */
function namesTarget(scene: Scene): boolean {
  const { place } = scene;
  return place.style !== "json" && place.quote === "" && !mayBeginFunction(typedText(scene));
}

/** Whether a word at the place can hardly be anything but the name of a target: `VpcId`, but not a `RoleName` of one's own. */
function isNoText({ subject }: Scene, { kind, type = "" }: Target, references: Property["references"] = []): boolean {
  if (subject.schema?.property === undefined && references.length === 0) return false;
  if (kind === "parameter") return references.length > 0 || type.includes("AWS::");
  return type !== subject.resourceType || references.length > 0;
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
  const fitsBy = wantedName(scene);
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
  if (fitsBy !== undefined) found.sort((one, other) => Number(isCalled(other, fitsBy)) - Number(isCalled(one, fitsBy)));
  const isRefused = (one: Target): boolean => one.kind === "resource" && fit.isRefused(one.name);
  return [...found.filter((one) => !isRefused(one)), ...found.filter(isRefused)];
}

/** Whether a target is called as what is wanted: `OrdersTable` at `ORDERS_TABLE`. */
function isCalled({ name }: Target, wanted: string): boolean {
  return wanted.toLowerCase().startsWith(name.toLowerCase());
}

/**
 * `RoleArn` takes an ARN, which `Ref` does not give for every type. What no schema knows, as a variable or a dimension
 * of a metric, is called as the attribute: `QUEUE_NAME` is a `QueueName`, a `TargetGroup` its `TargetGroupFullName`.
 */
function attributeFor(scene: Scene, type: string): string | undefined {
  const { subject, catalogue } = scene;
  const wanted = wantedName(scene) ?? "";
  const info = catalogue.resourceType(type);
  if (info === undefined) return undefined;
  if (subject.schema?.property === undefined || subject.path.includes("Dimensions")) {
    const { ref = "" } = info;
    const names = [...info.attributes.keys()].filter((name) => wanted.endsWith(name) || name === `${wanted}FullName`);
    const [longest] = names.sort((one, other) => other.length - one.length);
    if (longest !== undefined && !(ref !== "" && wanted.endsWith(ref))) return longest;
  }
  return /Arns?$/.test(wanted) && info.ref !== "Arn" && info.attributes.has("Arn") ? "Arn" : undefined;
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
