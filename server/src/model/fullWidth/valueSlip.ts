import type { Edit } from "../../text/edit.ts";
import { SHORT_NAMES } from "../tree/functionNames.ts";
import { asciiEdits, hasFullWidth, inAscii } from "./characters.ts";

/** How sure it is that a full-width character stands in place of an ASCII one. */
export type Certainty =
  /** In a value, which may be meant like that. */
  | "value"
  /** One of YAML's own signs; a text that goes on from the line above may look the same. */
  | "sign"
  /** It can be nothing else, even if the text can be read. */
  | "sure";

/** Edits that make characters ASCII. */
export interface ValueSlip {
  readonly edits: readonly Edit[];
  readonly certainty: Certainty;
}

const ORDER: readonly Certainty[] = ["value", "sign", "sure"];

export function surer(a: Certainty, b: Certainty): Certainty {
  return ORDER.indexOf(a) < ORDER.indexOf(b) ? b : a;
}

const NOTHING: ValueSlip = { edits: [], certainty: "value" };
const TAGS: ReadonlySet<string> = new Set(SHORT_NAMES);
const WIDE_QUOTES = "“”„＂‘’＇";

/**
 * The characters of a value in block YAML that are meant as ASCII.
 * @param offset of the value's beginning
 */
export function valueSlip(value: string, offset: number): ValueSlip {
  const tag = /^([!！])(\w+)([ \u3000\u00a0]+|$)/.exec(value);
  if (tag !== null && TAGS.has(tag[2] ?? "")) return behindTag(value, tag, offset);
  if (/^[｜＞][-+\d]{0,2}$/.test(value)) return { edits: asciiEdits(value, offset), certainty: "sure" };
  const last = value.at(-1) ?? "";
  if (/^["']/.test(value)) return WIDE_QUOTES.includes(last) ? openQuoteSlip(value, offset) : NOTHING;
  if (WIDE_QUOTES.includes(value.charAt(0))) return wideQuoteSlip(value, offset);
  if (/^[[{［｛].*[\]}］｝]$/.test(value)) return bracketSlip(value, offset);
  const comment = /[ \u3000\u00a0]＃/.exec(value);
  const own = comment === null ? value : value.slice(0, comment.index);
  // A value with other such characters is text in somebody's language.
  if (inAscii(own) === undefined || /^#|[ \u3000\u00a0]#/.test(own)) return NOTHING;
  const end = offset + own.length;
  const sign: readonly Edit[] = comment === null ? [] : [{ start: end, end: end + 2, newText: " #" }];
  const text = own.trimEnd();
  const isWide = hasFullWidth(own.slice(text.length));
  const blanks: readonly Edit[] = isWide ? [{ start: offset + text.length, end, newText: "" }] : [];
  return { edits: [...asciiEdits(text, offset), ...blanks, ...sign], certainty: "value" };
}

function behindTag(value: string, [whole, sign = "", , gap = ""]: RegExpExecArray, offset: number): ValueSlip {
  const behind = offset + whole.length;
  const rest = valueSlip(value.slice(whole.length), behind);
  const edits = asciiEdits(sign, offset);
  if (hasFullWidth(gap)) edits.push({ start: behind - gap.length, end: behind, newText: " " });
  return { edits: [...edits, ...rest.edits], certainty: edits.length > 0 ? "sure" : rest.certainty };
}

/** Opened with an ASCII quote, closed with another one. */
function openQuoteSlip(value: string, offset: number): ValueSlip {
  const quote = value.charAt(0);
  const end = offset + value.length;
  if (value.includes(quote, 1)) return NOTHING;
  return { edits: [{ start: end - 1, end, newText: quote }], certainty: "sign" };
}

/** A value between quotes, the first of which YAML does not know. */
function wideQuoteSlip(value: string, offset: number): ValueSlip {
  const inner = value.slice(1, -1);
  const quote = [value.at(-1) ?? "", '"', "'"].find((one) => /["']/.test(one) && !inner.includes(one));
  if (value.length < 2 || quote === undefined || !/["'”“„＂‘’＇]$/.test(value)) return NOTHING;
  const ends = [offset, offset + value.length - 1];
  return { edits: ends.map((start) => ({ start, end: start + 1, newText: quote })), certainty: "value" };
}

/** Lists and maps in brackets, if only quoted text is in somebody's language. */
function bracketSlip(value: string, offset: number): ValueSlip {
  const parts = [...value.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[^"']+|["']/g)].filter(([part]) => !/^["']./.test(part));
  if (parts.some(([part]) => inAscii(part) === undefined)) return NOTHING;
  const edits = parts.flatMap(({ 0: part, index }) =>
    asciiEdits(part, offset + index).map((edit) => {
      const isColon = edit.newText.endsWith(":") && !/\s/.test(value.charAt(edit.end - offset));
      return isColon ? { ...edit, newText: `${edit.newText} ` } : edit;
    }),
  );
  const hasComma = parts.some(([part]) => /[，、]/.test(part));
  return { edits, certainty: edits.length === 0 ? "value" : hasComma ? "sure" : "sign" };
}
