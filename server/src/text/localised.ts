/** Two languages of a text of our own; AWS's own sentences exist in English only. */
export interface Localised {
  readonly en: string;
  readonly ja: string;
}
