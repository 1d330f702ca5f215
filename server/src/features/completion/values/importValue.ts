import { type CompletionItem, type ExportedName, escapedSnippet, namedItem, type Scene } from "../scene.ts";

/** `Fn::ImportValue`: what other templates of the workspace export. */
export function importItems(scene: Scene): CompletionItem[] {
  const { place, subject, exports } = scene;
  if (place.accepts.value !== true || subject.call === undefined) return [];
  if (subject.call.name === "Fn::ImportValue") return exports.map((one) => importedItem(scene, one));
  const inSub = subject.call.name === "Fn::Sub" && subject.calls.at(-2) === "Fn::ImportValue";
  if (!inSub || subject.call.steps.length > 0) return [];
  return exports.map(({ name, from }) => namedItem(scene, { name, kind: "export", rank: 1, detail: from }));
}

const VARIABLE = /\$\{([^}]{0,300})\}/g;

/** Parts of a name that are filled in at deployment become tab stops: they are the other stack's. */
function importedItem(scene: Scene, { name, from }: ExportedName): CompletionItem {
  const written = name.replace(VARIABLE, (_, variable: string) => placeholder(variable));
  const item = namedItem(scene, { name: written, kind: "export", rank: 1, detail: from });
  if (written === name) return item;
  const filter = { label: name, filterText: `${scene.place.quote}${name}` };
  if (!scene.snippetSupport) return { ...item, ...filter };
  let stop = 0;
  const insertText = name
    .match(VARIABLE)
    ?.map((variable) => placeholder(variable.slice(2, -1)))
    .reduce((text, one) => text.replace(one, `\${${++stop}:${one}}`), escapedSnippet(item.insertText));
  return { ...item, ...filter, insertText: insertText ?? item.insertText, snippet: true };
}

function placeholder(variable: string): string {
  return variable.replace(/^AWS::/, "").replace(/\W/g, "") || "name";
}
