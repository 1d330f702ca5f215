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

/** A text in the language of whom it is for. @param language English unless it is `ja` */
export function said(language: "en" | "ja", en: string, ja: string): string {
  return language === "ja" ? ja : en;
}

/** The same for several texts. */
export function sayer(language: "en" | "ja"): (en: string, ja: string) => string {
  return (en, ja) => said(language, en, ja);
}

/** Values for placeholders of texts, by name. Lists are joined by commas of the language. */
export type Values = Readonly<Record<string, string | number | readonly string[] | Localised | undefined>>;

/** A text with the values for its placeholders `{name}`. */
export function filled({ en, ja }: Localised, values: Values = {}): Localised {
  return { en: filledIn("en", en, values), ja: filledIn("ja", ja, values) };
}

/** The same of a text in one language. */
export function filledIn(language: keyof Localised, text: string, values: Values): string {
  return text.replace(/(?<!\$)\{([a-z]\w*)\}/g, (placeholder, name: string) => {
    if (!(name in values)) return placeholder;
    const value = values[name];
    if (Array.isArray(value)) return value.join(language === "en" ? ", " : "、");
    return typeof value === "object" ? (value as Localised)[language] : String(value);
  });
}

/** Gives texts in one language. */
export function sayerOf(language: keyof Localised): (text: Localised, values?: Values) => string {
  return (text, values) => filledIn(language, text[language], values ?? {});
}
