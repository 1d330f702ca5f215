import { subOf } from "../functionTexts.ts";
import { rankText, usualValues } from "../keys/usual.ts";
import { type CompletionItem, gapBefore, namedItem, type Scene, typedText, valueBeside } from "../scene.ts";

/** Values that other keys decide: metrics of the alarm's namespace, a parameter's default among its allowed values. */
export function siblingItems(scene: Scene): CompletionItem[] {
  if (scene.place.accepts.value !== true) return scene.place.accepts.item === true ? listedItems(scene) : [];
  return [...metricItems(scene), ...listedItems(scene), ...defaultItems(scene), ...comparedItems(scene)];
}

/** Values that AWS's pages list. */
function listedItems(scene: Scene): CompletionItem[] {
  const { subject, catalogue, place } = scene;
  if (subject.resourceType === undefined || subject.call !== undefined) return [];
  const usual = usualValues(scene);
  const path = subject.path.filter((step) => typeof step === "string");
  // If the schema takes anything, a value on a line of its own is an item.
  const isItem = place.accepts.item === true && subject.schema?.type.kind === "any";
  const at = isItem ? { ...scene, place: { ...place, accepts: { item: true } } } : scene;
  // Enter behind `Env` must not make it `Environment`.
  const isTyped = typedText(scene) !== "";
  return catalogue.values
    .at(subject.resourceType, path, valueBeside(scene))
    .filter(({ isFree }) => !(isFree && isTyped))
    .map(({ name, label, deprecated }, order) => ({
      ...namedItem(at, { name, kind: "value", rank: 2, detail: label === name ? undefined : name }),
      ...(name.includes("${") && {
        insertText: gapBefore(at) + subOf(name)[place.style === "json" ? "json" : "short"],
      }),
      label,
      ...(scene.place.quote !== "" && { filterText: scene.place.quote + label }),
      sortText: `2${deprecated ? "9" : "1"}${rankText(usual.indexOf(name))}${rankText(order)}`,
      ...(deprecated && { deprecated }),
    }));
}

/** CloudWatch's namespaces, and the metrics of the namespace in the key beside. */
function metricItems(scene: Scene): CompletionItem[] {
  const { subject, catalogue, place } = scene;
  const key = subject.path.at(-1);
  if (subject.section !== "Resources" || subject.call !== undefined) return [];
  if (key === "Namespace" && subject.resourceType?.startsWith("AWS::CloudWatch::")) {
    const usual = usualValues(scene);
    return [...catalogue.metrics.keys()].map((name) => ({
      ...namedItem(scene, { name, kind: "value", rank: 2 }),
      sortText: `2${rankText(usual.indexOf(name))}${name}`,
    }));
  }
  if (key !== "MetricName") return [];
  const namespace = place.levels.at(-1)?.valueOf("Namespace") || undefined;
  const metrics =
    namespace === undefined ? [...new Set([...catalogue.metrics.values()].flat())] : catalogue.metrics.get(namespace);
  const usual = usualValues(scene);
  return (metrics ?? []).map((name) => ({
    ...namedItem(scene, { name, kind: "value", rank: 2, detail: namespace }),
    sortText: `2${rankText(usual.indexOf(name))}${name}`,
  }));
}

function defaultItems(scene: Scene): CompletionItem[] {
  const { subject, template } = scene;
  if (subject.section !== "Parameters" || subject.path[0] !== "Default" || subject.entry === undefined) return [];
  return allowedItems(scene, template.declarations.parameters.get(subject.entry)?.allowedValues);
}

/** `!Equals [!Ref Parameter, …`: the values that the parameter may have. */
function comparedItems(scene: Scene): CompletionItem[] {
  const { subject, place, template } = scene;
  const [step] = subject.call?.steps ?? [];
  if (subject.call?.name !== "Fn::Equals" || step?.kind !== "item" || step.index !== 1) return [];
  const before = template.text.slice(Math.max(0, place.span.start - 300), place.span.start);
  const parameter = /(?:!Ref\s+|"?Ref"?\s*:\s*)["']?(\w+)["']?\s*\}?\s*(?:,|\n\s*-)\s*["']?$/.exec(before)?.[1];
  return parameter === undefined
    ? []
    : allowedItems(scene, template.declarations.parameters.get(parameter)?.allowedValues);
}

function allowedItems(scene: Scene, values: readonly string[] | undefined): CompletionItem[] {
  return (values ?? []).map((name) => namedItem(scene, { name, kind: "value", rank: 1 }));
}
