import type { Span } from "../../text/span.ts";

/** A `${Name}` of a `Fn::Sub` string; spans count in the string's text. */
export interface SubVariable extends Span {
  /** The text between the braces, without white space around it. */
  readonly name: string;
  readonly nameSpan: Span;
  /** `${!Name}`: stays as it is, without the `!`. */
  readonly literal: boolean;
}

/** The variables of a `Fn::Sub` string. One that is not closed before the next line or `$` is left out. */
export function subVariables(text: string): readonly SubVariable[] {
  const found: SubVariable[] = [];
  for (let at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 2)) {
    let end = at + 2;
    while (end < text.length && !STOPS.has(text.charCodeAt(end))) end++;
    if (text.charCodeAt(end) !== 0x7d) continue;
    const inner = text.slice(at + 2, end);
    const name = inner.trim();
    const nameStart = at + 2 + inner.indexOf(name);
    found.push({
      name,
      nameSpan: { start: nameStart, end: nameStart + name.length },
      literal: name.startsWith("!"),
      start: at,
      end: end + 1,
    });
  }
  return found;
}

/** `}`, line breaks, `$` and `{` */
const STOPS: ReadonlySet<number> = new Set([0x7d, 0x0a, 0x24, 0x7b]);
