import { FILE_PROBLEMS } from "../../node/fileProblems.ts";
import type { FileProblem } from "../../node/textFile.ts";
import type { Localised } from "../../text/localised.ts";
import type { CheckProblem } from "./checked.ts";

/** The message, behind its name, on a file that was not checked. */
export const UNCHECKED: Readonly<Record<CheckProblem, Localised>> = {
  ...FILE_PROBLEMS,
  "name-not-utf-8": { en: "has a name that is not UTF-8", ja: "は、ファイル名がUTF-8ではありません。" },
  "takes-too-long": { en: "takes too long to check", ja: "は検査に時間がかかりすぎるため、中止しました。" },
};

/** The message on a file that was named and is of no use. */
export function unusable(file: string, why: FileProblem | "no-template"): Localised {
  if (why === "missing") return { en: `there is nothing at ${file}.`, ja: `${file}が見つかりません。` };
  if (why === "no-template")
    return {
      en: `${file} does not look like a CloudFormation template.`,
      ja: `${file}はCloudFormationテンプレートではないようです。`,
    };
  const { en, ja } = UNCHECKED[why];
  return { en: `${file} ${en}.`, ja: `${file}${ja}` };
}
