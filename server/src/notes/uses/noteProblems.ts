import { SECTION_NAMES } from "../../model/template.ts";
import { SHORT_NAMES } from "../../model/tree/functionNames.ts";
import type { Binding } from "../binding/bindings.ts";
import { globMatches } from "../binding/match.ts";
import type { Vocabulary } from "../binding/vocabulary.ts";
import { placeText } from "../places/placeText.ts";
import { type Note, type NoteFileContent, type NoteLanguage, type NoteNaming, parsePlace } from "../reading/note.ts";
import { nameKey } from "../words/names.ts";
import { linkTarget } from "./linkTarget.ts";
import { meantMark, movedPage, type NoteFix } from "./noteFixes.ts";
import { type LineSpan, linksIn, marksIn } from "./writtenIn.ts";

/** A finding in a file of notes. */
export interface NoteFinding {
  readonly code: "unknown-place" | "dead-link" | "unwritten-note" | "repeated-term";
  readonly span: LineSpan;
  readonly text: Readonly<Record<NoteLanguage, string>>;
  /** The span at which the term stands first. */
  readonly first?: LineSpan;
  readonly fix?: NoteFix;
}

export interface NoteProblemParts {
  readonly bindings: readonly Binding[];
  readonly vocabulary: Vocabulary;
  /** The user's files, this one among them. */
  readonly files: readonly NoteFileContent[];
  /** Whether a file of that URI would be among them. */
  readonly isOwn: (uri: string) => boolean;
  /** The names that templates declare; `undefined` if there are no templates to tell. */
  readonly declared: { has(name: string): boolean; keys(): Iterable<string> } | undefined;
}

/** Markers that name nothing, links that lead nowhere, and terms that are defined twice. */
export function noteProblems(file: NoteFileContent, parts: NoteProblemParts): readonly NoteFinding[] {
  return [...unknownPlaces(file, parts), ...deadLinks(file, parts), ...repeatedTerms(file, parts)];
}

function unknownPlaces(file: NoteFileContent, { vocabulary, declared }: NoteProblemParts): NoteFinding[] {
  return marksIn(file).flatMap((mark) => {
    const { text, ...span } = mark;
    const place = parsePlace(text);
    const isThere = place?.kind === "own" ? declared?.has(place.name) !== false : isKnownMark(text, vocabulary);
    if (isThere) return [];
    const fix = meantMark(mark, declared?.keys() ?? [], vocabulary);
    const found = { code: "unknown-place" as const, span, ...(fix && { fix }) };
    if (place?.kind === "own") return { ...found, text: undeclaredText(place.name) };
    return {
      ...found,
      text: {
        en: `There is no ${text} in CloudFormation where a note could show.`,
        ja: `${text}という、ノートを表示できる場所はCloudFormationにありません。`,
      },
    };
  });
}

/** The message for a name that no template has. */
export function undeclaredText(name: string): NoteFinding["text"] {
  return {
    en: `No template here has anything called ${name}.`,
    ja: `${name}という名前のものは、ここにあるどのテンプレートにもありません。`,
  };
}

const FUNCTIONS: ReadonlySet<string> = new Set([...SHORT_NAMES, "ForEach"]);

/** Whether a marker names something that exists. Free names (words, texts, names) always count. */
function isKnownMark(mark: string, { topics, catalogue }: Vocabulary): boolean {
  if (mark.startsWith("@")) return topics.withId(mark.slice(1)) !== undefined;
  const place = parsePlace(mark);
  if (place === undefined) return false;
  const isType = (type: string): boolean =>
    !/^(?:AWS|Alexa)::/.test(type) || catalogue.typeNames.some((name) => globMatches(type, name));
  switch (place.kind) {
    case "type":
      return isType(place.type);
    case "property": {
      const [first = ""] = place.path;
      if (!isType(place.type)) return false;
      // Only the first key is checked: below it there may be anything that the catalogue does not describe.
      if (first.includes("*") || place.type.includes("*") || !/^(?:AWS|Alexa)::/.test(place.type)) return true;
      return catalogue.valuesAt(place.type, [first]) !== undefined;
    }
    case "attribute": {
      const [first = ""] = place.path;
      return first.includes("*") || catalogue.valuesAt(undefined, [first]) !== undefined;
    }
    case "section":
      return place.section.includes("*") || (SECTION_NAMES as readonly string[]).includes(place.section);
    case "function":
      return FUNCTIONS.has(place.name.replace(/^Fn::/, ""));
    default:
      return true;
  }
}

function deadLinks(file: NoteFileContent, { files, isOwn }: NoteProblemParts): NoteFinding[] {
  return linksIn(file).flatMap((link) => {
    if (linkTarget(link, file, files, isOwn) !== "dead") return [];
    const { kind, page, heading, line, start, end } = link;
    const span = { line, start, end };
    // Many write the links first, and the pages later or never.
    if (kind === "wiki" && linkTarget({ ...link, heading: undefined }, file, files, isOwn) === "dead") {
      const text = { en: `There is no note ${page} yet.`, ja: `${page}というノートはまだありません。` };
      return { code: "unwritten-note" as const, span, text };
    }
    const named = [page, heading].filter((part) => part !== undefined && part !== "").join("#");
    const fix = movedPage(link, file, files);
    return {
      code: "dead-link" as const,
      span,
      ...(fix && { fix }),
      text: { en: `There is no ${named} in your notes.`, ja: `${named}は、自分のノートの中にありません。` },
    };
  });
}

/** Kinds of notes with a title that somebody wrote; a sentence, or a line of a list, may be on the same thing again. */
const TITLES: ReadonlySet<NoteNaming> = new Set(["heading", "bold"]);

/** Two notes of one title that show at the same place. */
function repeatedTerms(file: NoteFileContent, { bindings }: NoteProblemParts): NoteFinding[] {
  const places = new Map<Note, Set<string>>();
  for (const { note, place } of bindings) places.set(note, (places.get(note) ?? new Set()).add(placeText(place)));
  const first = new Map<string, Note>();
  return file.notes.flatMap((note) => {
    const own = places.get(note);
    if (own === undefined || !TITLES.has(note.naming)) return [];
    const key = nameKey(note.title);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, note);
    const shared = earlier && [...(places.get(earlier) ?? [])].some((place) => own.has(place));
    if (earlier === undefined || shared !== true || isBelowNote(note, earlier)) return [];
    return {
      code: "repeated-term" as const,
      span: trimmedLine(note, file),
      first: trimmedLine(earlier, file),
      text: {
        en: `“${note.title}” is already defined in this file, on line ${earlier.line + 1}.`,
        ja: `「${note.title}」は、このファイルの${earlier.line + 1}行目にも書かれています。`,
      },
    };
  });
}

function isBelowNote(note: Note, outer: Note): boolean {
  return outer.passage.some(({ start, end }) => note.line >= start && note.line < end);
}

/** A line without the blanks around it. */
export function trimmedLine({ line }: Pick<Note, "line">, { lines }: NoteFileContent): LineSpan {
  const text = lines[line] ?? "";
  return { line, start: text.length - text.trimStart().length, end: text.trimEnd().length };
}
