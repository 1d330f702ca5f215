import type { InitializeParams, Position, Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";

/** The unit in which a client counts the characters of a line: bytes, UTF-16 units or code points. */
export type PositionEncoding = "utf-8" | "utf-16" | "utf-32";

const KNOWN: readonly PositionEncoding[] = ["utf-16", "utf-8", "utf-32"];

/** UTF-16, in which texts are kept here, unless the client does not offer it. */
export function positionEncoding({ capabilities }: Pick<InitializeParams, "capabilities">): PositionEncoding {
  const offered = capabilities.general?.positionEncodings ?? [];
  return KNOWN.find((one) => offered.includes(one)) ?? "utf-16";
}

/** A document whose positions count as the client does; offsets stay UTF-16. It is valid until the document changes. */
export function countedIn(encoding: PositionEncoding, document: TextDocument): TextDocument {
  return encoding === "utf-16" ? document : new CountedDocument(encoding, document);
}

/** A client's range in a document, with positions in UTF-16. */
export function utf16Range(encoding: PositionEncoding, document: TextDocument, range: Range): Range {
  if (encoding === "utf-16") return range;
  const counted = countedIn(encoding, document);
  const inUtf16 = (position: Position): Position => document.positionAt(counted.offsetAt(position));
  return { start: inUtf16(range.start), end: inUtf16(range.end) };
}

class CountedDocument implements TextDocument {
  readonly #document: TextDocument;
  readonly #unitsOf: (codePoint: number) => number;
  /** The last counted offset: positions are mostly asked for in the order of the text, and a line may be the whole of it. */
  #last = { lineStart: 0, offset: 0, units: 0 };

  constructor(encoding: "utf-8" | "utf-32", document: TextDocument) {
    this.#document = document;
    this.#unitsOf = encoding === "utf-8" ? bytesOf : () => 1;
  }

  get uri(): string {
    return this.#document.uri;
  }

  get languageId(): string {
    return this.#document.languageId;
  }

  get version(): number {
    return this.#document.version;
  }

  get lineCount(): number {
    return this.#document.lineCount;
  }

  getLineRange(line: number): ReturnType<TextDocument["getLineRange"]> {
    const start = { line, character: 0 };
    return { start, end: this.positionAt(this.#document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER })) };
  }

  getEOLCharacters(line: number): string {
    return this.#document.getEOLCharacters(line);
  }

  getText(range?: Range): string {
    const text = this.#document.getText();
    return range === undefined ? text : text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  positionAt(offset: number): Position {
    const { line, character } = this.#document.positionAt(offset);
    const lineStart = this.#document.offsetAt({ line, character: 0 });
    return { line, character: this.#count(lineStart, lineStart + character, Number.POSITIVE_INFINITY).units };
  }

  offsetAt({ line, character }: Position): number {
    const lineStart = this.#document.offsetAt({ line, character: 0 });
    const lineEnd = this.#document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
    return this.#count(lineStart, lineEnd, character).offset;
  }

  /** Counts on to `end`, or to the character that exceeds `most` units. */
  #count(lineStart: number, end: number, most: number): { readonly offset: number; readonly units: number } {
    const text = this.#document.getText();
    const last = this.#last;
    const goesOn = last.lineStart === lineStart && last.offset <= end && last.units <= most;
    let { offset, units } = goesOn ? last : { offset: lineStart, units: 0 };
    while (offset < end) {
      const codePoint = text.codePointAt(offset) ?? 0;
      const more = this.#unitsOf(codePoint);
      if (units + more > most) break;
      units += more;
      offset += codePoint > 0xffff ? 2 : 1;
    }
    this.#last = { lineStart, offset, units };
    return this.#last;
  }
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
