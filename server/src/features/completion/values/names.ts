import { referableMadeBySam } from "../../../rules/shared/links/samMade.ts";
import { fitOf } from "../keys/fit.ts";
import { type CompletionItem, type Named, namedItem, type Scene } from "../scene.ts";

/** Targets of `Ref`: parameters, resources and pseudo parameters, those of the kind that the property wants first. */
export function refItems(scene: Scene): CompletionItem[] {
  const { place, subject } = scene;
  if (subject.call?.name !== "Ref" || subject.call.steps.length > 0 || place.accepts.value !== true) return [];
  return refTargets(scene).map((target) => namedItem(scene, target));
}

/** The targets of `Ref`, and of a variable of `Sub`, at the caret. */
export function refTargets(scene: Scene): readonly Named[] {
  const { template, catalogue, subject } = scene;
  const { parameters } = template.declarations;
  const fit = fitOf(scene);
  const inCondition = subject.section === "Conditions" || subject.section === "Rules";
  const targets: Named[] = scene.place.loopVariables
    .filter((name) => name !== "")
    .map((name) => ({ name, kind: "variable", rank: 0 }));
  for (const [name, { type }] of parameters) {
    targets.push({ name, kind: "parameter", rank: fit.parameter(type, name) ? 1 : 3, detail: type });
  }
  if (!inCondition) {
    for (const [name, type] of nameableResources(scene)) {
      if (name === subject.entry && subject.section === "Resources") continue;
      targets.push({ name, kind: "resource", rank: fit.resource(type) && !fit.isRefused(name) ? 1 : 4, detail: type });
    }
  }
  for (const [index, [name, { text }]] of [...catalogue.pseudoParameters].entries()) {
    const detail = text[scene.language];
    targets.push({
      name,
      kind: "pseudoParameter",
      rank: fit.pseudoParameter(name) ? 2 : 5,
      order: `${index}`,
      detail,
      data: { of: "pseudoParameter", name },
    });
  }
  return targets;
}

/** The resources that a template has, by their names with their types, and those that SAM adds and people refer to. */
export function nameableResources({ template }: Scene): ReadonlyMap<string, string | undefined> {
  const declared = [...template.declarations.resources].map(([name, { type }]) => [name, type] as const);
  const made = [...referableMadeBySam(template)].filter(([name]) => !template.declarations.resources.has(name));
  return new Map([...declared, ...made]);
}

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
