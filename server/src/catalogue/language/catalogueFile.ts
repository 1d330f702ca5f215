import type { CatalogueData, CatalogueIndex } from "../types/packed.ts";

export interface Inflater {
  /** Inflates what is deflated without a header. */
  inflate(bytes: Uint8Array, dictionary: Uint8Array | undefined): Uint8Array;
  /** Decodes ASCII. */
  decode(bytes: Uint8Array): string;
}

/**
 * The catalogue's data, of which each block is inflated when something in it is asked for.
 *
 * @param index the content of index.json
 * @param file the content of catalogue.bin
 */
export function catalogueFrom(index: string, file: Uint8Array, { inflate, decode }: Inflater): CatalogueData {
  const content = JSON.parse(index) as CatalogueIndex;
  const { ends, structures, documentation, iam } = content;
  const parts = [structures, documentation, iam];
  const dictionaries = new Map<number, Uint8Array>();
  const bytes = (block: number): Uint8Array => file.subarray(ends[block - 1] ?? 0, ends[block]);
  const dictionaryOf = (number: number): Uint8Array | undefined => {
    const place = parts.find(({ block, firsts }) => number >= block && number < block + firsts.length)?.dictionary;
    if (place === undefined) return undefined;
    const made = dictionaries.get(place) ?? inflate(bytes(place), undefined);
    dictionaries.set(place, made);
    return made;
  };
  return { index: content, block: (number) => decode(inflate(bytes(number), dictionaryOf(number))) };
}
