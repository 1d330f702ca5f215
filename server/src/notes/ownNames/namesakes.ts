import { entryOf, type SectionName, type Template } from "../../model/template.ts";
import { type Node, textOf, valueAt } from "../../model/tree/node.ts";
import { memoBy } from "../../text/memoBy.ts";
import { MARKED } from "../binding/bindings.ts";
import type { RankedNote } from "../binding/boundNote.ts";
import { folderSteps, isWithinFolder, sharedSteps } from "../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { lineOf, linesOf } from "../reading/passage.ts";
import { ownName } from "./calledAs.ts";
import { namesFileOf } from "./namesTemplate.ts";
import { isSaidToMean, liesWith, meansTemplate, type Surroundings } from "./nearness.ts";
import { isRow } from "./ownBindings.ts";
import { type AskedTemplate, declares } from "./ownCandidates.ts";

/**
 * Whether a note is rather on what has the same name in another template: that is closer to it, declares more of what
 * it names, or may have the default that it gives.
 */
export function meansNamesake(
  { note, file, binding: { place, strength } }: RankedNote,
  asked: AskedTemplate,
  around: Surroundings,
  isOwn: (name: string) => boolean,
): boolean {
  const name = ownName({ place });
  const { declaring } = around;
  if (strength === MARKED || declaring === undefined) return false;
  if (isSaidToMean(note, file, asked.uri, around) === true || namesFileOf(note, file, asked)) return false;
  const section = SECTIONS.find((one) => entryOf(asked.template, one, name));
  const isHandedOn = section === "Parameters" && onlyGets(entryOf(asked.template, section, name)?.value);
  const ofCloser = declaring(name).filter((uri) => !isHandedOn || !declaring(name, "Parameters").includes(uri));
  if (isOfCloser(file, asked.uri, ofCloser)) return true;
  const others = (section === undefined ? [] : declaring(name, section)).filter(
    (uri) => uri !== asked.uri && isAsNear(file, asked.uri, uri, around) && meansTemplate(note, file, uri, around),
  );
  if (others.length === 0) return false;
  // A whole has more parameters than what it hands them on to.
  if (section === "Parameters") return hasOtherDefault(note, file, name, asked.template);
  const { words, code } = namesIn(note, file);
  const isName = (one: string): boolean => one !== name && (isOwn(one) || code.has(one)) && declaring(one).length > 0;
  const named = [...words].filter(isName);
  const declared = named.filter((one) => declares(asked.template, one)).length;
  const least = Math.max(declared, MIN_NAMES * named.length);
  return others.some((uri) => named.filter((one) => declaring(one).includes(uri)).length > least);
}

/** Whether a template says of a parameter no more than its name: a whole hands it on, and explains it. */
function onlyGets(parameter: Node | undefined): boolean {
  return ["Description", "Default"].every((key) => valueAt(parameter, key) === undefined);
}

const SECTIONS: readonly SectionName[] = ["Parameters", "Resources"];

/** A note that names many things is on more than a template. */
const MIN_NAMES = 0.5;

/** The README of a whole is on its own parameters, not on those that it hands on. */
function isOfCloser({ uri }: NoteFileContent, template: string, others: readonly string[]): boolean {
  const [folder, home] = [folderSteps(uri), folderSteps(template)];
  const shared = sharedSteps(folder, home);
  const isCloser = (other: readonly string[]): boolean =>
    shared <= other.length && other.length < home.length && isWithinFolder(other, home);
  return others.some((other) => isCloser(folderSteps(other)));
}

/** Whether a file is no farther from another template than from the one that is asked for. */
function isAsNear(file: NoteFileContent, template: string, other: string, around: Surroundings): boolean {
  const [folder, home, otherHome] = [folderSteps(file.uri), folderSteps(template), folderSteps(other)];
  if (otherHome.length > home.length || sharedSteps(folder, otherHome) < sharedSteps(folder, home)) return false;
  return liesWith(file, other, around) || !liesWith(file, template, around);
}

const NAME = /[A-Za-z]\w+/g;

const CODE = /`([A-Za-z]\w+)`/g;

/** What may be names in a note: everyday words only as code. */
const namesIn = memoBy(({ passage }: Note, { lines }: NoteFileContent) => {
  const said = passage.flatMap(({ start, end }) => lines.slice(start, end));
  return {
    words: new Set(said.flatMap((line) => line.match(NAME) ?? [])),
    code: new Set(said.flatMap((line) => [...line.matchAll(CODE)].flatMap(([, name]) => name ?? []))),
  };
});

/** Heads of columns with defaults. */
const DEFAULT = /^\W*(?:defaults?(?: values?)?|デフォルト値?|既定値?|初期値)\W*$/iu;

/** Whether the row of a parameter gives another default than a template does. */
function hasOtherDefault(note: Note, file: NoteFileContent, name: string, template: Template): boolean {
  const parameter = entryOf(template, "Parameters", name);
  if (parameter === undefined || !isRow(note)) return false;
  const [head] = note.passage.flatMap((range) => linesOf(range, file));
  const column = (head ?? "").split("|").findIndex((head) => DEFAULT.test(head));
  const said = literalOf((column < 0 ? undefined : lineOf(note, file).split("|")[column]) ?? "");
  if (!IS_VALUE.test(said)) return false;
  const own = literalOf(textOf(valueAt(parameter.value, "Default")) ?? "");
  return own !== "" && !said.includes(own) && !own.includes(said);
}

/** Not `—`, `(none)`, "the latest one". */
const IS_VALUE = /^(?!(?:none|null|empty|required|n\/a|なし|無し|空|必須)$)[\p{L}\p{N}/.]\S*$/u;

/** A value without the signs around it, to be compared. */
function literalOf(cell: string): string {
  return cell
    .trim()
    .replace(/[`*"']|(?<=,)\s+/g, "")
    .toLowerCase();
}
