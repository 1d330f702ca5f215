import type { CompletionItem } from "./item.ts";
import { namedItem } from "./named.ts";
import type { Scene } from "./scene.ts";

/** Names of parameters where rules and the console's interface list them. */
export function parameterNameItems(scene: Scene): CompletionItem[] {
  const { subject, place, template } = scene;
  const listed = subject.path.includes("ParameterGroups") && subject.path.includes("Parameters");
  if (subject.section !== "Metadata" || !listed || place.accepts.value !== true) return [];
  const present = new Set(listedNames(scene));
  return [...template.outline.parameters]
    .filter(([name]) => !present.has(name))
    .map(([name, { type }]) => namedItem(scene, { name, kind: "parameter", rank: 1, detail: type }));
}

function listedNames({ template, place }: Scene): string[] {
  const metadata = template.sections.find(({ name }) => name === "Metadata");
  const text = metadata === undefined ? "" : template.text.slice(0, place.span.start);
  return [...text.matchAll(/^\s*-\s+["']?(\w+)["']?\s*$/gm)].flatMap(([, name]) => name ?? []);
}
