import type { CompletionItem } from "./item.ts";
import { namedItem } from "./named.ts";
import type { Scene } from "./scene.ts";

/** `Fn::ImportValue`: what other templates of the workspace export. */
export function importItems(scene: Scene): CompletionItem[] {
  const { place, subject, exports } = scene;
  if (subject.call?.name !== "Fn::ImportValue" || place.accepts.value !== true) return [];
  return exports.map(({ name, from }) => namedItem(scene, { name, kind: "export", rank: 1, detail: from }));
}
