import { type CompletionItem, namedItem, type Scene } from "../scene.ts";

/** Names of conditions. */
export function conditionItems(scene: Scene): CompletionItem[] {
  const { place, subject, template } = scene;
  if (place.accepts.value !== true || !wantsCondition(scene)) return [];
  return [...template.declarations.conditions]
    .filter((name) => !(subject.section === "Conditions" && name === subject.entry))
    .map((name) => namedItem(scene, { name, kind: "condition", rank: 1 }));
}

function wantsCondition({ subject, place }: Scene): boolean {
  const { call, section, path } = subject;
  const last = place.steps.at(-1);
  if (call?.name === "Condition") return true;
  if (call?.name === "Fn::If")
    return call.steps.length === 1 && call.steps[0]?.kind === "item" && call.steps[0].index === 0;
  if (call !== undefined) return section === "Conditions" && last?.kind === "key" && last.name === "Condition";
  if (section === "Resources" || section === "Outputs") return path.length === 1 && path[0] === "Condition";
  return section === "Conditions" && last?.kind === "key" && last.name === "Condition";
}
