import type { Property, ValueType } from "../../../catalogue/types/catalogue.ts";
import { alternatives } from "../../../catalogue/types/schemaAt.ts";
import { referenceTo } from "../functionTexts.ts";
import { isOutputValue } from "../keys/fit.ts";
import { mayBeFunction, mayBeginFunction, takesFunction } from "../keys/functionPlace.ts";
import { fittingTargets, OF_STATES, type Target } from "../keys/targets.ts";
import { beginsParts } from "../match.ts";
import { type CompletionItem, commaEdits, gapBefore, type Scene, typedText } from "../scene.ts";

/** More are not offered as single items. */
const MAX_ITEMS = 12;
/** Some schemas allow an ARN ten thousand letters. */
const MAX_REFERENCE_LENGTH = 20_000;

/** `!GetAtt Role.Arn` and `!Ref Vpc` as single items, if the template has what the property takes. */
export function fittingItems(scene: Scene): CompletionItem[] {
  const { place, subject } = scene;
  const { schema } = subject;
  if (schema === undefined || subject.call !== undefined || isLongText(schema.type)) return [];
  if (subject.section !== "Resources" && subject.section !== "Globals" && !isOutputValue(subject)) return [];
  if (!takesFunction(scene)) return [];
  const isNamed = namesTarget(scene);
  if (!isNamed && !mayBeFunction(scene)) return [];
  const isItem = place.accepts.item === true && place.accepts.key !== true;
  if (place.accepts.value !== true && !isItem) return [];
  const references = (schema.property ?? listProperty(scene))?.references ?? ofState(scene);
  const typed = typedText(scene);
  const targets = fittingTargets(scene, references);
  const isList = alternatives(schema.type).every(({ kind }) => kind === "list");
  return targets
    .filter(({ kind, type = "" }) => isItem || !isList || (kind === "parameter" && /^List<|<List<|^Comma/.test(type)))
    .filter((target) => !isNamed || (isNoText(scene, target, references) && beginsParts(typed, target.name)))
    .slice(0, MAX_ITEMS)
    .map((target, order) => {
      const item = fittingItem(scene, target, order, isItem ? "- " : "");
      return isNamed ? { ...item, filterText: target.name } : item;
    });
}

/** A text in which there may be references is none itself. */
function isLongText(type: ValueType): boolean {
  return type.kind === "string" && (type.maxLength ?? 0) > MAX_REFERENCE_LENGTH;
}

function ofState({ subject: { resourceType, path } }: Scene): Property["references"] {
  if (!resourceType?.endsWith("::StateMachine") || path[1] !== "Definition" || !path.includes("States"))
    return undefined;
  return OF_STATES[String(path.at(-1))];
}

/** Whether the name of what is meant is being typed in place of a reference to it. */
function namesTarget(scene: Scene): boolean {
  const { place } = scene;
  return place.style !== "json" && place.quote === "" && !mayBeginFunction(typedText(scene));
}

/** Whether a word at the place can hardly be anything but the name of a target: `VpcId`, but not a `RoleName` of one's own. */
function isNoText({ subject }: Scene, { kind, type = "" }: Target, references: Property["references"] = []): boolean {
  if (subject.section === "Outputs") return kind === "resource";
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

function fittingItem(scene: Scene, target: Target, order: number, dash: string): CompletionItem {
  const { place } = scene;
  const { name, kind, type } = target;
  const isJson = place.style === "json";
  const { short, json } = referenceTo(name, target.attribute);
  const comma = isJson && place.commaAfter === true && place.levels.at(-1)?.kind === "list" ? "," : "";
  const shown = isJson ? short.replace("!GetAtt", "Fn::GetAtt").replace("!", "") : short;
  return {
    label: shown,
    kind,
    sortText: `00${order}${name}`,
    insertText: gapBefore(scene) + dash + (isJson ? json : short) + comma,
    snippet: false,
    span: place.span,
    ...(place.quote !== "" && { filterText: place.quote + shown }),
    ...(type !== undefined && { detail: type }),
    ...(place.style === "block" ? {} : commaEdits(place)),
  };
}
