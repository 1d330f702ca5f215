import { type DocumentationContext, documentationOf } from "./completion/documentation.ts";
import type { ItemData } from "./completion/item.ts";

/** The documentation of an item that `completion` gave, as Markdown, by the item's data. */
export function resolveCompletion(context: DocumentationContext, data: ItemData): string | undefined {
  return documentationOf(data, context);
}
