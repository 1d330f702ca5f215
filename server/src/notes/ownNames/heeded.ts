import type { Focus } from "../../model/focus/focus.ts";
import type { Entry } from "../../model/template.ts";
import { hasWord, mentionedName } from "../binding/mentions.ts";
import { OF_PARAMETERS } from "../binding/mereWords.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { passageOf } from "../reading/passage.ts";
import { OF_ANY, sentencesOf, withoutCode } from "./explains.ts";
import { isBesideTemplate } from "./nearness.ts";
import { describedIn, newsIn } from "./newWords.ts";
import { isUnmistakable, keyInText } from "./ownBindings.ts";
import { type AskedTemplate, declares } from "./ownCandidates.ts";
import { declaredAt } from "./saysNoMore.ts";

/**
 * The first sentence of a note on something else that says what to heed of the author's own thing under the caret, and
 * that the template does not say itself: "The timeout of `OrdersQueue` must be …".
 *
 * @param isOwn whether a name is only an author's
 */
export function heededIn(
  note: Note,
  file: NoteFileContent,
  focus: Focus,
  { template, uri }: AskedTemplate,
  isOwn: (name: string) => boolean,
): string | undefined {
  const { name, isOwn: mayBeOwn } = mentionedName(focus) ?? { name: "", isOwn: false };
  if (!mayBeOwn || !declares(template, name)) return undefined;
  const passage = withoutCode(passageOf(note, file));
  if (!isOwn(name) && [...note.path, note.title, passage].some((text) => isKeyIn(text, name))) return undefined;
  // What is called as something of AWS's is meant where a sentence begins with it, writes it as code, or calls it a parameter.
  const isMeant = (sentence: string): boolean => isOwn(name) || isParameterIn(sentence, name, uri, file);
  const entries = declaredAt(focus, template, name);
  const othersIn = (sentence: string): number => {
    const words = new Set(sentence.match(/\w+/g));
    return [...words].filter((word) => word !== name && isUnmistakable(word) && declares(template, word)).length;
  };
  const titles: readonly string[] = `${note.path.at(-1) ?? ""} ${note.title}`.match(/\w+/g) ?? [];
  const isOnOther = !titles.includes(name) && titles.some((word) => declares(template, word));
  for (const paragraph of passage.split(PARAGRAPHS)) {
    const begins = hasWord(paragraph.slice(0, name.length + MAX_SIGNS), name);
    const found = withSubjects(sentencesOf(paragraph)).find(
      (sentence) =>
        (isNamedIn(sentence, name) || (begins && othersIn(sentence) === 0)) &&
        isToHeed(sentence, name, entries, file) &&
        isMeant(sentence) &&
        !(isOnOther && SUBJECTLESS.test(sentence)) &&
        othersIn(sentence) < MANY,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a sentence has a name, and not just a longer one that it is a variable part of: `<Stage>-orders`. */
function isNamedIn(sentence: string, name: string): boolean {
  return hasWord(sentence.replaceAll(`<${name}>-`, " ").replaceAll(`{${name}}-`, " "), name);
}

/** Whether a sentence beside a template begins with a name, writes it as code, or calls it that of a parameter. */
function isParameterIn(sentence: string, name: string, template: string, file: NoteFileContent): boolean {
  if (!isUnmistakable(name) || !isBesideTemplate(file, template)) return false;
  if (isKeyIn(sentence, name)) return false;
  const [before = "", ...after] = sentence.split(name);
  return (
    !/\p{L}/u.test(before) ||
    sentence.includes(`\`${name}\``) ||
    OF_PARAMETERS.test(before.slice(-NEAR)) ||
    after.some((text) => OF_PARAMETERS.test(text.slice(0, NEAR)))
  );
}

/** Whether a text calls a name that of a key: `` `RoleArn` property ``, 'RoleArn' property */
function isKeyIn(text: string, name: string): boolean {
  return text
    .split(name)
    .slice(1)
    .some((after) => OF_KEY.test(after));
}

const OF_KEY = /^[`'"’”*]*\s?(?:propert|attribut|プロパティ|属性)/iu;

/** In UTF-16 units: a name and `parameter` beside it. */
const NEAR = 14;

/**
 * The same of a key, in a note on the resource that has it: "Never change `BackupWindow`: …".
 *
 * @param owner the resource, if the note is on something else: then the sentence names it, too
 */
export function heededOfKey(key: string, note: Note, file: NoteFileContent, owner?: string): string | undefined {
  const text = withoutCode(passageOf(note, file, note.kind === "heading" ? [note.own] : note.passage));
  const called = keyInText(key);
  if (!hasWord(text, called)) return undefined;
  return withSubjects(text.split(PARAGRAPHS).flatMap(sentencesOf)).find(
    (sentence) =>
      hasWord(sentence, called) &&
      (owner === undefined || hasWord(sentence, owner)) &&
      isToHeed(sentence, key, [], file),
  );
}

/** Whether a sentence on a name says what to heed, and not what the entries of the template do. */
function isToHeed(sentence: string, name: string, entries: readonly Entry[], file: NoteFileContent): boolean {
  const { kind, words } = newsIn(sentence, [name], entries, file);
  const least = describedIn(entries).isHeeded ? BESIDE_WARNING : OF_ANY.heeded;
  const isNews =
    kind === "heeded" ? words >= least : entries.length > 0 && words >= OF_VALUE && givesValue(sentence, name);
  return isNews && sentence.length <= MAX_LENGTH && !LEADS_ON.test(sentence);
}

/** Whether a sentence, and no command in it, gives something a value: `` Set `Stage=till` to … ``. */
function givesValue(sentence: string, name: string): boolean {
  const [, ...after] = sentence.split(`${name}=`);
  return after.some((text) => /^[\w"'$<{]/.test(text)) && !NO_PROSE.test(sentence);
}

/** A command with its options, and what is no whole sentence. */
const NO_PROSE = /`[^`\n]*\s--?\w|[^.!?。）)\]*\s]\s*$/u;

/** What only says what comes below, or what a picture shows. */
const LEADS_ON = /[:：][\s*_]*(?:$|!\[)/u;

/** "It must never …" says nothing without the sentence before it. */
function withSubjects(sentences: readonly string[]): readonly string[] {
  return sentences.map((sentence, at) => {
    const before = sentences[at - 1];
    if (before === undefined || !POINTS_BACK.test(sentence)) return sentence;
    return `${before}${/[ぁ-ん]/u.test(before) ? "。" : " "}${sentence}`;
  });
}

const POINTS_BACK =
  /^(?:It|This|That|These|They|Both|Otherwise|これ|それ|この|その|両方|どちら)|\bthe (?:other|former|latter)\b|もう一方|他方/u;

/** What speaks of what its section is on: "Must equal the receiver's", "This is an alias". */
const SUBJECTLESS =
  /^\W*(?:must|should|may|can(?:not)?|does|is|are|has|needs?|requires?|it|this|these|they)\b(?! (?:\w+ ){0,2}`)/i;

/** So many new words a sentence has that gives a value. */
const OF_VALUE = 4;
/** So many new words a sentence has where the template itself says what to heed. */
const BESIDE_WARNING = 4;
/** In UTF-16 units: a longer sentence is no line. */
const MAX_LENGTH = 300;
/** A sentence that names so many other things lists them. */
const MANY = 3;
/** Paragraphs and items. */
const PARAGRAPHS = /\n(?=\s*(?:\n|[-*+]\s|\*\*[^*\n]+(?:\*\*)?[:：]|[#>|]|\d+[.)]\s))/;
/** So many signs may stand before a paragraph's first word. */
const MAX_SIGNS = 8;
