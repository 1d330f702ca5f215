import { allInLanguage, type InLanguage, type Said } from "../page/inLanguage.ts";
import { binding } from "./texts.json";

/** The messages while notes are bound and folders read, in the language of `cfnNotes.language`, as the reasons are. */
export type PlaceMessages = InLanguage<typeof binding & typeof MESSAGES>;

const MESSAGES = {
  /** Title of the list to choose from. */
  chooseFor: (subject: string): Said<string> => ({
    en: `Bind a note to: ${subject}`,
    ja: `ノートを結び付ける場所: ${subject}`,
  }),
  written: (title: string, place: string, file: string): Said<string> => ({
    en: `“${plain(title)}” shows on ${plain(place)} from now on: a marker was written into ${plain(file)} and saved.`,
    ja: `「${plain(title)}」を${plain(place)}に表示します。${plain(file)}にマーカーを書き込んで保存しました。`,
  }),
  writtenUnsaved: (title: string, place: string, file: string): Said<string> => ({
    en: `A marker for “${plain(title)}” on ${plain(place)} was written into ${plain(file)}. The file had unsaved changes: once you save it, the note shows.`,
    ja: `「${plain(title)}」を${plain(place)}に結び付けるマーカーを${plain(file)}に書き込みました。未保存の変更があったため、保存はしていません。保存すると表示されます。`,
  }),
  writtenAll: (count: number): Said<string> => ({
    en: `Markers were written for ${count} notes.`,
    ja: `${count}件のノートにマーカーを書き込みました。`,
  }),
  there: (title: string, place: string): Said<string> => ({
    en: `The marker of “${plain(title)}” names ${plain(place)} already.`,
    ja: `「${plain(title)}」のマーカーは、すでに${plain(place)}を指定しています。`,
  }),
  gone: (title: string): Said<string> => ({
    en: `No marker could be written for “${plain(title)}”: the note is no longer in its file, or is where no marker can be.`,
    ja: `「${plain(title)}」にマーカーを書き込めませんでした。ファイルにもうないか、マーカーを置けない場所にあります。`,
  }),
  cannotWrite: (file: string): Said<string> => ({
    en: `${plain(file)} cannot be changed, so no marker was written. You can copy the marker and put it there yourself.`,
    ja: `${plain(file)}は変更できないため、マーカーを書き込めませんでした。マーカーをコピーして、自分で書き込むことができます。`,
  }),
  notSaved: (file: string): Said<string> => ({
    en: `The marker is written, but ${plain(file)} could not be saved. Save it yourself, and the note shows.`,
    ja: `マーカーを書き込みましたが、${plain(file)}を保存できませんでした。保存すると表示されます。`,
  }),
  lost: (oldTitle: string, newTitle: string, others: number): Said<string> => {
    const more = {
      en:
        others === 0
          ? ""
          : ` The same applies to ${others === 1 ? "one more note" : `${others} more notes`} of the file.`,
      ja: others === 0 ? "" : `ほかに${others}件のノートも同様です。`,
    };
    return oldTitle === newTitle
      ? {
          en: `“${plain(oldTitle)}” no longer shows in templates: what stands above it has changed.${more.en}`,
          ja: `「${plain(oldTitle)}」は、上の見出しなどが変わったため、テンプレートに表示されなくなりました。${more.ja}`,
        }
      : {
          en: `“${plain(oldTitle)}” is “${plain(newTitle)}” now, and no longer shows in templates.${more.en}`,
          ja: `「${plain(oldTitle)}」は「${plain(newTitle)}」に変わったため、テンプレートに表示されなくなりました。${more.ja}`,
        };
  },
  read: (files: number, notes: number): Said<string> => ({
    en: `Read ${counted(files, "file")} with ${counted(notes, "note")}`,
    ja: `${files}個のファイルから${notes}件のノートを読み込みました`,
  }),
  /** Ends the sentence of `read` if there is nothing more to say. */
  end: { en: ". They show at their places in templates.", ja: "。テンプレートの該当する場所に表示されます。" },
  belong: (count: number, template: string): Said<string> => ({
    en:
      count === 0
        ? `; none of them belongs to a place in ${plain(template)}.`
        : `; ${count} of them ${count === 1 ? "belongs" : "belong"} to places in ${plain(template)}.`,
    ja:
      count === 0
        ? `。${plain(template)}の中に、結び付くノートはありません。`
        : `。そのうち${count}件が${plain(template)}の中の場所に結び付いています。`,
  }),
};

/** The messages in the language of `cfnNotes.language`. */
export function placeMessages(): PlaceMessages {
  return allInLanguage({ ...binding, ...MESSAGES });
}

const MAX_LENGTH = 80;

/** Somebody's text as part of a message: the editor would make links of `[…](…)`, even some that run commands. */
function plain(text: string): string {
  const short = text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH)}…`;
  return short.replaceAll("](", "] (");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
