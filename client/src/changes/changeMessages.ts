import type { ChangeSeverity } from "../../../server/src/protocol/template.ts";
import { inLanguage, type Said } from "../page/inLanguage.ts";

/** What is said of changes, in the language of `cfnNotes.language`. */
export interface ChangeMessages {
  readonly asOpened: string;
  /** In front of the title of a note. */
  readonly note: string;
  /** Between sentences. */
  readonly stop: string;
  /** What the template is held against. */
  against(base: string): string;
  readonly effects: Readonly<Record<ChangeSeverity, string>>;
  /** How many resources are replaced, deleted or interrupted. */
  count(number: number): string;
  readonly chooseBase: string;
  readonly anotherFile: string;
  readonly lastCommit: string;
  readonly chosen: string;
  readonly branches: string;
  readonly environments: string;
}

const MESSAGES: Said<ChangeMessages> = {
  en: {
    asOpened: "as opened",
    note: "Note",
    stop: ". ",
    against: (base) => `against ${base}`,
    effects: {
      "data-loss": "Data may be lost",
      delete: "Deleted",
      replace: "Replaced",
      "may-replace": "May be replaced",
      interruption: "Interrupted",
      update: "Updated",
      add: "Created",
      quiet: "Nothing that runs changes",
      promise: "Will it go through?",
      permission: "Wider permissions",
      running: "Running servers",
    },
    count: (number) => `${number} ${number === 1 ? "change" : "changes"} that replace, delete, interrupt or fail`,
    chooseBase: "What is the template held against?",
    anotherFile: "Another file…",
    lastCommit: "the last commit",
    chosen: "chosen",
    branches: "branches and tags",
    environments: "environments of .cfn-notes.yaml",
  },
  ja: {
    asOpened: "開いたときの内容",
    note: "ノート",
    stop: "。",
    against: (base) => `${base}と比較`,
    effects: {
      "data-loss": "データの喪失",
      delete: "削除",
      replace: "置換",
      "may-replace": "置換の可能性",
      interruption: "中断",
      update: "更新",
      add: "作成",
      quiet: "動作に影響しない変更",
      promise: "更新が失敗するおそれ",
      permission: "広がる権限",
      running: "動いているサーバー",
    },
    count: (number) => `置換、削除、中断、更新の失敗につながる変更が${number}件あります`,
    chooseBase: "テンプレートを何と比べますか",
    anotherFile: "別のファイル…",
    lastCommit: "最後のコミット",
    chosen: "選択中",
    branches: "ブランチとタグ",
    environments: ".cfn-notes.yamlの環境",
  },
};

/** The messages in the language of `cfnNotes.language`. */
export function changeMessages(): ChangeMessages {
  return inLanguage(MESSAGES);
}
