import { lettersOf } from "../../text/lettersOf.ts";
import { memoBy } from "../../text/memoBy.ts";
import { picturesIn, withoutPictures } from "../reading/markdown/pictures.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { passageOf } from "../reading/passage.ts";
import { WHOLE_TITLE } from "../reading/terms.ts";
import { MARKED } from "./bindings.ts";
import type { RankedNote } from "./boundNote.ts";

/**
 * Whether a note that has the name of a place explains nothing of it: it has only links, contents, marks, or another
 * thing's name.
 */
export function saysNothing(bound: RankedNote): boolean {
  if (isCaptions(bound)) return true;
  if (bound.note.kind === "heading")
    return isReading(bound) || isInReadingList(bound) || isContents(bound) || isToBeWritten(bound);
  if (!hasText(bound.note, bound.file)) return true;
  return [
    isReadElsewhere,
    isSetting,
    isField,
    isRowOfMarks,
    isWordOnService,
    isAsideInFewWords,
    isOneOfList,
    isListedFile,
  ].some((is) => is(bound));
}

export function isListedThing(bound: RankedNote): boolean {
  const { note, file, isCalled, binding } = bound;
  const { kind } = binding.place;
  const isOnThing = kind === "type" || (kind === "property" && !isCalled);
  return isNamedItem(bound) && isOnThing && (note.passage.length > 1 || proseOf(note, file) < MIN_PROSE_LENGTH);
}

/** Whether an item only gives a setting of one thing, or its name. */
export function isSettingOfOne(bound: RankedNote): boolean {
  const { note, file, isSpoken, binding } = bound;
  const { place } = binding;
  if (isSpoken !== true || !isNamedItem(bound)) return false;
  if (place.kind === "property") return isBarelySaid(note, file);
  if (place.kind !== "type") return false;
  const text = passageOf(note, file, note.passage.slice(-1)).slice(0, MAX_LENGTH);
  return NAME_ALONE.test(text.slice(text.indexOf(note.title) + note.title.length));
}

/** Whether an item got its place by its own words, and is no question. */
function isNamedItem({ note, binding }: RankedNote): boolean {
  return note.kind === "item" && note.naming !== "question" && binding.key !== "";
}

/** Whether a note has hardly more than its name. */
function isBarelySaid(note: Note, file: NoteFileContent): boolean {
  return proseOf(note, file) < lettersOf(note.title).length + MIN_SENTENCE_LENGTH;
}

/**
 * Whether a note has pictures, and besides only what these show: by their own texts, by its title, or in a few words
 * above one.
 */
function isCaptions({ note, file }: RankedNote): boolean {
  if (file.builtIn || note.places.length > 0) return false;
  const text = passageOf(note, file).slice(0, 4 * MAX_LENGTH);
  if (!text.includes("![")) return false;
  const shown = [note.title, ...picturesIn(text)].map(caption);
  const lines = text
    .split("\n")
    .map((line) => ({ said: withoutPictures(line).replace(/<[^>]*>/g, ""), isPicture: line.includes("![") }))
    .filter(({ said, isPicture }) => isPicture || caption(said) !== "");
  const isCaption = ({ said, isPicture }: (typeof lines)[number], at: number): boolean => {
    const called = caption(said);
    const isLabelled = (isPicture || lines[at + 1]?.isPicture === true) && isLabel(said);
    return called === "" || isLabelled || shown.some((one) => one === called || namesPart(one, called));
  };
  return lines.some(({ said }) => caption(said) !== "") && lines.every(isCaption);
}

/** Whether a line above a picture has a few words, and is no sentence. */
function isLabel(line: string): boolean {
  const said = line.replace(/[\s#*+_<>-]+/g, " ").trim();
  const isShort = JAPANESE.test(said) ? said.length <= MAX_LABEL : said.split(" ").length <= MAX_WORDS_OF_LABEL;
  return isShort && !SENTENCE_END.test(said);
}

const JAPANESE = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u;
/** In characters: 指摘後、RDSのインバウンドをEC2のsgに変更 */
const MAX_LABEL = 28;
const MAX_WORDS_OF_LABEL = 3;
/** The end of a sentence, in Japanese of a verb, too. */
const SENTENCE_END = /[.!?。！？:：]$|[うくすつぬぶむるただい]$|こと$|注意|必[要ず須]/u;

/** Whether a caption has a line as a part: `EC2sg` below `ec2`. */
function namesPart(caption: string, line: string): boolean {
  return line.length >= MIN_PART && line.length < caption.length && caption.includes(line);
}

/** In characters: `ec2` */
const MIN_PART = 3;

function caption(line: string): string {
  return lettersOf(line.normalize("NFKC")).toLowerCase();
}

/** The longest `See …`, 詳細は…を参照 */
const MAX_SEE_LENGTH = 6;

/** A heading that is nothing but a link to a page. */
const LINKED_TITLE = /^#{1,6}\s+\[[^\]\n]*(?:\][^\]\n]*)*\]\(https?:[^()\s]*\)\s*$/;
/** Titles of lists of links. */
const LINKS = /^(?:re[sf]|link)/;
/** A line of a list of links: a heading, a link, or the continuation of the line before. */
const READ_ON = /^\s*$|^#|https?:|\]\(|^\s{2,}\S/;

/** A line that has nothing but a link, and a few words around it. */
const LINK_ALONE = /^\s*$|^#|^\s*(?:[-*+]|\d+[.)])\s[^[]{0,20}\[[^\]]*\]\([^)]*\).{0,40}$/;

/**
 * Whether there are only links below the name of something of AWS's: `Resources` at the end of a text are further
 * reading. For a thing of somebody's own, a link to its runbook counts.
 */
function isReading({ note, file, binding: { place, key, strength } }: RankedNote): boolean {
  if (place.kind === "own" || key === "") return false;
  // The title of an article, with a word that AWS has, too.
  if (!file.builtIn && strength < WHOLE_TITLE && LINKED_TITLE.test(file.lines[note.line] ?? "")) return true;
  const text = passageOf(note, file).slice(0, 4 * MAX_LENGTH);
  const lines = text.split("\n");
  if (LINKS.test(key) && lines.every((line) => READ_ON.test(line))) return true;
  if (!file.builtIn && lines.every((line) => LINK_ALONE.test(line)) && lines.some((line) => line.includes("](")))
    return true;
  if (proseOf(note, file) > MAX_SEE_LENGTH) return false;
  return /\]\(|https?:/.test(text) && !text.includes("![");
}

/** Titles of lists of books, courses and pages. */
const READING_LIST =
  /参考(?:資料|文献|図書|書籍?|リンク|サイト|url)|教材|(?:学習|勉強)用?(?:リソース|サイト|コンテンツ)|リンク集|\b(?:reading list|further reading|(?:study|learning|training|exam|course) (?:materials?|resources?)|useful (?:links|resources)|bibliography)\b/iu;

/** Whether an item only says what to read on something of AWS's: an address, or anything in a list of that. */
function isReadElsewhere(bound: RankedNote): boolean {
  const { note, file, binding } = bound;
  if (binding.place.kind === "own" || binding.strength >= MARKED) return false;
  if (isBarelySaid(note, file) && ADDRESS.test(passageOf(note, file).slice(0, MAX_LENGTH))) return true;
  if (!note.path.some((title) => READING_LIST.test(title))) return false;
  return isInReadingList(bound) || proseOf(note, file) - lettersOf(note.title).length < MIN_PROSE_LENGTH;
}

const ADDRESS = /https?:\/\//;

/** Whether a note in a list of books, courses and pages has the address of one: it tells of that. */
function isInReadingList({ note, file, binding: { place, strength } }: RankedNote): boolean {
  if (place.kind === "own" || strength >= MARKED || file.builtIn) return false;
  return note.path.some((title) => READING_LIST.test(title)) && ADDRESS.test(passageOf(note, file));
}

/** With fewer titles it is no table of contents. */
const MIN_TITLES = 3;
const TITLE = /^\s*#+\s.*$/gm;

/** Whether there are hardly more than titles below a name, as in the contents of a course. */
function isContents({ note, file, binding: { key } }: RankedNote): boolean {
  if (key === "" || note.children.length < MIN_TITLES) return false;
  const text = passageOf(note, file).slice(0, 4 * MAX_LENGTH);
  const titles = text.match(TITLE) ?? [];
  const rest = text.replace(TITLE, "").replace(/!?\[[^\]]*\]\([^)]*\)|https?:\/\/\S+/g, "");
  return titles.length >= MIN_TITLES && lettersOf(rest).length < lettersOf(titles.join(" ")).length;
}

/** From this number on, names of a few words each are a list. */
const MIN_LISTED_NAMES = 4;
const MAX_WORDS_OF_NAME = 4;

/** The end of a sentence, or of what a sentence begins with: in Japanese no space follows. */
const SENTENCE = /[.:;]\s|[。：；]/u;

/** Japanese has no spaces: a verb's or a particle's letters tell that a part is no name. */
const CLAUSE = /\p{sc=Hiragana}{2}/u;

/** Whether an item is one name of a list, without an explanation: `EC2 (013), Lambda (019), Batch (011), EKS (034)`. */
function isOneOfList({ note, file }: RankedNote): boolean {
  const text = passageOf(note, file)
    .slice(0, MAX_LENGTH)
    .replace(/\([^()]*\)/g, "");
  const names = text.split(/[,、]/);
  return (
    names.length >= MIN_LISTED_NAMES &&
    !SENTENCE.test(text) &&
    names.every((name) => !CLAUSE.test(name) && name.trim().split(/\s+/).length <= MAX_WORDS_OF_NAME)
  );
}

/** `- [network](cfn/network.yml): VPC`, `| 6 | SQS | [sqs](sqs/README.md) | queues |` */
const FILE_IN_LIST = /(?:^\s*(?:[-*+]|\d+[.)])|\|)\s+\[[^\]]*\]\((?!#|[a-z]+:)[^()\s]*\)/i;

/** Whether an item is a file in a list of those, with a few words on what it is on, at a thing of AWS's. */
function isListedFile({ note, file, binding: { place, strength } }: RankedNote): boolean {
  if (place.kind === "own" || strength >= MARKED || file.builtIn) return false;
  return (
    FILE_IN_LIST.test((file.lines[note.line] ?? "").slice(0, MAX_LENGTH)) && proseOf(note, file) < MIN_PROSE_LENGTH
  );
}

/** A cell of a table that only says yes or no. */
const MARK = /^\W*(?:x|o|y(?:es)?|no?|n\/a|supported|○|◯|×|済|可|不可|:\w+:)?\W*$/iu;

/** Whether a row has only such marks for a type. */
function isRowOfMarks({ note: { passage }, file: { lines }, binding: { place } }: RankedNote): boolean {
  if (place.kind !== "type" || passage.length < 2) return false;
  const [, , ...cells] = (lines[passage.at(-1)?.start ?? 0] ?? "").slice(0, MAX_LENGTH).split("|");
  return cells.length > 1 && cells.every((cell) => MARK.test(cell));
}

/** A placeholder for text to be written. */
const TO_BE_WRITTEN =
  /^\W*(?:to be (?:done|written|added|determined)|to-?do|tbd|tba|wip|coming soon|準備中|作成中|執筆中|工事中|後で書く|あとで書く)\W*$/iu;

function isToBeWritten({ note, file }: RankedNote): boolean {
  return !file.builtIn && TO_BE_WRITTEN.test(passageOf(note, file).slice(0, MAX_LENGTH).replace(TITLE, ""));
}

/** Whether an item says more than its own name. */
function hasText(note: Note, file: NoteFileContent): boolean {
  if (note.naming === "sentence" || note.naming === "question" || note.places.length > 0 || note.topicIds.length > 0)
    return true;
  return proseOf(note, file) > lettersOf(note.title.replace(/[（(].*[）)]/u, "")).length;
}

/** `t3.micro`, `orders-web-sg`, or one value alone: `IP`, `30`. */
const VALUE = /^[a-z\d]+(?:[-.][a-z\d]+)+$/;
const SETTING = /^(?:\d[\w.%]*|true|false|[A-Z\d_]{2,})$/;
const BETWEEN_VALUES = /[\s*:：=|`、,]+|(?:^|\s)-+\s/u;

/** In characters: a shorter text on a service explains hardly anything about a part of it. */
const MIN_PROSE_LENGTH = 60;

/** In characters: hardly a sentence. */
const MIN_SENTENCE_LENGTH = 28;

/** Whether there are only a few English words below a title that includes the place's name: "IAM custom policies". */
function isAsideInFewWords({ note, file, isCalled, binding: { place, key, strength } }: RankedNote): boolean {
  if (place.kind !== "property" || strength >= WHOLE_TITLE || isCalled || note.naming !== "separator") return false;
  return key !== "" && isBarelySaid(note, file) && /^\p{ASCII}*$/u.test(passageOf(note, file).slice(0, MAX_LENGTH));
}

/**
 * Whether a row of a table has only a few words on a service as a whole, at a place of a part of it: `Cognito: signs
 * users in` at a group of users.
 */
function isWordOnService({ note, file, tier, binding: { place, scope } }: RankedNote): boolean {
  const isRow = note.passage.length > 1;
  return (
    isRow && tier === "whole" && scope === "service" && place.kind === "type" && proseOf(note, file) < MIN_PROSE_LENGTH
  );
}

/** The name of one thing explains nothing about others. */
const ONE_WORD = /^[\s*:：=|`-]*(?:(?:[A-Z]+[a-z\d]+){2,}|[\w${}]+(?:[-.][\w${}]+)+)[\s`*|]*$/;

/** The name of one resource: `` VPC: `MyVPC` ``. */
const NAME_IN_CODE = /^[\s*:：=|-]*`[\w-]+`[\s*|]*$/;

/** The same without code: `EC2 instance: webfront`. */
const NAME_ALONE = /^\s*(?:[:：=|]|[-–—→])\s*[A-Za-z][\w-]+[\s|]*$/;

/** A line of a template, written as text: `KeyName: !Ref Key`. */
const CALL = /^\s*[:：]\s*!(?:Ref|Sub|GetAtt|FindInMap|ImportValue|Select|Join|If|Base64)\s/;

/** An instruction for a field of a form. */
const TOLD_TO =
  /^[\W_]*(?:select|choose|click|enter|pick|tick|no preference|leave (?:it |this |the )?(?:blank|empty|as|default))\b|^\P{L}*[^。]{0,16}(?:を選択|を入力|をクリック|にチェック|のまま|空欄)[\W_]*$/iu;

/** A way through the pages of a console. */
const THROUGH_PAGES = /\S >\s.*\S >\s|^(?:go to|open|navigate to)\b.*\S >\s/i;

/** Whether an item is a field of a form, below the way to it: `EC2 > Instances > Launch instances`, "Click Create". */
function isField({ note, file, binding: { place, key } }: RankedNote): boolean {
  if (place.kind === "own" || key === "" || proseOf(note, file) >= MIN_PROSE_LENGTH) return false;
  return note.path.some((title) => THROUGH_PAGES.test(title)) || isBelowClick(note, file);
}

const CLICK = /\bclick\b|クリック/i;
/** How many lines above an item are read. */
const MAX_ABOVE = 40;

/** Whether an earlier line of an item's section says to click something. */
const isBelowClick = memoBy(({ kind, line }: Note, { lines }: NoteFileContent): boolean => {
  const above = kind === "item" ? lines.slice(Math.max(0, line - MAX_ABOVE), line) : [];
  return above.slice(above.findLastIndex((text) => text.startsWith("#")) + 1).some((text) => CLICK.test(text));
});

/** Whether a note only gives the name or the setting of a thing of AWS's somewhere: `Security group: orders-web-sg`. */
function isSetting({ note, file, binding: { place } }: RankedNote): boolean {
  const isNaming = place.kind === "property" && /Name$/.test(place.path.at(-1) ?? "");
  if (place.kind === "own" || note.naming === "sentence" || (note.passage.length > 1 && !isNaming)) return false;
  const text = passageOf(note, file, note.passage.slice(-1));
  const at = text.indexOf(note.title);
  const said = text.slice(at + note.title.length);
  if (at < 0 || text.length >= MAX_LENGTH) return false;
  if (note.kind === "item" && lettersOf(said).length < MIN_PROSE_LENGTH && TOLD_TO.test(said)) return true;
  const values = said.split(BETWEEN_VALUES).filter(Boolean);
  const isSet =
    values.every((value) => VALUE.test(value)) ||
    (place.kind === "property" && values.length === 1 && SETTING.test(values[0] ?? ""));
  const isCalledSo = ONE_WORD.test(said.replace(/[（(][^）)]*[）)]/gu, ""));
  if (place.kind === "type" && NAME_IN_CODE.test(said)) return true;
  if (place.kind === "property" && CALL.test(said)) return true;
  return (values.length > 0 && isSet) || (isCalledSo && place.kind === "property");
}

/** Longer texts are not measured. */
const MAX_LENGTH = 400;

/** The length of a passage's text, links and pictures left out. */
export const proseOf: (note: Note, file: NoteFileContent) => number = memoBy((note, file) => {
  // The head of a table says nothing of a row.
  const ranges = note.kind === "item" && note.passage.length > 1 ? note.passage.slice(1) : note.passage;
  const text = passageOf(note, file, ranges).slice(0, 4 * MAX_LENGTH);
  const prose = text.replace(/^\s*\d+[.)]\s|!?\[[^\]]*\]\([^)]*\)|https?:\/\/\S+|<[^>]*>/g, "");
  return Math.min(MAX_LENGTH, lettersOf(prose).length);
});
