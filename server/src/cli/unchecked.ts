import type { Localised } from "../text/localised.ts";
import type { CheckProblem } from "./checked.ts";

/** What is said of a file, behind its name, that was not checked. */
export const UNCHECKED: Readonly<Record<CheckProblem, Localised>> = {
  missing: { en: "is no longer there", ja: "がなくなりました。" },
  unreadable: { en: "can't be read", ja: "を読み取れません。" },
  "not-a-file": { en: "is not a regular file", ja: "は通常のファイルではありません。" },
  "name-not-utf-8": { en: "has a name that is not UTF-8", ja: "は、ファイル名がUTF-8ではありません。" },
  "takes-too-long": { en: "takes too long to check", ja: "は検査に時間がかかりすぎるため、中止しました。" },
  "too-large": { en: "is larger than 10 MB", ja: "のサイズが10MBを超えています。" },
};
