import type { Localised } from "../text/localised.ts";
import type { FileProblem } from "./textFile.ts";

/** The messages, behind its name, on a file that was not read. */
export const FILE_PROBLEMS: Readonly<Record<FileProblem, Localised>> = {
  missing: { en: "is no longer there", ja: "がなくなりました。" },
  unreadable: { en: "can't be read", ja: "を読み取れません。" },
  "not-a-file": { en: "is not a regular file", ja: "は通常のファイルではありません。" },
  "too-large": { en: "is larger than 10 MB", ja: "のサイズが10MBを超えています。" },
};
