import type { Note, NoteFileContent } from "../../notes/reading/note.ts";
import { passageOf } from "../../notes/reading/passage.ts";
import { answerText, questionOf } from "../../notes/rendering/shownPassage.ts";
import { answerParts, toldBelow } from "./answerParts.ts";
import type { Card } from "./card.ts";
import { plain, plainLines, wholeText } from "./cardText.ts";
import { isAnnouncing, weight } from "./cardWords.ts";
import { type ChoiceQuestion, choiceQuestion, ONLY_LETTERS } from "./choiceQuestion.ts";
import { opensFolded } from "./folded.ts";
import { ASKS_TO_CHOOSE, IS_ANSWER, OFFERS, withoutChoices } from "./listedChoices.ts";
import { narrates } from "./narration.ts";
import { namesService } from "./serviceTitle.ts";

/** The user's own answer in a test; the question text itself is not in the notes. */
const TELLS_MINE = /correctly (?:answered|identified)|(?:自分の|あなたの|\b(?:my|your) )(?:回答|解答|answer|choice)/iu;
const IS_LOG = /^・?\s*(?:正解|correct answer)\s*[:：]\s*[A-H]\b/imu;
/** Questions that make no card: a truncated first line, a question about a picture, one still open, one that includes its answer, or a personal remark. */
const NO_QUESTION: readonly RegExp[] = [
  /^\[[^\]\n]*(?:\n|$)|^[^\n]*(?:\.{3}|…)(?:\n|$)|\b\w+="|^!?\[?(?:alt text|image)\b|^[^\n.]{0,60}\b(?:for|of|with|like|about|in|to|on|by|from|at) (?:this|these|it|them)\?|^(?:is|does|can|should) (?:this|it)\b|\b(?:diagram|exhibit|screenshot)\b|上図|下図|図を|図に示|画像に示|次の画像|ドラッグ(?:します|する)|[?？]{2}|Marked for review|\n[・　\s]*Q\s?[:：]|\n(?:答え|正解|解答|Answer)[:：]|\n\P{L}*(?:解説|explanation)\P{L}*(?:\n|$)/iu,
  /^(?:note|nb|problem|tip|todo|memo|注意|メモ)\s*[:：]|^I(?:['’]m| thought)\b|\b(?:what|anything) else\b|難しい(?:です)?か?[?？]|^[^\n]*(?:[→⇒]|[-=]>)[^\n]*(?:[→⇒]|[-=]>)/iu,
];

/** Answers that make no card: only a letter or number, a key of answers (`1. B 2. C`), a heading without content. */
const NO_ANSWER: readonly RegExp[] = [
  ONLY_LETTERS,
  /^(?:answers?\s*[:：])?(?:[\s・,;、|]*(?:Q|問題?)?\d{1,3}\s?[.)．）:：→-]{0,2}\s?[(（]?[A-E](?![\p{L}\d])[)）]?)+[\s.。]*$/iu,
  /^(?:[1-8]|(?:[\s\S]*\n)?\P{L}*(?:解説|解答|回答|答え|正解|explanation|answer)\P{L}*)$/iu,
];

type Asked = Pick<Card, "kind" | "front" | "back">;

/** `## 問題 12`, `### Question 4: …` */
const NUMBERED = /^!?(?:Q|問題?|設問|例題|質問|question)\s*[-#.]?\s*\d{1,3}(?:\s*[:：.．)）\]】–—-]\s*|\s+|$)/iu;
/** A chapter or section number before the question: `Chapter 7.5 When do we use transactions?` */
const OF_BOOK =
  /^(?:(?:chapter|section|lesson|lecture|module|day)[\s-]*\d[\d.]*\s*[-–:：]?\s+|\d+(?:\.\d+)+\s+|\d{1,3}[.．)\]]\s*)(?=\p{L})/iu;
/** A heading of an answer: `解答を表示`, `Answer`. */
const ANSWER_TITLE =
  /^[^\p{L}\p{N}]*(?:模範解答|解答|回答|答え|正解|解説|(?:(?:expected|sample|suggested|model|correct|show|reveal|view|see)(?: the)? )?answers?|explanation)(?:を見る|を表示|と解説)?[^\p{L}\p{N}]*$/iu;

/** Words that make a numbered heading a question; without them it names a problem or topic. */
const ASKS =
  /[?？]|か。?$|(?:ください|せよ|なさい|述べよ|選べ)。?$|\b(?:which|what|how|why|when|who|choose|explain|describe)\b/imu;

/** Whether a note is a question: by its wording, or as one of a numbered series. */
export function isAsked(note: Note): boolean {
  return askedBy(note) !== undefined;
}

/** The card of a question in the notes, with its choices; `undefined` if the notes have no usable answer. */
export function questionCard(note: Note, file: NoteFileContent): Asked | undefined {
  const asked = askedBy(note);
  if (asked === undefined) return undefined;
  // A note's title is only the beginning of a long heading.
  const heading = plain((file.lines[note.line] ?? "").replace(/^\s*#+\s+|\s+#+\s*$/g, ""));
  const rest = note.naming === "heading" && heading.startsWith(note.title) ? heading.slice(note.title.length) : "";
  const question = plainLines(asked + rest)
    .join("\n")
    .replace(/^(?:(?:in)?correct|skipped)\n/i, "")
    .replace(/^[\s\S]*\n(?=\P{L}*Q\s?\d+\s*[:：.])/u, "")
    .replace(/^(?:\p{Extended_Pictographic}|\u{fe0f}|\s)+/u, "")
    .replace(OF_BOOK, "")
    .replace(/\*\*|\n(?:Analysis|分析)[:：][\s\S]*$/gu, "")
    .trim();
  const offered = choicesOf(note, file);
  const card =
    offered === undefined
      ? plainQuestion(question, note, file)
      : withChoices(note.asked === undefined ? question : "", offered);
  if (
    card === undefined ||
    (offered === undefined && questionOf(note) === undefined && !ASKS.test(card.front)) ||
    NO_QUESTION.some((form) => form.test(card.front)) ||
    NO_ANSWER.some((form) => form.test(card.back)) ||
    !asksSomething(card.front) ||
    (offered === undefined && asksNothing(note, file, card.front)) ||
    (offered === undefined && isOfChart(card)) ||
    TELLS_MINE.test(`${card.front}\n${card.back}`)
  )
    return undefined;
  return /[\p{L}\p{N}]/u.test(card.back.replace(/<[^>]*>/g, "")) ? { kind: "question", ...card } : undefined;
}

/** Whether it is a step of a decision chart: `外部にある？`, with the next step for each answer. */
function isOfChart({ front, back }: Pick<Card, "front" | "back">): boolean {
  const lines = back.split("\n");
  const asksForOne = /何|なぜ|ど[うのれちこ]|いつ|いくつ|\b(?:wh\w+|how)\b/iu.test(front);
  return (
    lines.every((line) => / (?:→|⇒|->|=>) /u.test(line)) && (!asksForOne || (lines.length > 2 && !namesService(front)))
  );
}

/** The multiple-choice part of a question; `undefined` if it has none. */
export function choicesOf(note: Note, file: NoteFileContent): ChoiceQuestion | undefined {
  const asked = askedBy(note);
  if (asked === undefined) return undefined;
  const text = textBelow(note);
  const next = note.children.find((child) => isAsked(child) && child !== text);
  const ranges = note.passage.map(({ start, end }) => ({ start, end: Math.min(end, next?.line ?? end) }));
  const below = passageOf(note, file, ranges);
  return choiceQuestion(note.asked === undefined ? below : `${note.asked}\n\n${below}`, isNumbered(note));
}

/** The child note that holds the text of a numbered question, below its number. */
export function textBelow(note: Note): Note | undefined {
  const first = isNumbered(note) ? note.children.find(isAsked) : undefined;
  return first?.naming === "question" ? first : undefined;
}

/** Whether a note's heading is a numbered question: `Question 4`. */
export function isNumbered({ naming, title }: Note): boolean {
  return naming === "heading" && NUMBERED.test(title);
}

/** Whether a note is a question with choices or with a labelled answer. */
export function isAnswered(note: Note, file: NoteFileContent): boolean {
  return isAsked(note) && (choicesOf(note, file) !== undefined || ANSWER_SIGN.test(passageOf(note, file, [note.own])));
}

function askedBy(note: Note): string | undefined {
  const asked = questionOf(note);
  if (note.naming !== "heading") return asked;
  const rest = note.title.replace(NUMBERED, "");
  return rest === note.title ? asked : rest;
}

/** Whether a heading with `問題` or a number is a problem report or a topic instead of a question: `問題1. 変更が反映されない`, `Q5: Multipart upload`. */
function asksNothing(note: Note, file: NoteFileContent, front: string): boolean {
  const isProblem = /^[^\p{L}\p{N}]*問題?\s*\d*[-\d]*\s*[:：.．)）]/u.test(file.lines[note.line] ?? "");
  return (
    (isProblem || isNumbered(note)) &&
    !ASKS.test(front) &&
    !folds(note, file) &&
    !ANSWER_SIGN.test(passageOf(note, file))
  );
}

/** Whether a note is or has a collapsible section (`<details>`). */
function folds(note: Note, file: NoteFileContent): boolean {
  return [note, ...note.children].some(({ line }) => opensFolded(file.lines[line] ?? ""));
}

/** Whether a question has content words: `❌ [ID=700]` and `どうやってみるの？` have none. */
function asksSomething(front: string): boolean {
  return /[\p{L}ー]/u.test(front.replace(/\[[^\]]*\]|\(#[^)]*\)|\bquestion \d+|\p{sc=Hiragana}/giu, ""));
}

type Sides = Pick<Card, "front" | "back">;

/** Minimum width of a word that identifies a choice. */
const MIN_TELLING = 4;
/** How the text above choices ends or what it has if it is a question without a question word; others are headings of lists: `Requirements`. */
const IS_OPEN = /[:：…は]\s*$|_{2}|選択|選[べび]|\btrue\b|\b(?:select|identify|match)\b|[.…]{3}/imu;

function withChoices(question: string, { stem, choices, right, explanation }: ChoiceQuestion): Sides | undefined {
  if (right.length === 0) return undefined;
  const asked = [question, ...stem, ...choices].join("\n");
  if (!ASKS.test(asked) && !IS_OPEN.test(asked)) return undefined;
  const isSaid =
    stem.length > 0 &&
    (stem.join("\n").includes(question) || !asksSomething(question) || givesAway(question, choices, right));
  const title = isSaid ? [] : [question];
  const front = [...title, ...stem, ...choices]
    .filter((line) => line !== "")
    .join("\n")
    .replaceAll("**", "");
  return { front, back: [...right, ...explanation].join("\n") };
}

/** Whether a heading has a word that only the right choices have, and so gives the answer away: `Blue/Green with CodeDeploy`. */
function givesAway(title: string, choices: readonly string[], right: readonly string[]): boolean {
  const others = choices.filter((choice) => !right.includes(choice)).join("\n");
  const words = title.split(/[\s（）()+・,、ぁ-ん]+/u).filter((word) => weight(word) >= MIN_TELLING);
  return words.some((word) => right.join("\n").includes(word) && !others.includes(word));
}

function plainQuestion(question: string, note: Note, file: NoteFileContent): Sides | undefined {
  const text = answerText(answerPassage(note, file));
  const passage = toldBelow(note, file) ?? answerParts(text, () => partsBelow(note, file), question);
  if (passage === undefined) return undefined;
  // The answer follows the list of choices, however long that is.
  const told = wholeText(passage, ASKS_TO_CHOOSE.test(question) || /^\s*1[.)]\s/.test(passage) ? 2 : 1);
  const { choices, answer } = withoutChoices(question, told);
  const rest = passage.replace(LINKS, "");
  const isLeading = rest !== passage && weight(rest.replace(/[^\p{L}\p{N}]/gu, "")) < MIN_BESIDE_LINKS;
  if (IS_LOG.test(answer) || isLeading) return undefined;
  const said = answer.split("\n").filter((line) => !IS_ASIDE.test(line));
  const other = said.findIndex(
    (line, at) =>
      at > 0 &&
      (IS_OTHER.test(line) ||
        (!/^　|[ぁ-ん]/u.test(line) && narrates(line)) ||
        (ASKS_NEXT.test(line) && said.slice(at + 1, at + 3).some((next) => IS_ANSWER.test(next)))),
  );
  const lines = said.slice(0, other < 0 ? undefined : other);
  if (lines.length > 1 && ANSWER_TITLE.test(lines[0] ?? "")) lines.shift();
  while (lines.length > 0 && isAnnouncing(lines.at(-1) ?? "")) lines.pop();
  const back = lines
    .join("\n")
    .replaceAll("**", "")
    .replace(/^(?:\p{Extended_Pictographic}|\u{fe0f}|\s)+/u, "")
    .replace(/^[-.](?=\p{Lu}[\p{L} ])/gmu, "・")
    .trim();
  // The text below is a question again: this was a heading of questions.
  if (lines.length > 1 && /[?？]$/u.test(lines[0] ?? "")) return undefined;
  // A question or an instruction is no answer.
  if (ASKS_BACK.test(back) || (!ASKS.test(question) && lines.some((line) => DEMANDS.test(line)))) return undefined;
  // A text diagram, a picture, an open answer, or choices with one marked.
  if (/[├└│┌]|>{3}|^(?:TODO|調査中|未調査|不明|わからない)|^>>|^\S+\.(?:png|jpe?g|gif|svg)$/mu.test(back))
    return undefined;
  if (choices.length === 0 && OFFERS.test(question)) return undefined;
  if (/^\s*(?:```|~~~)/.test(passage) && lines.length > MAX_CODE) return undefined;
  return {
    front: [question, ...choices].join("\n").trim(),
    back,
  };
}

/** Minimum width of an answer's text apart from its links. */
const MIN_BESIDE_LINKS = 24;
const LINKS = /!?\[[^\]]*\]\([^)]*\)|!?\[\[[^\]]*\]\]|<?https?:\/\/\S+/g;

/** A line that asks, or sets the task of an exercise. */
const DEMANDS = /[?？]$|(?:してください|せよ|しなさい|しましょう)[。.]?$/u;
/** The first sentence ends in a question mark. */
const ASKS_BACK = /^(?:[^.。!！?？]|\.(?!\s))*[?？]/u;
/** The text below a question, up to the next question or collapsible section; the whole if there is none before that. */
function answerPassage(note: Note, file: NoteFileContent): string {
  const ranges = note.asked === undefined ? [note.own] : note.passage;
  const next = note.children.find(({ naming, line }) => naming === "question" || opensFolded(file.lines[line] ?? ""));
  const before = ranges.map(({ start, end }) => ({ start, end: Math.max(start, Math.min(end, next?.line ?? end)) }));
  const text = passageOf(note, file, before);
  return (text.trim() === "" ? passageOf(note, file, ranges) : text).replace(SUMMARY, "");
}

/** The labelled parts of a question's section below its own text, up to the next question, section or thematic break. */
function partsBelow(note: Note, file: NoteFileContent): string {
  const isHeading = note.naming === "heading";
  const start = isHeading ? note.own.end : (note.passage.at(-1)?.end ?? note.own.end);
  if ((note.asked !== undefined && note.naming !== "question") || passageOf(note, file, [note.own]) === "") return "";
  const last = isHeading
    ? note.passage.at(-1)?.end
    : file.lines.findIndex((line, at) => at >= start && /^\s*-{3,}\s*$/.test(line));
  const next = file.notes.find(
    (other) =>
      other.line >= start &&
      (isAsked(other) || (!isHeading && other.naming === "heading") || opensFolded(file.lines[other.line] ?? "")),
  );
  const ends = [last ?? start, next?.line ?? file.lines.length, file.lines.length].filter((at) => at >= start);
  return passageOf(note, file, [{ start, end: Math.min(...ends) }]);
}

/** The clickable label of a collapsible section. */
const SUMMARY = /<summary[^>]*>[^<\n]*<\/summary>/gi;

/** Lines that belong to no answer: metadata, plugin tags, links, personal remarks, labels of code blocks, `Back to top`. */
const IS_ASIDE =
  /^\s*(?:(?:source|collected|published|url|updated|author|date|tags?|links?|出典|参考|日付)\s*[:：].*|#(?:flash)?cards?|・|contents|explanation|rationale|.*\b(?:I (?:did|didn['’]t|thought|chose|missed|picked|guess(?:ed)?|forgot)|tripped me)\b.*|let me know\b.*|(?:read|learn|see) more\b.*\bhere\.?|domain \d+\s*[:：].*|missed questions?|here(?:['’]s| is) (?:a|the) (?:diagram|picture)\.?|https?:\/\/\S+|(?:bash|json|yaml|copy|edit|copy code|[・　]*(?:[\w.-]+\/)+[\w.-]+\.\w+(?::\d+)?)|\P{L}*back to (?:the )?top)\s*$/iu;
/** The beginning of the next question or section: `87. A company hosts …`, `📊 Project Ideas`; or a transition to the next part of an article: `では、どうするのでしょうか？` */
const IS_OTHER =
  /^(?:NOTE|Note|note)[Ss]?\s*[:：]\s*$|\b(?:for|on|in) the [Ee]xam\s*:$|^(?:Here['’]s an? |Absolutely!|Sure!)|^\d{2,4}[.)\]]\s*\p{Lu}.{30}|^[^\p{L}\p{N}]*Q\s?\d+\s*[:：.]\s|^(?![👉💡✅❌➡⚠📌])\p{Extended_Pictographic}\u{fe0f}? [^.。:：=|]{3,50}$|(?:でしょう|ましょう)か[?？。]?$|(?:解説|紹介|説明)(?:し|していき)ます。?$/u;
/** The beginning of the next question if an answer follows. */
const ASKS_NEXT = /^\d{1,3}[.)]\s|[?？]$/u;
const MAX_CODE = 6;

/** Whether a note is marked as a question, by a label, number, choices or a collapsible answer, and not only worded as one. */
export function isLabelled(note: Note, file: NoteFileContent): boolean {
  if (folds(note, file) || choicesOf(note, file) !== undefined || NUMBERED.test(note.title)) return true;
  // The label may be a heading above (`### 質問`), and the answer the next line.
  const above = file.lines.slice(Math.max(0, note.line - MAX_DISTANCE), note.line + 1).join("\n");
  const below = file.lines.slice(note.line, note.line + 1 + MAX_DISTANCE).join("\n");
  return SIGN.test(above) || IS_ARROW.test(below) || ANSWER_SIGN.test(`${below}\n${passageOf(note, file)}`);
}

/** Maximum distance in lines between a label and its question. */
const MAX_DISTANCE = 2;
/** Labels of questions: `Q:`, `【問1】`, `> [!faq]`, `### 質問`; one-line flashcards (`a :: b`) and plugin tags. */
const SIGN =
  /^[^\p{L}\p{N}]*(?:Q|Ｑ|問題?|問い|質問|設問|question|front|faq|help)[\s\d]*(?:[\]】］)）.．:：*]|(?<=\d)[ 　]|$)|[^\s:][ \t]?:{2,3}|#(?:flash)?cards?\b/imu;
const IS_ARROW = /^[^\p{L}\p{N}]*(?:[→⇒]|[-=]>)/mu;
const ANSWER_SIGN =
  /^[^\p{L}\p{N}]*(?:(?:A|Ａ|ans|(?:correct )?answer|back)\s*\d*\s*[\]】］)）.．:：*]|(?:模範解答|答え?|解答|回答|正解)(?:\s*\d*\s*[\]】］)）.．:：は*]|[ 　]))|^\s*\?{1,2}\s*$|^\s*[:：]\s+\S/imu;
