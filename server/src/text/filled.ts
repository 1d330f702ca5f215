import type { Localised } from "./localised.ts";

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
