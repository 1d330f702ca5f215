import { described } from "./awsText.ts";
import type { ReferenceContext, ReferenceText } from "./context.ts";
import { code, labelled, oneLine, word } from "./frame.ts";

const REFERENCE = /\{\{resolve:([\w-]+)(?::[^{}]*(?:\$\{[^{}]*\}[^{}]*)*)?\}\}/g;

/** The meaning of the dynamic reference at an offset of a text; without an offset, of the first one. */
export function dynamicReference(
  text: string,
  textOffset: number | undefined,
  context: ReferenceContext,
): ReferenceText | undefined {
  const { catalogue, language } = context;
  if (!text.includes("{{resolve:")) return undefined;
  for (const { 0: written, 1: service = "", index } of text.matchAll(REFERENCE)) {
    if (textOffset !== undefined && (textOffset < index || textOffset > index + written.length)) continue;
    const info = catalogue.dynamicReferences.get(service);
    if (info === undefined) return undefined;
    return {
      facts: oneLine(
        `**{{resolve:${info.name}}}**`,
        word("dynamicReference", language),
        code(info.syntax),
        labelled("example", code(info.example), language),
      ),
      ...described(info, context),
    };
  }
  return undefined;
}
