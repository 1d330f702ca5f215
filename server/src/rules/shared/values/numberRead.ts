import type { ScalarNode } from "../../../model/tree/node.ts";

/** What a text becomes that is a number to CloudFormation. */
export interface NumberRead {
  /** The text of the number. */
  readonly arrives: string;
  readonly form: "octal" | "exponent" | "decimal";
  /** Whether it begins with a zero, which no number is written with. */
  readonly isPadded: boolean;
}

/**
 * What CloudFormation passes on for a number without quotes, if that is another text: a zero in front makes it octal, or
 * a floating-point number if it has an 8 or 9. People have seen 0300 arrive as 192, 08 as 8.0, 012345678901 as
 * 1.2345678901E10 and 12345e67 as 1.2345E71, as Java writes them. Other forms of YAML 1.1 (hexadecimal, base 60, a sign)
 * are left out, as nobody has shown what arrives.
 */
export function numberRead({ text, value, style, tag }: ScalarNode): NumberRead | undefined {
  if (typeof value !== "number" || style !== "plain" || tag !== undefined) return undefined;
  const read = readAs(text);
  return read === undefined || read.arrives === text ? undefined : read;
}

function readAs(text: string): NumberRead | undefined {
  if (/^0[0-7]+$/.test(text)) return { arrives: BigInt(`0o${text}`).toString(), form: "octal", isPadded: true };
  const number = Number(text);
  if (!Number.isFinite(number)) return undefined;
  const arrives = doubleText(number);
  if (/^0\d+$/.test(text)) return { arrives, form: "decimal", isPadded: true };
  if (/^[1-9]\d*e\d+$/i.test(text)) return { arrives, form: "exponent", isPadded: false };
  return /^(?:0|[1-9]\d{0,6})\.\d+$/.test(text) ? { arrives, form: "decimal", isPadded: false } : undefined;
}

/** A floating-point number as Java's `Double.toString` writes it. */
function doubleText(number: number): string {
  if (number === 0 || (number >= 1e-3 && number < 1e7))
    return Number.isInteger(number) ? number.toFixed(1) : String(number);
  const [digits = "", exponent = ""] = number.toExponential().split("e");
  return `${digits.includes(".") ? digits : `${digits}.0`}E${exponent.replace("+", "")}`;
}
