import type { CompletionItem } from "./item.ts";
import type { Scene } from "./scene.ts";

export function snippetItems(_scene: Scene): CompletionItem[] {
  return [];
}
