import { join } from "node:path";
import { cwd, stdout } from "node:process";
import initialProjectFile from "../../data/initialProjectFile.yaml";
import { PROJECT_FILE } from "../features/projectFiles/projectSettings.ts";
import { replaceFile } from "../node/replaceFile.ts";
import type { Given } from "./options/commandLine.ts";
import { refuse } from "./options/refuse.ts";
import { notWrittenText } from "./output/writeOutput.ts";

/** `cfn-notes init`. */
export async function init(_: Given, language: "en" | "ja"): Promise<number> {
  try {
    await replaceFile(join(cwd(), PROJECT_FILE), initialProjectFile()[language], true);
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    return refuse("init", isThere ? WORDS[language].exists : notWrittenText(PROJECT_FILE, error, language));
  }
  stdout.write(WORDS[language].written);
  return 0;
}

const WORDS = {
  en: { exists: `${PROJECT_FILE} is there already.`, written: `${PROJECT_FILE} was written.\n` },
  ja: { exists: `${PROJECT_FILE}はすでにあります。`, written: `${PROJECT_FILE}を作成しました。\n` },
} as const;
