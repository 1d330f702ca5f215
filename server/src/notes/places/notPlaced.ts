import { memoWhile } from "../../text/memoBy.ts";
import type { Binding } from "../binding/bindings.ts";
import type { Vocabulary } from "../binding/vocabulary.ts";
import { isListed } from "../reading/isListed.ts";
import type { Note, NoteFileContent, NoteNaming } from "../reading/note.ts";
import { type UnboundReason, whyUnbound } from "./unbound.ts";

/** A note that shows nowhere. */
export interface UnplacedNote {
  readonly note: Note;
  readonly reason: UnboundReason;
}

/** Kinds of notes with a title that somebody wrote; a sentence that has a subject is only text. */
const TITLES: ReadonlySet<NoteNaming> = new Set(["heading", "bold", "separator"]);

/** A longer title, or one that ends like a sentence, is not expected to show. */
const MAX_NAME_LENGTH = 60;
const SENTENCE_END = /(?:[。．！!？?]|(?:です|ます)か?)\s*$/u;
/** Titles of sections that are about nothing in particular. */
const COMMON = new Set(
  "introduction|intro|overview|summary|conclusion|references|reference|links|resources|see also|notes|note|memo|todo|contents|table of contents|agenda|example|examples|exercise|answer|answers|question|questions|exam tips|tips|faq|はじめに|おわりに|最後に|概要|目次|まとめ|参考|参考資料|参考文献|参考リンク|リンク|資料|メモ|補足|例|答え|解答|解説|問題|背景|目的|原因|対処|対処法|結論|感想|前提|手順".split(
    "|",
  ),
);

/**
 * The headings and leads of a file that show nowhere, in its order. Left out are chapters (headings that say nothing
 * themselves, or have sections with a place) and what is part of an item that has a place: it shows with that.
 *
 * @param own those that show on something which a template declares
 */
export function notPlaced(
  file: NoteFileContent,
  bindings: readonly Binding[],
  vocabulary: Vocabulary,
  own: Iterable<Note> = [],
): readonly UnplacedNote[] {
  if (file.isRecord) return [];
  return foundIn(file, { bindings, vocabulary, own: [...own] }).found;
}

interface Around {
  readonly bindings: readonly Binding[];
  readonly vocabulary: Vocabulary;
  readonly own: readonly Note[];
}

/** A changed file is another object. */
const foundIn = memoWhile<NoteFileContent, { readonly own: string; readonly found: readonly UnplacedNote[] }, Around>(
  (before, { own }) => before.own === idsOf(own),
  (file, around) => ({ own: idsOf(around.own), found: unplacedIn(file, around) }),
);

function idsOf(notes: readonly Note[]): string {
  return notes.map(({ id }) => id).join("\n");
}

function unplacedIn(file: NoteFileContent, { bindings, vocabulary, own }: Around): readonly UnplacedNote[] {
  const bound = new Set([...bindings.map(({ note }) => note), ...own]);
  const found: UnplacedNote[] = [];
  /** @returns whether the note, or a section of it, has a place */
  const visit = (note: Note): boolean => {
    const at = found.length;
    const isPlaced = bound.has(note);
    if (note.kind === "item" && isPlaced) return false;
    const isChapter = note.children.map(visit).includes(true);
    if (!isPlaced && !isChapter && isName(note) && hasText(note, file) && !isListed(note, file))
      found.splice(at, 0, { note, reason: whyUnbound(note, file, vocabulary) });
    return note.kind === "heading" && (isPlaced || isChapter);
  };
  visit(file.notes[0]);
  return found;
}

function isName({ title, naming }: Note): boolean {
  if (!TITLES.has(naming) || title.length > MAX_NAME_LENGTH || SENTENCE_END.test(title)) return false;
  const plain = title.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "").toLowerCase();
  return plain.length > 1 && !COMMON.has(plain);
}

/** Whether there is text besides the notes in it. */
function hasText(note: Note, file: NoteFileContent): boolean {
  if (note.kind === "item") return true;
  // A sentence is text, though it is a note.
  const inner = note.children.filter(({ naming }) => naming !== "sentence").flatMap(({ passage }) => passage);
  const own = file.lines.map((line, at) => (inner.some(({ start, end }) => start <= at && at < end) ? "" : line));
  return (
    own
      .slice(note.own.start, note.own.end)
      .join("\n")
      .replace(/<!--.*?-->/gs, "")
      .trim() !== ""
  );
}
