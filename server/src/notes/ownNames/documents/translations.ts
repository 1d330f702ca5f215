import { memoBy, memoByText } from "../../../text/memoBy.ts";
import { uriSteps } from "../../reading/markdown/uriPath.ts";
import type { NoteLanguage } from "../../reading/note.ts";

/** Files that are translations of each other: `README.md` and `README.ja.md`, `docs/en/setup.md` and `docs/ja/setup.md`. */
export class Translations {
  /** By what their paths have in common. */
  readonly #versions = new Map<string, Map<string, Version>>();

  set(uri: string, text: string): void {
    const key = commonPath(uri);
    const versions = this.#versions.get(key);
    const said = LATIN.exec(uri)?.[1]?.toLowerCase();
    const version: Version = { text, ...(said !== undefined && { said }) };
    if (versions === undefined) this.#versions.set(key, new Map([[uri, version]]));
    else versions.set(uri, version);
  }

  delete(uri: string): void {
    const key = commonPath(uri);
    const versions = this.#versions.get(key);
    versions?.delete(uri);
    if (versions?.size === 0) this.#versions.delete(key);
  }

  /** Whether another file says the same in the reader's language, or else in English. */
  isTranslated(uri: string, reader: NoteLanguage): boolean {
    const versions = this.#versions.get(commonPath(uri));
    const own = versions?.get(uri);
    if (versions === undefined || own === undefined || versions.size < 2) return false;
    const languages = [...versions.values()].map((one) => languageOf(one));
    const best = [reader, "en"].find((one) => languages.includes(one));
    return best !== undefined && languageOf(own) !== best;
  }
}

interface Version {
  readonly text: string;
  /** A language with Latin letters that its path names. */
  readonly said?: string;
}

/** In UTF-16 units: the beginning tells the language. */
const MAX_READ = 5000;

/** A language by the path or its letters: Latin ones count as English. */
const languageOf = memoBy(({ text, said }: Version): string => {
  if (said !== undefined) return said;
  const read = text.slice(0, MAX_READ);
  const share = (letters: RegExp): number => (read.match(letters)?.length ?? 0) / read.length;
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > FEW) return "ja";
  if (share(/\p{Script=Hangul}/gu) > FEW) return "ko";
  return share(/\p{Script=Han}/gu) > FEW ? "zh" : "en";
});

/** Names in another language's letters may stand in any text. */
const FEW = 0.05;

const FOLDER = /^(?:en|ja|jp|ko|kr|zh|cn|tw|de|fr|es|pt)(?:[-_](?:[a-z]{2}|hans|hant))?$/i;
const ENDING = /[._-](?:en|ja|jp|ko|kr|zh|cn|tw|de|fr|es|pt)(?:[-_](?:[a-z]{2}|hans|hant))?(?=\.\w+$)/i;
const LATIN = /(?:[._-](?=\w\w(?:[-_][a-z]{2})?\.\w+$)|\/(?=\w\w\/))(de|fr|es|pt)\b/i;

/** Each note at a place asks for its file's. */
const MAX_KEPT = 4000;

/** A file's path without what names a language. */
const commonPath = memoByText((uri): string => {
  const steps = uriSteps(uri).filter((step) => !FOLDER.test(step));
  return steps.join("/").replace(ENDING, "").toLowerCase();
}, MAX_KEPT);
