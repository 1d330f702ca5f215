import { objectsOf } from "../../../catalogue/types/schemaAt.ts";
import { type CompletionItem, commaEdits, escapedSnippet, type Scene } from "../scene.ts";
import { quotedKey } from "./keys.ts";

const SECTIONS: ReadonlySet<string> = new Set(["Resources", "Conditions", "Outputs"]);

/** `Fn::ForEach` among entries and properties, if the template has its transform. */
export function loopItems(scene: Scene): CompletionItem[] {
  const { place, template, snippetSupport } = scene;
  if (place.accepts.key !== true || place.hasColon || place.style === "flow" || !snippetSupport) return [];
  if (!template.declarations.transforms.includes("AWS::LanguageExtensions") || !mayHoldLoop(scene)) return [];
  const name = "Fn::ForEach";
  const key = escapedSnippet(quotedKey(scene, `${name}::NAME`)).replace("NAME", "${1:Loop}");
  return [
    {
      label: name,
      kind: "function",
      sortText: `76${name}`,
      insertText: place.style === "json" ? jsonLoop(scene, key) : yamlLoop(scene, key),
      snippet: true,
      span: place.span,
      ...(place.quote !== "" && { filterText: place.quote + name }),
      ...commaEdits(place),
      data: { of: "function", name },
    },
  ];
}

function mayHoldLoop({ place, subject }: Scene): boolean {
  if (place.steps.length === 1) return SECTIONS.has(subject.section ?? "");
  const { section, path, schema, call } = subject;
  const inProperties = section === "Resources" && path[0] === "Properties" && call === undefined;
  return inProperties && schema !== undefined && objectsOf(schema.type).length > 0;
}

function yamlLoop({ place, unit }: Scene, key: string): string {
  const indent = `\n${place.indent}${unit}- `;
  return `${key}:${indent}\${2:Item}${indent}[$3]${indent}'\${4:Name}\\\${\${2}\\}':\n${place.indent}${unit}    $0`;
}

function jsonLoop({ place, unit }: Scene, key: string): string {
  const comma = place.commaAfter === true ? "," : "";
  const inner = `\n${place.indent}${unit}`;
  return `${key}: [${inner}"\${2:Item}",${inner}[$3],${inner}{ "\${4:Name}\\\${\${2}\\}": { $0 \\} \\}\n${place.indent}]${comma}`;
}
