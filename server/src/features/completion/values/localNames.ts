import { rankText } from "../keys/usual.ts";
import { partNames } from "../partNames.ts";
import { type CompletionItem, namedItem, type Scene } from "../scene.ts";

/** The ids of a distribution's origins, the names of a task's containers and volumes, the attributes of a table. */
export function localNameItems(scene: Scene): CompletionItem[] {
  const { subject, place, template } = scene;
  if (place.accepts.value !== true || subject.section !== "Resources" || subject.call !== undefined) return [];
  const [attribute, ...keys] = subject.path.filter((step) => typeof step === "string");
  const found = attribute === "Properties" ? partNames(template, subject, keys.join(".")) : undefined;
  if (found === undefined) return [];
  const names = new Set(found.names);
  // A container waits for others than itself.
  if (found.areOwn) for (const level of place.levels) names.delete(level.valueOf("Name") ?? "");
  const isNumber = subject.schema?.type.kind === "number";
  return [...names].map((name, order) => {
    const item = namedItem(scene, { name, kind: "value", rank: 0, order: rankText(order) });
    return isNumber ? { ...item, insertText: item.insertText.replace(/["']/g, "") } : item;
  });
}
