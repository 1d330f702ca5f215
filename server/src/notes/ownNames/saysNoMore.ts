import { entryOf, type SectionName, type Template } from "../../model/template.ts";
import { textOf, valueAt } from "../../model/tree/node.ts";
import { memoByText } from "../../text/memoBy.ts";
import { MARKED } from "../binding/bindings.ts";
import type { BoundNote, RankedNote } from "../binding/boundNote.ts";
import { hasWord } from "../binding/mentions.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { passageOf } from "../reading/passage.ts";
import { readingsOf, singular } from "../words/canonical.ts";
import type { AskedTemplate } from "./ownCandidates.ts";

/** Who writes more says more than the template, in UTF-16 units. */
const MAX_LENGTH = 300;

/** The sections in which names are declared. */
const DECLARING: readonly SectionName[] = ["Parameters", "Resources", "Outputs", "Conditions", "Mappings"];

/** The notes on what somebody named; one that tells nobody anything new as one that only mentions it. */
export function withNewsAsSuch(notes: readonly RankedNote[], { template }: AskedTemplate): readonly RankedNote[] {
  return notes.map((bound) => (saysNoMore(bound, template) ? { ...parts(bound), tier: "mention" } : bound));
}

/** The notes on something of AWS's; those that only repeat lines of the template as such that mention it. */
export function withoutCopies(notes: readonly BoundNote[], { template }: AskedTemplate): readonly BoundNote[] {
  return notes.map((bound) => {
    const { note, file, specificity, tier } = bound;
    const isCopy = tier === "thing" && !file.builtIn && isCopyOf(note, file, template);
    return isCopy ? { note, file, specificity, tier: "mention" } : bound;
  });
}

/** Of a copy that was not kept up so much is left. */
const NEARLY_ALL = 0.75;

const FENCE = /^\s*(?:```|~~~)/;

/** Whether all that a note says is a block of code that stands in a template, or did before that was changed. */
function isCopyOf({ passage }: Note, { lines }: NoteFileContent, { text }: Template): boolean {
  const said = passage.flatMap(({ start, end }) => lines.slice(start, end)).map((line) => line.trim());
  const code = said.filter((line) => !/^-*$/.test(line));
  if (code.length < 3 || !FENCE.test(code[0] ?? "") || !FENCE.test(code.at(-1) ?? "")) return false;
  const inside = code.slice(1, -1);
  return inside.filter((line) => text.includes(line)).length >= NEARLY_ALL * inside.length;
}

/** Notes that are less close than those on the very thing, each once: in a line, where none of those is told in full. */
export function besides(
  own: readonly BoundNote[],
  others: readonly BoundNote[],
  isOnThis: boolean,
): readonly BoundNote[] {
  const known = new Set(own.map(({ note }) => note));
  const isInLine = isOnThis && own.every(({ tier }) => tier !== "thing");
  return others.flatMap((bound) => {
    const { note, file, specificity, tier } = bound;
    if (known.has(note)) return [];
    known.add(note);
    return isInLine && tier === "thing" && !file.builtIn ? { note, file, specificity, tier: "whole" } : bound;
  });
}

function parts({ note, file, binding, specificity, rank, isCalled }: RankedNote): Omit<RankedNote, "tier"> {
  return { note, file, binding, specificity, rank, isCalled };
}

/**
 * Whether a note has no word that the name that it is on, the type of that and the template's own description of it do not
 * have: "ID of the VPC" at `VpcId`. A value, a number and a reason are words, too.
 */
function saysNoMore({ note, file, binding: { place, strength } }: RankedNote, template: Template): boolean {
  if (place.kind !== "own" || strength === MARKED) return false;
  const { name } = place;
  // The head of a table says nothing of a row.
  const ranges = note.kind === "item" && note.passage.length > 1 ? note.passage.slice(1) : note.passage;
  const text = passageOf(note, file, ranges);
  if (TEMPLATE_LINE.test(text)) return true;
  if (text.length > MAX_LENGTH) return false;
  const told = [name, ...saidOf(name, template)];
  const isValue = ([, code = ""]: RegExpMatchArray): boolean => !told.some((said) => hasWord(said, code));
  if ([...text.matchAll(/`([^`]+)`/g)].some(isValue)) return false;
  const known = new Set(told.flatMap((said) => wordsOf(said)));
  return wordsOf(`${note.title} ${text}`).every((word) => isKnown(word, known));
}

/** `KeyName: !Ref Key` in what is no code. */
const TEMPLATE_LINE = /^[^:\n]{0,80}:\s*!(?:Ref|Sub|GetAtt|FindInMap|ImportValue|Select|Join|If|Base64)\s.*$/;

/** What a template says of what it declares by a name. */
function saidOf(name: string, template: Template): readonly string[] {
  const entries = DECLARING.flatMap((section) => entryOf(template, section, name)?.value ?? []);
  return entries.flatMap((entry) => ["Type", "Description"].flatMap((key) => textOf(valueAt(entry, key)) ?? []));
}

/** Shorter words are hardly short for others. */
const MIN_SHORT = 3;

/** Whether a word is one of those that are known, short for one, or what one is short for: `env`. */
function isKnown(word: string, known: ReadonlySet<string>): boolean {
  if (known.has(word)) return true;
  if (word.length < MIN_SHORT || /\d/.test(word)) return false;
  return [...known].some((one) => one.length >= MIN_SHORT && (one.startsWith(word) || word.startsWith(one)));
}

/** What joins Japanese words, and ends sentences. */
const JOINS =
  /(?:における|に関する|となります|になります|である|です|ます|される|します|する|の|を|は|が|に|で|と|へ|や)+/u;
const SIGNS = /[^\p{L}\p{N}\p{M}./:$%<>=+-]+|[./:-]+(?=\s|$)|(?<=^|\s)[./:-]+/u;

const NUMBERS = /^[^\p{L}]*$/u;

/** The words of which something is left that is not said of anything, in the singular. */
const wordsOf = memoByText((text: string): readonly string[] => {
  const parts = text.split(SIGNS).flatMap((part) => part.split(JOINS));
  // `2` is not said by `2-10`.
  const words = parts.flatMap((part) => (NUMBERS.test(part) ? [part] : (readingsOf(part)[0] ?? [part])));
  return words.map(singular).filter((word) => word !== "" && !OF_ANYTHING.has(word));
}, 2000);

/** What is said of anything. */
const OF_ANYTHING: ReadonlySet<string> = new Set(
  [
    "a an the this that its your our any each of for to in on at by with from as and or is are be will should can which where",
    "use used using name id value block range parameter resource specify provide enter given set string number list array boolean integer identifier no none n aws amazon stack template",
    "使う 使用 利用 用 名 名前 値 指定",
  ]
    .join(" ")
    .split(" ")
    .map(singular),
);
