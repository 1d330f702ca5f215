import { asciiOf } from "../../model/fullWidth/characters.ts";
import type { Localised } from "../../text/localised.ts";

/** The title of the fix for a line with full-width characters. */
export const FULL_WIDTH_FIX: Localised = {
  en: "Use ASCII characters in this line",
  ja: "この行の全角文字を半角にする",
};

const SPACES: ReadonlyMap<string, Localised> = new Map([
  ["\u3000", { en: "Full-width spaces", ja: "全角スペース" }],
  ["\u00a0", { en: "No-break spaces", ja: "ノーブレークスペース（U+00A0）" }],
]);

/**
 * The message about full-width characters in a line.
 * @param characters each of them once, in the order of the text
 */
export function fullWidthText(characters: string): Localised {
  const [first = "", ...others] = characters;
  const ascii = asciiOf(first) ?? "";
  const more = others.filter((one) => !SPACES.has(one)).join(" ");
  const space = SPACES.get(first);
  const en =
    space !== undefined
      ? `${space.en} (${codePoint(first)}) are no spaces here: use ASCII spaces.`
      : `${first} (${codePoint(first)}) is not the ASCII ${ascii} that is needed here.`;
  const ja =
    space !== undefined
      ? `${space.ja}が使われています。ここでは半角スペースを使います。`
      : `全角の「${first}」が使われています。ここでは半角の「${ascii}」を使います。`;
  if (more === "") return { en, ja };
  return { en: `${en} This line also has ${more}.`, ja: `${ja}この行にはほかに${more}もあります。` };
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
