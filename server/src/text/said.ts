/** A text in the language of whom it is for. @param language English unless it is `ja` */
export function said(language: "en" | "ja", en: string, ja: string): string {
  return language === "ja" ? ja : en;
}

/** The same for several texts. */
export function sayer(language: "en" | "ja"): (en: string, ja: string) => string {
  return (en, ja) => said(language, en, ja);
}
