import { type CompletionItem, namedItem, type Scene } from "../scene.ts";

/** `Fn::FindInMap`: the mapping, its keys, and the names under them. */
export function findInMapItems(scene: Scene): CompletionItem[] {
  const { place, subject, template } = scene;
  const [step] = subject.call?.steps ?? [];
  if (subject.call?.name !== "Fn::FindInMap" || place.accepts.value !== true || step?.kind !== "item") return [];
  const { mappings } = template.declarations;
  if (step.index === 0) return [...mappings.keys()].map((name) => namedItem(scene, { name, kind: "mapping", rank: 1 }));
  const [mapping = "", key] = argumentsBefore(scene);
  const entries = mappings.get(mapping);
  if (entries === undefined) return [];
  if (step.index === 1) {
    return [...entries.keys()].map((name) => namedItem(scene, { name, kind: "mapping", rank: 1, detail: mapping }));
  }
  if (step.index > 2) return [];
  const literal = key === undefined ? undefined : entries.get(key);
  const inner = literal === undefined ? [...entries.values()] : [literal];
  const names = new Map<string, string | undefined>();
  for (const values of inner)
    for (const [name, value] of values) if (!names.has(name)) names.set(name, String(value ?? ""));
  return [...names].map(([name, value]) =>
    namedItem(scene, { name, kind: "mapping", rank: 1, detail: literal === undefined ? mapping : value }),
  );
}

/** The scalars of the argument list before the caret; a function counts as one that is not known. */
function argumentsBefore({ template, place, subject }: Scene): (string | undefined)[] {
  const before = template.text.slice(Math.max(0, place.span.start - 600), place.span.start);
  const from = Math.max(before.lastIndexOf("FindInMap"), 0);
  const parts = before.slice(from + "FindInMap".length);
  const scalar = /^[":\s]*(?:\[\s*|\n\s*-\s*)["']?([\w.:-]+)["']?\s*(?:,|\n|\s*-)/.exec(parts)?.[1];
  if (subject.call?.steps[0]?.kind === "item" && subject.call.steps[0].index === 1) return [scalar];
  const second = /(?:,|\n\s*-)\s*["']?([\w.-]+)["']?\s*(?:,\s*|\n\s*-\s*)$/.exec(parts)?.[1];
  return [scalar, second];
}
