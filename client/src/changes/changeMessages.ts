import { allInLanguage, type InLanguage, type Said } from "../page/inLanguage.ts";
import { changes } from "./texts.json";

/** The messages on changes, in the language of `cfnNotes.language`. */
export type ChangeMessages = InLanguage<typeof changes & typeof MESSAGES>;

const MESSAGES = {
  /** In front of the title of a note. */
  note: { en: "Note", ja: "ノート" },
  /** Between sentences. */
  stop: { en: ". ", ja: "。" },
  /** The text that the template is compared with. */
  against: (base: string): Said<string> => ({ en: `against ${base}`, ja: `${base}と比較` }),
  /** How many resources are replaced, deleted or interrupted. */
  count: (number: number): Said<string> => ({
    en: `${number} ${number === 1 ? "change" : "changes"} that replace, delete, interrupt or fail`,
    ja: `置換、削除、中断、更新の失敗につながる変更が${number}件あります`,
  }),
};

/** The messages in the language of `cfnNotes.language`. */
export function changeMessages(): ChangeMessages {
  return allInLanguage({ ...changes, ...MESSAGES });
}
