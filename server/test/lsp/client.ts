import { Duplex } from "node:stream";
import {
  type CompletionClientCapabilities,
  createConnection,
  createMessageConnection,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
  type UnregistrationParams,
} from "vscode-languageserver/node";
import { CANCELLED_BEFORE } from "../../src/lsp/client/cancelledBefore.ts";
import type { Host } from "../../src/lsp/host/host.ts";
import { createSession } from "../../src/lsp/session.ts";
import { startServer } from "../../src/lsp/startServer.ts";
import { nodeHost } from "../../src/node/nodeHost.ts";
import { catalogueData } from "../catalogue/loadCatalogue.ts";

const data = catalogueData();

/** The host of the tests: the real one, but for where the product lies (the tests are bundled elsewhere). */
export const testHost: Host = {
  ...nodeHost,
  catalogue: () => Promise.resolve(data),
};

interface StartOptions {
  readonly initializationOptions?: unknown;
  readonly locale?: string;
  readonly workspaceFolders?: { uri: string; name: string }[];
  /** In place of what a client of today can do. */
  readonly capabilities?: InitializeParams["capabilities"];
  /** More of what the client can do with completions. */
  readonly completion?: CompletionClientCapabilities;
}

/** A client with a server of its own at the other end of two in-memory streams. */
export class Client {
  readonly connection: MessageConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly messages: string[] = [];
  #waiting: (() => void)[] = [];
  #version = 0;

  /** What the client answers when it is asked for its settings. */
  settings: unknown;

  constructor(settings: unknown = {}, host: Host = testHost) {
    this.settings = settings;
    const [clientEnd, serverEnd] = duplexPair();
    const server = createConnection(serverEnd, serverEnd, CANCELLED_BEFORE);
    startServer(server, (connection, parameters) => createSession(connection, host, parameters));
    this.connection = createMessageConnection(new StreamMessageReader(clientEnd), new StreamMessageWriter(clientEnd));
    this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.#wake();
    });
    this.connection.onNotification("window/showMessage", ({ message }: { message: string }) => {
      this.messages.push(message);
      this.#wake();
    });
    this.connection.onNotification("cfnNotes/notesChanged", () => {
      this.notesChanged++;
      this.#wake();
    });
    this.connection.onNotification("window/logMessage", ({ type, message }: { type: number; message: string }) => {
      if (type === 1) this.errors.push(message);
    });
    this.connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    this.connection.onRequest("workspace/workspaceFolders", () => null);
    this.connection.onRequest("client/registerCapability", ({ registrations }: RegistrationParams) => {
      this.registrations.push(...registrations);
      this.#wake();
      return null;
    });
    this.connection.onRequest("client/unregisterCapability", ({ unregisterations }: UnregistrationParams) => {
      const gone = new Set(unregisterations.map(({ id }) => id));
      this.registrations = this.registrations.filter(({ id }) => !gone.has(id));
      this.#wake();
      return null;
    });
    this.connection.listen();
  }

  readonly errors: string[] = [];
  /** What the server has registered and not taken back. */
  registrations: Registration[] = [];
  notesChanged = 0;

  /** Starts the session, and waits until the notes are read. */
  async start(options: StartOptions = {}): Promise<InitializeResult> {
    const result = await this.begin(options);
    await this.until(() => this.notesChanged > 0);
    return result;
  }

  /** Starts the session, as an editor does: it waits for nothing. */
  async begin({ completion, ...options }: StartOptions = {}): Promise<InitializeResult> {
    const parameters: Partial<InitializeParams> = {
      processId: null,
      rootUri: null,
      capabilities: {
        workspace: { configuration: true },
        textDocument: { completion: { completionItem: { snippetSupport: true }, ...completion } },
      },
      ...options,
    };
    const result = await this.request<InitializeResult>("initialize", parameters);
    await this.connection.sendNotification("initialized", {});
    return result;
  }

  async stop(): Promise<void> {
    await this.request("shutdown", null);
    this.connection.dispose();
  }

  request<Result = unknown>(method: string, parameters: unknown): Promise<Result> {
    return this.connection.sendRequest(method, parameters);
  }

  async open(uri: string, text: string, languageId = "yaml"): Promise<void> {
    const textDocument = { uri, languageId, version: ++this.#version, text };
    await this.connection.sendNotification("textDocument/didOpen", { textDocument });
  }

  async change(uri: string, contentChanges: readonly unknown[]): Promise<number> {
    const version = ++this.#version;
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges,
    });
    return version;
  }

  /** The diagnostics of a document, of its current version. */
  async diagnostics(uri: string): Promise<PublishDiagnosticsParams["diagnostics"]> {
    const current = (): PublishDiagnosticsParams | undefined =>
      this.published.findLast((one) => one.uri === uri && one.version === this.#version);
    await this.until(() => current() !== undefined);
    return current()?.diagnostics ?? [];
  }

  /** Waits for an event that makes the condition true. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((done) => this.#waiting.push(done));
  }

  /**
   * Asks now, and again after each news of changed notes, until the answer is the wanted one. The first news may tell of a file that
   * is still being written.
   */
  async untilAnswered<Answer>(ask: () => Promise<Answer>, wanted: (answer: Answer) => boolean): Promise<Answer> {
    while (true) {
      const seen = this.notesChanged;
      const answer = await ask();
      if (wanted(answer)) return answer;
      await this.until(() => this.notesChanged > seen);
    }
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const done of waiting) done();
  }
}

/** Two ends of a pipe in memory. */
function duplexPair(): readonly [Duplex, Duplex] {
  const ends: Duplex[] = [];
  const make = (index: number): Duplex =>
    new Duplex({
      read() {},
      write(chunk: Buffer, _encoding, done) {
        ends[1 - index]?.push(chunk);
        done();
      },
      final(done) {
        ends[1 - index]?.push(null);
        done();
      },
    });
  const left = make(0);
  const right = make(1);
  ends.push(left, right);
  return [left, right];
}
