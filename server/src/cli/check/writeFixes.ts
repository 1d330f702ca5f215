import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { cwd } from "node:process";
import { replaceFile } from "../../node/replaceFile.ts";
import type { CheckedFile } from "../files/checked.ts";
import { refuse } from "../options/refuse.ts";
import { notWrittenText } from "../output/writeOutput.ts";

/**
 * Writes the fixed texts into their files. Gives the paths of those that are left as they are, since they are not the text
 * that was checked any more, or can't be written; that has been said.
 */
export async function writeFixes(files: readonly CheckedFile[], language: "en" | "ja"): Promise<ReadonlySet<string>> {
  const left = new Set<string>();
  for (const { path, fixed } of files) {
    if (fixed === undefined) continue;
    const file = resolve(cwd(), path);
    try {
      // Bytes are compared: what is no UTF-8 would be lost by writing.
      const isSame = Buffer.from(fixed.before, "utf8").equals(await readFile(file));
      if (isSame) {
        await replaceFile(file, fixed.after);
        continue;
      }
      refuse("check", NOT_WRITTEN[language](path));
    } catch (error) {
      refuse("check", notWrittenText(path, error, language));
    }
    left.add(path);
  }
  return left;
}

const NOT_WRITTEN = {
  en: (path: string) => `${path} was not fixed: it changed meanwhile, or it is not UTF-8.`,
  ja: (path: string) => `${path}は修正していません。検査中に変わったか、UTF-8ではありません。`,
} as const;
