/** The encoding of a file of notes, by the names of the platform's `TextDecoder`. */
export type NoteEncoding = "utf-8" | "utf-16le" | "utf-16be" | "shift_jis" | "euc-jp" | "iso-2022-jp";

/** The platform's `TextDecoder`. */
export type TextDecoderType = new (
  encoding: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array, options: { readonly stream: boolean }): string };

export interface DecodedNotes {
  readonly text: string;
  /** `undefined` if it could not be told; `text` then has U+FFFD for what is no UTF-8. */
  readonly encoding: NoteEncoding | undefined;
}

/** Decodes bytes: by their byte-order mark, else as UTF-8, else in the Japanese encoding that gives Japanese text. */
export function decodedNotes(bytes: Uint8Array, Decoder: TextDecoderType): DecodedNotes {
  for (const encoding of candidatesFor(bytes)) {
    const text = strictlyDecoded(bytes, encoding, Decoder);
    if (text !== undefined && isPlausible(text, encoding)) return { text, encoding };
  }
  return { text: new Decoder("utf-8", { fatal: false }).decode(bytes, { stream: false }), encoding: undefined };
}

/**
 * `undefined` for bytes that are invalid in that encoding. A letter that is cut off at the end is left out: the file is
 * being written.
 */
function strictlyDecoded(bytes: Uint8Array, encoding: NoteEncoding, Decoder: TextDecoderType): string | undefined {
  try {
    return new Decoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** The possible encodings, the surest first. */
function candidatesFor(bytes: Uint8Array): readonly NoteEncoding[] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ["utf-16le"];
  if (first === 0xfe && second === 0xff) return ["utf-16be"];
  const zero = bytes.subarray(0, MAX_LOOKED_AT).indexOf(0);
  // ASCII in UTF-16 has a zero in each second byte; binary files have them anywhere.
  if (zero >= 0) return zero % 2 === 1 ? ["utf-16le", "utf-8"] : ["utf-16be", "utf-8"];
  // Text in EUC-JP is hardly ever valid Shift_JIS but as half-width Katakana; the other way round it is invalid.
  return ["iso-2022-jp", "utf-8", "euc-jp", "shift_jis"];
}

const MAX_LOOKED_AT = 8000;
const KANA_OR_WORD = /[\u3041-\u3096\u30a1-\u30fa]|[\u4e00-\u9fff]{2}/;
const HALF_WIDTH = /[\uff61-\uff9f]/g;

/** Whether a decoded text makes sense in that encoding. */
function isPlausible(text: string, encoding: NoteEncoding): boolean {
  if (encoding === "utf-8") return true;
  if (encoding === "utf-16le" || encoding === "utf-16be") return !text.slice(0, MAX_LOOKED_AT).includes("\0");
  const begin = text.slice(0, MAX_LOOKED_AT);
  // Plain ASCII is also valid as ISO-2022-JP.
  if (!KANA_OR_WORD.test(begin)) return false;
  return encoding !== "euc-jp" || (begin.match(HALF_WIDTH)?.length ?? 0) < begin.length / 4;
}
