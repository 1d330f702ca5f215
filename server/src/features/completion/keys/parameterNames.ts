import type { ValueType } from "../../../catalogue/types/catalogue.ts";
import { alternatives } from "../../../catalogue/types/schemaAt.ts";
import { keysAround } from "../../../model/focus/completionPlace.ts";
import { type CompletionItem, namedItem, type Scene } from "../scene.ts";
import { insertion } from "./keys.ts";

/** Names of parameters in rules and in the console's interface, which list them. */
export function parameterNameItems(scene: Scene): CompletionItem[] {
  const { subject, place, template } = scene;
  if (subject.path.at(-1) === "ParameterLabels" && place.accepts.key === true) return labelItems(scene);
  const listed = subject.path.includes("ParameterGroups") && subject.path.includes("Parameters");
  if (subject.section !== "Metadata" || !listed || place.accepts.value !== true) return [];
  const present = new Set(namesInList(scene));
  return [...template.declarations.parameters]
    .filter(([name]) => !present.has(name))
    .map(([name, { type }]) => namedItem(scene, { name, kind: "parameter", rank: 1, detail: type }));
}

function namesInList({ template, place }: Scene): string[] {
  const metadata = template.sections.find(({ name }) => name === "Metadata");
  const text = metadata === undefined ? "" : template.text.slice(0, place.span.start);
  return [...text.matchAll(/^[ \t]*-[ \t]+["']?(\w+)["']?[ \t\r]*$/gm)].flatMap(([, name]) => name ?? []);
}

/** `ParameterLabels` has parameters as its keys. */
function labelItems(scene: Scene): CompletionItem[] {
  const { place, subject, template } = scene;
  const present = keysAround(place);
  const labels = alternatives(subject.schema?.type ?? ANY).find(({ kind }) => kind === "map");
  const type = labels?.kind === "map" ? labels.values : ANY;
  return [...template.declarations.parameters.keys()]
    .filter((name) => !present.has(name))
    .map((name) => ({
      ...insertion(scene, name, () => type),
      label: name,
      kind: "parameter",
      sortText: `1${name}`,
      ...(place.quote !== "" && { filterText: `${place.quote}${name}` }),
    }));
}

const ANY: ValueType = { kind: "any" };
