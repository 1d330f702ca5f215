import { nameKey } from "../../notes/words/names.ts";
import { tells, weight } from "./cardWords.ts";

/** What somebody thinks of it, needs for it, does with it or would use it for: `great for production`, `need to scale`, `use tags to`. */
const IS_OPINION =
  /^(?:(?:in|on|at|by|with|for|to|as|under|within|through)(?=\s)|if|when|while|during|using|use(?! (?:to|for|when|by|in|as|with)\b)|ensure|avoid|consider|combine|choose|implement|configure|enable|allow|deny|add|make|mandate|leverage|deploy|the same|is there|up to|at (?:least|most)|from|between|think|get|take|keep|see|find|go|pay|sometimes|always|usually|often|even|needs?|have|must|should|great|good|best|better|recommended|useful|helpful|ideal|suitable|only|same|not|no|more|less|many|few|some|most|all|any|every|each|default|other|similar|different|easy|easiest|simple|fast|expensive|cheap|works?|looks?|comes?|keeps?|happens?)\b/i;
/** `a unit of …`, `your resources` */
const BY_ARTICLE = /^(?:an?|the|your|one of|type of|kind of|part of)\s/i;
/** `is used to`, `can be attached to`, `used when` */
const BY_USE =
  /^(?:is|are|was|can be|used|use(?= (?:to|for|when|by|in|as|with)\b)|lets|makes|tells|gives|[a-z]+ed (?:when|by|for|from|to|with))\s/i;
/** `returns the value`, `contains records that …`; plural nouns with what they are of do as well. */
const BY_VERB =
  /^(?:automatically |also |can )?[a-z]+[^\W_su]s (?!to\b|from\b|and\b|or\b|are\b|is\b|can\b|needs?\b|must\b|should\b|have\b)\w/;
/** `collection of log events`, `fully managed service for search` */
const BY_PHRASE = /^(?:[\w/'’:.()-]+,? ){1,6}(?:of|about|that|which|where|who|whose|used|for|to|containing|between)\s/i;
const HAS_VERB =
  /\b(?:is|are|means|refers|has|have|can|will|[a-z]{2,}[^\W_su]s|lets?|allow|enable|provide|define|contain|help|use|make|create|run|store)\b/;
/** Columns of a sentence that may say what something is. */
const SHORTEST = 14;
const IS_CLAUSE =
  /^\w+ (?:the|an?|your|all) |\b(?:can|is|are|was|were|has|have|had|will|must|should|we|you|it|they)\b/i;

/** A verb or the copula at its end, or a noun that something is done with: `…を行う。`, `…を定義`. */
const ENDS_AS_SENTENCE =
  /(?:[うくぐすつぬぶむる]|ます|です|した|った|いた|んだ|きた|りた)(?:(?:ための)?(?:もの|こと|ため))?(?:[（(][^（()）]*[）)])?[。.]?$|[をに][^をに。]*[一-龠ァ-ヶー]{2,}(?:[（(][^（()）]*[）)])?[。.]?$|(?:が|[一-龠])可能[。.]?$/u;
/** A noun that a clause says more of: `使用するデバイスのタイプ`, `確立された接続の数`. */
const BY_CLAUSE =
  /(?:[うくぐすつぬぶむる]|[しっいんきりれ][ただ])\s?(?:[\p{sc=Han}ァ-ヶーA-Z]|やり方|ところ)(?:[^をがは、。]|。?$)/u;
const HAS_OBJECT = /[をにでへが]|から|まで|として|により|ごと/u;
const JAPANESE_OPINION =
  /を(?:\d+つ)?(?:選択|入力|クリック|押下)(?:する|します)?(?:[（(][^（()）]*[）)])?。?$|最も(?:人気|一般的|簡単|重要)|充実|(?:不要|必要|重要|簡単|便利|必須|推奨|最適|安全|柔軟|豊富|容易)(?:です)?。?$/u;
const SUBJECT = /^・?([^。、をにでが（(]{2,24}?)は(?![じずっ])/u;

/** Whether an English text says what somebody thinks of a thing, or does with it. */
export function isOpinion(text: string): boolean {
  return IS_OPINION.test(text.replace(/^・\s?/u, ""));
}

/**
 * Whether a text says by its form what a name stands for: `a pool of …`, `returns the …`, `…する機能`. What is noted on a common word without such a form
 * is mostly one fact, an opinion, or a list of words.
 */
export function defines(text: string, name: string): boolean {
  const [line = ""] = text.replace(/^・\s?/u, "").split("\n");
  if (spellsOut(line, name)) return true;
  if (/[?？]/u.test(line)) return false;
  return /[ぁ-ん]/u.test(line) ? definesInJapanese(line, name) : definesInEnglish(line, name);
}

/** Whether a text is what an acronym stands for: `SAM`, `Serverless Application Model`, `サーバーレスアプリケーションモデル`. */
export function spellsOut(text: string, name: string): boolean {
  if (!/^[A-Z]{2,6}$/.test(name)) return false;
  const words = text.match(/(?!(?:and|for|the|of)\b)[a-z]{2,}/gi) ?? [];
  return (
    words
      .map((word) => word.charAt(0).toUpperCase())
      .join("")
      .includes(name) || /^[ァ-ヶー・ ]{8,}$/u.test(text)
  );
}

function definesInEnglish(line: string, name: string): boolean {
  if (IS_OPINION.test(line)) return false;
  if (BY_ARTICLE.test(line) || BY_USE.test(line) || BY_VERB.test(line)) return true;
  const [phrase = ""] = BY_PHRASE.exec(line) ?? [];
  if (phrase !== "" && !IS_CLAUSE.test(phrase)) return true;
  const verb = HAS_VERB.exec(line)?.index ?? 0;
  return tells(line.slice(0, verb), name);
}

function definesInJapanese(line: string, name: string): boolean {
  const [first = "", ...rest] = line.split(/(?<=。)/u);
  // `CDN。画像や動画をキャッシュ。`
  const sentence = weight(first) < SHORTEST && rest.length > 0 ? line : first;
  if (JAPANESE_OPINION.test(sentence)) return false;
  const subject = SUBJECT.exec(sentence)?.[1] ?? name;
  if (!tells(subject, name) && !tells(name, subject) && nameKey(subject) !== nameKey(name)) return false;
  return (HAS_OBJECT.test(sentence) && ENDS_AS_SENTENCE.test(sentence)) || BY_CLAUSE.test(sentence);
}
