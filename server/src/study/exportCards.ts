import { nameKey } from "../notes/words/names.ts";
import { questionText } from "./cards/subject.ts";
import { escapedHtml } from "./cramSheet.ts";
import type { KeptCard } from "./store/attach.ts";

/**
 * Cards for Anki's import (File › Import): question, answer, source and tags, as tab-separated values with Anki's
 * headers. Texts are HTML there, so their signs are written as entities.
 */
export function cardsAsTsv(cards: readonly KeptCard[]): string {
  const rows = cards
    .filter(({ record }) => record?.dropped?.on !== true)
    .map(({ card, record }) => {
      const { front, back } = record?.edit ?? { front: questionText(card), back: card.back };
      // Tags cannot contain spaces.
      const tag = nameKey(card.where[0] ?? "").replace(/[^\p{L}\p{N}]+/gu, "_");
      return [front, back, card.where.join(" › "), `${card.kind} ${tag.slice(0, 40)}`.trim()]
        .map((text) => escapedHtml(text).replaceAll("\t", " ").replaceAll("\n", "<br>"))
        .join("\t");
    });
  return `${["#separator:tab", "#html:true", "#tags column:4", ...rows].join("\n")}\n`;
}
