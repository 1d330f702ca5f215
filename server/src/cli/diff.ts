import { FAIL_ON } from "../change/failOn.ts";
import type { Command } from "./commandLine.ts";
import { LANGUAGE } from "./commonOptions.ts";

const FILE = { name: "FILE" };

export const diff: Command = {
  name: "diff",
  operands: "BEFORE AFTER | --base REV PATH…",
  summary: {
    en: "Says what deploying a template over another one would do, down to the servers that run.",
    ja: "テンプレートの変更をデプロイすると何が起きるかを、動いているサーバーまで含めて示します。",
  },
  details: {
    en: "Exit code 0: nothing that --fail-on names; 1: something; 2: it could not run.",
    ja: "終了コード0: --fail-onに該当しない、1: 該当する、2: 実行できない。",
  },
  options: [
    {
      name: "base",
      value: { name: "REV" },
      help: {
        en: "compare with this commit, branch or tag of the Git repository",
        ja: "Gitリポジトリのこのコミット、ブランチ、タグと比べる",
      },
    },
    {
      name: "format",
      value: { name: "FORMAT", values: ["text", "json", "markdown", "github"] },
      help: { en: "how it is shown (default: text)", ja: "出力形式（デフォルトはtext）" },
    },
    {
      name: "fail-on",
      value: { name: "EFFECT", values: FAIL_ON, multiple: true },
      help: {
        en: "exit code 1 if the change does this; can be given several times",
        ja: "この影響があれば終了コードを1にする（複数指定可）",
      },
    },
    {
      name: "parameters",
      value: FILE,
      help: { en: "the parameters' values, in the AWS CLI's format", ja: "パラメータの値（AWS CLIと同じ形式）" },
    },
    {
      name: "before-parameters",
      value: FILE,
      help: { en: "the values that are deployed, if they are different", ja: "デプロイ済みの値（異なる場合）" },
    },
    LANGUAGE,
  ],
  run: async (given, language) => {
    const { printDiff } = await import("./printDiff.ts");
    return printDiff(given, language);
  },
};
