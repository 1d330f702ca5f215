import type { Row } from "../checkRule.ts";

/** What is refused and, without the marks and with the other side of `‹bad¦good›`, what is taken. */
type Twins = readonly [type: string, properties: string, message: RegExp, severity?: "error" | "warning"];

/** Each as a row that is found and one that is not. */
export const rows = (rule: string, all: readonly Twins[]): readonly Row[] =>
  all.flatMap(([type, properties, message, severity = "error"]) => {
    const source = `Parameters: {P: {Type: String}}\nResources:\n  R:\n    Type: AWS::${type}\n    ${/\bProperties\b/.test(properties) ? "" : "Properties: "}${properties}\n`;
    const side = (at: number): string =>
      source.replaceAll(/‹([^¦›]*)¦([^›]*)›/g, (_, ...sides: string[]) => sides[at] ?? "");
    const name = `${type}: ${message.source}`;
    return [
      [rule, name, side(0), message, severity],
      [rule, `${name}, as it is taken`, side(1).replaceAll(/[«»]/g, "")],
    ] as const;
  });
