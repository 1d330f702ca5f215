import { overtakenIn } from "../../notes/overtaken/overtakenIn.ts";
import { withOvertaken } from "../../notes/overtaken/withOvertaken.ts";
import { blocksOf } from "../../notes/reading/blocks.ts";
import { isReadme } from "../../notes/reading/guidesTemplates.ts";
import type { Note, NoteFileContent } from "../../notes/reading/note.ts";
import { memoBy } from "../../text/memoBy.ts";
import type { Asked, Card } from "./card.ts";
import { isOfNotes, tells, weight, withoutCount } from "./cardWords.ts";
import { definingCard } from "./definingCard.ts";
import { distinctCards } from "./distinctCards.ts";
import { folded } from "./folded.ts";
import { fuller } from "./fuller.ts";
import { type CardSource, KnownNotes } from "./knownNotes.ts";
import { isOfOtherThings, isStory, isStudied, standsInStory } from "./narration.ts";
import { choicesOf, isAnswered, isAsked, isLabelled, isNumbered, questionCard, textBelow } from "./questionCard.ts";
import { sentencesOf } from "./sentences.ts";
import { isServiceTitle } from "./serviceTitle.ts";
import { isCutOff, isForLearner, questionText, subjectOfQuestion } from "./subject.ts";
import { tableCards } from "./tables/tableCards.ts";
import { ownPassage, TELLS_CASES, termCards } from "./termCards.ts";

/** Maximum width of an answer of a few words. */
const MAX_WORD = 24;
/** Maximum number of cards of a file. */
const MAX_CARDS = 2000;

/**
 * The cards of a file of notes, in its order; cached by the file's content. They are made of questions with answers, and of
 * definitions of known names.
 */
export const cardsOf: (file: NoteFileContent, source: CardSource) => readonly Card[] = memoBy((file, source) => {
  if (file.isRecord || isOfOtherThings(file)) return [];
  const known = new KnownNotes(file, source);
  // A README without known names is that of a program.
  if (isReadme(file.uri) && known.isEmpty) return [];
  const { blocks } = blocksOf(file.lines.map((line, index) => (index < file.firstLine ? "" : line)));
  const made = [...allCards(file, blocks, known)].slice(0, MAX_CARDS);
  return distinctCards(made.flatMap((card) => soundCard(card, file)));
});

type Blocks = ReturnType<typeof blocksOf>["blocks"];

function* allCards(file: NoteFileContent, blocks: Blocks, known: KnownNotes): Generator<Card> {
  const card = (note: Note, line: number, { kind, front, back, subject }: Asked): Card => {
    // Short titles; a file name is none.
    const above = known.above(note).filter(({ naming, title }) => naming !== "file" && title.length <= 60);
    const path = [file.title, ...above.map(({ title }) => title)].filter((title, at, all) => title !== all[at - 1]);
    const where = withoutAnswer(path, /^(?:name|question)$/.test(kind) ? back : "");
    const own = subject ?? (kind === "question" && isOfStudies ? subjectOfQuestion(front, path) : []);
    return { kind, front, back, subject: own, where, path, noteId: note.id, uri: file.uri, line };
  };
  // No definitions are made of explanations of answers.
  const answered = file.notes.filter((note) => isAnswered(note, file));
  const explains = new Set(answered.flatMap(linesBelow));
  const numbered = answered.filter((note) => isNumbered(note) && choicesOf(note, file) !== undefined);
  const ofNumbered = new Set(numbered.map(textBelow));
  const sentences = [...sentencesOf(blocks)];
  const isOfStudies = isStudied(file);
  const explaining = isOfStudies && !isStory(sentences, file.title);
  for (const note of file.notes) {
    if (explains.has(note.line) && !isAsked(note)) continue;
    if (ofNumbered.has(note)) continue;
    // In articles and READMEs a heading worded as a question is an ordinary heading.
    if (!isOfStudies && isAsked(note) && !isLabelled(note, file)) continue;
    const asked = isAsked(note) ? questionCard(note, file) : folded(note, file, known, explaining);
    if (asked === undefined) continue;
    const made = card(note, note.line, asked);
    const isMarked = isLabelled(note, file);
    if (!isCutOff(made) && !isOfNotes(made.front) && (isMarked || isForLearner(made, known))) yield made;
  }
  const around = aroundLines(file);
  for (const block of blocks) {
    if (block.type !== "table") continue;
    const above = [around(block.start), ...known.above(around(block.start))];
    // Questions with answers are no explanation, also where they stand below another one's answer.
    const definesNothing =
      explains.has(block.start) || above.some(({ title }) => title !== file.title && TELLS_CASES.test(title));
    for (const asked of tableCards(block, (line) => around(line), known))
      if (asked.kind === "question" || (explaining && !definesNothing))
        yield card(around(asked.line), asked.line, asked);
  }
  if (!explaining) {
    yield* file.notes
      .flatMap((note) => [...termCards(note, file, known)].map((asked) => card(note, note.line, asked)))
      .filter((one) => isOfStudies && standsInStory(one));
    return;
  }
  const defined = new Set<Note>();
  const said: string[] = [];
  for (const note of file.notes) {
    if (explains.has(note.line) || isAsked(note)) continue;
    for (const asked of termCards(note, file, known)) {
      defined.add(note);
      said.push(asked.back);
      yield card(note, note.line, asked);
    }
  }
  for (const sentence of sentences) {
    const note = around(sentence.line);
    if (explains.has(sentence.line)) continue;
    const defining = definingCard(sentence, note, known);
    if (defining === undefined || defined.has(defining.of) || said.some((back) => back.startsWith(sentence.text)))
      continue;
    defined.add(defining.of);
    yield card(defining.of, sentence.line, {
      ...defining,
      back: fuller(defining.back, ownPassage(note, file), defining.front),
    });
  }
}

/** A title of several things, or a file or folder name. */
const NAMES_SEVERAL = /[&+＋・、,/@]|\w[-_]\w|\band\b|\bvs\b|と/iu;

/** A card without outdated facts: the answer says what holds now; there is no card if the front itself is outdated. */
function soundCard(card: Card, { language }: NoteFileContent): readonly Card[] {
  const { kind, front, path } = card;
  const back = withoutCount(front, card.back);
  if (back === "") return [];
  // A heading above may name a service that has ended, which does not concern a definition of another service.
  const above = kind === "term" && isServiceTitle(front) ? [] : path;
  const ended = above
    .filter((title) => !NAMES_SEVERAL.test(title) && overtakenIn(title).some(({ ends }) => ends !== undefined))
    .join(" ");
  if (/^(?:term|list|question|case)$/.test(kind)) {
    // The outdated name may be on the front: `HTTPCode_Backend_5XX`.
    const before = `${ended} ${front} `.replaceAll("\n", " ");
    return [{ ...card, back: withOvertaken(before + back, language, [...above, front]).slice(before.length) }];
  }
  if (ended !== "") return [];
  return overtakenIn(`${questionText(card)} ${back}`, path.join("\n")).length > 0 ? [] : [card];
}

/** The lines of a note below its title. */
function linesBelow({ line, passage }: Note): readonly number[] {
  return passage
    .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at))
    .filter((at) => at !== line);
}

/** The innermost note that each line belongs to. */
function aroundLines({ notes }: NoteFileContent): (line: number) => Note {
  const inner: Note[] = [];
  for (const note of notes)
    for (const { start, end } of [...note.passage, { start: note.line, end: note.line + 1 }])
      for (let line = Math.max(start, note.line); line < end; line++) inner[line] = note;
  return (line) => inner[line] ?? notes[0];
}

/** The titles that do not give the answer away: the first and the last two of them. */
function withoutAnswer(titles: readonly string[], answer: string): readonly string[] {
  // Longer answers may share words with a title.
  const fair = weight(answer) > MAX_WORD ? titles : titles.filter((title) => answer === "" || !tells(title, answer));
  const all = [...new Set(fair)];
  return all.length > 3 ? [...all.slice(0, 1), ...all.slice(-2)] : all;
}
