/**
 * The form in which names are compared: width, case, spaces, hyphens, dots, underscores, middle dots and
 * long-vowel marks don't count. `Route 53` and `ｒｏｕｔｅ５３`, `サーバー` and `サーバ` are the same.
 */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\-‐‑–—_.・·ー]+/gu, "");
}

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a text has a character of Japanese: kanji or kana. */
export function hasJapanese(text: string): boolean {
  return JAPANESE.test(text);
}

/** Whether a name can't be an everyday word: `UpdatePolicy`, `cfn-signal`, `Fn::Sub`; not `Timeout`. */
export function isDistinctive(name: string): boolean {
  if (name.includes("::") || /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(name)) return true;
  if (/^[A-Z]{3,}[a-z]{3,}[A-Za-z0-9]*$/.test(name)) return true;
  return /^[A-Z][A-Za-z0-9]*$/.test(name) && (name.match(/[A-Z]+[a-z0-9]+/g)?.length ?? 0) >= 2;
}

/** A text in which names are looked for. */
export interface SearchedText {
  readonly text: string;
  readonly lower: string;
  readonly key: string;
}

export function searchedText(text: string): SearchedText {
  return { text, lower: text.normalize("NFKC").toLowerCase(), key: nameKey(text) };
}

/** Tells whether a text mentions `name`; a short Latin name must be a word of its own (`ELB`, not in `ELBow`). */
export function mentionOf(name: string): (text: SearchedText) => boolean {
  const key = nameKey(name);
  if (key === "") return () => false;
  if (key.length > 5 || !/^[a-z0-9]+$/.test(key)) return (text) => text.key.includes(key);
  const letters = [...key].join("[\\s\\-]?");
  const word = new RegExp(`(?<![a-z0-9])${letters}(?:s|es)?(?![a-z0-9])`);
  return (text) => text.key.includes(key) && word.test(text.lower);
}
