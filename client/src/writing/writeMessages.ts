import { allInLanguage, type InLanguage, type Said } from "../page/inLanguage.ts";
import { writing } from "./texts.json";

/** The messages of writing notes, in the language of `cfnNotes.language`. */
export type WriteMessages = InLanguage<typeof writing & typeof MESSAGES>;

const MESSAGES = {
  chooseNote: (subject: string): Said<string> => ({
    en: `Note for the selection from ${subject}`,
    ja: `選択範囲を追加するノート: ${subject}`,
  }),
  nameArticle: (folder: string): Said<string> => ({
    en: `Name of the new file in ${folder}`,
    ja: `${folder}に作るファイルの名前`,
  }),
  cannotWrite: (file: string): Said<string> => ({
    en: `No note can be written into ${file}: it cannot be changed, or something in it is not closed, such as a code block.`,
    ja: `${file}にはノートを書き込めません。変更できないファイルか、コードブロックなどが閉じられていません。`,
  }),
  /** The first line of a file that is made for the notes. */
  firstTitle: { en: "# Notes on AWS", ja: "# AWSのノート" },
};

export function writeMessages(): WriteMessages {
  return allInLanguage({ ...writing, ...MESSAGES });
}
