import { parameterValues } from "../../change/values/parameterValues.ts";
import { textFile } from "../../node/textFile.ts";
import type { Given } from "../options/commandLine.ts";

type Values = ReadonlyMap<string, string>;

/** The parameters' values before and after, as the arguments name them; those of the deployed stack count for both. */
export async function givenParameters(
  given: Given,
  language: "en" | "ja",
): Promise<{ readonly before: Values; readonly after: Values } | { readonly problem: string }> {
  const [deployed, wanted] = [given.text("before-parameters"), given.text("parameters")];
  const before = await valuesIn(deployed ?? wanted, new Map());
  if (before === undefined) return { problem: WORDS[language](deployed ?? wanted ?? "") };
  const after = wanted === undefined ? before : await valuesIn(wanted, before);
  return after === undefined ? { problem: WORDS[language](wanted ?? "") } : { before, after };
}

async function valuesIn(file: string | undefined, previous: Values): Promise<Values | undefined> {
  if (file === undefined) return previous;
  const found = await textFile(file);
  return "text" in found ? parameterValues(found.text, previous) : undefined;
}

const WORDS = {
  en: (file: string) => `${file} can't be read as a JSON file of parameters.`,
  ja: (file: string) => `${file}をパラメータのJSONファイルとして読み込めません。`,
} as const;
