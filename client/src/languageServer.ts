import { type CancellationToken, type Disposable, type Event, EventEmitter, type LogOutputChannel } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { BINDINGS_LOST, type LostBindings, NOTES_CHANGED } from "../../server/src/protocol.ts";

/** Creates the language client of a host; it is not started yet. */
export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/**
 * The connection to the language server, which starts at the first use and not before.
 * `options` is asked for again at each start.
 */
export class LanguageServer implements Disposable {
  readonly #createClient: CreateClient;
  readonly #options: () => LanguageClientOptions;
  readonly #log: LogOutputChannel;
  readonly #started = new EventEmitter<BaseLanguageClient>();
  readonly #notesChanged = new EventEmitter<void>();
  readonly #bindingsLost = new EventEmitter<LostBindings>();
  #client: Promise<BaseLanguageClient> | undefined;

  constructor(createClient: CreateClient, options: () => LanguageClientOptions, log: LogOutputChannel) {
    this.#createClient = createClient;
    this.#options = options;
    this.#log = log;
  }

  /** Fires when the server answered `initialize`. */
  get onDidStart(): Event<BaseLanguageClient> {
    return this.#started.event;
  }

  /** Fires when notes were added, changed or removed. */
  get onDidChangeNotes(): Event<void> {
    return this.#notesChanged.event;
  }

  /** Fires when notes of a file show nowhere since their words changed. */
  get onDidLoseBindings(): Event<LostBindings> {
    return this.#bindingsLost.event;
  }

  /** Whether something has asked for the server since activation. */
  get isStarted(): boolean {
    return this.#client !== undefined;
  }

  /** The running client; starts the server at the first call. Rejects when the server cannot start. */
  start(): Promise<BaseLanguageClient> {
    this.#client ??= this.#startClient();
    return this.#client;
  }

  /** Starts the server where nobody waits for it; a failure goes into the log. */
  startInBackground(): void {
    this.start().catch((error: unknown) => this.#log.error(String(error)));
  }

  /** Sends one of our own requests; `undefined` when it was cancelled, or failed (which is logged). */
  async request<Result>(method: string, params: object, token?: CancellationToken): Promise<Result | undefined> {
    try {
      const client = await this.start();
      if (token?.isCancellationRequested) {
        return undefined;
      }
      // A token that is undefined would be sent as a second parameter.
      return await (token
        ? client.sendRequest<Result>(method, params, token)
        : client.sendRequest<Result>(method, params));
    } catch (error) {
      if (!token?.isCancellationRequested) {
        this.#log.error(`${method}: ${String(error)}`);
      }
      return undefined;
    }
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Stops the server; the next use starts it again. */
  async stop(): Promise<void> {
    const running = this.#client;
    this.#client = undefined;
    const client = await running?.catch(() => undefined);
    await client?.dispose().catch((error: unknown) => this.#log.warn(String(error)));
  }

  dispose(): void {
    this.#started.dispose();
    this.#notesChanged.dispose();
    this.#bindingsLost.dispose();
  }

  async #startClient(): Promise<BaseLanguageClient> {
    const client = await this.#createClient(this.#options());
    client.onNotification(NOTES_CHANGED, () => this.#notesChanged.fire());
    client.onNotification(BINDINGS_LOST, (found: LostBindings) => this.#bindingsLost.fire(found));
    await client.start();
    this.#started.fire(client);
    this.#notesChanged.fire();
    return client;
  }
}
