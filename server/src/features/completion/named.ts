import type { CompletionItem, ItemData, ItemKind } from "./item.ts";
import type { Scene } from "./scene.ts";
import { commaEdits, gapBefore, writeScalar } from "./writing.ts";

export interface Named {
  readonly name: string;
  readonly kind: ItemKind;
  /** Smaller comes first. */
  readonly rank: number;
  /** Orders items of one rank; the name does if it is not given. */
  readonly order?: string;
  readonly detail?: string | undefined;
  readonly data?: ItemData;
  readonly again?: boolean;
}

/** An item that writes a name as a scalar in place of the token at the caret. */
export function namedItem(scene: Scene, { name, kind, rank, order = "", detail, data, again }: Named): CompletionItem {
  const { place } = scene;
  const dash = place.accepts.item === true && place.accepts.value !== true ? "- " : "";
  const comma = place.style === "json" && place.commaAfter === true && place.levels.at(-1)?.kind === "list" ? "," : "";
  return {
    label: name,
    kind,
    sortText: `${rank}${order}${name}`,
    insertText: gapBefore(scene) + dash + writeScalar(place, name) + comma,
    snippet: false,
    span: place.span,
    ...(detail !== undefined && { detail }),
    ...(place.quote !== "" && { filterText: place.quote + name }),
    ...(place.style === "block" ? {} : commaEdits(place)),
    ...(again === true && { again }),
    ...(data !== undefined && { data }),
  };
}
