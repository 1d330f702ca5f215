import type { CompletionItem, Scene } from "../scene.ts";

/** `{{resolve:…}}` behind two braces that are typed in a property. */
export function dynamicReferenceItems({
  place,
  subject,
  template,
  offset,
  catalogue,
  language,
}: Scene): CompletionItem[] {
  if (subject.section !== "Resources" || subject.path[0] !== "Properties") return [];
  if (place.accepts.value !== true && place.accepts.text !== true) return [];
  const { text } = template;
  const typed = /\{\{[\w:-]*$/.exec(text.slice(Math.max(place.content.start, offset - 100), offset))?.[0];
  if (typed === undefined) return [];
  const closing = /^[\w:.-]*\}{0,2}/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  return [...catalogue.dynamicReferences.values()].map(({ name, syntax, text: words }) => ({
    label: `{{resolve:${name}:…}}`,
    kind: "value",
    detail: words[language],
    filterText: syntax,
    sortText: `1${name}`,
    insertText: syntax,
    snippet: false,
    span: { start: offset - typed.length, end: offset + closing },
  }));
}
