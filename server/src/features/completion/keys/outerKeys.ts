import { objectsOf } from "../../../catalogue/types/schemaAt.ts";
import { outerPlaces } from "../../../model/focus/completionPlace.ts";
import { beginsParts, hasInOrder } from "../match.ts";
import { type CompletionContext, type CompletionItem, padded, type Scene, typedText } from "../scene.ts";
import { keyItems } from "./keys.ts";

/**
 * Keys of the maps around, for a word that begins none of those at its own column. Behind the last item of a list the editor
 * indents the next line like the item, and somebody goes on with the next property there: the item takes the line to its column.
 *
 * @param scenes the places at the word's own column
 * @param items what is offered there
 */
export function outerKeys(
  context: CompletionContext,
  offset: number,
  sceneAt: (place: Scene["place"]) => Scene,
  scenes: readonly Scene[],
  items: readonly CompletionItem[],
): readonly CompletionItem[] {
  if (context.typed !== undefined || !scenes.every(hasKnownKeysOnly)) return [];
  for (const place of outerPlaces(context.template, offset)) {
    const scene = sceneAt(place);
    const typed = typedText(scene);
    if (typed === "" || items.some(({ filterText, label }) => hasInOrder(typed, filterText ?? label))) return [];
    const found = keyItems(scene).filter(({ label }) => beginsParts(typed, label));
    if (found.length > 0) return found.map((item) => padded(item, place));
  }
  return [];
}

/** Whether nothing can stand at a place but keys that its object has. */
function hasKnownKeysOnly({ place: { accepts, hasColon }, subject: { schema } }: Scene): boolean {
  if (accepts.key !== true || accepts.value === true || accepts.item === true || hasColon) return false;
  const objects = schema === undefined ? [] : objectsOf(schema.type);
  return objects.length > 0 && objects.every(({ additional }) => additional === undefined);
}
