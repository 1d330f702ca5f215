import { linkKind } from "../reading/markdown/links.ts";
import type { NoteFileContent } from "../reading/note.ts";

/** A part of a line: zero-based line, UTF-16 columns, `end` not included. */
export interface LineSpan {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A place or `@topic` that a marker names. */
export interface WrittenMark extends LineSpan {
  readonly text: string;
}

/** A link to a note, as it is written: `[[page#heading|text]]`, or `[text](path.md#anchor)`. */
export interface WrittenLink extends LineSpan {
  readonly kind: "wiki" | "markdown";
  /** The page's name or path; empty for the file itself. */
  readonly page: string;
  /** A heading, or an anchor that is made of one. */
  readonly heading: string | undefined;
  readonly pageSpan: LineSpan;
  readonly headingSpan: LineSpan | undefined;
}

const MARKER = /<!--\s*cfn:(.*?)(?=-->|$)/g;
const WIKI = /(!?)\[\[([^[\]|#\n]{0,200})(#[^[\]|\n]{0,200})?(?:\|[^[\]\n]{0,200})?\]\]/g;
const LINK = /\]\(<?([^()\s<>]{1,500})>?(?:\s+"[^"\n]{0,200}")?\)/g;
/** Pages of other kinds are no notes. */
const OTHER_FILE = /\.(?!md$|markdown$)[a-z0-9]{2,5}$/i;
/** Longer lines are not read. */
const MAX_LINE_LENGTH = 20_000;

/** The names in the markers of a file, in its order. */
export function marksIn(file: NoteFileContent): readonly WrittenMark[] {
  const found: WrittenMark[] = [];
  for (const [line, text] of file.lines.slice(0, file.firstLine).entries()) {
    const [head = "", names = ""] = /^(cfn:\s*)([^[\]"'|>].*)$/.exec(text)?.slice(1) ?? [];
    found.push(...marksOf(names, line, head.length));
  }
  for (const [line, text] of proseLines(file))
    for (const { index, 0: whole, 1: names = "" } of text.matchAll(MARKER))
      found.push(...marksOf(names, line, index + whole.length - names.length));
  return found;
}

function marksOf(names: string, line: number, from: number): WrittenMark[] {
  return [...names.matchAll(/[^,]+/g)].flatMap(({ index, 0: part }) => {
    const text = part.trim();
    const start = from + index + part.indexOf(text);
    return text === "" ? [] : [{ text, line, start, end: start + text.length }];
  });
}

/** The links to notes in a file; embedded pictures and pages of the web are none. */
export function linksIn(file: NoteFileContent): readonly WrittenLink[] {
  const found: WrittenLink[] = [];
  for (const [line, text] of proseLines(file)) {
    for (const { index, 0: whole, 1: sign = "", 2: page = "", 3: heading } of text.matchAll(WIKI)) {
      if (OTHER_FILE.test(page.trim()) || (page.trim() === "" && heading === undefined)) continue;
      const start = index + sign.length + 2;
      found.push({
        ...linkOf("wiki", page, heading, { line, start, end: start + page.length + (heading?.length ?? 0) }),
        line,
        start: index,
        end: index + whole.length,
      });
    }
    for (const { index, 1: href = "" } of text.matchAll(LINK)) {
      const kind = linkKind(href);
      const [page = "", heading] = href.split(/(?=#)/, 2);
      const isNote = kind === "anchor" || (kind === "relative" && /\.(?:md|markdown)$/i.test(page));
      if (!isNote) continue;
      const start = index + text.slice(index).indexOf(href);
      const own = { line, start, end: start + href.length };
      const [at, anchor] = kind === "anchor" ? ["", href] : [page, heading];
      found.push({ ...linkOf("markdown", at, anchor, own), ...own });
    }
  }
  return found;
}

function linkOf(
  kind: WrittenLink["kind"],
  page: string,
  heading: string | undefined,
  { line, start, end }: LineSpan,
): Omit<WrittenLink, keyof LineSpan> {
  const split = start + page.length;
  return {
    kind,
    page: page.trim(),
    heading: heading?.slice(1).trim(),
    pageSpan: { line, start, end: split },
    headingSpan: heading === undefined ? undefined : { line, start: split + 1, end },
  };
}

/** The lines of text with their numbers; code is left out, and what stands in backticks is blanked. */
export function* proseLines({ lines, firstLine }: NoteFileContent): Generator<readonly [line: number, text: string]> {
  let fence: string | undefined;
  for (let line = firstLine; line < lines.length; line++) {
    const text = lines[line] ?? "";
    const [, sign] = /^\s*(?:>\s?)*(`{3,}|~{3,})/.exec(text) ?? [];
    if (fence !== undefined) {
      if (sign?.startsWith(fence)) fence = undefined;
    } else if (sign !== undefined) fence = sign;
    else if (text.length <= MAX_LINE_LENGTH) yield [line, text.replace(/`[^`]*`/g, (code) => " ".repeat(code.length))];
  }
}
