/** A text in snippet syntax with the default of every placeholder (for choices: the first one). */
export function plainBody(body: string): string {
  const defaults = new Map<string, string>();
  return body.replace(
    PART,
    (whole, escapedOne: string | undefined, number: string | undefined, text?: string, choices?: string) => {
      if (escapedOne !== undefined) return escapedOne;
      if (number === undefined) return whole;
      const own = text?.replace(/\\([$}\\])/g, "$1") ?? choices?.split(",")[0];
      if (own !== undefined && !defaults.has(number)) defaults.set(number, own);
      return own ?? defaults.get(number) ?? "";
    },
  );
}

/** An escape, `$1`, `${1}`, `${1:text}` or `${1|a,b|}`. */
const PART = /\\([$}\\])|\$(?:(?=\d|\{\d)\{?)(\d+)(?::((?:[^}\\]|\\.)*)|\|([^|]*)\|)?\}?/g;
