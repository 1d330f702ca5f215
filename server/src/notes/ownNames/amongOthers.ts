import { entryOf, type Template } from "../../model/template.ts";
import { lazyByKey } from "../../text/lazy.ts";
import { memoBy } from "../../text/memoBy.ts";
import { MARKED } from "../binding/bindings.ts";
import type { RankedNote } from "../binding/boundNote.ts";
import { isReadme } from "../reading/guidesTemplates.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { lineOf, linesOf } from "../reading/passage.ts";
import { aliasesOf } from "./aliases.ts";
import { isOnKey, isRow, isUnmistakable } from "./ownBindings.ts";
import { type AskedTemplate, declares } from "./ownCandidates.ts";
import { isOnParameter } from "./siblings.ts";
import type { TemplateFolders } from "./templateFolders.ts";
import { isOnOtherTemplates } from "./templateSections.ts";

/** Tables with at least so large a part of the best one's declared names are all on the template. */
const MIN_SHARE = 0.8;
const HALF = 0.5;

/**
 * Of several rows that have a name, those in the tables that a template declares the most of: READMEs have one for each
 * template. An everyday name needs others of an author's own beside it, in a document that hardly speaks of AWS: the
 * host, port and user of a login are none, and "Environment" below a section of something else means that section.
 */
export function amongOthersOn(
  { template, uri }: AskedTemplate,
  notes: readonly RankedNote[],
  templates: TemplateFolders,
  hardlySpeaksOfAws: (file: NoteFileContent) => boolean,
  mayBeOnOthers: (bound: RankedNote) => boolean,
): readonly RankedNote[] {
  const isDeclared = (name: string): boolean => declares(template, name);
  const shareOf = lazyByKey((names: readonly string[]) => names.filter(isDeclared).length / names.length);
  const shareAround = ({ note, file }: RankedNote): number => shareOf(namesAround(note, file));
  const hasDeclaredBeside = (note: Note, file: NoteFileContent): boolean =>
    namesAround(note, file).some((name) => name !== note.title && isDeclared(name));
  const isListed = ({ note }: RankedNote): boolean =>
    notes.some(
      (other) => other.note !== note && other.note.kind === "item" && hasDeclaredBeside(other.note, other.file),
    );
  const best = notes.reduce((most, bound) => (isRow(bound.note) ? Math.max(most, shareAround(bound)) : most), 0);
  return notes.filter((bound) => {
    const { note, file } = bound;
    const share = shareAround(bound);
    // A table of settings has rows on several things for one key.
    if (isRow(note) && !isOnKey(bound) && share < MIN_SHARE * best) return false;
    const { place, strength } = bound.binding;
    if (strength === MARKED) return true;
    if (place.kind === "own" && isOnOtherExport(note, file, place.name, template)) return false;
    if (place.kind !== "own" || isUnmistakable(place.name) || !isDeclared(place.name)) return true;
    // Beside a list on this template, a chapter of one word is on something else.
    if (note.kind !== "item" && !hasDeclaredBeside(note, file) && isListed(bound)) return false;
    const isEveryday = EVERYDAY.test(place.name) && template.declarations.parameters.has(place.name);
    if (note.kind !== "item" && isEveryday && mayBeOnOthers(bound)) return hasDeclaredBeside(note, file);
    if (note.kind !== "item") return note.path.length < 2 || !hardlySpeaksOfAws(file) || hasDeclaredBeside(note, file);
    // `Environment` in a list of another thing's settings.
    const isOneOfSeveral = namesAround(note, file).length > 2;
    if (template.declarations.parameters.has(place.name) && isOneOfSeveral && !hasDeclaredBeside(note, file))
      return false;
    const isOnOthers = isOnOtherTemplates({ note, file }, uri, templates);
    if (share > HALF || isOnOthers) return !isOnOthers;
    return namesAround(note, file).some(isUnmistakable) || (!isRow(note) && !hardlySpeaksOfAws(file));
  });
}

/** `Architecture`: many documents have such a section, and hardly one is on a parameter. */
const EVERYDAY = /^[A-Z][a-z]+$/;

/** Whether a row gives an export name that differs from the one in the template, or from the one it is given. */
function isOnOtherExport(note: Note, file: NoteFileContent, name: string, template: Template): boolean {
  const head = isRow(note) ? (note.passage.flatMap((range) => linesOf(range, file))[0] ?? "") : "";
  if (!/\bexport|エクスポート/i.test(head)) return false;
  const output = entryOf(template, "Outputs", name);
  if (output === undefined) return template.declarations.parameters.has(name);
  const [called] = aliasesOf(output);
  return called !== undefined && !lineOf(note, file).includes(called);
}

/**
 * Whether a note whose title is a name of AWS's is on a name that somebody gave: a row on a parameter, or an item in
 * code in a list mostly of such names: `Stage` beside `CertArn` and `ApiDomain`.
 */
export function isOnOwnName(
  note: Note,
  file: NoteFileContent,
  asked: AskedTemplate,
  isOwn: (name: string) => boolean,
): boolean {
  const { title, kind } = note;
  if (isOnParameter(note, asked)) return true;
  if (kind !== "item" || isOwn(title) || asked.template.declarations.resources.has(title)) return false;
  if (!lineOf(note, file).includes(`\`${title}\``)) return false;
  const others = namesAround(note, file).filter((name) => name !== title);
  return others.length > 1 && others.filter((name) => /^\w+$/.test(name) && isOwn(name)).length >= HALF * others.length;
}

/**
 * Whether the sections of a document, a list or a table go through what templates declare; in a README an everyday name
 * alone may.
 */
export function isListedIn(note: Note, file: NoteFileContent, declaring: (name: string) => readonly string[]): boolean {
  const names = namesAround(note, file);
  const isOfReadme = isReadme(file.uri) && note.kind === "item";
  const isList = names.length >= MIN_LISTED && names.some(isUnmistakable);
  return (isOfReadme || isList) && names.every((name) => declaring(name).length > 0);
}

const MIN_LISTED = 3;

/** The titles of the rows of the same table, or of the items or sections below the same headings. */
function namesAround(note: Note, file: NoteFileContent): readonly string[] {
  return groupsOf(file).get(groupOf(note)) ?? [];
}

const groupsOf = memoBy(({ notes }: NoteFileContent): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, string[]>();
  for (const note of notes) {
    const names = groups.get(groupOf(note)) ?? [];
    names.push(note.title);
    groups.set(groupOf(note), names);
  }
  return groups;
});

function groupOf(note: Note): string {
  // The keys in a table of settings are below the things that have them.
  return isRow(note) ? `${note.passage[0]?.start} ${note.path.length}` : [note.kind, ...note.path].join("\n");
}
