import type { Catalogue } from "../../catalogue/catalogue.ts";
import { code, type Language, labelled, pageLink, paragraphs, word } from "./frame.ts";

const REFERENCE = /\{\{resolve:([\w-]+)(?::[^{}]*(?:\$\{[^{}]*\}[^{}]*)*)?\}\}/g;

/** What the dynamic reference at an offset of a text stands for; without an offset, the first one. */
export function dynamicReference(
  text: string,
  textOffset: number | undefined,
  catalogue: Catalogue,
  language: Language,
): string | undefined {
  if (!text.includes("{{resolve:")) return undefined;
  for (const { 0: written, 1: service = "", index } of text.matchAll(REFERENCE)) {
    if (textOffset !== undefined && (textOffset < index || textOffset > index + written.length)) continue;
    const info = catalogue.dynamicReferences.get(service);
    if (info === undefined) return undefined;
    return paragraphs(
      `**{{resolve:${info.name}}}** · ${word("dynamicReference", language)}`,
      info.text[language],
      labelled("syntax", code(info.syntax), language),
      labelled("example", code(info.example), language),
      pageLink(info.url, language),
    );
  }
  return undefined;
}
