import type { Note, NoteFileContent } from "../../notes/reading/note.ts";
import { passageOf } from "../../notes/reading/passage.ts";
import { shownPassage } from "../../notes/rendering/shownPassage.ts";
import type { Card } from "./card.ts";
import { answerText, plain, wholeText } from "./cardText.ts";
import { isTerm, isToLearn, standsAlone, weight, withoutSigns } from "./cardWords.ts";
import { fitting, isExplanation, isLimits, isStatement, LONGEST_ANSWER } from "./explanation.ts";
import { isServiceTitle } from "./serviceTitle.ts";

type Asked = Pick<Card, "kind" | "front" | "back">;

/** What is told of the thing above: `原因` below `スロットリングエラー`. */
const IS_ASPECT =
  /^(?:原因|対処|対策|理由|用途|目的|役割|特徴|利点|欠点|メリット|デメリット|制限|制約|仕組み|違い|使いどころ|ログ|causes?|reasons?|purpose|use cases?|benefits?|pros|cons|limits?|limitations?)(?:について|方法)?$/iu;
/** A heading that says when something is wanted. */
const IS_SITUATION = /(?:場合|とき|には|方法)$/u;
const LEAST_SITUATION = 20;
const LEAST_LEAD = 14;
/** Columns of a line that titles the ones below. */
const LONGEST_LEAD = 50;
const FOLDING = /^\s*:{3,}\s*$|<\/?details[^>]*>|<summary>.*<\/summary>/i;

const ASKS = /[?？]$|とは$|方$|^(?:Q|問)\b/u;
const IS_LISTING = /^\s*(?:```|~~~|!\[|\$ |<(?:img|table))/;

/** A question that a note has an answer to though its title is no name; `undefined` where there is none. */
export function otherQuestion(note: Note, file: NoteFileContent, where: readonly string[]): Asked | undefined {
  if (note.naming === "file" || !isToLearn(where)) return undefined;
  if (opensFolded(file.lines[note.line] ?? "")) return folded(note, file);
  const named = note.naming === "sentence" ? undefined : ofTitle(note, file, where);
  return named ?? (/^(?:sentence|title)$/.test(note.naming) ? ofLead(note, file) : undefined);
}

/** Whether a line begins what is folded away. */
export function opensFolded(line: string): boolean {
  return /^\s*(?::{3,}\s*details|<details)/i.test(line);
}

/** What is folded away below its title is asked for by it, as it stands. */
function folded(note: Note, file: NoteFileContent): Asked | undefined {
  const lines = file.lines.slice(note.line + 1, note.passage.at(-1)?.end).filter((line) => !FOLDING.test(line));
  const first = lines.find((line) => line.trim() !== "") ?? "";
  // A listing that is folded away answers nothing.
  if (!ASKS.test(note.title) && (!isTerm(withoutSigns(note.title)) || IS_LISTING.test(first))) return undefined;
  const back = wholeText(lines.join("\n"));
  return back === "" ? undefined : { kind: "question", front: note.title, back };
}

/** What a note says itself, without its title and what stands below further headings. */
export function ownText(note: Note, file: NoteFileContent): string {
  const own =
    note.kind === "heading" ? passageOf(note, file, [note.own]) : shownPassage(note, file, LONGEST_ANSWER).text;
  const text = answerText(own);
  const label = text.replace(/^・\s?/u, "");
  const named = withoutSigns(note.title);
  // `用途：…`, and a title alone above its list.
  const rest = label.slice(named.length);
  // `**SSE-C** Manage keys by yourself.`
  if (label.startsWith(named) && /^\s+[A-Z][a-z]/.test(rest)) return rest.trimStart();
  return label.startsWith(named) && /^\s*[:：]{1,2}(?:\s|(?=\P{ASCII}))/u.test(rest)
    ? rest.replace(/^\s*[:：]+\s*/u, "")
    : text;
}

/** A title that is a situation, an aspect of the thing above, or a name with `とは`; what a service can and cannot do. */
function ofTitle(note: Note, file: NoteFileContent, where: readonly string[]): Asked | undefined {
  const title = withoutSigns(note.title);
  const back = fitting(ownText(note, file));
  if (!isStatement(back)) return undefined;
  const name = title.replace(/\s*とは$/u, "");
  if (name !== title && isTerm(name, where) && isExplanation(back, name)) return { kind: "term", front: name, back };
  const above = withoutSigns(where.at(-1) ?? "");
  if (IS_ASPECT.test(title) && isTerm(above, where)) return { kind: "term", front: aspectOf(above, title), back };
  if (IS_SITUATION.test(title) && weight(title) >= LEAST_SITUATION) return { kind: "case", front: title, back };
  if (!isServiceTitle(title) || !isLimits(back)) return undefined;
  const isJapanese = /[ぁ-ん]/u.test(back);
  return { kind: "term", front: isJapanese ? `${title}：できること、できないこと` : `${title}: can and cannot`, back };
}

function aspectOf(name: string, aspect: string): string {
  const bare = aspect.replace(/について$/u, "");
  return /[\p{Script=Han}\p{Script=Katakana}]/u.test(bare) ? `${name}の${bare}` : `${name}: ${bare}`;
}

/** A short first line is what the lines below explain. */
function ofLead(note: Note, file: NoteFileContent): Asked | undefined {
  const [first = "", ...below] = passageOf(note, file).split("\n");
  const front = plain(first.replace(/^\s*(?:[-*+・]|\d+[.)])\s+/u, ""));
  if (weight(front) > LONGEST_LEAD || weight(front) < LEAST_LEAD || !standsAlone(front)) return undefined;
  // A statement needs no question.
  if (/[。、,.:：]|[?？]$|[^ぁ-ん][はが][^ぁ-ん]|\d$/u.test(front)) return undefined;
  const back = fitting(answerText(below.map((line) => line.trimStart()).join("\n")));
  // A title that signs or a command stand in front of, and what is no sentence; a list of facts does not say what its title is.
  if (!/^[\p{L}\p{N}「『]/u.test(front) || !/[ぁ-ん][^ぁ-ん]{0,8}$/u.test(back.split("\n")[0] ?? "")) return undefined;
  return isStatement(back) && !back.startsWith("・") ? { kind: "case", front, back } : undefined;
}
