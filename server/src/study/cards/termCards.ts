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
import { fitting, isDescription, isExplanation, isOfTitle, isStatement, MAX_ANSWER } from "./explanation.ts";
import { fuller, IS_OTHER, TO_LEARNER } from "./fuller.ts";
import type { KnownNotes } from "./knownNotes.ts";
import { isServiceTitle } from "./serviceTitle.ts";

/** Minimum and maximum number of answers of a list card, and maximum length of a title. */
const MIN_PARTS = 3;
const MAX_PARTS = 7;
const MAX_CATEGORY = 40;

/** Titles of complete lists, such as the types of something; `Types` and `メトリクス` alone do not say of what. */
const IS_CATEGORY =
  /(?:(?<=\S)(?:種類|タイプ|方式|モード|状態|クラス|要素|メトリクス)|ポリシー|レコード|レコード情報|属性|セクション|スクリプト|ルーティング|戦略|するサービス)(?:[（(].*)?$|\s(?:types|kinds|strategies|modes|classes|states)$/iu;
const NAMES_SERVICES = /するサービス$/u;
/** Titles of a selection, which nobody can list: `よく使う属性`. */
const SELECTS = /よく(?:使|利用|ある|見)|主[なに要]|代表的|\b(?:common|popular|typical|frequent)/iu;
/** Titles of sections with arguments, steps and examples instead of definitions. */
export const HOLDS_NO_FACTS: RegExp =
  /ベストプラクティス|推奨|注意|関連|参考|との関係|連携|設定例|メリット|利点|欠点|無料枠|ユースケース|使用例|手順|ハンズオン|料金|試験|演習|構築|best practices?|recommend|considerations|advantages|benefits|limitations|drawbacks|use cases|suitability|when to use|works? together|related|^\W*references$|pricing|free tier|hands.?on|\b(?:pros|cons|exam|labs?|demo|steps?(?= \d|s|$)|example|memory (?:aid|hook|tip|trick)|mnemonics?|analog(?:y|ies))\b|語呂|覚え方|を修正$|(?:フロー|流れ)の概要$|例え(?!ば)|たとえ(?!ば)/iu;

/** Titles of case studies, where services are described by their role in the case. */
export const TELLS_CASES: RegExp =
  /scenario|case stud(?:y|ies)|real.world|capstone|シナリオ|シーン|事例|ケーススタディ|構成例/iu;

/** Titles of lists of headings. */
const IS_CONTENTS = /^\P{L}*(?:目次|(?:table of )?contents)\P{L}*$/iu;

/** Titles of tasks: `APIキーの設定`; `起動設定` is a thing. */
const IS_TASK =
  /(?<!起動)(?:設定|作成|構築|登録|削除|追加|変更|有効化|無効化|実装|確認|準備|デプロイ|特徴|特長|の場合)$|^[A-H][)）]|^(?:enabling|creating|configuring|setting up|deploying|connecting|how|why|when)\b/iu;

/** Aspects of the thing in the heading above: `原因` below `スロットリングエラー`. */
const IS_ASPECT = /^(?:原因|対処|対策)(?:法|方法)?$/u;
/** A heading that describes a situation or goal. */
const IS_SITUATION = /たい場合$|(?:する|した|なる|なった)(?:場合|とき)$|(?:する|させる)には$/u;
const MIN_SITUATION = 20;
/** Width of a first line that is the front of a situation card. */
const MIN_LEAD = 14;
const MAX_LEAD = 50;

/** The cards of a note titled with a name: its definition, the name by its definition, a list of parts, or an aspect or situation. */
export function* termCards(note: Note, file: NoteFileContent, known: KnownNotes): Generator<Asked> {
  // Table rows have cards of their own, and steps of a procedure define nothing.
  if (note.passage.length > 1 || note.naming === "file") return;
  const above = known.above(note).slice(1);
  const around = note.kind === "item" ? above.findLast(({ kind }) => kind === "heading") : undefined;
  if (around !== undefined && (isOfSteps(around, file) || IS_CONTENTS.test(around.title))) return;
  // The file's own title does not count: `CloudFormation — Exam Notes`.
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

/** An instruction. */
const IS_STEP =
  /^\s*(?:[-*+・]|\d+[.)])\s+(?:\*\*)?(?:go to|open|add|create|name|set|choose|select|click|enter|launch|configure|delete|attach|copy|run|type|install|navigate|log ?in|sign in|connect|wait|download|test|make sure|give|paste|scroll|press)\b|(?:クリック|選択|入力|押下|開く|移動|実行)(?:する|します|して)?[。、]?\s*$/iu;
const IS_ITEM = /^\s*(?:[-*+・]|\d+[.)])\s/u;
const MIN_STEPS = 0.4;
/** Whether the items below a heading are the steps of a procedure. */
const isOfSteps = memoBy(({ own }: Note, { lines }: NoteFileContent): boolean => {
  const items = lines.slice(own.start, own.end).filter((line) => IS_ITEM.test(line));
  const steps = items.filter((line) => IS_STEP.test(line)).length;
  return steps > 1 && steps >= items.length * MIN_STEPS;
});

function* definitionCard(note: Note, file: NoteFileContent, known: KnownNotes): Generator<Asked> {
  const thing = known.of(note);
  // The title has to be a name and not a sentence.
  if (thing === undefined || !/^(?:heading|bold|separator|title)$/.test(note.naming)) return;
  const name = bareTitle(shownPassage(note, file, MAX_ANSWER).title);
  const whole = ownText(note, file);
  // In a list the first item may be the definition.
  const [first = ""] = (whole || ownText(note, file, 1)).split(/\n(?=・)/u);
  // Below another service a service needs a definition by its category.
  const subject = known.subject(note, name) ?? (thing.isService && isKindOfService(first) ? [] : undefined);
  if (subject === undefined || HOLDS_NO_FACTS.test(name) || IS_TASK.test(name) || note.title.length > MAX_CATEGORY)
    return;
  const short = first.startsWith("・") ? first : isExplanation(whole, name) ? whole : fitting(whole);
  const said = fuller(short, ownPassage(note, file), [...subject, name].join(" "));
  if (namesTwo(name) || (note.kind === "heading" && !isOfTitle(said, name))) return;
  if (!thing.isService && isUnmistakable(name) && HAS_LIMIT.test(said)) {
    yield { kind: "term", front: name, back: said.replace(/^・\s?/u, ""), subject };
    return;
  }
  // A first line that repeats the name may be a definition together with the next line.
  if (!isExplanation(short, name) && !isExplanation(said, name)) return;
  if (!defines(said, name, thing.isService) || !isDefinition(said, name, thing)) return;
  // A sentence on what a service offers is one fact: `RDS offers failover`, below `Resilience`.
  const [sentence = ""] = said.split(/(?<=[.。])(?:\s|$)/u);
  const tellsUse = !/[ぁ-ん]|\b(?:is|are)\b/u.test(sentence) && nameKey(sentence).startsWith(nameKey(name));
  if (thing.isService && note.kind === "item" && (isReadme(file.uri) || tellsUse)) return;
  yield { kind: "term", front: name, back: said.replace(/^・\s?/u, ""), subject };
  if (!thing.isService && isUnmistakable(name) && subject.length === 0 && isDescription(short, name))
    yield { kind: "name", front: short, back: name, subject: [] };
}

/** The default or the limits of a setting in the first words: an exam asks for them. */
const HAS_LIMIT =
  /^・?\s?(?:(?:既定|デフォルト|初期値|最大|最小|最長|最短|上限|下限)[^。、]{0,12}(?:\d|無期限|無制限)|(?:(?:the )?default(?:s to| is|:)?|max(?:imum)?|min(?:imum)?|up to|at (?:most|least))\s(?:\S+ ){0,4}\d)/iu;

/** The name in a title, with an abbreviation in parentheses. */
function bareTitle(title: string): string {
  return unnumbered(withoutSigns(title));
}

/** Whether a title names several things, which a definition does not fit: `EC2, Lambda`, `S3 and EBS`, `SQS vs SWF`; not `Identity and Access Management`. */
export function namesTwo(title: string): boolean {
  const name = title.replace(/\s*[（(].*$/u, "");
  const parts = name.split(/\s(?:&|and|または|と)\s/u);
  const areNames = parts.every((part) => /^[A-Z]\w+$/.test(part));
  return (
    /,\s|[、>＞]|\s(?:\/|vs\.?)\s|[ァ-ヶーA-Z\d]と[ァ-ヶーA-Z]/iu.test(name) ||
    (parts.length > 1 && (areNames || parts.some(isServiceTitle)))
  );
}

/** A card that asks for the parts of a section, if all of them are known names. */
function* listCard(note: Note, known: KnownNotes): Generator<Asked> {
  const title = withoutSigns(note.title);
  // A part with the list's own title introduces it.
  const children = note.children.filter((child) => nameKey(withoutSigns(child.title)) !== nameKey(title));
  const parts = children
    .filter((child) => /^(?:heading|bold|separator|title)$/.test(child.naming) && known.of(child) !== undefined)
    .map((child) => bareTitle(child.title));
  const least = NAMES_SERVICES.test(title) ? 2 : MIN_PARTS;
  if (children.length !== parts.length || parts.length < least || parts.length > MAX_PARTS) return;
  if (!IS_CATEGORY.test(title) || SELECTS.test(title) || title.length > MAX_CATEGORY) return;
  const areAlike = new Set(children.map(({ kind, naming }) => `${kind} ${naming === "heading"}`)).size === 1;
  // Instance types and the like are examples, not a complete list.
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

/** The text of a note, without its title and further headings. */
function ownText(note: Note, file: NoteFileContent, ofLong = 0): string {
  const text = untilNextDefinition(answerText(ownPassage(note, file), ofLong).replace(TO_LEARNER, "")).replace(
    /^(?:\p{Extended_Pictographic}|\u{fe0f}|\s|[-–] )+/u,
    "",
  );
  const label = text.replace(/^・\s?/u, "");
  const named = withoutSigns(note.title);
  // The rest of the line after the title.
  const rest = label.slice(named.length);
  // The title is the beginning of the line: `**SSE-C** Manage keys by yourself.`
  if (label.startsWith(named) && /^\s+[A-Z][a-z]/.test(rest)) return rest.trimStart();
  return label.startsWith(named) && IS_COLON.test(rest) ? rest.replace(IS_COLON, "").trimStart() : text;
}

/** The Markdown of a note up to the next heading. */
export function ownPassage(note: Note, file: NoteFileContent): string {
  return note.kind === "heading" ? passageOf(note, file, [note.own]) : shownPassage(note, file, MAX_ANSWER).text;
}

/** The separator between a name and its definition: `（Change Set）：`. */
const IS_COLON = /^\s*(?:[（(][^（()）]*[）)])?\s*(?:[:：]{1,2}(?:\s|(?=\P{ASCII}))|＝)/u;
/** Maximum width of a line that is a title of the lines below. */
const MAX_BELOW = 24;

/** The lines before the next definition, without titles at their end: `ASG + Load Balancers`, above a list. */
function untilNextDefinition(text: string): string {
  const all = text.replace(/\s[•●]\s.*$/gm, "").split("\n");
  const other = all.findIndex((line, at) => at > 0 && IS_OTHER.test(line));
  const lines = all.slice(0, other < 0 ? undefined : other);
  const isTitle = (line: string): boolean => !/^[・　]|[。．.)）]$/u.test(line) && weight(line) < MAX_BELOW;
  while (lines.length > 1 && isTitle(lines.at(-1) ?? "")) lines.pop();
  return lines.join("\n");
}

/** A card on the cause or remedy of the thing in the heading above. */
function aspect(note: Note, file: NoteFileContent, known: KnownNotes): Asked | undefined {
  const title = withoutSigns(note.title);
  const above = known.above(note).at(-1);
  const back = fitting(ownText(note, file));
  if (!IS_ASPECT.test(title) || above === undefined || known.of(above) === undefined || !isStatement(back))
    return undefined;
  const name = withoutSigns(above.title);
  return { kind: "term", front: `${name}の${title}`, back, subject: known.subject(above, name) ?? [] };
}

/** A card on a situation: a heading such as `…たい場合`, or a short first line with its solution below. */
function situation(note: Note, file: NoteFileContent, known: KnownNotes): Asked | undefined {
  const title = withoutSigns(note.title);
  const subject = known.serviceAbove(note);
  if (note.naming === "heading") {
    const back = fitting(ownText(note, file));
    if (!IS_SITUATION.test(title) || weight(title) < MIN_SITUATION || subject === undefined || !isStatement(back))
      return undefined;
    return { kind: "case", front: title, back, subject: title.includes(subject) ? [] : [subject] };
  }
  if (!/^(?:sentence|title)$/.test(note.naming)) return undefined;
  const [first = "", ...below] = passageOf(note, file).split("\n");
  const front = plain(first.replace(/^\s*(?:[-*+・]|\d+[.)])\s+/u, ""));
  if (weight(front) > MAX_LEAD || weight(front) < MIN_LEAD || !standsAlone(front)) return undefined;
  // A complete sentence is a statement and no situation.
  if (!/する$/u.test(front) || /[。、,.:：]|[^ぁ-ん][はが][^ぁ-ん]/u.test(front)) return undefined;
  const back = fitting(answerText(below.map((line) => line.trimStart()).join("\n")));
  if (subject === undefined || !isStatement(back) || back.startsWith("・") || !known.mentions(back)) return undefined;
  return { kind: "case", front, back, subject: [subject] };
}
