import type { ValueType } from "../../../catalogue/types/catalogue.ts";
import { keysAround } from "../../../model/focus/completionPlace.ts";
import { type ChildTemplate, nestedStacks } from "../../../model/references/childTemplates.ts";
import { type DeclaredParameter, type Entry, entriesOf } from "../../../model/template.ts";
import { type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import { escapeMarkdown } from "../../../notes/rendering/hoverInline.ts";
import { said } from "../../../text/localised.ts";
import { insertion, quotedKey } from "../keys/keys.ts";
import { childHere } from "../keys/nestedChild.ts";
import { rankText } from "../keys/usual.ts";
import { type CompletionItem, escapedSnippet, type ItemData, type Named, namedItem, type Scene } from "../scene.ts";

/** `Parameters` of a nested stack: the parameters of its template, and their allowed values. */
export function nestedStackItems(scene: Scene): CompletionItem[] {
  const { subject, place } = scene;
  const [attribute, property, name, ...others] = subject.path;
  if (attribute !== "Properties" || property !== "Parameters" || others.length > 0 || subject.call !== undefined)
    return [];
  const child = childHere(scene);
  if (child === undefined) return [];
  if (name === undefined) return place.accepts.key === true ? parameterItems(scene, child) : [];
  if (place.accepts.value !== true) return [];
  const { allowedValues = [] } = child.template.declarations.parameters.get(String(name)) ?? {};
  return allowedValues.map((value, order) => ({
    ...namedItem(scene, { name: value, kind: "value", rank: 1 }),
    sortText: `1${rankText(order)}`,
  }));
}

/** The outputs of the template that a resource nests, as its attributes; `undefined` if the template is not known. */
export function outputNames({ template, children }: Scene, resource: string): readonly Named[] | undefined {
  const path = nestedStacks(template, "Resources").find(({ entry }) => entry.name === resource)?.found;
  const child = path === undefined ? undefined : children?.get(path);
  if (child === undefined) return undefined;
  return entriesOf(child.template, "Outputs")
    .filter(({ name }) => !name.startsWith("Fn::"))
    .map(({ name, value }) => ({
      name: `Outputs.${name}`,
      kind: "returnValue",
      rank: 1,
      detail: path,
      ...toldOf(descriptionText(value, "Description")),
    }));
}

function parameterItems(scene: Scene, { template: child }: ChildTemplate): CompletionItem[] {
  const { place } = scene;
  const present = keysAround(place);
  return entriesOf(child, "Parameters").flatMap((entry): CompletionItem[] => {
    const { name } = entry;
    const parameter = child.declarations.parameters.get(name);
    if (parameter === undefined || present.has(name)) return [];
    return [
      {
        ...keyInsertion(scene, name, parameter),
        label: name,
        kind: "parameter",
        detail: detailOf(parameter, scene.language),
        sortText: `${parameter.default === undefined ? 1 : 3}${name}`,
        ...(place.quote !== "" && { filterText: `${place.quote}${name}` }),
        ...toldOf(factsOf(entry, parameter)),
      },
    ];
  });
}

/** A parameter that both templates have is most often handed on. */
function keyInsertion(scene: Scene, name: string, { allowedValues }: DeclaredParameter): ReturnType<typeof insertion> {
  const type: ValueType = allowedValues === undefined ? { kind: "string" } : { kind: "string", enum: allowedValues };
  const plain = insertion(scene, name, () => type);
  const { place, template, snippetSupport } = scene;
  if (place.hasColon || !template.declarations.parameters.has(name)) return plain;
  const { again, ...others } = plain;
  const value = place.style === "json" ? `{ "Ref": "${name}" }` : `!Ref ${name}`;
  const comma = place.style !== "block" && place.commaAfter === true ? "," : "";
  const key = quotedKey(scene, name);
  const insertText = snippetSupport
    ? `${escapedSnippet(key)}: \${1:${escapedSnippet(value)}}${comma}`
    : `${key}: ${value}${comma}`;
  return { ...others, insertText, snippet: snippetSupport };
}

function detailOf({ type = "", default: fallback }: DeclaredParameter, language: "en" | "ja"): string {
  const required = said(language, "required", "必須");
  const standard = said(language, "default", "デフォルト");
  return `${type} · ${fallback === undefined ? required : `${standard}: ${fallback === "" ? '""' : fallback}`}`;
}

function factsOf({ value }: Entry, { allowedValues = [] }: DeclaredParameter): string {
  const allowed = allowedValues.map((one) => `\`${one}\``).join(", ");
  return [descriptionText(value, "Description"), descriptionText(value, "ConstraintDescription"), allowed]
    .filter((part) => part !== undefined && part !== "")
    .join("\n\n");
}

function toldOf(text: string | undefined): { readonly data?: ItemData } {
  return text === undefined || text === "" ? {} : { data: { of: "told", text } };
}

/** A description in a template is plain text, even if it has signs of Markdown. */
function descriptionText(node: Node, key: string): string | undefined {
  const text = textOf(valueAt(node, key));
  return text === undefined ? undefined : escapeMarkdown(text);
}
