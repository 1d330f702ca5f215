import { constants } from "node:fs";
import { open, stat, writeFile } from "node:fs/promises";

/** Writes a file that an argument names. It may be a pipe that somebody reads; where nobody does, it rejects. */
export async function writeOutput(path: string, text: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  // Opened so, a pipe that nobody reads is refused; else one would wait for ever.
  const reader = found?.isFIFO() === true ? await open(path, constants.O_WRONLY | constants.O_NONBLOCK) : undefined;
  try {
    await writeFile(path, text);
  } finally {
    await reader?.close();
  }
}
