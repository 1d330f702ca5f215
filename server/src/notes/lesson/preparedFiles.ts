import { memoOfLatest } from "../../text/memoBy.ts";

/**
 * What the build has prepared of a built-in file, by its name: a line with its notes (`preparedNotes.ts`), one for the
 * names of each topic (`builtInBindings.ts`), and one for each note (`preparedPieces.ts`). Ignored if the file's length
 * has changed since.
 *
 * @param bytes a line of JSON, `[name, length of the file, number of bytes][]`, and behind it these bytes for each file
 */
export function preparedOf(
  bytes: Uint8Array,
  decoded: (bytes: Uint8Array) => string,
): (name: string, content: string) => { readonly prepared?: () => string } {
  // A hover asks a file for a note, for names and for pieces.
  const decodedText = memoOfLatest((made: Uint8Array) => decoded(made));
  const files = new Map<string, Uint8Array>();
  let start = bytes.indexOf(NEW_LINE) + 1;
  const index =
    start === 0 ? [] : (JSON.parse(decoded(bytes.subarray(0, start))) as readonly [string, number, number][]);
  for (const [name, length, size] of index) {
    files.set(`${name} ${length}`, bytes.subarray(start, start + size));
    start += size;
  }
  return (name, content) => {
    const made = files.get(`${name} ${content.length}`);
    return made === undefined ? {} : { prepared: () => decodedText(made) };
  };
}

const NEW_LINE = 10;
