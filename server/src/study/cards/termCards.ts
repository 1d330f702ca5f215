import { isReadme } from "../../notes/reading/guidesTemplates.ts";
import type { Note, NoteFileContent } from "../../notes/reading/note.ts";
import { passageOf } from "../../notes/reading/passage.ts";
import { shownPassage } from "../../notes/rendering/shownPassage.ts";
import { nameKey } from "../../notes/words/names.ts";
import { memoBy } from "../../text/memoBy.ts";
import type { Asked } from "./card.ts";
import { answerText, plain } from "./cardText.ts";
import { isUnmistakable, standsAlone, tells, unnumbered, weight, withoutSigns } from "./cardWords.ts";
import { defines, isKindOfService } from "./defines.ts";
import { isDefinition } from "./definitionScore.ts";
import { fitting, isDescription, isExplanation, isOfTitle, isStatement, LONGEST_ANSWER } from "./explanation.ts";
import { fuller, IS_OTHER, TO_LEARNER } from "./fuller.ts";
import type { KnownNotes } from "./knownNotes.ts";
import { isServiceTitle } from "./serviceTitle.ts";

/** Parts of a whole that can be told one by one. */
const LEAST_PARTS = 3;
const MOST_PARTS = 7;
const LONGEST_CATEGORY = 40;

/** Titles of kinds of things, of which there are so many and no more; of `Types` nobody says of what. */
const IS_CATEGORY =
  /(?:(?<=\S)(?:種類|タイプ|方式|モード|状態|クラス|要素)|ポリシー|レコード|レコード情報|属性|セクション|メトリクス|スクリプト|ルーティング|戦略|するサービス)(?:[（(].*)?$|\s(?:types|kinds|strategies|modes|classes|states)$|(?:^|\s)(?:policies|attributes|sections|scripts|hooks)$/iu;
const NAMES_SERVICES = /するサービス$/u;
/** Below such titles stand arguments, steps and examples, whatever they are called. */
export const HOLDS_NO_FACTS: RegExp =
  /ベストプラクティス|推奨|注意|関連|との関係|連携|設定例|メリット|利点|欠点|無料枠|ユースケース|使用例|手順|ハンズオン|料金|試験|演習|構築|best practices?|recommend|considerations|advantages|benefits|limitations|drawbacks|use cases|suitability|when to use|works? together|related|pricing|free tier|hands.?on|\b(?:pros|cons|exam|labs?|demo|steps|example|memory (?:aid|hook|tip|trick)|mnemonics?|analog(?:y|ies))\b|語呂|覚え方|を修正$|例え(?!ば)|たとえ(?!ば)/iu;

/** What somebody's company or task has of services is what they are for it. */
const TELLS_CASES = /scenario|case stud(?:y|ies)|real.world|capstone|シナリオ|シーン|事例|ケーススタディ|構成例/iu;

/** What a project is to use of services, and why. */
const TELLS_PLANS =
  /\b(?:design|architecture|implementation|migration|project) (?:plan|proposal|decisions?)\b|\brationale\b|\btech(?:nology)? stack\b|\bservices? used\b|選定理由|技術スタック|使用(?:技術|サービス)/iu;

/** What one does: `APIキーの設定`; `起動設定` is a thing. */
const IS_TASK =
  /(?<!起動)(?:設定|作成|構築|登録|削除|追加|変更|有効化|無効化|実装|確認|準備|デプロイ|特徴|特長)$|^[A-H][)）]|^(?:enabling|creating|configuring|setting up|deploying|connecting|how|why|when)\b/iu;

/** What is told of the thing above: `原因` below `スロットリングエラー`. */
const IS_ASPECT = /^(?:原因|対処|対策|causes?)(?:法|方法)?$/iu;
/** A heading that says when something is wanted. */
const IS_SITUATION = /たい場合$|(?:する|した|なる|なった)(?:場合|とき)$|(?:する|させる)には$|する方法$/u;
const LEAST_SITUATION = 20;
/** Columns of a line that titles the ones below. */
const LEAST_LEAD = 14;
const LONGEST_LEAD = 50;

/** What a note says of the thing that it is called as: what that is, and what it is called. */
export function* termCards(note: Note, file: NoteFileContent, known: KnownNotes): Generator<Asked> {
  // A row of a table is asked for by its cells, and what one does step by step says nothing of what stands in it.
  if (note.passage.length > 1 || note.naming === "file") return;
  const above = known.above(note).slice(1);
  const around = note.kind === "item" ? above.findLast(({ kind }) => kind === "heading") : undefined;
  if (around !== undefined && isOfSteps(around, file)) return;
  // `CloudFormation — Exam Notes` is what the whole file is called.
  const [told = ""] = ownText(note, file, 1).split("\n");
  const isKind = known.of(note)?.isService === true && isKindOfService(told) && /サービス|\bservice\b/.test(told);
  const titles = above.map(({ title }) =>
    title === file.title ? "" : title.replace(isKind ? /料金|pricing/iu : "", ""),
  );
  if (titles.some((title) => HOLDS_NO_FACTS.test(title))) return;
  if (TELLS_CASES.test(file.title) || above.some(({ title }) => TELLS_CASES.test(title))) return;
  yield* listCard(note, known);
  const made = [...definitionCard(note, file, known)];
  yield* made;
  const other = made.length > 0 ? undefined : (aspect(note, file, known) ?? situation(note, file, known));
  if (other !== undefined) yield other;
}

/** What one is told to do. */
const IS_STEP =
  /^\s*(?:[-*+・]|\d+[.)])\s+(?:\*\*)?(?:go to|open|add|create|name|set|choose|select|click|enter|launch|configure|delete|attach|copy|run|type|install|navigate|log ?in|sign in|connect|wait|download|test|make sure|give|paste|scroll|press)\b|(?:クリック|選択|入力|押下|開く|移動|実行)(?:する|します|して)?[。、]?\s*$/iu;
const IS_ITEM = /^\s*(?:[-*+・]|\d+[.)])\s/u;
const LEAST_STEPS = 0.4;
/** Whether the items of a heading tell what to do, step by step. */
const isOfSteps = memoBy(({ own }: Note, { lines }: NoteFileContent): boolean => {
  const items = lines.slice(own.start, own.end).filter((line) => IS_ITEM.test(line));
  const steps = items.filter((line) => IS_STEP.test(line)).length;
  return steps > 1 && steps >= items.length * LEAST_STEPS;
});

function* definitionCard(note: Note, file: NoteFileContent, known: KnownNotes): Generator<Asked> {
  const thing = known.of(note);
  // A sentence has no name.
  if (thing === undefined || !/^(?:heading|bold|separator|title)$/.test(note.naming)) return;
  const name = bareTitle(shownPassage(note, file, LONGEST_ANSWER).title);
  const whole = ownText(note, file);
  // Of a list the first item may say what it is; the others say more.
  const [first = ""] = (whole || ownText(note, file, 1)).split(/\n(?=・)/u);
  // What a service is for another one is no definition, unless it says what it is.
  const subject = known.subject(note, name) ?? (thing.isService && isKindOfService(first) ? [] : undefined);
  if (subject === undefined || HOLDS_NO_FACTS.test(name) || IS_TASK.test(name) || note.title.length > LONGEST_CATEGORY)
    return;
  const short = first.startsWith("・") ? first : isExplanation(whole, name) ? whole : fitting(whole);
  const said = fuller(short, ownPassage(note, file), [...subject, name].join(" "));
  if (namesTwo(name) || (note.kind === "heading" && !isOfTitle(said, name))) return;
  // What hardly says more than its name may do so together with the next line.
  if (!isExplanation(short, name, subject) && !isExplanation(said, name, subject)) return;
  const [jotted = ""] = said.split(JOTTED);
  if (!defines(said, name, thing.isService) || ![said, jotted].every((text) => isDefinition(text, name, thing))) return;
  // What a project's README or plan tells of services is what they are to the project.
  const isPlanned = [file, ...known.above(note)].some(({ title }) => TELLS_PLANS.test(title));
  // `RDS offers failover`, below `Resilience`
  const [sentence = ""] = said.split(/(?<=[.。])(?:\s|$)/u);
  const tellsUse = !/[ぁ-ん]|\b(?:is|are)\b/u.test(sentence) && nameKey(sentence).startsWith(nameKey(name));
  if (thing.isService && (isPlanned || (note.kind === "item" && (isReadme(file.uri) || tellsUse)))) return;
  yield { kind: "term", front: name, back: said.replace(/^・\s?/u, ""), subject };
  if (!thing.isService && isUnmistakable(name) && subject.length === 0 && isDescription(short, name))
    yield { kind: "name", front: short, back: name, subject: [] };
}

/** What some write between jottings. */
const JOTTED = /(?<=[ぁ-ん一-龠]) \/ /u;

/** A title without its number and what stands around a name; what stands in parentheses may tell what it is short for. */
function bareTitle(title: string): string {
  return unnumbered(withoutSigns(title));
}

/** `EC2, Lambda`, `S3 and EBS`, `SQS vs SWF`; not `Identity and Access Management`: a text says of two things what is common to them. */
export function namesTwo(title: string): boolean {
  const name = title.replace(/\s*[（(].*$/u, "");
  const parts = name.split(/\s(?:&|and|または|と)\s/u);
  const areNames = parts.every((part) => /^[A-Z]\w+$/.test(part));
  return (
    /,\s|[、>＞]|\s(?:\/|vs\.?)\s|[ァ-ヶーA-Z\d]と[ァ-ヶーA-Z]/iu.test(name) ||
    (parts.length > 1 && (areNames || parts.some(isServiceTitle)))
  );
}

/** The names of a section's parts, if all of them are known names. */
function* listCard(note: Note, known: KnownNotes): Generator<Asked> {
  const title = withoutSigns(note.title);
  const parts = note.children
    .filter((child) => /^(?:heading|bold|separator|title)$/.test(child.naming) && known.of(child) !== undefined)
    .map((child) => bareTitle(child.title));
  const least = NAMES_SERVICES.test(title) ? 2 : LEAST_PARTS;
  if (note.children.length !== parts.length || parts.length < least || parts.length > MOST_PARTS) return;
  if (!IS_CATEGORY.test(title) || title.length > LONGEST_CATEGORY) return;
  const areAlike = new Set(note.children.map(({ kind, naming }) => `${kind} ${naming === "heading"}`)).size === 1;
  // `t2.micro` and some more are examples.
  if (
    !areAlike ||
    new Set(parts).size !== parts.length ||
    parts.some((part) => /^\d+ |の(?:種類|タイプ)$/u.test(part) || (isServiceTitle(part) && tells(title, part))) ||
    parts.every((part) => /^\w+\.\w+$/.test(part))
  )
    return;
  const subject = NAMES_SERVICES.test(title) ? [] : known.subject(note, title);
  if (subject === undefined) return;
  yield { kind: "list", front: title, back: parts.map((part) => `・${part}`).join("\n"), subject };
}

/** What a note says itself, without its title and what stands below further headings. */
function ownText(note: Note, file: NoteFileContent, ofLong = 0): string {
  const text = untilNextDefinition(answerText(ownPassage(note, file), ofLong).replace(TO_LEARNER, "")).replace(
    /^(?:\p{Extended_Pictographic}|\u{fe0f}|\s|[-–] )+/u,
    "",
  );
  const label = text.replace(/^・\s?/u, "");
  const named = withoutSigns(note.title);
  // `用途：…`, and a title alone above its list.
  const rest = label.slice(named.length);
  // `**SSE-C** Manage keys by yourself.`
  if (label.startsWith(named) && /^\s+[A-Z][a-z]/.test(rest)) return rest.trimStart();
  return label.startsWith(named) && IS_COLON.test(rest) ? rest.replace(IS_COLON, "").trimStart() : text;
}

/** The Markdown that a note has before further headings. */
export function ownPassage(note: Note, file: NoteFileContent): string {
  return note.kind === "heading" ? passageOf(note, file, [note.own]) : shownPassage(note, file, LONGEST_ANSWER).text;
}

/** What stands between a name and what is said of it: `（Change Set）：`. */
const IS_COLON = /^\s*(?:[（(][^（()）]*[）)])?\s*[:：]{1,2}(?:\s|(?=\P{ASCII}))/u;
/** Columns of a line that is a title of what stands below it. */
const LONGEST_BELOW = 24;

/** Lines up to another definition, without a last one that is no sentence: `ASG + Load Balancers`, above a list. */
function untilNextDefinition(text: string): string {
  const all = text.replace(/\s[•●]\s.*$/gm, "").split("\n");
  const other = all.findIndex((line, at) => at > 0 && IS_OTHER.test(line));
  const lines = all.slice(0, other < 0 ? undefined : other);
  const isTitle = (line: string): boolean => !/^[・　]|[。．.)）]$/u.test(line) && weight(line) < LONGEST_BELOW;
  while (lines.length > 1 && isTitle(lines.at(-1) ?? "")) lines.pop();
  return lines.join("\n");
}

/** A cause or a remedy of the thing above. */
function aspect(note: Note, file: NoteFileContent, known: KnownNotes): Asked | undefined {
  const title = withoutSigns(note.title);
  const above = known.above(note).at(-1);
  const back = fitting(ownText(note, file));
  if (!IS_ASPECT.test(title) || above === undefined || known.of(above) === undefined || !isStatement(back))
    return undefined;
  const name = withoutSigns(above.title);
  const front = /[\p{Script=Han}\p{Script=Katakana}]/u.test(title) ? `${name}の${title}` : `${name}: ${title}`;
  return { kind: "term", front, back, subject: known.subject(above, name) ?? [] };
}

/** A title that says when something is wanted, or a short first line that the lines below explain. */
function situation(note: Note, file: NoteFileContent, known: KnownNotes): Asked | undefined {
  const title = withoutSigns(note.title);
  const subject = known.serviceAbove(note);
  if (note.naming === "heading") {
    const back = fitting(ownText(note, file));
    if (!IS_SITUATION.test(title) || weight(title) < LEAST_SITUATION || subject === undefined || !isStatement(back))
      return undefined;
    return { kind: "case", front: title, back, subject: title.includes(subject) ? [] : [subject] };
  }
  if (!/^(?:sentence|title)$/.test(note.naming)) return undefined;
  const [first = "", ...below] = passageOf(note, file).split("\n");
  const front = plain(first.replace(/^\s*(?:[-*+・]|\d+[.)])\s+/u, ""));
  if (weight(front) > LONGEST_LEAD || weight(front) < LEAST_LEAD || !standsAlone(front)) return undefined;
  // A statement needs no question.
  if (!/する$/u.test(front) || /[。、,.:：]|[^ぁ-ん][はが][^ぁ-ん]/u.test(front)) return undefined;
  const back = fitting(answerText(below.map((line) => line.trimStart()).join("\n")));
  if (subject === undefined || !isStatement(back) || back.startsWith("・") || !known.mentions(back)) return undefined;
  return { kind: "case", front, back, subject: [subject] };
}
