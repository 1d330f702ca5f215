import { nameKey } from "../../notes/words/names.ts";
import { narrates } from "./narration.ts";

/** Words at the beginning that refer to earlier sentences. */
const POINTING =
  /^(?:こ[れのう]|そ[れのう]|あ[れの]|ここ|そこ|これら|それら|[上下左右][のはで記]|前者|後者|同様|similar (?:for|as)\b|similar to [^,.]{2,40},|むしろ|また[、は]|しかし|ただし|なお|よって|そのため|このため|つまり|例えば|たとえば|これ|例[：:]|注意[！!：:]|同上|yes,|no,|this\b|that\b|these\b|those\b|it\b|its\b|they\b|their\b|them\b|he\b|we\b|you\b|here\b|there\b|such\b|however\b|but\b|and\b|or\b|so\b|also\b|then\b|same\b|both\b|otherwise\b|therefore\b|for example\b|e\.g\b|i\.e\b|see\b|as above\b|above\b|below\b|both\b|which\b|if so\b|in this\b|in that\b|with this\b|by this\b)/iu;

/** Announces something outside the line: a list, a figure, another section. */
const ANNOUNCING =
  /(?:このような|そのような|以下|下記|次の\s?(?:よう|用途|とおり|通り|図|表|\d|[０-９]|いずれか|どちらか|どれか)|次の[^。、\s]{2,24}(?:[がを]サポート|があり|がある|を含)|再掲|欄と|後述|前述|上記|上図|下図|図の|表の|右の|左の)|\b(?:following|as follows|below|above|see (?:also|here)|click|screenshot|figure|diagram|shown here|as (?:discussed|mentioned)|mentioned (?:above|earlier|before))\b|[:：]$/iu;

const COUNTS =
  /(?:^|(?<=[。\n]))[^。\n、,]*(?:\d|[０-９一二三四五六七八九])\s?(?:つ|種類|個|通り|タイプ|パターン|点|段階)(?:が|の[^。]{1,12}が|に)?(?:ある|あります|存在する|存在します|分(?:類でき|かれ|けられ)(?:る|ます))。?$|(?:^|(?<=[.)] ))(?:there are (?:two|three|four|five|six|\d) [^.\n:]{2,90}|[^.\n]* (?:two|three|four|five|six|\d) (?:[\w-]+ )?(?:things|types|kinds|ways|modes|functions|options)(?: of \w+)?)\.?$/iu;

/** An answer without a sentence that only counts (`There are three types.`), unless the question asks how many. */
export function withoutCount(front: string, back: string): string {
  return /いくつ|何(?:種|個|つ|通)|how many/iu.test(front) ? back : back.replace(COUNTS, "").trimEnd();
}

/** Whether a line announces something outside it. */
export function isAnnouncing(line: string): boolean {
  return ANNOUNCING.test(line);
}

/** Whether a text begins with a reference to earlier sentences. */
export function pointsBack(text: string): boolean {
  return POINTING.test(text.replace(/^[・\s]+/u, ""));
}

/** A title without decoration: leading symbols, a trailing colon, `（重要）`. */
export function withoutSigns(title: string): string {
  return title
    .replace(
      /^(?:[\s*#=–—■●▶◆\p{Extended_Pictographic}]|\u{fe0f}|\d\u{fe0f}?\u{20e3})+|\s*\*+\s*$|^-\s+|\s*[:：.。,、–—-]\s*$|\s*[（(](?:重要|必須|注意)[）)]\s*$|\s\^[A-Za-z\d-]+$|\s[\da-f]{32}$|\s+[★☆\p{Extended_Pictographic}]\u{fe0f}?$/gu,
      "",
    )
    .trim();
}

/** Whether a text is all Katakana. */
export function isKatakana(text: string): boolean {
  return /^[ァ-ヶー・]+$/u.test(text);
}

/** Whether a title is a proper name, as in a console or template, or a longer Katakana name. */
export function isProperName(title: string): boolean {
  const core = title.replace(
    /(?:属性|ポリシー|パラメータ|パラメーター|レコード|レポート|セクション|コマンド|関数)$/u,
    "",
  );
  if (core.length < 4) return /^[A-Z\d]{2,}$/.test(core) && core !== title;
  if (/^[a-z]+(?:-[a-z0-9]+)+$/.test(core) || /^[ァ-ヶー・]{6,}$/u.test(core)) return true;
  // `CreationPolicy`, `HTTPCode_ELB_5XX`, `X-Forwarded-For`, `Simple AD`, `Connection Draining`; not `Environment`.
  const words = core.split(/[\s/]+/);
  if (words.length > 5 || !words.every((word) => /^[\p{Lu}\d][\w.:-]*$/u.test(word))) return false;
  return words.length > 1 || /\p{Ll}.*\p{Lu}|\p{Lu}{3}|[-_:]/u.test(core);
}

/** Patterns that exclude a text from being a question or an answer. */
const STANDS_NOT: readonly RegExp[] = [
  /(?:理解する|理解しておく|押さえる|押さえておく|覚える|覚えておく|とか|for example|注意|参照|について|気がする|かも|方法です)[。.]?$|^・?(?:デベロッパー|企業|会社|ある\S{1,8}|ユーザー|管理者|エンジニア|セキュリティ専門家)は.*必要があります。?$|^・?(?:aws|sudo|\$|eb|npm|kubectl|docker|git) [^ぁ-ん]*$/u,
  // Begins with a particle: the subject was cut off.
  /^[がをはにでと](?=[一-龠ァ-ヶA-Za-z])/u,
  /[★☆]|^・?[*※]|^・?(?:Q|質問|問)\d*\s*[:：]/u,
  // Navigation paths of consoles and documentation, and placeholders.
  /\S ?[>＞] ?\S.*[>＞]|ドキュメント ?[>＞]|documentation ?>|\bX{2,}\b|\bx+ ?[月日]/u,
  /\.(?:png|jpe?g|gif|svg)\b|\bnote\.|(?:この|次の|以下の|各|練習|例|模擬)問題|問題(?:集|文|\d)|試験|\bthe exam\b/iu,
  // Leftover markup, links, ellipses, and joined list items: `-declares values -for linking templates`.
  /・{2}|[!！]{2}|--(?!\w)|\*\*|~~|==|`|^-\p{L}|^#|\s-\p{Ll}.*\s-\p{Ll}|\.[-–] \p{L}|https?:\/\/|!\[|\[(?:…|\.{3})\]|\bwww\.|[…‥]$|\.\.\.$/u,
];

/** Whether a text is understandable on its own, as a question or an answer. */
export function standsAlone(text: string): boolean {
  const lines = text.split("\n");
  // An announced list may follow in the next line.
  const isOpen = lines.some((line, index) => ANNOUNCING.test(line) && !/^[　\s]*・/u.test(lines[index + 1] ?? ""));
  if (pointsBack(text) || isOpen || narrates(text)) return false;
  return balanced(text) && !isOfNotes(text) && /\p{L}/u.test(text) && !STANDS_NOT.some((form) => form.test(text));
}

/** Whether a text is about the notes themselves or an exam. */
export function isOfNotes(text: string): boolean {
  return /\bthis (?:folder|document|guide|file|repo|repository|page|section|article|course|module|series)\b|(?:この|本)(?:フォルダー?|ドキュメント|ファイル|ガイド|記事|リポジトリ|ページ|章|コース|ドメイン|分野|単元|教材|プロジェクト|モジュール|セクション|問題)|構成図の|問われる|連載|(?:ディレクトリー?|リポジトリー?)です|(?:を|について)(?:説明|紹介|解説)します|\b(?:on|for|in) the (?:exam|test)\b|\b(?:practice|mock) (?:tests?|exams?)\b|模試|模擬(?:試験|テスト)|試験に/iu.test(
    text,
  );
}

function balanced(text: string): boolean {
  return (
    !/^[^（(]*[）)]/u.test(text) &&
    (text.match(/[（(]/gu)?.length ?? 0) === (text.match(/[）)]/gu)?.length ?? 0) &&
    (text.match(/[「『]/gu)?.length ?? 0) === (text.match(/[」』]/gu)?.length ?? 0)
  );
}

/** Width of a text in columns: full-width characters count twice. */
export function weight(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[ -ÿ]/u.test(sign) ? 1 : 2), 0);
}

/** Whether a text contains a name or a part of it. */
export function tells(text: string, name: string): boolean {
  const said = nameKey(text);
  const parts = [name, ...name.split(/[\s（）()・/,、]+/u), name.replace(/(?:属性|ポリシー|レコード|レポート)$/u, "")];
  return parts.some(
    (part) => !/^(?:AWS|Amazon)$/.test(part) && nameKey(part).length > 2 && said.includes(nameKey(part)),
  );
}

/** Names that several services may use: `Event Bus`, `Blue/Green`, `All-Except`, `CNAME`. */
const MANY_HAVE = /[\s/]|^[A-Z\d]{2,8}s?$|^[A-Z][a-z]+(?:-[A-Za-z]+)+$/;
/** Whether a name is unambiguous: `CreationPolicy`, not `Event Bus` or `セキュリティポリシー`. */
export function isUnmistakable(title: string): boolean {
  return isProperName(title) && !isKatakana(title) && !MANY_HAVE.test(title);
}

/** Numbering of titles: `3．`, `8.5 `, `8-4 `. */
const NUMBERING =
  /^(?:(?:Task|Chapter|Module|Section|Part|Lesson|Unit|Card|Session|Day)[\s-]*\d[\d.]*\s*[-–:：.]?\s+(?=\p{L})|\d+(?:[.．]\d+)+[.．]?\s+|\d{1,2}-\d{1,2}\s+|\d+[.．)）:：]\s*|\d+\s+[-–]\s+)/u;

/** Words around the name in a title: `What is`, `Overview`, `入門`. */
const AROUND_NAME =
  /^(?:the|what(?:['’]s| is| are)|intro(?:duction)? to|about|understanding|using)\s+(?:(?:an?|the)\s+)?|(?:\s+[–—-]|[:：])?\s+(?:overview|basics|introduction|explained|summary|deep dive|cheat ?sheet|(?:(?:complete|study|prep) )?guide|(?:(?:detailed|study|exam) )?notes)$|(?:の概要|(?<=[A-Za-z\d）)]) ?概要|\s*とは|\s*の?(?:完全|初級|中級|上級)?(?:ガイド|チートシート|教科書|参考資料(?:一覧)?|入門|まとめ|メモ|ノート|基礎|詳細|基本(?:概念)?))$/giu;

/** The name in a title: without numbering and words such as `What is` or `Overview`. */
export function unnumbered(title: string): string {
  return title.replace(NUMBERING, "").replace(AROUND_NAME, "");
}

/** The same, also without decoration and a note in parentheses: `(2019年4月1日現在)`. */
export function bareTitle(title: string): string {
  return unnumbered(withoutSigns(title))
    .replace(/^\[([^[\]]+)\]$/, "$1")
    .replace(/\s*[（(][^（()）]*[）)]$/u, "");
}
