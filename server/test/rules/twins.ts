import type { Row } from "./checkRule.ts";

/** A template that is refused, and its twin that is not: ‹the one¦the other›. */
export const twins = (
  code: string,
  name: string,
  source: string,
  message: RegExp,
  severity?: "warning",
): readonly Row[] => {
  const text = `Resources:\n${source}`;
  const refused = text.replaceAll(/‹([^¦]*)¦([^›]*)›/g, "$1");
  return [
    severity === undefined ? [code, name, refused, message] : [code, name, refused, message, severity],
    [code, `${name}, as it is right`, text.replaceAll(/‹([^¦]*)¦([^›]*)›/g, "$2")],
  ];
};

/** A resource in a line. */
export const one = (name: string, type: string, properties: string): string =>
  `  ${name}: {Type: ${type}, Properties: {${properties}}}\n`;
