import { type CancellationToken, type Disposable, type Event, EventEmitter, type LogOutputChannel } from "vscode";
import type { BaseLanguageClient, ErrorHandler, LanguageClientOptions } from "vscode-languageclient";
import { NOTES_CHANGED } from "../../../server/src/protocol/notes.ts";
import type { OwnRequests } from "../../../server/src/protocol/ownRequests.ts";
import { BINDINGS_LOST, type LostBindings } from "../../../server/src/protocol/writing.ts";
import { Crashes, type CrashesParts } from "./crashes.ts";
import { type StartingStatus, startingStatus } from "./startingStatus.ts";
import { watchdog } from "./watchdog.ts";

/** Members of the client's enums: its library is not loaded before the server starts. */
const errorAction = { continue: 1 } as const;
const closeAction = { doNotRestart: 1, restart: 2 } as const;

/** The language client of a host, not started yet, and how a server is ended that no longer answers. */
export interface HostClient {
  readonly client: BaseLanguageClient;
  /** @param processId if it is known; the result says whether the client notices the end by itself */
  end(processId: number | undefined): "noticed" | "unnoticed";
}

export type CreateClient = (options: LanguageClientOptions) => Promise<HostClient>;

/** What the server was sent, as far as it matters when it crashes. */
export interface Told extends Pick<CrashesParts, "lastDocument" | "leaveOut"> {
  /** Whether something was sent since the last call. */
  readonly wasTold: () => boolean;
  /** Lets it have all documents again. */
  readonly leaveOutNone: () => void;
}

export interface LanguageServerParts {
  readonly createClient: CreateClient;
  readonly options: () => LanguageClientOptions;
  readonly log: LogOutputChannel;
  readonly told: Told;
}

/**
 * The connection to the language server, which starts at the first use and not before.
 * `options` is asked for again at each start.
 */
export class LanguageServer implements Disposable {
  readonly #createClient: CreateClient;
  readonly #options: () => LanguageClientOptions;
  readonly #log: LogOutputChannel;
  readonly #started = new EventEmitter<BaseLanguageClient>();
  /** Fires when the server answered `initialize`. */
  readonly onDidStart: Event<BaseLanguageClient> = this.#started.event;
  readonly #notesChanged = new EventEmitter<void>();
  /** Fires when notes were added, changed or removed. */
  readonly onDidChangeNotes: Event<void> = this.#notesChanged.event;
  readonly #bindingsLost = new EventEmitter<LostBindings>();
  /** Fires when notes of a file show nowhere since their words changed. */
  readonly onDidLoseBindings: Event<LostBindings> = this.#bindingsLost.event;
  readonly #told: Told;
  readonly #crashes: Crashes;
  #client: Promise<BaseLanguageClient> | undefined;
  #watchdog: Disposable | undefined;
  #starting: StartingStatus | undefined;

  constructor({ createClient, options, log, told }: LanguageServerParts) {
    this.#createClient = createClient;
    this.#options = options;
    this.#log = log;
    this.#told = told;
    this.#crashes = new Crashes({ ...told, restart: () => this.restart() });
  }

  /** Whether the server was started since activation. */
  get isStarted(): boolean {
    return this.#client !== undefined;
  }

  /** The running client; the first call starts the server. Rejects if the server cannot start. */
  start(): Promise<BaseLanguageClient> {
    this.#client ??= this.#startTold();
    return this.#client;
  }

  /** Starts the server without waiting; a failure is logged. */
  startInBackground(): void {
    this.start().catch((error: unknown) => this.#log.error(String(error)));
  }

  /** Sends one of our own requests; `undefined` if it was cancelled, or failed (which is logged). */
  async request<Name extends keyof OwnRequests>(
    name: Name,
    params: OwnRequests[Name][0],
    token?: CancellationToken,
  ): Promise<OwnRequests[Name][1] | undefined> {
    const method = `cfnNotes/${name}`;
    try {
      const client = await this.start();
      if (token?.isCancellationRequested) return undefined;
      // A token that is undefined would be sent as a second parameter.
      return await (token ? client.sendRequest(method, params, token) : client.sendRequest(method, params));
    } catch (error) {
      if (!token?.isCancellationRequested) this.#log.error(`${method}: ${String(error)}`);
      return undefined;
    }
  }

  async restart(): Promise<void> {
    this.#told.leaveOutNone();
    this.#crashes.forget();
    await this.#startAgain();
  }

  async #startAgain(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Stops the server; the next use starts it again. */
  async stop(): Promise<void> {
    this.#watchdog?.dispose();
    this.#starting?.done();
    const running = this.#client;
    this.#client = undefined;
    const client = await running?.catch(() => undefined);
    await client?.dispose().catch((error: unknown) => this.#log.warn(String(error)));
  }

  dispose(): void {
    this.#watchdog?.dispose();
    this.#starting?.done();
    this.#started.dispose();
    this.#notesChanged.dispose();
    this.#bindingsLost.dispose();
  }

  async #startTold(): Promise<BaseLanguageClient> {
    const starting = startingStatus();
    this.#starting = starting;
    try {
      return await this.#startClient();
    } catch (error) {
      starting.failed();
      throw error;
    }
  }

  async #startClient(): Promise<BaseLanguageClient> {
    // The client's own handler would show it in English only, and offer nothing.
    const errorHandler: ErrorHandler = {
      error: () => ({ action: errorAction.continue, handled: true }),
      closed: () => ({
        action: this.#crashes.happened() ? closeAction.restart : closeAction.doNotRestart,
        handled: true,
      }),
    };
    const { client, end } = await this.#createClient({ ...this.#options(), errorHandler });
    client.onNotification(NOTES_CHANGED, () => {
      this.#starting?.done();
      this.#notesChanged.fire();
    });
    client.onNotification(BINDINGS_LOST, (found: LostBindings) => this.#bindingsLost.fire(found));
    await client.start();
    const watch = (): void => {
      this.#watchdog?.dispose();
      this.#watchdog = watchdog(client, this.#told.wasTold, (processId) => {
        this.#log.error("The language server does not answer any more. It is ended.");
        if (end(processId) === "unnoticed" && this.#crashes.happened()) void this.#startAgain();
      });
    };
    watch();
    // The client restarts a crashed server by itself.
    client.onDidChangeState(() => client.isRunning() && watch());
    this.#started.fire(client);
    this.#notesChanged.fire();
    return client;
  }
}
