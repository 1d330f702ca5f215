import { guidesForSure } from "../../notes/reading/guidesTemplates.ts";
import type { NoteFileContent } from "../../notes/reading/note.ts";
import type { Card } from "./card.ts";
import type { Sentence } from "./sentences.ts";
import { namesService } from "./serviceTitle.ts";

/** Endings of Japanese sentences that narrate, express an opinion or address the reader. */
const ENDS_TELLING =
  /(?:ました|でした|だった|ましょう|てみます|ていきます|ておきます|思います|思う|思った|ようと|ください|くれます|下さい|そうです|よう(?:です|だ)|でしょう|だろう|はず(?:です)?|よね|ですね|ますね|かな|です！|しておく|てみる|(?:記載|紹介|解説)(?:する|します|しています))[。！!♪)）]*$/u;
/** References to the writer, the article or its steps. */
const TELLS_OF_SELF =
  /今回|ここでは|先ほど|先程|さきほど|前回|次回|^・?(?:まずは?|次に|続いて|最後に|ここから)、?|個人的|自分(?:の|が|は|で|自身)|私(?:の|が|は|も)|皆さん|みなさん|弊社|記事|ブログ|登壇|ワークショップ|ハンズオン|ご紹介|手元|興味|感じて(?:い|お)|\b(?:imagine|I(?!\.e\b|\/O\b)|I['’]m|I['’]ve|I['’]ll|my|mine|let['’]s|now lets|we['’]ll|we['’]re|we['’]ve|our)\b|\b(?:tutorial|workshop|blog post|in the next|previous(?:ly)? (?:section|created))\b/iu;

/** Whether a text narrates or instructs, as articles and diaries do, instead of stating facts. */
export function narrates(text: string): boolean {
  // Only the first sentence counts.
  const [sentence = ""] = text.trim().split(/\n|(?<=[。！!])|(?<=\.)\s/u);
  return ENDS_TELLING.test(sentence) || TELLS_OF_SELF.test(sentence);
}

/** Minimum share of narrating sentences in an article; study notes have hardly any. */
const MIN_TOLD = 0.2;
const MIN_SENTENCES = 8;
/** Titles of articles on somebody's own work: `…を構築してみた！` */
const TELLS_SO = /てみ(?:た|る|よう)|\b(?:I|we) (?:built|made|tried)\b|\bbuilding an?\b/iu;

/** Whether a file is an article on how somebody built or tried something, whose definitions are of their own work. */
export function isStory(sentences: readonly Sentence[], title: string): boolean {
  if (TELLS_SO.test(title)) return true;
  const told = sentences.filter(({ text }) => narrates(text)).length;
  return sentences.length >= MIN_SENTENCES && told / sentences.length >= MIN_TOLD;
}

/** Whether a card of such an article is valid outside it: a question, or a definition with `とは`. */
export function standsInStory({ kind, front, back }: Card): boolean {
  return kind === "question" ? !narrates(front) && !narrates(back) : kind === "term" && back.startsWith(`${front}とは`);
}

/** Letters of languages that are not supported; Chinese has Kanji but no Kana. */
const FOREIGN_LETTERS = /[\u1ea0-\u1ef9\p{sc=Hangul}\p{sc=Cyrillic}\p{sc=Thai}\p{sc=Arabic}\p{sc=Devanagari}]/gu;
const HAN = /\p{sc=Han}/gu;
const KANA = /[ぁ-んァ-ヶ]/gu;
const MIN_SHARE_OF_LETTERS = 0.05;
/** Frequent words of English and of other languages in Latin letters. */
const ENGLISH = /\b(?:the|of|and|to|is|are|in|for|with|that|from|be|can|on|by|an?)\b/gi;
const FOREIGN =
  /(?<![\p{L}])(?:de|del|della|el|la|los|las|que|para|por|uma|um|não|com|os|da|do|il|che|per|una|uno|di|der|die|das|und|ist|mit|ein|le|les|des|une|pour|dans|và|của|là|các|được|cho|một|ve|bir|için|ile|bu|yang|dan|untuk|het|een|van|en)(?![\p{L}])/giu;
const MIN_FOREIGN = 5;

/** Whether a file is study notes in English or Japanese. */
export function isStudied(file: NoteFileContent): boolean {
  const { lines, uri } = file;
  if (guidesForSure(uri, lines)) return false;
  return !isOfOtherThings(file) && !isForeign(lines.join("\n"));
}

function isForeign(text: string): boolean {
  const count = (found: RegExp): number => text.match(found)?.length ?? 0;
  const letters = text.length * MIN_SHARE_OF_LETTERS;
  if (count(FOREIGN_LETTERS) > letters) return true;
  const kana = count(KANA);
  if (kana > letters) return false;
  return count(HAN) > letters || count(FOREIGN) > Math.max(MIN_FOREIGN, count(ENGLISH));
}

/** Maximum number of lines of a file that is too short to determine its topic. */
const MAX_SHORT_LINES = 20;
/** Minimum share of lines with a service name in notes on AWS. */
const MIN_ON_AWS = 0.12;
/** The same if the title names one. */
const MIN_BELOW_TITLE = 0.05;
/** Also names that only CloudFormation has. */
const AWS =
  /\b(?:AWS|Amazon|CloudFormation|C[Ff][Nn]|cfn-(?:init|signal|hup|get-metadata)|(?:Creation|Update|Deletion|UpdateReplace)Policy|DependsOn|Fn::\w+)\b/;

/** Paths of notes on other clouds, and conflict copies of files. */
const OF_OTHER_CLOUD = /[/_-](?:gcp|azure|google-?cloud|oci)(?=[/._-])|\.sync-conflict-/i;

/** Whether a file is on another topic than AWS. */
export function isOfOtherThings({ title, lines, uri }: NoteFileContent): boolean {
  if (OF_OTHER_CLOUD.test(uri)) return true;
  const full = lines.filter((line) => line.trim() !== "");
  const isOnAws = (line: string): boolean => AWS.test(line) || namesService(line);
  if (full.length <= MAX_SHORT_LINES) return false;
  // A title with AWS in it lowers the minimum, unless it is of a comparison.
  const least = isOnAws(title) && !/[/／、,]|\bvs\b/iu.test(title) ? MIN_BELOW_TITLE : MIN_ON_AWS;
  return full.filter(isOnAws).length < full.length * least;
}
