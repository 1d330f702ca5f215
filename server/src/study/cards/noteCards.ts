import { overtakenIn } from "../../notes/overtaken/overtakenIn.ts";
import { withOvertaken } from "../../notes/overtaken/withOvertaken.ts";
import { blocksOf } from "../../notes/reading/blocks.ts";
import type { Note, NoteFileContent } from "../../notes/reading/note.ts";
import { shownPassage } from "../../notes/rendering/shownPassage.ts";
import { nameKey } from "../../notes/words/names.ts";
import { memoBy } from "../../text/memoBy.ts";
import { type Card, type CardKind, GAP } from "./card.ts";
import { isProperName, isSection, isTerm, isToLearn, tells, weight, withoutSigns } from "./cardWords.ts";
import { caseCard } from "./caseCard.ts";
import { defines, isOpinion, spellsOut } from "./defines.ts";
import { distinctCards } from "./distinctCards.ts";
import { fitting, isDescription, isExplanation, isMarked, isOfTitle, LONGEST_ANSWER, repeats } from "./explanation.ts";
import { gapCards } from "./gapCards.ts";
import { introducesProgram, isOfOtherThings, isStory, standsInStory } from "./narration.ts";
import { otherQuestion, ownText } from "./otherQuestion.ts";
import { choicesOf, isAsked, questionCard } from "./questionCard.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import { isSameService, isServiceTitle } from "./serviceTitle.ts";
import { askedText, isUnmistakable } from "./subject.ts";
import { tableCards } from "./tableCards.ts";

/** Columns of an answer that is a word or a few. */
const LONGEST_WORD = 24;
/** So many cards are made of one file; nobody learns more of it by heart. */
const MOST = 2000;
/** A section of more facts has no one answer, nor one whose facts have names of their own. */
const MOST_FACTS = 2;
/** Parts of a whole that can be told one by one. */
const LEAST_PARTS = 3;
const MOST_PARTS = 7;
const LONGEST_CATEGORY = 40;

/** Titles of kinds of things, of which there are so many and no more. */
const IS_CATEGORY =
  /(?:種類|タイプ|方式|モード|ポリシー|レコード|レコード情報|属性|要素|セクション|メトリクス|スクリプト|レポート|ルーティング|イベント|状態|ステータス|プラン|クラス|コマンド|戦略|プロトコル|するサービス)(?:[（(].*)?$|(?:^|\s)(?:types|kinds|policies|strategies|modes|classes|states|status(?:es)?|phases|stages|methods|models|tiers|levels|layers|records|attributes|sections|scripts|reports|endpoints|plans|protocols|components|elements|categories|pillars|updates|events|hooks)$/iu;
const ADVISES =
  /ベストプラクティス|推奨(?:事項|設定)|注意(?:点|事項)|メリット|利点|欠点|ユースケース|使用例|best practices?|recommendations|considerations|advantages|benefits|limitations|drawbacks|use cases|when to use|^use .* if$|\b(?:pros|cons)\b/iu;
const NAMES_SERVICES = /するサービス$/u;
/** A step: what stands below it is what to enter. */
const IS_STEP =
  /を(?:作成|追加|有効化|設定|選択|確認|起動|入力|更新|登録|削除|指定)(?:する)?$|(?:作成|構築|アタッチ|インストール|セットアップ)(?:手順)?$/u;
/** Not one kind of things, but some of them. */
const IS_QUALIFIED = /\s[-–]\s|^(?:other\b|その他)|に(?:基づ|応じ|よる|関する|おける|対する)|のための/iu;

/** The cards of a file of notes, without any markup for them, in the order of the file; kept by the file's content. */
export const cardsOf: (file: NoteFileContent) => readonly Card[] = memoBy((file) => {
  const { blocks } = blocksOf(file.lines.map((line, index) => (index < file.firstLine ? "" : line)));
  const sentences = [...sentencesOf(blocks)];
  const made = [...allCards(file, blocks, sentences)].slice(0, MOST);
  const asking = isStory(sentences) ? made.filter(standsInStory) : made;
  const sound = asking.filter(saysOfWhat).flatMap((card) => soundCard(card, file));
  return distinctCards(sound).sort((left, right) => left.line - right.line);
});

type Blocks = ReturnType<typeof blocksOf>["blocks"];

function* allCards(file: NoteFileContent, blocks: Blocks, sentences: readonly Sentence[]): Generator<Card> {
  if (file.isRecord || introducesProgram(file) || isOfOtherThings(file)) return;
  const titles = titlesOf(file);
  const asked = new Set<number>();
  // What explains the answer to a question with choices is about these.
  const explains = new Set(file.notes.filter((note) => choicesOf(note, file) !== undefined).flatMap(linesBelow));
  for (const note of file.notes) {
    if (explains.has(note.line) && !isAsked(note)) continue;
    for (const card of ofNote(note, file, titles)) {
      const { start, end } = note.kind === "heading" ? note.own : (note.passage[0] ?? note.own);
      for (let line = start; line < end; line++) asked.add(line);
      yield card;
    }
  }
  const around = aroundLines(file, titles);
  for (const sentence of sentences) {
    const { where, noteId } = around(sentence.line);
    if (!isToLearn(where) || explains.has(sentence.line)) continue;
    const cases = asked.has(sentence.line) ? [] : caseCard(sentence.text);
    for (const { kind, front, back } of [...gapCards(sentence, where, file.builtIn), ...cases]) {
      yield {
        kind,
        front,
        back,
        where: withoutAnswer(where, back),
        path: where,
        noteId,
        uri: file.uri,
        line: sentence.line,
      };
    }
  }
  for (const block of blocks) {
    if (block.type !== "table" || explains.has(block.start)) continue;
    const { where, noteId } = around(block.start);
    for (const { kind, front, back, line } of tableCards(block)) {
      if (kind === "cell" && (!isToLearn(where) || where.slice(-2).some((title) => ADVISES.test(title)))) continue;
      yield { kind, front, back, where: withoutAnswer(where, back), path: where, noteId, uri: file.uri, line };
    }
  }
}

/** What a note's name means, what its text is called, and what it consists of; else what may be asked of it. */
function* ofNote(note: Note, file: NoteFileContent, titles: ReadonlyMap<Note, readonly string[]>): Generator<Card> {
  const where = titles.get(note) ?? [];
  if (isAsked(note)) {
    const card = questionCard(note, file);
    if (card !== undefined) {
      const around = withoutAnswer(where, card.back);
      yield { ...card, where: around, path: where, noteId: note.id, uri: file.uri, line: note.line };
    }
    return;
  }
  // A row of a table is asked for by its cells.
  if (note.passage.length > 1) return;
  const card = (kind: CardKind, front: string, back: string): Card => ({
    kind,
    front,
    back,
    where: withoutAnswer(where, kind === "name" ? back : ""),
    path: where,
    noteId: note.id,
    uri: file.uri,
    line: note.line,
  });
  const made = [...ofName(note, file, where, card)];
  yield* made;
  if (made.length > 0) return;
  const other = otherQuestion(note, file, where);
  if (other !== undefined) yield card(other.kind, other.front, other.back);
}

function* ofName(
  note: Note,
  file: NoteFileContent,
  where: readonly string[],
  card: (kind: CardKind, front: string, back: string) => Card,
): Generator<Card> {
  // Below `Best practices` and `Advantages` stand arguments, each with a heading.
  if (where.slice(-2).some((title) => ADVISES.test(title)) && !isMarked(withoutSigns(note.title))) return;
  // A sentence has no name.
  if (!/^(?:heading|bold|separator|title)$/.test(note.naming)) return;
  const name = withoutSigns(shownPassage(note, file, LONGEST_ANSWER).title);
  const parts = partsOf(note);
  if (parts.length > 0 && (isTerm(name, where) || NAMES_SERVICES.test(name)) && isToLearn([...where, name]))
    yield card("list", name, parts.map((part) => `・${part}`).join("\n"));
  if (!isTerm(name, where) || !isToLearn(isSection(name, where) ? where : [...where, name])) return;
  const whole = ownText(note, file);
  const said = isExplanation(whole, name) ? whole : fitting(whole);
  const facts = said.startsWith("・") ? said.split("\n").length : 0;
  if (note.kind === "heading" && !isOfTitle(said, name)) return;
  if (repeats(said, [...where.slice(1), name].join(" "))) return;
  const isBroad =
    isServiceTitle(name) || note.children.some((child) => child.naming !== "sentence" && isTerm(child.title, where));
  // What one service is to another one does not say what it is.
  const isRole =
    isServiceTitle(name) &&
    !file.builtIn &&
    !spellsOut(said, name) &&
    where.some((title) => !isSameService(title, name) && isServiceTitle(withoutSigns(title)));
  // A text says of two things what is common to them.
  const isOne = file.builtIn || !namesTwo(name.replace(/\s*[（(].*$/u, ""));
  if (
    !isRole &&
    isOne &&
    isExplanation(said, name) &&
    (file.builtIn ||
      (isUnmistakable(name) && !isServiceTitle(name) && !isOpinion(said)) ||
      isSection(name, where) ||
      defines(said, name)) &&
    !where.slice(1).some((title) => IS_STEP.test(title)) &&
    !(note.kind === "heading" && facts > (note.children.length > 0 && isBroad ? 0 : MOST_FACTS)) &&
    where.at(-1) !== name
  ) {
    yield card("term", name, said);
    const isOneThing = isUnmistakable(name) || isServiceTitle(name);
    if (isProperName(name) && isDescription(said, name) && (file.builtIn || (isOneThing && defines(said, name))))
      yield card("name", said, name);
  }
}

/** `EC2, Lambda`, `S3 and EBS`, `SQS vs SWF`; not `Identity and Access Management`. */
function namesTwo(name: string): boolean {
  const parts = name.split(/\s(?:&|and|または|と)\s/u);
  return /,\s|、|\svs\.?\s/iu.test(name) || (parts.length > 1 && parts.some(isServiceTitle));
}

/** Columns of a sentence that says what its number is of. */
const LEAST_SENTENCE = 30;

/** Whether one can tell what a number or a case is of: `Standard: ［　　］` and `If it fails` below no title are anything's. */
function saysOfWhat(card: Card): boolean {
  if (!/^(?:number|case)$/.test(card.kind) || askedText(card) !== card.front) return true;
  return card.kind === "number"
    ? weight(card.front.replace(GAP, "")) > LEAST_SENTENCE
    : /[A-Z][A-Za-z]|[a-z]-[a-z]/.test(card.front);
}

/** A title of more than one thing, or the name of a folder. */
const NAMES_SEVERAL = /[&+＋・、,/@]|\w[-_]\w|\band\b|\bvs\b|と/iu;

/** A card that teaches nothing overtaken: its answer says how it is now, or where that is what is asked, there is no card. */
function soundCard(card: Card, { language, lines }: NoteFileContent): readonly Card[] {
  const { kind, front, back, path, line } = card;
  // A title may tell that the whole is of something that has ended.
  const ended = path
    .filter((title) => !NAMES_SEVERAL.test(title) && overtakenIn(title).some(({ ends }) => ends !== undefined))
    .join(" ");
  if (/^(?:term|list|question|case)$/.test(kind)) {
    // Some say it only together with what they answer: `HTTPCode_Backend_5XX` on the front.
    const before = `${ended} ${front} `.replaceAll("\n", " ");
    return [{ ...card, back: withOvertaken(before + back, language, [...path, front]).slice(before.length) }];
  }
  if (ended !== "") return [];
  const said = [
    askedText({ ...card, front: front.replace(GAP, back) }),
    `${front} ${back}`,
    kind === "cell" ? (lines[line] ?? "") : "",
  ];
  return said.some((text) => text.split("\n").some((one) => overtakenIn(one, path.join("\n")).length > 0))
    ? []
    : [card];
}

/** The lines of a note below its title. */
function linesBelow({ line, passage }: Note): readonly number[] {
  return passage
    .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at))
    .filter((at) => at !== line);
}

/** The names of a section's parts, where all of them are names. */
function partsOf(note: Note): readonly string[] {
  const parts = note.children
    .filter(({ naming }) => /^(?:heading|bold|separator|title)$/.test(naming))
    .map(({ title }) => title);
  // Some parts of a kind may have no text, and are no notes; services are all named.
  const least = NAMES_SERVICES.test(note.title) ? 2 : LEAST_PARTS;
  if (note.children.length !== parts.length || parts.length < least || parts.length > MOST_PARTS) return [];
  if (!IS_CATEGORY.test(note.title) || note.title.length > LONGEST_CATEGORY || IS_QUALIFIED.test(note.title)) return [];
  const areNames = parts.every((part) => isTerm(part) && !tells(part, note.title));
  const areAlike = new Set(note.children.map(({ kind, naming }) => `${kind} ${naming === "heading"}`)).size === 1;
  // `EC2 mode` and `Task definition` are not both `Cluster modes`.
  const kind = nameKey(/(\p{L}{4,})s$/u.exec(note.title)?.[1] ?? "");
  const ofKind = kind === "" ? 0 : parts.filter((part) => nameKey(part).includes(kind)).length;
  const isMixed = ofKind > 0 && ofKind < parts.length;
  return areNames && areAlike && !isMixed && new Set(parts).size === parts.length ? parts : [];
}

/** Titles above each note, as far as they say something. */
function titlesOf(file: NoteFileContent): ReadonlyMap<Note, readonly string[]> {
  const titles = new Map<Note, readonly string[]>();
  const walk = (note: Note, above: readonly string[]): void => {
    titles.set(note, above);
    const own =
      note.naming === "file" || note.title.length > 60 || above.at(-1) === note.title ? above : [...above, note.title];
    for (const child of note.children) walk(child, own);
  };
  walk(file.notes[0], [file.title]);
  return titles;
}

/** The titles around a line and the innermost note that it belongs to. */
function aroundLines(
  file: NoteFileContent,
  titles: ReadonlyMap<Note, readonly string[]>,
): (line: number) => { readonly where: readonly string[]; readonly noteId: string } {
  return (line) => {
    let inner: Note = file.notes[0];
    for (;;) {
      const child = inner.children.findLast(
        (note) =>
          note.line <= line &&
          note.passage.some(({ start, end }) => line < end && (line >= start || note.line === line)),
      );
      if (child === undefined) break;
      inner = child;
    }
    const above = titles.get(inner) ?? [];
    const isName = inner.naming !== "file" && inner.naming !== "sentence" && inner.title.length <= 60;
    return { where: isName ? [...above, inner.title] : above, noteId: inner.id };
  };
}

/** Titles that do not say the answer; the file's and the last two of them. */
function withoutAnswer(titles: readonly string[], answer: string): readonly string[] {
  // A sentence shares words with any title.
  const fair =
    weight(answer) > LONGEST_WORD ? titles : titles.filter((title) => answer === "" || !tells(title, answer));
  const all = [...new Set(fair)];
  return all.length > 3 ? [...all.slice(0, 1), ...all.slice(-2)] : all;
}
