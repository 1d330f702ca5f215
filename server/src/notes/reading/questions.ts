import { indexFrom } from "../../text/indexFrom.ts";
import { type Block, inlineOf } from "./blocks.ts";
import { isQuestionLabel, withSigns } from "./labelledQuestions.ts";
import { plainText } from "./lead.ts";

/** The type of a question's block: its content is the text without sign, its children are the blocks of its answer. */
export const QUESTION = "question";
/** A paragraph that answers the heading above it. */
export const ANSWER = "answer";

const ANSWER_WORDS = "A|Ａ|Ans|Answer|Back|答え|答|解答|回答|正解|模範解答";
const ANSWER_TITLE = new RegExp(
  `^(?:(?:show |see )?(?:the )?(?:${ANSWER_WORDS}|explanation|解説)(?:(?:と|・)解説)?(?:を(?:見る|表示|確認)(?:する)?|はこちら)?)$`,
  "iu",
);

function isAnswerTitle(title: string): boolean {
  return ANSWER_TITLE.test(title.replace(/\*\*/g, "").trim());
}

/** `Q:`, `Q1.`, `【問1】`, `**Q**:`, `**Q1.** …`, `**問** …` at the beginning of a line; `**A** …` may be a record. */
function signOf(words: string): RegExp {
  const named = `^(\\*\\*|__|\\*|_)?[[【［(（]?(?:${words})[ 　]?-?[ 　]?[0-9０-９]{0,3}`;
  const ends = "(?:[ 　]?[\\]】］)）.．:：]|(?<=[0-9０-９])\\s)";
  const inBold = `^(\\*\\*|__)(?:${words.replace(/^(?:.\|)+/u, "")})[ 　]?[0-9０-９]{0,3}\\2[ 　]+`;
  return new RegExp(`${named}(?:${ends}[ 　]?\\1?|\\1[ 　]?[:：.．])[ 　]?[:：]?\\s*|${inBold}`, "iu");
}

const QUESTION_SIGN = signOf("Q|Ｑ|問題|問い|問|问|質問|Question|Front");
const ANSWER_SIGN = signOf(ANSWER_WORDS);
/** `答え　…`, below a question. */
const SPACED_ANSWER = /^(?:答え|答|解答|回答|正解)[ 　]+/u;
const ARROW = /^(?:[→⇒]|[-=]>)\s*/u;
/** The first and the second of several choices. */
const FIRST_CHOICE = /^[\s　]*(?:[-*+・]\s*)?(?:\*\*)?[(（[［]?[AＡaア1１]\s*[)）\]］.．:：]/u;
/** Any but the first. */
const IS_CHOICE = /^[\s　]*(?:\*\*)?[(（[［]?[B-HＢ-Ｈb-h]\s*[)）\]］.．:：]/u;
const STARTS_NEXT_CHOICE = /^[\s　]*(?:[-*+・]\s*)?(?:\*\*)?[(（[［]?[BＢbイ2２]\s*[)）\]］.．:：]/u;
/** The second of several choices follows the first one within this number of blocks. */
const MAX_BLOCKS_APART = 2;
const NEXT_CHOICE = /^[\s　]*(?:[-*+・]\s*)?(?:\*\*)?[BＢbイ2２]\s*[)）.．:：]/mu;
/** A longer line is no card. */
const MAX_LINE = 2000;
const BULLET = /^[\s　]*(?:[・●■◆▶►•]|[-*+](?=\s)|\d{1,2}[.)](?=\s))?[\s　]*/u;
const CARD_SIGN = /[:：]{2,3}/g;
/** No line has more signs of a card. */
const MAX_SIGNS = 5;
/** Behind a question, as Logseq and Obsidian's plugins mark it. */
const CARD_TAG = /[ \t]+#(?:flash)?cards?\b\s*$/i;
/** The line below a term, or a question, of a definition list. */
const DEFINITION = /^[ \t]{0,3}:[ \t]+(?=\S)/;
/** A line between the question and the answer of a card of several lines. */
const CARD_LINE = /^\s*\?{1,2}\s*$/;
const ASKING_CALLOUT = /^\[!(?:question|faq|help)\][+-]?[ \t]*(.*)$/i;
const ASKS = /[?？]\s*(?:\*\*|__)?\s*$|(?:です|ます|でしょう|とは何|のは何|はなぜ|ですか|[るいた])か[。.]?\s*$/u;
/** Signs that a paragraph may be a question or answer; most have none, and are not read closer. */
const MAY_ASK =
  /[:：]{2}|[?？][ \t　]*(?:[→⇒]|[-=]>)|#(?:flash)?cards?\b|^(?:\*\*|__)[^*_\n]*[?？](?:\*\*|__)|^[ \t]*\?{1,2}[ \t]*$|[?？][ \t]*\n[ \t]{0,3}:[ \t]|^[^\p{L}\p{N}\n]{0,12}(?:\d{1,2}[.)][^\p{L}\p{N}\n]{0,6})?(?:[QqＱAaＡFfBb問问質答解回正模]|[→⇒]|[-=]>)/mu;
/** Blocks between a question and its answer: choices, a picture. */
const MAX_BETWEEN = 6;

/** A flash card in one line: `question :: answer`, with its sign at `index`. */
export function cardIn(
  line: string,
): { readonly asked: string; readonly answer: string; readonly sign: string; readonly index: number } | undefined {
  for (const { 0: sign, index } of [...line.slice(0, MAX_LINE).matchAll(CARD_SIGN)].slice(0, MAX_SIGNS)) {
    const asked = line.slice(0, index);
    const answer = line.slice(index + sign.length);
    // No name of AWS's has `::` beside a Japanese letter. In code it is a name: `Custom::名前`.
    if ((asked.match(/`/g)?.length ?? 0) % 2 === 1 || /\b(?:AWS|Alexa|Custom)(?:::\w+)*$/.test(asked)) continue;
    const isApart =
      /(?:[?？]|とは)$/u.test(asked) ||
      (/\s$/u.test(asked) && /^\s/u.test(answer)) ||
      (/[ぁ-んァ-ヶ一-龠々ー）](?:\*\*|__)?$/u.test(asked) && !/::|^https?:/.test(answer)) ||
      /^[\d.]*[^\p{ASCII}]/u.test(answer) ||
      (ENDS_WITH_WORD.test(asked) && /^\d/.test(answer));
    if (isApart && asked.trim() !== "" && answer.trim() !== "")
      return { asked: asked.trim(), answer: answer.trim(), sign, index };
  }
  return cardByArrow(line);
}

/** Several words, the last of them no part of an address of IPv6: "How many parameters". */
const ENDS_WITH_WORD = /\s[^\s:]*[g-zG-Z][^\s:]*$/;

/** `question? → answer`: steps of a chart go on, or ask for yes and no. */
const BY_ARROW =
  /^(.{4,}[?？])[ \t　]*(→|⇒|->|=>)(?![ \t　]*(?:yes|no|はい|いいえ|y|n)(?![\p{L}\p{N}]))[ \t　]*([^\s→⇒][^→⇒]*)$/iu;

function cardByArrow(line: string): ReturnType<typeof cardIn> {
  const [, asked = "", sign, answer = ""] = (line.length > MAX_LINE ? undefined : BY_ARROW.exec(line)) ?? [];
  return sign === undefined || /->|=>/.test(answer) ? undefined : { asked, answer, sign, index: line.indexOf(sign) };
}

/** The name in a title: `BillingModeとは` of `BillingModeとは::how it is paid`. */
export function namedByTitle(title: string): string {
  return cardIn(title)?.asked ?? title;
}

/** Whether a title is a question: `## Q. …`, `How … ?`, `…は何ですか`. */
export function isQuestion(title: string): boolean {
  return ASKS.test(title) || (QUESTION_SIGN.test(title) && !isQuestionLabel(title));
}

/** A question's text without `Q:` in front. */
export function withoutQuestionSign(text: string): string {
  return balanced(text.replace(BULLET, "").replace(QUESTION_SIGN, "").replace(CARD_TAG, ""));
}

/** Whether a text begins like an answer: with `A:`, an arrow, a definition's colon, or as a card in one line. */
export function isAnswer(text: string): boolean {
  const line = (text.split("\n", 1)[0] ?? "").replace(BULLET, "");
  return [ANSWER_SIGN, SPACED_ANSWER, ARROW, DEFINITION].some((sign) => sign.test(line)) || cardIn(line) !== undefined;
}

/** The text of an answer without its bullet and `A:` in front; for a card in one line the text behind its sign. */
export function withoutAnswerSign(text: string): string {
  const [first = "", ...rest] = text.split("\n");
  const line = first.replace(BULLET, "");
  const answer =
    cardIn(line)?.answer ??
    balanced(line.replace(ANSWER_SIGN, "").replace(SPACED_ANSWER, "").replace(ARROW, "").replace(DEFINITION, ""));
  return [answer, ...rest].join("\n").trim();
}

/** A text without emphasis that lost its other end. */
function balanced(text: string): string {
  return (text.match(/\*\*|__/g)?.length ?? 0) % 2 === 0 ? text : text.replace(/^(?:\*\*|__)|(?:\*\*|__)(?=\s*$)/g, "");
}

/** Blocks one below the other, with questions and answers as blocks of their own. */
export function readQuestions(blocks: readonly Block[]): readonly Block[] {
  const pieces = withAsked(withSigns(blocks, isAnswerTitle).flatMap(piecesOf));
  if (!pieces.some(({ kind }) => kind !== "other" && kind !== "end")) return blocks;
  const read: Block[] = [];
  for (let at = 0; at < pieces.length; ) {
    const { kind, block } = pieces[at] as Piece;
    const found = kind === "question" ? questionAt(pieces, at) : undefined;
    const above = pieces[at - 1]?.block;
    if (found) read.push(found.question);
    else if (kind === "answer" && above?.type === "heading" && isQuestion(above.content))
      read.push({ ...block, type: ANSWER });
    else read.push(block);
    at = found?.next ?? at + 1;
  }
  return read;
}

/** A question in bold, with nothing else in its paragraph. */
const BOLD_QUESTION = /^(?:\*\*|__)[^*_\n]*[?？](?:\*\*|__)\*?\s*$/u;

/** Not another question, nor the first of several choices, nor a text with a sign of its own. */
const MAY_BE_ANSWER = /^(?!.*[?？]\W*$)(?![A-Ha-h1-9][.)）])(?!\s*(?:A|答え|回答|Answer)\s*[:：.])\s*[^\s*_].*\p{L}/u;

/** The same for a question without a sign: in bold, or above a text that is marked as the answer. */
function withAsked(pieces: readonly Piece[]): readonly Piece[] {
  const isChoice = (at: number): boolean => {
    const [first, ...others] = pieces.slice(at, at + 1 + MAX_BLOCKS_APART).map(({ block }) => inlineText(block));
    return FIRST_CHOICE.test(first ?? "") && others.some((text) => STARTS_NEXT_CHOICE.test(text));
  };
  const told = pieces.map((piece, at): Piece => {
    return piece.kind === "answer" && isChoice(at) ? { ...piece, kind: "other" } : piece;
  });
  return told.map((piece, at) => {
    const { kind, block } = piece;
    if (kind !== "other" || block.type !== "paragraph") return piece;
    const isAsked = told[at + 1]?.kind === "answer" && ASKS.test(block.content);
    return isAsked || BOLD_QUESTION.test(block.content) ? { ...piece, kind: "question" } : piece;
  });
}

interface Piece {
  readonly kind: "question" | "answer" | "card" | "end" | "other";
  readonly block: Block;
  /** For an answer: whether it ends with its paragraph. */
  readonly isShort?: boolean;
}

function piecesOf(block: Block): Piece[] {
  if (block.type === "paragraph") return piecesOfParagraph(block);
  if (block.type === "heading" || block.type === "hr" || asksInRows(block)) return [{ kind: "end", block }];
  if (block.type === "container") {
    const title = block.content.trim();
    return [{ kind: isAnswerTitle(title) ? "answer" : isQuestion(title) ? "end" : "other", block }];
  }
  const callout = block.type === "blockquote" ? calloutIn(block) : undefined;
  if (callout) return [{ kind: "card", block: callout }];
  // A block of code may have lines that look like anything.
  const first = /^(?:bullet_list|ordered_list|list_item|blockquote)$/.test(block.type) ? firstText(block) : "";
  const isAsking = QUESTION_SIGN.test(first) || cardIn(first) !== undefined || asksBelow(block) || answersBelow(block);
  if (isAsking) return [{ kind: block.type === "list_item" ? "question" : "end", block }];
  return [{ kind: isAnswer(first) && !NEXT_CHOICE.test(inlineText(block)) ? "answer" : "other", block }];
}

/** Whether each row of a table is a question with its answer. */
function asksInRows({ type, children: [head] }: Block): boolean {
  return type === "table" && head?.children[0]?.children.some(({ content }) => isAnswerTitle(content)) === true;
}

/** `> [!question] …` of Obsidian, with the text below as its answer; `undefined` for other quotes, and without an answer. */
function calloutIn(block: Block): Block | undefined {
  const [first, ...others] = block.children;
  const [line = "", ...below] = first?.type === "paragraph" ? first.content.split("\n") : [];
  const title = ASKING_CALLOUT.exec(line)?.[1];
  if (first === undefined || title === undefined) return undefined;
  // The question may stand in the next line.
  const asked = title === "" ? (below.shift() ?? "") : title;
  const rest = { ...first, content: below.join("\n"), start: first.end - below.length };
  const answer = below.length > 0 ? [rest, ...others] : others;
  const [{ start } = block] = answer;
  if (asked.trim() === "" || answer.length === 0) return undefined;
  const children = [{ ...block, start, children: answer }];
  return { ...block, type: QUESTION, content: withoutQuestionSign(asked), children };
}

/** Whether an item is a question with its answer as a list below. */
function asksBelow(block: Block): boolean {
  const [first, second] = block.type === "list_item" ? block.children : (block.children[0]?.children ?? []);
  if (first?.type !== "paragraph") return false;
  return second !== undefined && (/[?？]\s*$/u.test(first.content) || CARD_TAG.test(first.content));
}

/** Whether an item is a question with its answer in the line below. */
function answersBelow(block: Block): boolean {
  const [first] = block.type === "list_item" ? block.children : (block.children[0]?.children ?? []);
  const [asked = "", answer] = first?.type === "paragraph" ? first.content.split("\n", 2) : [];
  return answer !== undefined && ((ASKS.test(asked) && isAnswerBelow(answer.trim())) || CARD_TAG.test(asked));
}

function isAnswerBelow(line: string): boolean {
  return ANSWER_SIGN.test(line) || ARROW.test(line);
}

function firstText(block: Block): string {
  const [first] = block.children;
  if (block.type === "paragraph") return (block.content.split("\n")[0] ?? "").replace(BULLET, "");
  return first === undefined ? "" : firstText(first);
}

/** A paragraph cut before each question and answer. */
function piecesOfParagraph(block: Block): Piece[] {
  if (!MAY_ASK.test(block.content)) return [{ kind: "other", block }];
  const lines = block.content.split("\n");
  const pieces: { kind: Piece["kind"]; lines: string[]; start: number; isShort?: boolean }[] = [];
  // The first of several choices is no answer.
  const lastChoice = lines.findLastIndex((line) => NEXT_CHOICE.test(line));
  for (const [index, line] of lines.entries()) {
    const start = block.start + index;
    const text = line.replace(BULLET, "");
    const last = pieces.at(-1);
    const isAbove = index < lines.length - 1;
    const isBold = index === 0 && isAbove && BOLD_QUESTION.test(line) && MAY_BE_ANSWER.test(lines[1] ?? "");
    const isDefined = /[?？]\s*$/u.test(line) && DEFINITION.test(lines[index + 1] ?? "");
    if (isBold || isDefined || (CARD_TAG.test(line) && isAbove)) {
      pieces.push({ kind: "question", lines: [line], start });
      pieces.push({ kind: "answer", lines: [], start: start + 1, isShort: true });
    } else if (CARD_LINE.test(line) && last?.kind === "other" && isAbove) {
      last.kind = "question";
      pieces.push({ kind: "answer", lines: [], start: start + 1, isShort: true });
    } else if (QUESTION_SIGN.test(text)) pieces.push({ kind: "question", lines: [line], start });
    else if (cardIn(text) !== undefined) pieces.push({ kind: "card", lines: [line], start });
    else if (last?.kind === "other" && isAnswerBelow(text) && ASKS.test(last.lines.at(-1) ?? "")) {
      last.kind = "question";
      pieces.push({ kind: "answer", lines: [line], start });
    } else if (index >= lastChoice && isAnswerHere(line, last?.kind))
      pieces.push({ kind: "answer", lines: [line], start });
    else if (last === undefined || last.kind === "card") pieces.push({ kind: "other", lines: [line], start });
    else last.lines.push(line);
  }
  return pieces.map(({ kind, lines: own, start, isShort = false }) => {
    const piece = { ...block, content: own.join("\n"), start, end: start + own.length };
    return { kind, block: kind === "card" ? cardOf(piece) : piece, isShort };
  });
}

/** Whether a line of a paragraph answers a question above. */
function isAnswerHere(line: string, above: Piece["kind"] | undefined): boolean {
  return (above === undefined || above === "question") && isAnswer(line);
}

function cardOf(block: Block): Block {
  const asked = withoutQuestionSign(cardIn(block.content.replace(BULLET, ""))?.asked ?? "");
  return { ...block, type: QUESTION, content: asked, children: [block] };
}

/** The question that begins at a piece, with its answer; `undefined` if there is none. */
function questionAt(pieces: readonly Piece[], at: number): { question: Block; next: number } | undefined {
  const { block } = pieces[at] as Piece;
  if (block.type === "list_item" && asksBelow(block)) {
    const [asked, ...children] = block.children;
    const content = withoutQuestionSign(asked?.content ?? "");
    return { question: { ...block, type: QUESTION, content, children }, next: at + 1 };
  }
  const within = block.type === "list_item" ? readQuestions(block.children)[0] : undefined;
  if (within?.type === QUESTION) return { question: within, next: at + 1 };
  const isEnd = ({ kind }: Piece): boolean => kind === "question" || kind === "card" || kind === "end";
  const limit = indexFrom(pieces, at + 1, isEnd);
  const told = indexFrom(pieces, at + 1, ({ kind }) => kind === "answer", limit);
  const isTold = told < limit && told - at <= MAX_BETWEEN;
  if (!isTold && !ASKS.test(inlineText(block))) return undefined;
  const from = isTold ? told : at + 1;
  // Behind the last answer a paragraph is on something else.
  const isLast = pieces[limit]?.kind !== "question";
  const other = indexFrom(
    pieces,
    from + 1,
    ({ block: { type, content } }) => type === "paragraph" && !IS_CHOICE.test(content),
    limit,
  );
  const next = pieces[from]?.isShort === true ? from + 1 : isLast ? other : limit;
  const children = pieces.slice(from, next).map((piece) => piece.block);
  const last = children.at(-1);
  if (last === undefined) return undefined;
  const asked = pieces.slice(at, from).map((piece) => inlineText(piece.block));
  const content = [withoutQuestionSign(asked[0] ?? ""), ...asked.slice(1)].join("\n").trim();
  return { question: { ...block, type: QUESTION, content, end: last.end, children }, next };
}

/** The text of a block with that of the blocks in it. */
function inlineText({ content, children }: Block): string {
  return [content, ...children.map(inlineText)].filter((text) => text !== "").join("\n");
}

/** A question in one line, without markup and without the choices that it offers. */
export function questionTitle(asked: string): string {
  const lines = withoutQuestionSign(asked).split("\n");
  const choices = lines.findIndex((line, index) => index > 0 && FIRST_CHOICE.test(line));
  return plainText(inlineOf(lines.slice(0, choices < 0 ? undefined : choices).join(" "))).trim();
}
