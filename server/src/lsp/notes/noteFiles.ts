import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import type { NoteFileContent } from "../../notes/reading/note.ts";
import type { Host } from "../host/host.ts";
import { comparable } from "../host/sameFile.ts";
import type { NoteStore } from "./noteStore.ts";

/** A file of notes that is open in an editor, with the editor's text. */
export interface OpenNoteFile {
  readonly document: TextDocument;
  readonly file: NoteFileContent;
}

export interface NoteFilesParts {
  readonly host: Pick<Host, "sleep">;
  readonly store: NoteStore;
  readonly index: NoteIndex;
  /** Called after a pause in typing. */
  readonly settled: (uri: string) => void;
  /** Runs background work, and logs its failures. */
  readonly attempt: (name: string, run: () => Promise<unknown>) => Promise<void>;
}

/** After the last letter, until what is typed shows in templates. */
const TYPING_PAUSE_MS = 500;

/**
 * The Markdown documents that are open in editors. The notes that show are those of the editors' texts, saved or not.
 */
export class NoteFiles {
  readonly #parts: NoteFilesParts;
  readonly #open = new Map<string, TextDocument>();

  constructor(parts: NoteFilesParts) {
    this.#parts = parts;
  }

  open({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): void {
    this.#open.set(uri, TextDocument.create(uri, languageId, version, text));
    this.#settle(uri);
  }

  change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    const document = this.#open.get(uri);
    if (document === undefined) return;
    this.#open.set(uri, TextDocument.update(document, contentChanges, version));
    const { sleep } = this.#parts.host;
    void this.#parts.attempt("notes", async () => {
      await sleep(TYPING_PAUSE_MS);
      if (this.#open.get(uri)?.version === version) this.#settle(uri);
    });
  }

  close({ textDocument: { uri } }: DidCloseTextDocumentParams): void {
    this.#open.delete(uri);
    this.#settle(uri);
  }

  get uris(): readonly string[] {
    return [...this.#open.keys()];
  }

  /** Whether a document is open here; it need not be among the user's notes. */
  has(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** The version of an open document; `undefined` for any other. */
  versionOf(uri: string): number | undefined {
    return this.#open.get(uri)?.version;
  }

  /** The client's URI of a file of the index. */
  uriOf(uri: string): string {
    if (this.#open.has(uri)) return uri;
    const wanted = comparable(uri);
    return this.uris.find((one) => comparable(one) === wanted) ?? uri;
  }

  /** An open document that is among the user's notes. */
  document(uri: string): TextDocument | undefined {
    return this.#parts.store.ownUri(uri) === undefined ? undefined : this.#open.get(uri);
  }

  /** The same, with its present notes. */
  at(uri: string): OpenNoteFile | undefined {
    const document = this.#open.get(uri);
    const own = this.#parts.store.ownUri(uri);
    if (document === undefined || own === undefined) return undefined;
    this.#parts.store.setOpen(uri, document.getText());
    const file = this.#parts.index.file(own);
    return file && { document, file };
  }

  /** Reads what was typed a moment ago, without waiting for the pause. */
  takeTyped(): void {
    for (const [uri, document] of this.#open) this.#parts.store.setOpen(uri, document.getText());
  }

  #settle(uri: string): void {
    this.#parts.store.setOpen(uri, this.#open.get(uri)?.getText());
    this.#parts.settled(uri);
  }
}
