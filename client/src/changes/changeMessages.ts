import { allInLanguage, type InLanguage, type Said } from "../page/inLanguage.ts";

/** What is said of changes, in the language of `cfnNotes.language`. */
export type ChangeMessages = InLanguage<typeof MESSAGES>;

const MESSAGES = {
  asOpened: { en: "as opened", ja: "開いたときの内容" },
  /** In front of the title of a note. */
  note: { en: "Note", ja: "ノート" },
  /** Between sentences. */
  stop: { en: ". ", ja: "。" },
  /** What the template is held against. */
  against: (base: string): Said<string> => ({ en: `against ${base}`, ja: `${base}と比較` }),
  effects: {
    "data-loss": { en: "Data may be lost", ja: "データの喪失" },
    delete: { en: "Deleted", ja: "削除" },
    replace: { en: "Replaced", ja: "置換" },
    "may-replace": { en: "May be replaced", ja: "置換の可能性" },
    interruption: { en: "Interrupted", ja: "中断" },
    update: { en: "Updated", ja: "更新" },
    add: { en: "Created", ja: "作成" },
    quiet: { en: "Nothing that runs changes", ja: "動作に影響しない変更" },
    promise: { en: "Will it go through?", ja: "更新が失敗するおそれ" },
    permission: { en: "Wider permissions", ja: "広がる権限" },
    running: { en: "Running servers", ja: "動いているサーバー" },
  },
  /** How many resources are replaced, deleted or interrupted. */
  count: (number: number): Said<string> => ({
    en: `${number} ${number === 1 ? "change" : "changes"} that replace, delete, interrupt or fail`,
    ja: `置換、削除、中断、更新の失敗につながる変更が${number}件あります`,
  }),
  chooseBase: { en: "What is the template held against?", ja: "テンプレートを何と比べますか" },
  anotherFile: { en: "Another file…", ja: "別のファイル…" },
  lastCommit: { en: "the last commit", ja: "最後のコミット" },
  chosen: { en: "chosen", ja: "選択中" },
  branches: { en: "branches and tags", ja: "ブランチとタグ" },
  environments: { en: "environments of .cfn-notes.yaml", ja: ".cfn-notes.yamlの環境" },
};

/** The messages in the language of `cfnNotes.language`. */
export function changeMessages(): ChangeMessages {
  return allInLanguage(MESSAGES);
}
