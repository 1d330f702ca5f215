import { memoByText } from "../../text/memoBy.ts";
import { readingsOf, singular } from "../words/canonical.ts";

/** Shorter words are hardly abbreviations. */
const MIN_SHORT = 3;

/** Whether a word is a known one, its abbreviation, or abbreviated by one: `env`. */
export function isShortFor(word: string, known: ReadonlySet<string>): boolean {
  if (known.has(word)) return true;
  if (word.length < MIN_SHORT || /\d/.test(word)) return false;
  for (const one of known) if (one.length >= MIN_SHORT && (one.startsWith(word) || word.startsWith(one))) return true;
  return false;
}

/** `deploy` of `deployed` and `deployment`. */
export function stemOf(word: string): string {
  return word.replace(/(?<=[a-z]{4})(?:e?s|ed?|ing|ions?|ments?)$/, "");
}

/** Particles that join Japanese words, and ends of sentences. */
const JOINS =
  /(?:における|に関する|となります|になります|である|です|ます|される|します|する|の|を|は|が|に|で|と|へ|や)+/u;
const SIGNS = /[^\p{L}\p{N}\p{M}./:$%<>=+-]+|[./:-]+(?=\s|$)|(?<=^|\s)[./:-]+/u;
/** Endings of Korean words. */
const KOREAN = /(?<=\p{Script=Hangul})(?:입니다|합니다|하는|할|한|을|를|이|가|은|는|의|에|로|으로|와|과|용)$/u;

/** Words too short to mean much. */
const TOO_SHORT = /^\p{Script=Latin}{1,2}$/u;

/** Has a letter or a digit. */
const SAYS = /[\p{L}\p{N}]/u;

const NUMBERS = /^[^\p{L}]*$/u;

/** The meaningful words of a text, in the singular; memoised. */
export const meaningfulWords: (text: string) => readonly string[] = memoByText(readWords, 2000);

/** The same for texts that are not asked about again. */
export function readWords(text: string): readonly string[] {
  const parts = text.split(SIGNS).flatMap((part) => part.split(JOINS).map((one) => one.replace(KOREAN, "")));
  // `2` is not said by `2-10`.
  const words = parts.flatMap((part) => (NUMBERS.test(part) ? [part] : (readingsOf(part)[0] ?? [part])));
  return words.map(singular).filter((word) => SAYS.test(word) && !TOO_SHORT.test(word) && !OF_ANYTHING.has(word));
}

/** Words that may be said of anything. */
const OF_ANYTHING: ReadonlySet<string> = new Set(
  [
    "please the this that its your our any each for with from and are will should can which where",
    "use used using name id value block range parameter resource specify provide enter given set string number list array boolean integer identifier none if need aws amazon service stack template",
    "all base you via when while also into then there here see above below have been being per same by as provided create created creating creation specified valid format first describe described contain one two following within between",
    "second minute hour day millisecond",
    "para por con del los las una que tipo valor nombre com dos das uma nome valores pour par avec des les dans type nom valeur der die das und für mit von eine wird",
    "使う 使用 利用 用 名 名前 値 指定",
    "이름 값 사용 설정 위 또는 및 필수 선택",
  ]
    .join(" ")
    .split(" ")
    .map(singular),
);
