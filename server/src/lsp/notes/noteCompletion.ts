import type { CompletionItem, CompletionList, Position } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { CompletionItemKind, InsertTextFormat, type Range } from "vscode-languageserver-types";
import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { escapedSnippet } from "../../features/completion/scene.ts";
import { markerCompletion } from "../../features/markers/markerCompletion.ts";
import { noteNames } from "../../features/markers/noteNames.ts";
import type { NoteFileContent, NoteLanguage } from "../../notes/reading/note.ts";
import { pageName } from "../../notes/uses/linkTarget.ts";

/** The construct in a file of notes that can be completed at the caret, and its text before the caret. */
export interface NoteCaret {
  readonly kind: "marker" | "page" | "heading" | "title";
  readonly typed: string;
  /** The page, for a link to a heading. */
  readonly page?: string;
  /** For a comment that is not closed yet: the number of characters behind the caret that its end replaces. */
  readonly unclosed?: number;
}

const KINDS = {
  type: CompletionItemKind.Class,
  property: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  keyword: CompletionItemKind.Keyword,
  topic: CompletionItemKind.Reference,
  own: CompletionItemKind.Reference,
} as const;

/** Reads only the text around the caret; `undefined` if there is nothing to complete. */
export function noteCaret(document: TextDocument, position: Position): NoteCaret | undefined {
  const { line, character } = position;
  const before = document.getText({ start: { line, character: 0 }, end: { line, character } });
  const [, comment] = /<!--\s*cfn:(?:[^>]*,)?\s*([^,>]*)$/.exec(before) ?? [];
  if (comment !== undefined) return { kind: "marker", typed: comment, ...unclosedComment(document, position) };
  const [, mark] = /^cfn:(?:.*,)?\s*([^,]*)$/.exec(before) ?? [];
  if (mark !== undefined) return { kind: "marker", typed: mark };
  const [, page, typed] = /\[\[([^[\]|#]*)(?:#([^[\]|]*))?$/.exec(before) ?? [];
  if (typed !== undefined) return { kind: "heading", typed, page: page ?? "" };
  if (page !== undefined) return { kind: "page", typed: page };
  const [, title] = /^\s{0,3}(?:#{1,6}|[-*+])\s+(?:\*\*)?([^\s#*].{0,60})$/.exec(before) ?? [];
  return title === undefined ? undefined : { kind: "title", typed: title };
}

/** A comment may go on over lines, but while it is typed not over an empty one. Editors close the `<` with a `>`. */
function unclosedComment(document: TextDocument, { line, character }: Position): Pick<NoteCaret, "unclosed"> {
  const after = document.getText({ start: { line, character }, end: { line: line + MAX_LINES, character: 0 } });
  const [rest = ""] = after.split(/\n[ \t]*\r?\n/, 1);
  const end = /^(>?)[ \t]*(?:\r?\n|$)/.exec(rest);
  return end === null || rest.includes("-->") ? {} : { unclosed: end[1]?.length ?? 0 };
}

/** No marker is longer. */
const MAX_LINES = 50;

/** The completions at such a caret. */
export function noteCompletion(
  { kind, typed, page = "", unclosed }: NoteCaret,
  position: Position,
  {
    catalogue,
    files,
    own,
    ownNames,
    language,
    snippetSupport,
  }: {
    readonly catalogue: Catalogue;
    readonly files: readonly NoteFileContent[];
    readonly own: NoteFileContent;
    /** The names that the templates which the file means declare. */
    readonly ownNames: readonly string[];
    readonly language: NoteLanguage;
    readonly snippetSupport: boolean;
  },
): CompletionList | null {
  const rangeOf = (length: number): Range => ({
    start: { line: position.line, character: position.character - length },
    end: position,
  });
  const item = (label: string, length: number, rest: Partial<CompletionItem>): CompletionItem => ({
    label,
    textEdit: { range: rangeOf(length), newText: label },
    ...rest,
  });
  switch (kind) {
    case "marker": {
      const items = markerCompletion(typed, catalogue, ownNames).map(({ label, replaces, kind: sort, detail }, index) =>
        item(label, replaces, {
          kind: KINDS[sort],
          sortText: order(index),
          ...(detail !== undefined && { detail }),
          ...(unclosed !== undefined && snippetSupport && closingEdit(label, rangeOf(replaces), unclosed)),
        }),
      );
      return { isIncomplete: true, items };
    }
    case "page": {
      const items = files.map((file) =>
        item(pageName(file), typed.length, { kind: CompletionItemKind.File, detail: file.title }),
      );
      return { isIncomplete: false, items };
    }
    case "heading": {
      const file = page === "" ? own : files.find((one) => pageName(one).toLowerCase() === page.trim().toLowerCase());
      const headings = file?.notes.filter(({ naming }) => naming === "heading") ?? [];
      const items = headings.map(({ title }, index) =>
        item(title, typed.length, { kind: CompletionItemKind.Reference, sortText: order(index) }),
      );
      return { isIncomplete: false, items };
    }
    case "title": {
      // A name is also typed behind a bullet's bold sign or backtick.
      const wanted = typed.replace(/^[`*_]+/, "").toLowerCase();
      const found = ownNames.filter((name) => name.toLowerCase().includes(wanted)).slice(0, MAX_NAMES);
      const items = [
        ...found.map((label) =>
          item(label, wanted.length, { kind: CompletionItemKind.Reference, sortText: `0${label}`, filterText: label }),
        ),
        ...noteNames(catalogue, language, typed).map((label) =>
          item(label, typed.length, { kind: CompletionItemKind.Text, sortText: `1${label}` }),
        ),
      ];
      return items.length === 0 ? null : { isIncomplete: true, items };
    }
  }
}

/** The caret stays in the marker: another place may follow. */
function closingEdit(label: string, { start, end }: Range, unclosed: number): Partial<CompletionItem> {
  const range = { start, end: { line: end.line, character: end.character + unclosed } };
  return { textEdit: { range, newText: `${escapedSnippet(label)}$0 -->` }, insertTextFormat: InsertTextFormat.Snippet };
}

/** More names are not listed at a time: the next letter asks again. */
const MAX_NAMES = 100;

function order(index: number): string {
  return String(index).padStart(5, "0");
}
