import type { Declarations } from "../../model/template.ts";
import { lazy } from "../../text/lazy.ts";
import { memoBy } from "../../text/memoBy.ts";
import { decodedName } from "../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { linesOf } from "../reading/passage.ts";
import { WHOLE_TITLE } from "../reading/terms.ts";
import { isWithOthers, type Surroundings } from "./nearness.ts";
import { type AskedTemplate, declares } from "./ownCandidates.ts";

/** Whether the chapter of a note, or the beginning of its file, names a template or something of its own in it. */
export function namesTemplate(note: Note, file: NoteFileContent, asked: AskedTemplate, isOwn: IsOwn): boolean {
  const namesOwn = namingTest(asked.template.declarations, isOwn);
  return chaptersAround(note, file).some((chapter) => namesOwn(chapter) || namesFile(chapter, asked));
}

/** Whether any of a file's chapters does, which are on one thing then: those on others would name theirs. */
export function isOnTemplate(file: NoteFileContent, { template }: AskedTemplate, isOwn: IsOwn): boolean {
  return chaptersOf(file).some(namingTest(template.declarations, isOwn));
}

/**
 * The same for a note itself and the titles above it; for the beginning of its file, whether that names the template's
 * file.
 */
export function isNamedIn(note: Note, file: NoteFileContent, asked: AskedTemplate, isOwn: IsOwn): boolean {
  const section = sectionOf(note, file);
  if (namingTest(asked.template.declarations, isOwn)(section)) return true;
  return [section, ...chaptersOf(file).slice(0, 1)].some((part) => namesFile(part, asked));
}

/** Whether the text of a note itself names something of a template's own. */
export function namesOwnThing({ passage }: Note, file: NoteFileContent, asked: AskedTemplate, isOwn: IsOwn): boolean {
  const words = wordsIn(passage.flatMap((range) => linesOf(range, file)));
  return namingTest(asked.template.declarations, isOwn)({ words: () => words });
}

/** Whether a note, or the rest of its section, names things of other templates and none of this one's. */
export function namesOnlyOthers(
  note: Note,
  file: NoteFileContent,
  { template }: AskedTemplate,
  declaring: (name: string) => readonly string[],
  isOwn: IsOwn,
): boolean {
  const named = [...sectionOf(note, file).words()].filter((word) => isOwn(word) && declaring(word).length > 0);
  return named.length > 0 && !named.some((name) => declares(template, name));
}

/** Whether a note, or the rest of its section, names the file of a template. */
export function namesFileOf(note: Note, file: NoteFileContent, asked: AskedTemplate): boolean {
  return namesFile(sectionOf(note, file), asked);
}

/** Whether a note uses a name that other templates have, too: `ElasticLoadBalancer` of those that it lies with. */
export function isOnNamesake(
  note: Note,
  file: NoteFileContent,
  { uri, template }: AskedTemplate,
  surroundings: Surroundings,
): boolean {
  const { resources, parameters } = template.declarations;
  const isDeclared = note.terms.some(
    ({ name, strength }) => strength >= WHOLE_TITLE && (resources.has(name) || parameters.has(name)),
  );
  return isDeclared && isWithOthers(file, uri, surroundings);
}

/** Whether a name is only an author's: no word of a sentence, and none of AWS's. */
type IsOwn = (name: string) => boolean;

/** Common names of templates. */
const ANY_TEMPLATE = /^(?:template|main|index|root|stack|cloudformation|cfn|packaged|serverless)\b/i;

function namesFile({ words }: Part, { uri }: AskedTemplate): boolean {
  const called = decodedName(uri);
  return !ANY_TEMPLATE.test(called) && words().has(called);
}

/** Tells whether a part of a file names something of a template's own, with these declarations. */
const namingTest = memoBy((declarations: Declarations, isOwn: IsOwn): ((part: Part) => boolean) => {
  const { resources, parameters, mappings, conditions, outputs } = declarations;
  const own = [resources, parameters, mappings, conditions, outputs].flatMap((declared) =>
    [...declared.keys()].filter(isOwn),
  );
  return memoBy(({ words }: Part) => own.some((name) => words().has(name)));
});

/** A file's name, or that of something declared. */
const WORD = /[\w-]+\.(?:ya?ml|json|template)\b|[A-Za-z]\w+/g;

interface Part {
  readonly words: () => ReadonlySet<string>;
}

interface Chapter extends Part {
  /** The line of its heading. */
  readonly start: number;
}

/** A note with the titles above it; an item with the list or table that it is in, and what else its section says. */
const sectionOf = memoBy((note: Note, file: NoteFileContent): Part => {
  const isAround = ({ kind, children }: Note): boolean => kind === "heading" && children.includes(note);
  const { path, title, passage } = (note.kind === "item" && file.notes.find(isAround)) || note;
  return {
    words: lazy(() => wordsIn([...path, title, ...passage.flatMap((range) => linesOf(range, file))])),
  };
});

/** The chapters by the headings of the first two levels; the first one is the beginning of the file, with its title. */
const chaptersOf = memoBy(({ notes, lines }: NoteFileContent): readonly Chapter[] => {
  const headings = notes.slice(1).filter(({ kind, path }) => kind === "heading" && path.length < 2);
  const starts = headings.slice(1).map(({ line }) => line);
  return [0, ...starts].map((start, at) => ({
    start,
    words: lazy(() => wordsIn(lines.slice(start, starts[at]))),
  }));
});

/** The titles above a note, and the beginning of its file. */
function chaptersAround(note: Note, file: NoteFileContent): readonly Chapter[] {
  const chapters = chaptersOf(file);
  const own = chapters.findLastIndex(({ start }) => start <= note.line);
  return chapters.filter((_, at) => at === 0 || at === own);
}

function wordsIn(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.match(WORD) ?? []));
}
