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
  cannotOpen: (file: string): Said<string> => ({
    en: `No note can be written into ${file}: it is not there, or you may not read it.`,
    ja: `${file}にはノートを書き込めません。ファイルがないか、読み取る権限がありません。`,
  }),
  isReadonly: (file: string): Said<string> => ({
    en: `No note can be written into ${file}: it is read-only.`,
    ja: `${file}にはノートを書き込めません。読み取り専用です。`,
  }),
  keepsChanging: (file: string): Said<string> => ({
    en: `No note was written into ${file}: something else keeps changing the file. Try again when it is done.`,
    ja: `${file}にノートを書き込めませんでした。ほかの処理がファイルを変更し続けています。終わってから、もう一度お試しください。`,
  }),
  notMade: (file: string): Said<string> => ({
    en: `${file} could not be written: the disk is full, or nothing may be changed there.`,
    ja: `${file}を書き込めませんでした。ディスクに空きがないか、そこには書き込めません。`,
  }),
  cut: (file: string): Said<string> => ({
    en: `Only the beginning of ${file} was saved: the disk seems to be full. The editor still has the whole text; make room and save it again before you close it.`,
    ja: `${file}は初めの部分しか保存されませんでした。ディスクに空きがないようです。全文はエディターに残っています。空きを作り、閉じる前に保存し直してください。`,
  }),
  /** The first line of a file that is made for the notes. */
  firstTitle: { en: "# Notes on AWS", ja: "# AWSのノート" },
};

export function writeMessages(): WriteMessages {
  return allInLanguage({ ...writing, ...MESSAGES });
}
