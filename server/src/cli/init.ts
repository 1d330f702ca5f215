import { join } from "node:path";
import { cwd, stdout } from "node:process";
import { PROJECT_FILE } from "../features/projectFiles/projectSettings.ts";
import { replaceFile } from "../node/replaceFile.ts";
import type { Command, Given } from "./options/commandLine.ts";
import { LANGUAGE } from "./options/commonOptions.ts";
import { refuse } from "./options/refuse.ts";
import { notWrittenText } from "./output/writeOutput.ts";

export const init: Command = {
  name: "init",
  operands: "",
  summary: {
    en: `Writes ${PROJECT_FILE}, the project's settings, into this folder; an existing one is left alone.`,
    ja: `プロジェクトの設定ファイル${PROJECT_FILE}をこのフォルダーに作成します。すでにあれば何もしません。`,
  },
  options: [LANGUAGE],
  run,
};

/** `cfn-notes init`. */
async function run(_: Given, language: "en" | "ja"): Promise<number> {
  try {
    await replaceFile(join(cwd(), PROJECT_FILE), CONTENT[language], true);
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

const CONTENT = {
  en: `# Settings of CloudFormation Notes for everybody who works on this project; the editor and "cfn-notes check" both apply them.

# Language of the messages: en or ja. Without it, each person's own.
#language: en

# The lowest severity at which "cfn-notes check" fails: error, warning or info.
failOn: error

# Severities by code: off, hint, info, warning or error. "cfn-notes rules" lists the codes, "cfn-notes explain CODE" says more.
rules: {}
#  unused-parameter: off

# Paths that are not checked, written as in .gitignore.
ignore: []
#  - legacy/

# Existing findings that are ignored: "cfn-notes check --write-baseline .cfn-notes-baseline.json ." writes it.
#baseline: .cfn-notes-baseline.json
`,
  ja: `# このプロジェクトで作業する全員のための、CloudFormation Notesの設定です。エディターとcfn-notes checkの両方に効きます。

# メッセージの言語: enまたはja。書かなければ、それぞれの環境に従います。
#language: ja

# cfn-notes checkが失敗とみなす重大度: error、warning、infoのどれか。
failOn: error

# コードごとの重大度: off、hint、info、warning、errorのどれか。コードの一覧はcfn-notes rules、説明はcfn-notes explain CODE。
rules: {}
#  unused-parameter: off

# 検査しないパス。書き方は.gitignoreと同じです。
ignore: []
#  - legacy/

# すでにあって無視するもののリスト: cfn-notes check --write-baseline .cfn-notes-baseline.json . で作成できます。
#baseline: .cfn-notes-baseline.json
`,
} as const;
