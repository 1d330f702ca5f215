import { lazy } from "../../text/lazy.ts";
import { memoOfLatest } from "../../text/memoBy.ts";

/**
 * What the build has prepared of a built-in file, by its name: a line with its notes (`preparedNotes.ts`), and one
 * for each note (`preparedPieces.ts`). Ignored if the file's length has changed since.
 *
 * @param bytes a line of JSON, `[name, length of the file, number of bytes][]`, and behind it these bytes for each file
 */
export function preparedOf(
  bytes: Uint8Array,
  decoded: (bytes: Uint8Array) => string,
): (name: string, content: string) => { readonly prepared?: () => string } {
  // A hover asks a file for a note and for pieces.
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

/**
 * The keys of a topic's names, by its id, as the build has found them.
 *
 * @param bytes a line for each topic: `id [KEY, …]`
 */
export function topicKeysOf(
  bytes: Uint8Array,
  decoded: (bytes: Uint8Array) => string,
): (id: string) => readonly string[] | undefined {
  const byId = lazy(() => new Map(decoded(bytes).split("\n").map(idAndKeys)));
  return (id) => {
    const keys = byId().get(id);
    return keys === undefined ? undefined : (JSON.parse(keys) as readonly string[]);
  };
}

function idAndKeys(line: string): readonly [id: string, keys: string] {
  const blank = line.indexOf(" ");
  return [line.slice(0, blank), line.slice(blank + 1)];
}
