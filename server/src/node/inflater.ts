import { inflateRawSync } from "node:zlib";
import type { Inflater } from "../catalogue/language/catalogueFile.ts";

/** Most blocks are smaller, in bytes: inflated into one piece they need not be put together. */
const BLOCK = 256 * 1024;

export const inflater: Inflater = {
  inflate: (bytes, dictionary) => inflateRawSync(bytes, { chunkSize: BLOCK, ...(dictionary && { dictionary }) }),
  decode: ({ buffer, byteOffset, length }) => Buffer.from(buffer, byteOffset, length).toString("latin1"),
};
