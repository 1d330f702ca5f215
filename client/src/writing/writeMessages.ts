import { inLanguage, type Said } from "../page/inLanguage.ts";

/** What is said while notes are written, in the language of `cfnNotes.language`. */
export interface WriteMessages {
  readonly write: string;
  readonly ownWords: string;
  readonly addSelection: string;
  readonly chooseArticle: string;
  chooseNote(subject: string): string;
  readonly noArticle: string;
  readonly chooseFolder: string;
  readonly noSelection: string;
  cannotWrite(file: string): string;
  /** The first line of a file that is made for the notes. */
  readonly firstTitle: string;
}

const MESSAGES: Said<WriteMessages> = {
  en: {
    write: "Write a note here",
    ownWords: "Write it in my own words",
    addSelection: "Add selection to note",
    chooseArticle: "Which file are the notes written in?",
    chooseNote: (subject) => `Note for the selection from ${subject}`,
    noArticle: "Notes are Markdown files in a folder of yours. Where should they be kept?",
    chooseFolder: "Choose a Folder…",
    noSelection: "Select the lines of the template that the note should show.",
    cannotWrite: (file) =>
      `No note can be written into ${file}: it cannot be changed, or something in it is not closed, such as a code block.`,
    firstTitle: "# Notes on AWS",
  },
  ja: {
    write: "ここにノートを書く",
    ownWords: "自分の言葉で書く",
    addSelection: "選択範囲をノートに追加",
    chooseArticle: "ノートを書き込むファイル",
    chooseNote: (subject) => `選択範囲を追加するノート: ${subject}`,
    noArticle: "ノートは、自分のフォルダーにあるMarkdownファイルです。ノートを置くフォルダーを選んでください。",
    chooseFolder: "フォルダーを選択…",
    noSelection: "ノートに載せるテンプレートの行を選択してください。",
    cannotWrite: (file) =>
      `${file}にはノートを書き込めません。変更できないファイルか、コードブロックなどが閉じられていません。`,
    firstTitle: "# AWSのノート",
  },
};

export function writeMessages(): WriteMessages {
  return inLanguage(MESSAGES);
}
