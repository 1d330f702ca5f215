import {
  Disposable,
  type Position,
  Range,
  type TextDocument,
  TextDocumentChangeReason,
  type TextEditor,
  WorkspaceEdit,
  workspace,
} from "vscode";

const MAX_TRIES = 10;

/**
 * What somebody types at the caret of a template while a command begins a note for it. It is meant for the note, and
 * moved there when the note has the focus.
 */
export class TypedMeanwhile implements Disposable {
  readonly #document: TextDocument;
  readonly #listeners: Disposable;
  readonly #start: number;
  #end: number;
  /** Whether the template changed elsewhere, too: what is at the caret may be something else then. */
  #isOther = false;
  /** Whether somebody has saved the template with the text in it. */
  #isSaved = false;

  constructor({ document, selection }: TextEditor) {
    this.#document = document;
    this.#start = document.offsetAt(selection.active);
    this.#end = this.#start;
    // A save may end when the text is moved already.
    const saves = workspace.onWillSaveTextDocument(({ document: saved }) => {
      if (saved === document && this.#end > this.#start) this.#isSaved = true;
    });
    const changes = workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document) return;
      if (event.reason === TextDocumentChangeReason.Undo || event.reason === TextDocumentChangeReason.Redo)
        this.#isOther = true;
      for (const { rangeOffset, rangeLength, text } of event.contentChanges) {
        if (rangeOffset < this.#start || rangeOffset + rangeLength > this.#end) this.#isOther = true;
        else this.#end += text.length - rangeLength;
      }
    });
    this.#listeners = Disposable.from(saves, changes);
  }

  /**
   * Moves the text to a position of the note; it stays in the template if it cannot be moved. A template that was saved
   * with it is saved without it, and so is the note: that was what somebody wanted to save.
   */
  async moveTo(note: TextEditor, position: Position): Promise<void> {
    const text = this.#document.getText(this.#range());
    if (text === "" || this.#isOther || this.#document === note.document) return;
    // The template's indentation, which the editor adds to a new line.
    const unindented = text.replace(/\n[ \t]+/g, "\n");
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      // The editor refuses an edit of a file in which somebody has just typed.
      if (!(await note.edit((edit) => edit.insert(position, unindented)))) continue;
      const change = new WorkspaceEdit();
      change.delete(this.#document.uri, this.#range());
      await workspace.applyEdit(change);
      if (this.#isSaved) await Promise.all([this.#document.save(), note.document.save()]);
      return;
    }
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  #range(): Range {
    return new Range(this.#document.positionAt(this.#start), this.#document.positionAt(this.#end));
  }
}
