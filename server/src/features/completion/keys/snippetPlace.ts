import { alternatives } from "../../../catalogue/types/schemaAt.ts";
import type { SnippetPlace } from "../../../snippets/snippet.ts";
import { type Scene, typedText } from "../scene.ts";

/** Whether a snippet for `where` may be inserted at the caret; those for scripts, keys and names are offered elsewhere. */
export function isLegal(scene: Scene, where: SnippetPlace): boolean {
  const { place, subject } = scene;
  const free = place.style !== "flow" && !place.hasColon && subject.call === undefined;
  if (!free) return false;
  switch (where.in) {
    case "template":
      return place.accepts.key === true && place.steps.length === 0;
    case "empty":
      return place.accepts.key === true && place.steps.length === 0 && hasNothing(scene);
    case "section":
      return place.accepts.key === true && place.steps.length === 1 && subject.section === where.section;
    case "resource":
      return place.accepts.key === true && isInResource(scene, where.types) && subject.path.length === 0;
    case "path":
      return isInResource(scene, where.types) && atPath(scene, where.path, where.item);
    case "value":
      return isValue(scene);
    case "script":
    case "key":
    case "name":
      return false;
  }
}

/** Whether the template has nothing but the word at the caret. */
function hasNothing({ template, place }: Scene): boolean {
  const { start, end } = place.span;
  const rest = template.text.slice(0, start) + template.text.slice(end);
  // Comments first: within the other pattern, a line of many # could be read in very many ways.
  return /^(?:[\s\ufeff{}]|---)*$/.test(rest.replace(/#.*/g, ""));
}

function isInResource({ subject }: Scene, types: readonly string[]): boolean {
  if (subject.section !== "Resources" || subject.entry === undefined) return false;
  return types.length === 0 || types.includes(subject.resourceType ?? "");
}

function atPath({ place, subject }: Scene, wanted: readonly string[], item: boolean): boolean {
  if (!item) return place.accepts.key === true && pathMatches(subject.path, wanted);
  if (place.accepts.item === true) return pathMatches(subject.path, wanted);
  const last = subject.path.at(-1);
  if (typeof last !== "number" || !pathMatches(subject.path.slice(0, -1), wanted)) return false;
  // Behind a dash, before the item has any key.
  if (place.accepts.key === true) return place.accepts.value === true && place.levels.at(-1)?.members().length === 0;
  return place.style === "json" && place.accepts.value === true && place.quote === "";
}

function pathMatches(path: readonly (string | number)[], wanted: readonly string[]): boolean {
  return path.length === wanted.length && wanted.every((name, index) => name === "*" || name === path[index]);
}

function isValue(scene: Scene): boolean {
  const { place, subject } = scene;
  if (place.accepts.value !== true || place.quote !== "") return false;
  // In free text, a word that only resembles a snippet's name does not mean it.
  if (!/^(?:!.*|import-.*)?$/.test(typedText(scene))) return false;
  const { section, path, schema } = subject;
  const inProperties = section === "Resources" && path[0] === "Properties" && path.length > 1;
  if (!inProperties && !(section === "Outputs" && path[0] === "Value")) return false;
  return schema === undefined || alternatives(schema.type).some(({ kind }) => kind === "string" || kind === "any");
}
