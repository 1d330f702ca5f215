import { inLanguage, type Said } from "../page/inLanguage.ts";

/** What is said while notes are bound and folders read, in the language of `cfnNotes.language`, as the reasons are. */
export interface MendMessages {
  readonly noTemplate: string;
  readonly nothingHere: string;
  readonly allPlaced: string;
  readonly noNotes: string;
  readonly addFolder: string;
  /** Title of the list to choose from. */
  chooseFor(subject: string): string;
  readonly chooseHint: string;
  written(title: string, place: string, file: string): string;
  writtenUnsaved(title: string, place: string, file: string): string;
  writtenAll(count: number): string;
  there(title: string, place: string): string;
  gone(title: string): string;
  cannotWrite(file: string): string;
  notSaved(file: string): string;
  readonly undo: string;
  readonly openNote: string;
  readonly copyMarker: string;
  lost(oldTitle: string, newTitle: string, others: number): string;
  readonly keep: string;
  readonly fine: string;
  read(files: number, notes: number): string;
  /** Ends the sentence of `read` where there is nothing more to say. */
  readonly end: string;
  readonly noFiles: string;
  readonly notRead: string;
  belong(count: number, template: string): string;
  readonly showOne: string;
  readonly showNotPlaced: string;
  readonly explain: string;
  readonly notPlaced: string;
  readonly notPlacedHint: string;
}

const MESSAGES: Said<MendMessages> = {
  en: {
    noTemplate: "Put the cursor into an open CloudFormation template first.",
    nothingHere: "There is nothing at the cursor that a note could belong to. Put it on a key, a value or a word.",
    allPlaced: "All headings and leads of your notes have a place.",
    noNotes: "There are no notes of your own yet.",
    addFolder: "Add a Folder of Notes…",
    chooseFor: (subject) => `Bind a note to: ${subject}`,
    chooseHint: "Choose one of your notes, or type words to search for",
    written: (title, place, file) =>
      `“${plain(title)}” shows on ${plain(place)} from now on: a marker was written into ${plain(file)} and saved.`,
    writtenUnsaved: (title, place, file) =>
      `A marker for “${plain(title)}” on ${plain(place)} was written into ${plain(file)}. The file had unsaved changes: once you save it, the note shows.`,
    writtenAll: (count) => `Markers were written for ${count} notes.`,
    there: (title, place) => `The marker of “${plain(title)}” names ${plain(place)} already.`,
    gone: (title) =>
      `No marker could be written for “${plain(title)}”: the note is no longer in its file, or is where no marker can be.`,
    cannotWrite: (file) =>
      `${plain(file)} cannot be changed, so no marker was written. You can copy the marker and put it there yourself.`,
    notSaved: (file) =>
      `The marker is written, but ${plain(file)} could not be saved. Save it yourself, and the note shows.`,
    undo: "Undo",
    openNote: "Open Note",
    copyMarker: "Copy Marker",
    lost: (oldTitle, newTitle, others) => {
      const more =
        others === 0
          ? ""
          : ` The same applies to ${others === 1 ? "one more note" : `${others} more notes`} of the file.`;
      return oldTitle === newTitle
        ? `“${plain(oldTitle)}” no longer shows in templates: what stands above it has changed.${more}`
        : `“${plain(oldTitle)}” is “${plain(newTitle)}” now, and no longer shows in templates.${more}`;
    },
    keep: "Keep the Binding",
    fine: "OK",
    read: (files, notes) => `Read ${counted(files, "file")} with ${counted(notes, "note")}`,
    end: ". They show at their places in templates.",
    noFiles: "There are no Markdown files in this folder.",
    notRead:
      "The folder is in the settings, but was not read. In Restricted Mode the workspace's settings name no folders of notes.",
    belong: (count, template) =>
      count === 0
        ? `; none of them belongs to a place in ${plain(template)}.`
        : `; ${count} of them ${count === 1 ? "belongs" : "belong"} to places in ${plain(template)}.`,
    showOne: "Show One",
    showNotPlaced: "Show Notes Not Placed",
    explain: "Explain This Place",
    notPlaced: "Not placed",
    notPlacedHint: "Headings and leads that do not show anywhere in templates, and why. They can be bound by hand.",
  },
  ja: {
    noTemplate: "先にCloudFormationテンプレートを開き、カーソルを置いてください。",
    nothingHere: "カーソルの位置には、ノートを結び付けられるものがありません。キー、値、語のどれかに置いてください。",
    allPlaced: "自分のノートの見出しと項目は、すべてどこかに結び付いています。",
    noNotes: "自分のノートがまだありません。",
    addFolder: "ノートのフォルダーを追加…",
    chooseFor: (subject) => `ノートを結び付ける場所: ${subject}`,
    chooseHint: "自分のノートから選ぶか、探す言葉を入力してください",
    written: (title, place, file) =>
      `「${plain(title)}」を${plain(place)}に表示します。${plain(file)}にマーカーを書き込んで保存しました。`,
    writtenUnsaved: (title, place, file) =>
      `「${plain(title)}」を${plain(place)}に結び付けるマーカーを${plain(file)}に書き込みました。未保存の変更があったため、保存はしていません。保存すると表示されます。`,
    writtenAll: (count) => `${count}件のノートにマーカーを書き込みました。`,
    there: (title, place) => `「${plain(title)}」のマーカーは、すでに${plain(place)}を指定しています。`,
    gone: (title) =>
      `「${plain(title)}」にマーカーを書き込めませんでした。ファイルにもうないか、マーカーを置けない場所にあります。`,
    cannotWrite: (file) =>
      `${plain(file)}は変更できないため、マーカーを書き込めませんでした。マーカーをコピーして、自分で書き込むことができます。`,
    notSaved: (file) => `マーカーを書き込みましたが、${plain(file)}を保存できませんでした。保存すると表示されます。`,
    undo: "元に戻す",
    openNote: "ノートを開く",
    copyMarker: "マーカーをコピー",
    lost: (oldTitle, newTitle, others) => {
      const more = others === 0 ? "" : `ほかに${others}件のノートも同様です。`;
      return oldTitle === newTitle
        ? `「${plain(oldTitle)}」は、上の見出しなどが変わったため、テンプレートに表示されなくなりました。${more}`
        : `「${plain(oldTitle)}」は「${plain(newTitle)}」に変わったため、テンプレートに表示されなくなりました。${more}`;
    },
    keep: "結び付きを残す",
    fine: "OK",
    read: (files, notes) => `${files}個のファイルから${notes}件のノートを読み込みました`,
    end: "。テンプレートの該当する場所に表示されます。",
    noFiles: "このフォルダーにはMarkdownファイルがありません。",
    notRead:
      "フォルダーを設定に追加しましたが、読み込まれていません。制限モードでは、ワークスペースの設定にあるノートのフォルダーは使われません。",
    belong: (count, template) =>
      count === 0
        ? `。${plain(template)}の中に、結び付くノートはありません。`
        : `。そのうち${count}件が${plain(template)}の中の場所に結び付いています。`,
    showOne: "1つ表示",
    showNotPlaced: "結び付いていないノートを表示",
    explain: "この場所について説明",
    notPlaced: "結び付いていないノート",
    notPlacedHint: "テンプレートのどこにも表示されない見出しと項目、その理由です。手動で結び付けることができます。",
  },
};

/** The messages in the language of `cfnNotes.language`. */
export function mendMessages(): MendMessages {
  return inLanguage(MESSAGES);
}

const LONGEST = 80;

/** Somebody's words in a message of ours: the editor makes links of `[…](…)`, even such as run commands. */
function plain(text: string): string {
  const short = text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
  return short.replaceAll("](", "] (");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
