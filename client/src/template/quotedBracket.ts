import {
  commands,
  Disposable,
  type Position,
  Range,
  Selection,
  type TextDocument,
  type TextDocumentContentChangeEvent,
  type TextEditor,
  TextEditorSelectionChangeKind,
  window,
  workspace,
} from "vscode";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import { isYaml } from "./enterOffer.ts";

/** The editor refuses an edit if somebody types on meanwhile. */
const MAX_ATTEMPTS = 10;

/**
 * In JSON, removes the quotes that a suggestion has inserted if somebody types an object or a list into them: `{` or
 * `[`, and then a quote or a line break, or `{` over the text of a stop. `{{` and `{\"` go on as a string, and so does
 * all in quotes that somebody typed.
 */
export function quotedBracket(templates: TemplateDocuments): Disposable {
  /** The quote that was typed last. */
  let own: { readonly document: TextDocument; readonly at: Position } | undefined;
  let isStopSelected = false;
  return Disposable.from(
    window.onDidChangeTextEditorSelection(({ selections, kind }) => {
      const byPerson = kind === TextEditorSelectionChangeKind.Keyboard || kind === TextEditorSelectionChangeKind.Mouse;
      isStopSelected = !byPerson && selections.length === 1 && selections[0]?.isEmpty === false;
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !templates.has(document) || isYaml(document)) return;
      const found = begunInQuotes(document, contentChanges) ?? (isStopSelected && surrounded(document, contentChanges));
      if (found && !(own?.document === document && own.at.isEqual(found.range.start))) void retype(document, found);
      const [change] = contentChanges;
      if (change !== undefined && /^""?$/.test(change.text)) own = { document, at: change.range.start };
    }),
  );
}

/** What is in quotes from a bracket on, and is to be typed without them. */
interface InQuotes {
  /** Including the quotes. */
  readonly range: Range;
  readonly keys: string;
}

/** The text before a value in quotes that begins like an object or a list and goes on as no string can. */
const BEGUN = /^(.*[:,[][ \t]*|[ \t]*)"([{[][ \t]*)$/;

function begunInQuotes(
  document: TextDocument,
  [change, ...others]: readonly TextDocumentContentChangeEvent[],
): InQuotes | undefined {
  if (change === undefined || others.length > 0 || !/^(?:""?|\r?\n[ \t]*)$/.test(change.text)) return undefined;
  const { start } = change.range;
  const [, outside, inside] = BEGUN.exec(document.lineAt(start.line).text.slice(0, start.character)) ?? [];
  if (outside === undefined || inside === undefined) return undefined;
  const typed = change.text.startsWith('"') ? '"' : "\n";
  const caret = document.positionAt(document.offsetAt(start) + (typed === '"' ? 1 : change.text.length));
  return { range: new Range(start.with({ character: outside.length }), caret), keys: inside + typed };
}

/** An editor puts a pair of brackets around what is selected. */
function surrounded(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): InQuotes | undefined {
  const [open, close, ...others] = changes.toSorted((one, other) => one.rangeOffset - other.rangeOffset);
  if (open === undefined || close === undefined || others.length > 0 || !/^[{[]$/.test(open.text)) return undefined;
  if (!/^[}\]]$/.test(close.text) || open.range.start.line !== close.range.start.line) return undefined;
  const { start } = open.range;
  const { text } = document.lineAt(start.line);
  const end = close.range.end.character + 2;
  if (start.character === 0 || text[start.character - 1] !== '"' || text[end] !== '"') return undefined;
  return { range: new Range(start.translate(0, -1), start.with({ character: end })), keys: open.text };
}

/** Types the keys again, without the quotes, so that the editor closes the bracket by itself. */
async function retype(document: TextDocument, found: InQuotes): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const editor = window.activeTextEditor;
    if (editor?.document !== document) return;
    const begun = attempt === 0 ? withClosing(document, found) : typedSince(document, found, editor.selection);
    if (begun === undefined) return;
    const options = { undoStopBefore: false, undoStopAfter: false };
    if (!(await editor.edit((edit) => edit.delete(begun.range), options))) continue;
    for (const key of begun.keys) {
      await commands.executeCommand("type", { text: key });
      await close(editor, key);
    }
    return;
  }
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ["{", "}"],
  ["[", "]"],
]);

/** Closes a bracket, which the editor does not while the colours of the line are not worked out yet. */
async function close(editor: TextEditor, key: string): Promise<void> {
  const closing = CLOSING.get(key);
  const { document, selection } = editor;
  const { active } = selection;
  const isWanted = workspace.getConfiguration("editor", document).get("autoClosingBrackets") !== "never";
  const behind = document.lineAt(active.line).text.slice(active.character);
  if (closing === undefined || !isWanted || !/^[\s,]*$/.test(behind)) return;
  const options = { undoStopBefore: false, undoStopAfter: false };
  if (await editor.edit((edit) => edit.insert(active, closing), options))
    editor.selection = new Selection(active, active);
}

function withClosing(document: TextDocument, { range, keys }: InQuotes): InQuotes {
  const closing = document.lineAt(range.end.line).text.startsWith('"', range.end.character) ? 1 : 0;
  return { range: range.with({ end: range.end.translate(0, closing) }), keys };
}

/** What somebody has typed on meanwhile: up to the caret, and what closes it behind. */
function typedSince(document: TextDocument, { range: { start } }: InQuotes, caret: Selection): InQuotes | undefined {
  const keys = document.getText(new Range(start.translate(0, 1), caret.active)).replace(/\r?\n[ \t]*/g, "\n");
  if (!caret.isEmpty || !/^[{[]/.test(keys)) return undefined;
  const [closing = ""] = /^[}\]]?"?/.exec(document.lineAt(caret.active.line).text.slice(caret.active.character)) ?? [];
  return { range: new Range(start, caret.active.translate(0, closing.length)), keys };
}
