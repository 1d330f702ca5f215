import type { ValueType } from "../../catalogue/types/catalogue.ts";
import { alternatives } from "../../catalogue/types/schemaAt.ts";
import { shapeName } from "./keys/keys.ts";
import { valueSkeleton } from "./keys/skeleton.ts";
import { type CompletionItem, commaEdits, type Scene } from "./scene.ts";

/** In JSON and flow style: an object or list with what it requires, if nothing is typed yet. */
export function bracketItems(scene: Scene): CompletionItem[] {
  const { place, subject, unit, snippetSupport } = scene;
  if (place.style === "block" || place.accepts.value !== true || place.span.end > place.span.start) return [];
  const types = subject.schema === undefined ? [] : alternatives(subject.schema.type);
  const comma = place.commaAfter === true && place.levels.at(-1)?.kind === "list" ? "," : "";
  return types.filter(isBracketed).map((type, index): CompletionItem => {
    const { text } = valueSkeleton(type, place.indent, { style: place.style, unit, snippet: snippetSupport });
    return {
      label: type.kind === "list" ? "[ ]" : "{ }",
      kind: "value",
      detail: shapeName(type),
      sortText: `0${index}`,
      insertText: text.trimStart() + comma,
      // Whoever types the bracket means a line break with the next Enter.
      filterText: " ",
      snippet: snippetSupport,
      span: place.span,
      ...commaEdits(place),
    };
  });
}

function isBracketed({ kind }: ValueType): boolean {
  return kind === "object" || kind === "list" || kind === "map";
}
