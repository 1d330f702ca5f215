import { Disposable, type Event, EventEmitter, type Memento, type TextDocument, Uri, workspace } from "vscode";

import type { LanguageServer } from "./languageServer.ts";

const foldersKey = "cfnNotes.noteFolders";
const settingKey = "cfnNotes.noteFoldersSetting";

type NotesServer = Pick<LanguageServer, "onDidChangeNotes" | "request" | "startInBackground">;

/**
 * Which open documents are the user's notes: Markdown in the folders that the server reads. The folders are remembered,
 * so that the server starts when a note is opened, and for no other Markdown. Where folders are set that the server has
 * never read, any Markdown may be a note.
 */
export class NoteDocuments implements Disposable {
  readonly #server: NotesServer;
  readonly #state: Memento;
  readonly #changed = new EventEmitter<TextDocument>();
  /** Fires with a document that became one of the notes, or is none any more. */
  readonly onDidChange: Event<TextDocument> = this.#changed.event;
  readonly #subscriptions: Disposable;
  #folders: readonly string[];

  constructor(server: NotesServer, state: Memento) {
    this.#server = server;
    this.#state = state;
    const remembered = state.get<unknown>(foldersKey);
    this.#folders = Array.isArray(remembered) ? remembered.filter((folder) => typeof folder === "string") : [];
    this.#subscriptions = Disposable.from(
      this.#changed,
      workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      server.onDidChangeNotes(() => void this.#readFolders()),
    );
  }

  has(document: TextDocument): boolean {
    return isMarkdown(document) && this.#folders.some((folder) => document.uri.toString().startsWith(folder));
  }

  /** Whether one of the notes is open: then the server is to be started, once all parts are set up. */
  get areOpen(): boolean {
    return workspace.textDocuments.some((document) => this.#mayBeNote(document));
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #opened(document: TextDocument): void {
    if (this.#mayBeNote(document)) this.#server.startInBackground();
  }

  #mayBeNote(document: TextDocument): boolean {
    if (this.has(document)) return true;
    if (!isMarkdown(document)) return false;
    const setting = folderSetting();
    return setting !== undefined && setting !== this.#state.get(settingKey);
  }

  async #readFolders(): Promise<void> {
    const found = (await this.#server.request("noteFolders", {})) ?? [];
    const folders = found.map(folderPrefix);
    if (this.#state.get(settingKey) !== folderSetting()) void this.#state.update(settingKey, folderSetting());
    if (folders.join("\n") === this.#folders.join("\n")) return;
    const before = new Map(workspace.textDocuments.map((document) => [document, this.has(document)]));
    this.#folders = folders;
    void this.#state.update(foldersKey, folders);
    for (const [document, was] of before) {
      if (this.has(document) !== was) this.#changed.fire(document);
    }
  }
}

function isMarkdown(document: TextDocument): boolean {
  return !document.isClosed && document.languageId === "markdown";
}

/** The settings that name folders of notes, as a text to compare; `undefined` if none are named. */
function folderSetting(): string | undefined {
  const scopes = [undefined, ...(workspace.workspaceFolders ?? [])];
  const named = scopes.map((scope) => workspace.getConfiguration("cfnNotes", scope).get<unknown>("notes.folders"));
  return named.some((folders) => Array.isArray(folders) && folders.length > 0) ? JSON.stringify(named) : undefined;
}

/** As the editor writes URIs, with a slash at the end. */
function folderPrefix(uri: string): string {
  return `${Uri.parse(uri, true).toString().replace(/\/+$/, "")}/`;
}
