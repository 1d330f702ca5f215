import type { Span } from "../../text/span.ts";

/** A key of a map around the caret. */
export interface Member extends Span {
  readonly name: string;
}

/** A map or list that is open at the point that reading has come to. */
export interface OpenLevel {
  readonly kind: "map" | "list";
  readonly flow: boolean;
  /** The column of its keys or dashes; in flow style the indentation of the line it begins on. */
  readonly column: number;
  key: string | undefined;
  index: number;
  /** Long names of the functions whose tags stand before the current value. */
  calls: string[];
  /** What comes next: in block style only `key` and `value` (nothing is behind the colon or dash yet). */
  awaits: "key" | "colon" | "value" | "comma";
  readonly before: Member[];
  /** In flow style: the end of the last value. */
  valueEnd: number;
}

/** What may be inserted at a caret, by the text around it. */
export interface Reading {
  readonly levels: readonly OpenLevel[];
  readonly accepts: Accepts;
  /** The token at the caret with its quotes; empty if there is none. */
  readonly span: Span;
  /** The same without quotes; for text in a block scalar all of its lines. */
  readonly content: Span;
  readonly quote: "" | "'" | '"';
  /** Whether a colon follows the key. */
  readonly hasColon: boolean;
  /** The offset of a comma that is missing before the caret, and whether one is needed behind what is inserted. */
  readonly commaBefore?: number;
  readonly commaAfter?: boolean;
  /** How many blanks are missing before the caret (or, below zero, are too many) on a blank line. */
  readonly pad?: number;
}

export interface Accepts {
  /** A key of the innermost level. */
  readonly key?: boolean;
  /** A scalar or a function. */
  readonly value?: boolean;
  /** A dash with an item of the list. */
  readonly item?: boolean;
  /** The caret is in a text of several lines. */
  readonly text?: boolean;
}

export function openLevel(kind: OpenLevel["kind"], flow: boolean, column: number): OpenLevel {
  const awaits = kind === "map" ? "key" : "value";
  return { kind, flow, column, key: undefined, index: 0, calls: [], awaits, before: [], valueEnd: -1 };
}

/** The end of a quoted scalar that begins at `start`, and whether its closing quote is there. */
export function quotedEnd(text: string, start: number, limit: number): { end: number; closed: boolean } {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c && quote === 0x22) at++;
    else if (code === quote) {
      if (quote === 0x27 && text.charCodeAt(at + 1) === 0x27) at++;
      else return { end: at + 1, closed: true };
    }
  }
  return { end: limit, closed: false };
}

/** The scalar behind the colon that follows a key's end, without quotes; empty if there is none on the same line. */
export function scalarBehind(text: string, keyEnd: number): string {
  const rest = text.slice(keyEnd, keyEnd + 300);
  const colon = /^\s*:[ \t]*/.exec(rest);
  if (colon === null) return "";
  const line = /^[^\r\n]*/.exec(rest.slice(colon[0].length))?.[0] ?? "";
  const quoted = /^(?:"([^"]*)"?|'([^']*)'?)/.exec(line);
  if (quoted !== null) return quoted[1] ?? quoted[2] ?? "";
  return /^[[{|>!&*#]/.test(line) ? "" : (/^(?:(?! #|[,}\]](?:\s|$)).)*/.exec(line)?.[0].trim() ?? "");
}
