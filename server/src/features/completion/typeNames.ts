import { lowerCased } from "../../catalogue/typeNames.ts";
import type { CompletionItem } from "./item.ts";
import { typeMatcher } from "./match.ts";
import { type Scene, typedText } from "./scene.ts";
import { gapBefore, scalarText } from "./writing.ts";

/** Resource types, where the value of `Type` is written. Narrowed by what is typed, as there are many. */
export function typeItems(scene: Scene): CompletionItem[] {
  const { place, subject, catalogue, template } = scene;
  if (place.accepts.value !== true || subject.section !== "Resources") return [];
  if (subject.path.length !== 1 || subject.path[0] !== "Type" || subject.call !== undefined) return [];
  const used = new Set([...template.outline.resources.values()].map(({ type }) => type));
  const gap = gapBefore(scene);
  const items: CompletionItem[] = [];
  const isMeant = typeMatcher(typedText(scene));
  const lower = lowerCased(catalogue.typeNames);
  for (const [index, name] of catalogue.typeNames.entries()) {
    if (!isMeant(lower[index] ?? "")) continue;
    items.push({
      label: name,
      kind: "type",
      sortText: `${used.has(name) ? "1" : "2"}${name}`,
      insertText: gap + scalarText(place, name),
      snippet: false,
      span: place.span,
      ...(place.quote !== "" && { filterText: place.quote + name }),
      data: { of: "type", name },
    });
  }
  return items;
}
