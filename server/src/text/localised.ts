/** Two languages of a text of our own; AWS's own sentences exist in English only. */
export interface Localised {
  readonly en: string;
  readonly ja: string;
}

/** A text as data files have it: the same in both languages, or for each. */
export type WrittenText = string | Localised;

export function localised(text: WrittenText): Localised {
  return typeof text === "string" ? { en: text, ja: text } : text;
}
