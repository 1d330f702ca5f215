import { completionPlaces } from "../model/focus/completionPlace.ts";
import { indentUnit } from "../model/yaml/indentUnit.ts";
import { bracketItems } from "./completion/brackets.ts";
import { emptyJson } from "./completion/keys/emptyJson.ts";
import { keyItems } from "./completion/keys/keys.ts";
import { listedKeyItems } from "./completion/keys/listedKeys.ts";
import { loopItems } from "./completion/keys/loops.ts";
import { outerKeys } from "./completion/keys/outerKeys.ts";
import { parameterNameItems } from "./completion/keys/parameterNames.ts";
import { snippetItems } from "./completion/keys/snippetItems.ts";
import { inOneLine, withoutLastStop } from "./completion/keys/tabStops.ts";
import { typeItems } from "./completion/keys/typeNames.ts";
import { areKeys, isListComplete, mayOpen, whileTyping } from "./completion/keys/typing.ts";
import { namedResourceItems } from "./completion/namedResources.ts";
import { type CompletionContext, type CompletionItem, padded, type Scene, typedText } from "./completion/scene.ts";
import { scriptSnippetItems } from "./completion/scripts/scriptSnippets.ts";
import { scriptItems } from "./completion/scripts/scriptWords.ts";
import { subjectOf } from "./completion/subject.ts";
import { composedItems } from "./completion/values/composedValues.ts";
import { dependsOnItems } from "./completion/values/dependsOn.ts";
import { dynamicReferenceItems } from "./completion/values/dynamicReferences.ts";
import { findInMapItems } from "./completion/values/findInMap.ts";
import { fittingItems } from "./completion/values/fitting.ts";
import { functionItems, isTagWithArgument } from "./completion/values/functions.ts";
import { getAttItems } from "./completion/values/getAtt.ts";
import { importItems } from "./completion/values/importValue.ts";
import { localNameItems } from "./completion/values/localNames.ts";
import { conditionItems, refItems } from "./completion/values/names.ts";
import { nestedStackItems } from "./completion/values/nestedStack.ts";
import { actionItems } from "./completion/values/policyActions.ts";
import { siblingItems } from "./completion/values/siblingValues.ts";
import { subItems, subMapItems } from "./completion/values/subText.ts";
import { valueItems } from "./completion/values/values.ts";

export interface CompletionResult {
  readonly items: readonly CompletionItem[];
  /** Whether the list depends on what is typed, so that the editor has to ask again as typing goes on. */
  readonly isIncomplete: boolean;
}

/** What may be inserted at a caret. Documentation is requested later, by `documentationOf`. */
export function completion(context: CompletionContext, offset: number): CompletionResult {
  const empty = emptyJson(context, offset);
  if (empty !== undefined) {
    // Without snippets the caret could not be put between the braces.
    const { items } = context.snippetSupport ? completion(empty.context, empty.offset) : { items: [] };
    return { items: items.map(empty.withBraces), isIncomplete: true };
  }
  const unit = indentUnit(context.template, context.indent);
  const sceneAt = (place: Scene["place"]): Scene => ({
    ...context,
    offset,
    place,
    unit,
    subject: subjectOf(context.template, context.catalogue, place),
  });
  const scenes = completionPlaces(context.template, offset).map(sceneAt);
  const opening = scenes.filter(mayOpen);
  const here = distinctItems(opening.flatMap((scene) => whileTyping(scene, itemsAt(scene))));
  const outer = outerKeys(context, offset, sceneAt, scenes, here);
  const found = outer.length > 0 ? outer : here;
  const items = context.snippetSupport ? found.map(withoutLastStop) : found.flatMap(inOneLine);
  if (outer.length > 0) return { items, isIncomplete: true };
  return { items, isIncomplete: opening.some((scene) => changesWithTyping(scene, items)) || isNarrowed(items) };
}

function itemsAt(scene: Scene): readonly CompletionItem[] {
  // If the function's argument is there already, only its name is completed.
  const sources = isTagWithArgument(scene) ? [functionItems] : SOURCES;
  return sources.flatMap((source) => source(scene)).map((item) => padded(item, scene.place));
}

/**
 * Whether the list changes while somebody types on. Values that others may stand beside go when one is typed in full,
 * functions come when one is begun; a logical id says which resource is meant. Lists of keys and of listed values do
 * not change: the editor narrows them by itself, and no late answer leaves it with the list of an older word, whose
 * item Enter would take.
 */
function changesWithTyping(scene: Scene, items: readonly CompletionItem[]): boolean {
  const { place, subject } = scene;
  const isId = place.accepts.key === true && place.steps.length === 1 && subject.section === "Resources";
  if (isId || place.accepts.text === true) return true;
  if (place.accepts.value !== true) return false;
  const typed = typedText(scene);
  return !(place.accepts.key === true ? areKeys(items, typed) : isListComplete(scene, items));
}

/** Whether the list was, or will be, narrowed by what is typed. */
function isNarrowed(items: readonly CompletionItem[]): boolean {
  const long = items.length > 100;
  return items.some(({ kind, data }) => data?.of === "service" || (long && kind === "value"));
}

/** The first of the items that would look the same. */
function distinctItems(items: readonly CompletionItem[]): readonly CompletionItem[] {
  const byName = new Map<string, CompletionItem>();
  for (const item of items) {
    const name = `${item.kind} ${item.label}`;
    if (!byName.has(name)) byName.set(name, item);
  }
  return byName.size === items.length ? items : [...byName.values()];
}

/** Each looks at the place and gives its items; several may have some for one place. */
const SOURCES: readonly ((scene: Scene) => readonly CompletionItem[])[] = [
  keyItems,
  listedKeyItems,
  typeItems,
  valueItems,
  bracketItems,
  dynamicReferenceItems,
  siblingItems,
  composedItems,
  localNameItems,
  fittingItems,
  refItems,
  getAttItems,
  subItems,
  subMapItems,
  findInMapItems,
  dependsOnItems,
  conditionItems,
  importItems,
  parameterNameItems,
  nestedStackItems,
  actionItems,
  scriptItems,
  scriptSnippetItems,
  functionItems,
  loopItems,
  namedResourceItems,
  snippetItems,
];
