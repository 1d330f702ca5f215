import { type CompletionItem, type Scene, valueBeside } from "../scene.ts";
import { insertion, shapeName } from "./keys.ts";
import { rankText } from "./usual.ts";

/** Keys that AWS's pages list if the schema takes any JSON: of event patterns, of state machines and their states. */
export function listedKeyItems(scene: Scene): CompletionItem[] {
  const { place, subject, catalogue } = scene;
  const { resourceType, path, call } = subject;
  if (place.accepts.key !== true || call !== undefined || resourceType === undefined) return [];
  const level = place.levels.at(-1);
  const present = new Set(level?.members().map(({ name }) => name));
  const names = path.filter((step) => typeof step === "string");
  return catalogue.values
    .keys(resourceType, names, valueBeside(scene))
    .flatMap(({ name, type }, order): CompletionItem[] =>
      present.has(name)
        ? []
        : [
            {
              ...insertion(scene, name, () => type, { path: [...path, name] }),
              label: name,
              kind: "property",
              detail: shapeName(type),
              sortText: `1${rankText(order)}`,
              ...(place.quote !== "" && { filterText: place.quote + name }),
            },
          ],
    );
}
