import { Disposable, type Event, EventEmitter, type TextDocument, workspace } from "vscode";
import type { BaseLanguageClient, Middleware } from "vscode-languageclient";
import type { NoteDocuments } from "../server/noteDocuments.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import type { ListFocus } from "./listFocus.ts";
import { ofDocuments, ofNotes } from "./requests.json";
import type { WholeValues } from "./wholeValues.ts";
import { withoutWords } from "./wordSuggestions.ts";

/** The requests that are also made for the user's notes; all others are left to the editor and its other extensions. */
const noteRequests: ReadonlySet<string> = new Set(ofNotes);

/**
 * Keeps everything that is neither a template nor one of the user's notes from the server: such a document is never
 * opened there, and the editor's requests about it (those of requests.json, which name a document first and their
 * continuation last) are not sent. A document that becomes a template while it is typed is opened then, and closed when
 * it is none any more.
 */
export class TemplateSync {
  readonly #templates: TemplateDocuments;
  readonly #notes: NoteDocuments;
  readonly #wholeValues: WholeValues;
  /** The versions of documents when they were sent to the server, by URI. */
  readonly #opened = new Map<string, number>();
  readonly #leftOut = new Set<string>();
  /** Documents that the server had before it was restarted. */
  readonly #before = new Set<string>();
  #last: string | undefined;
  #wasTold = false;
  readonly #didOpen = new EventEmitter<TextDocument>();
  /** Fires when a document was opened in the server. */
  readonly onDidOpen: Event<TextDocument> = this.#didOpen.event;

  readonly #list: ListFocus;

  constructor(templates: TemplateDocuments, notes: NoteDocuments, list: ListFocus, wholeValues: WholeValues) {
    this.#templates = templates;
    this.#notes = notes;
    this.#list = list;
    this.#wholeValues = wholeValues;
  }

  /** The URI of the document that was sent to the server last; that a new server gets all documents again does not count. */
  get last(): string | undefined {
    return this.#last;
  }

  /** Whether a document was sent to the server since the last call. */
  wasTold(): boolean {
    const wasTold = this.#wasTold;
    this.#wasTold = false;
    return wasTold;
  }

  /** Keeps a document from the server until it is opened again. */
  leaveOut(uri: string): void {
    this.#leftOut.add(uri);
  }

  /** Lets the server have all documents again. */
  leaveOutNone(): void {
    this.#leftOut.clear();
  }

  /** The middleware of the language client, for one start of the server. */
  middleware(): Middleware {
    this.#forgetOpened();
    return {
      ...Object.fromEntries(ofDocuments.map((name) => [name, this.#onlyOpened(noteRequests.has(name))])),
      provideCompletionItem: async (document, position, context, token, next) => {
        if (!this.#isOpened(document)) return undefined;
        const found = await next(document, position, context, token);
        this.#list.opens();
        return this.#notes.has(document)
          ? found
          : withoutWords(document, position, this.#wholeValues.listed(document, position, found));
      },
      resolveCompletionItem: (item, token, next) => {
        this.#list.focused(item);
        return next(item, token);
      },
      didOpen: async (document, next) => {
        const uri = document.uri.toString();
        if (this.#isWanted(document) && !this.#opened.has(uri) && !this.#leftOut.has(uri)) {
          this.#opened.set(uri, document.version);
          this.#tell(document, this.#before.delete(uri));
          await next(document);
          this.#didOpen.fire(document);
        }
      },
      didChange: async (event, next) => {
        const opened = this.#opened.get(event.document.uri.toString());
        // If this change made it a template, it was opened just now, with the text after the change.
        if (opened === undefined || event.document.version === opened) return;
        this.#tell(event.document);
        await next(event);
      },
      didSave: async (document, next) => {
        if (this.#isOpened(document) && !this.#notes.has(document)) await next(document);
      },
      didClose: async (document, next) => {
        if (this.#last === document.uri.toString()) this.#last = undefined;
        if (this.#opened.delete(document.uri.toString())) await next(document);
      },
    };
  }

  /** Opens and closes documents of `client` that become templates or notes, or cease to be, while they are open in the editor. */
  follow(client: BaseLanguageClient): Disposable {
    const restarts = client.onDidChangeState(() => {
      // A server that is restarted after a crash has no document.
      if (!client.isRunning()) this.#forgetOpened();
    });
    const follow = (document: TextDocument): void => {
      if (document.isClosed || !client.isRunning()) return;
      // The feature's own path runs the middleware above and keeps the client's record of open documents right.
      const feature = this.#isWanted(document)
        ? client.getFeature("textDocument/didOpen")
        : client.getFeature("textDocument/didClose");
      feature
        .getProvider(document)
        ?.send(document)
        .catch((error: unknown) => client.error("A document could not be opened or closed.", error));
    };
    const closes = workspace.onDidCloseTextDocument(({ uri }) => {
      this.#leftOut.delete(uri.toString());
      this.#before.delete(uri.toString());
    });
    return Disposable.from(restarts, this.#templates.onDidChange(follow), this.#notes.onDidChange(follow), closes);
  }

  #tell({ uri }: TextDocument, isAgain = false): void {
    this.#wasTold = true;
    if (!isAgain || this.#last === undefined) this.#last = uri.toString();
  }

  #forgetOpened(): void {
    for (const uri of this.#opened.keys()) {
      this.#before.add(uri);
    }
    this.#opened.clear();
  }

  #onlyOpened(alsoNotes: boolean): (document: TextDocument, ...rest: unknown[]) => unknown {
    return (document, ...rest) => {
      const next = rest.pop() as (...parameters: unknown[]) => unknown;
      const isAsked = this.#isOpened(document) && (alsoNotes || !this.#notes.has(document));
      return isAsked ? next(document, ...rest) : undefined;
    };
  }

  #isWanted(document: TextDocument): boolean {
    return this.#templates.has(document) || this.#notes.has(document);
  }

  #isOpened(document: TextDocument): boolean {
    return this.#opened.has(document.uri.toString());
  }
}
