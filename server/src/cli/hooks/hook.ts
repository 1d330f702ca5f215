import type { Command } from "../options/commandLine.ts";
import { LANGUAGE, NO_BUILT_IN, NOTES } from "../options/commonOptions.ts";

export const hook: Command = {
  name: "hook",
  operands: "",
  summary: {
    en: "Answers a hook of a coding agent (Claude Code, VS Code, GitHub Copilot, Codex, Kiro), whose payload it reads from standard input.\nAfter an edit of a template: the findings and at most three notes. Before a command that deploys or deletes: a question\nwhere data would be lost or a promise broken. It blocks nothing by itself; docs/assistants.md says how to set it up.",
    ja: "コーディングエージェント（Claude Code、VS Code、GitHub Copilot、Codex、Kiro）のフックに応答します。ペイロードは標準入力から読みます。\nテンプレートの編集後には検出した問題と最大3件のノートを渡し、デプロイや削除のコマンドの前には、データが失われる場合や\n約束が破られる場合に確認を求めます。自分から止めることはありません。設定方法はdocs/assistants.mdにあります。",
  },
  options: [
    {
      name: "base",
      value: { name: "REV" },
      help: {
        en: "the commit that is deployed (default: origin/HEAD, else HEAD)",
        ja: "デプロイ済みのコミット（デフォルトはorigin/HEAD、なければHEAD）",
      },
    },
    NOTES,
    NO_BUILT_IN,
    LANGUAGE,
  ],
  // Agents take 2, with which other commands fail, for a veto.
  failure: 1,
  run: async (given, language) => {
    const { runHook } = await import("./runHook.ts");
    return runHook(given, language);
  },
};
