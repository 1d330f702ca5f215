import type { NamingDocument } from "../../../server/src/protocol/notes.ts";
import type { Said } from "../page/inLanguage.ts";

/** Each request reads all Markdown of the workspace: it is made at most so often in a session. */
const MAX_SEARCHES = 5;

/** The template in the editor. */
export interface OfferTemplate {
  readonly uri: string;
  readonly length: number;
}

export interface DocumentsOfferParts {
  /** The documents that name what a template has. */
  readonly find: (template: string) => Promise<readonly NamingDocument[] | null | undefined>;
  /** How often the question was put in this workspace. */
  readonly timesAsked: () => number;
  readonly setTimesAsked: (times: number) => PromiseLike<void>;
  /** Puts the question; whether the answer is yes. Does not resolve while nobody has answered. */
  readonly ask: (documents: Documents, folder: string) => Promise<boolean>;
  /** Has the documents of a folder (URI) show. */
  readonly accept: (folder: string) => Promise<void>;
}

type Documents = readonly [NamingDocument, ...NamingDocument[]];

/** A question that faded unanswered is put again in a later session; so often in all. */
export const MAX_TIMES_ASKED = 3;

/**
 * Offers the documents that name what a template has, until somebody answers, once in a session; a template is looked at
 * again when it has become three times as long. Only a yes changes anything, and any other answer is final.
 */
export function documentsOffer(parts: DocumentsOfferParts): (template: OfferTemplate | undefined) => Promise<void> {
  const lengths = new Map<string, number>();
  let searches = 0;
  let isAsked = false;
  return async (template) => {
    if (template === undefined || isAsked || searches >= MAX_SEARCHES) return;
    const { uri, length } = template;
    if (length < 3 * (lengths.get(uri) ?? 0)) return;
    lengths.set(uri, Math.max(1, length));
    searches++;
    const [first, ...others] = (await parts.find(uri)) ?? [];
    const times = parts.timesAsked();
    if (first === undefined || isAsked || times >= MAX_TIMES_ASKED) return;
    isAsked = true;
    await parts.setTimesAsked(times + 1);
    const folder = commonFolder([first, ...others]);
    const isYes = await parts.ask([first, ...others], folder);
    await parts.setTimesAsked(MAX_TIMES_ASKED);
    if (isYes) await parts.accept(folder);
  };
}

/**
 * The question whether documents are to show.
 *
 * @param file the first document's path, for display
 * @param folder the path of the folder to add, for display; `undefined` for a folder of the workspace itself
 */
export function offerQuestion(documents: Documents, file: string, folder: string | undefined): Said<string> {
  const [one, two, ...more] = [...new Set(documents.flatMap(({ names }) => names))];
  const adds =
    folder === undefined
      ? {
          en: "This adds the workspace's whole folder to its settings.",
          ja: "ワークスペースの設定にフォルダー全体を追加します。",
        }
      : {
          en: `This adds the folder ${folder} to the workspace's settings.`,
          ja: `ワークスペースの設定にフォルダー「${folder}」を追加します。`,
        };
  const [namesMore, filesMore] = [more.length, documents.length - 1];
  return {
    en: `There is something about ${one}, ${two}${namesMore > 0 ? ` and ${namesMore} more` : ""} of this template in ${file}${filesMore > 0 ? ` and ${filesMore} more` : ""}. Show it in hovers and in the sidebar? ${adds.en}`,
    ja: `${file}${filesMore > 0 ? `（ほか${filesMore}件）` : ""}に、このテンプレートの${one}、${two}${namesMore > 0 ? `（ほか${namesMore}件）` : ""}についての記述があります。ホバーとサイドバーに表示しますか？${adds.ja}`,
  };
}

/** The URI of the innermost folder that holds all of the documents. */
export function commonFolder(documents: readonly NamingDocument[]): string {
  const [first = [], ...others] = documents.map(({ uri }) => uri.split("/").slice(0, -1));
  const end = first.findIndex((step, at) => others.some((steps) => steps[at] !== step));
  return first.slice(0, end < 0 ? first.length : end).join("/");
}
