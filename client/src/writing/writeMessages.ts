import { allInLanguage, type InLanguage, type Said } from "../page/inLanguage.ts";

/** What is said while notes are written, in the language of `cfnNotes.language`. */
export type WriteMessages = InLanguage<typeof MESSAGES>;

const MESSAGES = {
  write: { en: "Write a note here", ja: "ここにノートを書く" },
  ownWords: { en: "Write it in my own words", ja: "自分の言葉で書く" },
  addSelection: { en: "Add selection to note", ja: "選択範囲をノートに追加" },
  chooseArticle: { en: "Which file are the notes written in?", ja: "ノートを書き込むファイル" },
  chooseNote: (subject: string): Said<string> => ({
    en: `Note for the selection from ${subject}`,
    ja: `選択範囲を追加するノート: ${subject}`,
  }),
  noArticle: {
    en: "Notes are Markdown files in a folder of yours. Where should they be kept?",
    ja: "ノートは、自分のフォルダーにあるMarkdownファイルです。ノートを置くフォルダーを選んでください。",
  },
  chooseFolder: { en: "Choose a Folder…", ja: "フォルダーを選択…" },
  noSelection: {
    en: "Select the lines of the template that the note should show.",
    ja: "ノートに載せるテンプレートの行を選択してください。",
  },
  cannotWrite: (file: string): Said<string> => ({
    en: `No note can be written into ${file}: it cannot be changed, or something in it is not closed, such as a code block.`,
    ja: `${file}にはノートを書き込めません。変更できないファイルか、コードブロックなどが閉じられていません。`,
  }),
  /** The first line of a file that is made for the notes. */
  firstTitle: { en: "# Notes on AWS", ja: "# AWSのノート" },
};

export function writeMessages(): WriteMessages {
  return allInLanguage(MESSAGES);
}
