/** The signs of YAML by their codes. */
export const NEWLINE = 0x0a;
export const RETURN = 0x0d;
export const SPACE = 0x20;
export const TAB = 0x09;
export const HASH = 0x23;
export const EXCLAMATION = 0x21;
export const DOUBLE = 0x22;
export const SINGLE = 0x27;
export const COMMA = 0x2c;
export const DASH = 0x2d;
export const COLON = 0x3a;
export const GREATER = 0x3e;
export const QUESTION = 0x3f;
export const OPEN_LIST = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_LIST = 0x5d;
export const OPEN_MAP = 0x7b;
export const PIPE = 0x7c;
export const CLOSE_MAP = 0x7d;

/** Characters that no plain scalar begins with. */
export const INDICATORS: ReadonlySet<number> = new Set([..."!&*|>%@`[]{},#\"'\ufeff"].map((one) => one.charCodeAt(0)));

/** Whether a key may begin with a character. */
export function isWordCharacter(code: number): boolean {
  return isTagCharacter(code) && code !== COLON;
}

/** Letters, digits and colons, as in `!Rain::Embed`. */
export function isTagCharacter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x3a);
}
