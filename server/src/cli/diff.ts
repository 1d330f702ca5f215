import { FAIL_ON } from "../change/failOn.ts";
import type { Command, Option } from "./options/commandLine.ts";
import { LANGUAGE, NO_BUILT_IN, NOTES } from "./options/commonOptions.ts";

const FILE = { name: "FILE" };

const BASE: Option = {
  name: "base",
  value: { name: "REV" },
  help: {
    en: "compare with this commit, branch or tag of the Git repository, or an environment of .cfn-notes.yaml",
    ja: "Gitリポジトリのこのコミット、ブランチ、タグ、または.cfn-notes.yamlの環境と比べる",
  },
};

const PARAMETERS: readonly Option[] = [
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
];

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
    BASE,
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
    ...PARAMETERS,
    LANGUAGE,
  ],
  run: async (given, language) => {
    const { printDiff } = await import("./printDiff.ts");
    return printDiff(given, language);
  },
};

export const review: Command = {
  name: "review",
  operands: "--base REV [PATH…]",
  summary: {
    en: "Prints a comment for a pull request, in Markdown: what deploying the changed templates would do.",
    ja: "変更したテンプレートをデプロイすると何が起きるかを、プルリクエストのコメント用にMarkdownで出力します。",
  },
  details: {
    en: "Nothing is printed where nothing would change. The first line marks the comment, so that a workflow finds it again.",
    ja: "何も変わらなければ、何も出力しません。最初の行は、ワークフローが同じコメントを見つけるための目印です。",
  },
  options: [BASE, ...PARAMETERS, NOTES, NO_BUILT_IN, LANGUAGE],
  run: async (given, language) => {
    const { printReview } = await import("./printReview.ts");
    return printReview(given, language);
  },
};
