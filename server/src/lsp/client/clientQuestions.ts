import type { Connection, InitializeParams } from "vscode-languageserver";
import type { Host } from "../host/host.ts";
import { attempt } from "../turns/guard.ts";

/** How long to wait for an answer of the client. Checks wait for folders, only notes wait for settings. */
const WAIT_MS = { settings: 5000, folders: 2000 } as const;

interface ClientQuestionsParts {
  readonly connection: Connection;
  readonly parameters: InitializeParams;
  readonly host: Pick<Host, "sleep">;
  /** Called when the settings arrive after the wait for them was given up. */
  readonly settingsCameLate: () => void;
}

/** What the server asks its client. A client may refuse, or never answer. */
export class ClientQuestions {
  readonly #parts: ClientQuestionsParts;
  /** The workspace's folders by the client's last answer, or those of `initialize` if it did not answer in time. */
  #folders: Promise<readonly string[]> | undefined;

  constructor(parts: ClientQuestionsParts) {
    this.#parts = parts;
  }

  /** The present settings; `undefined` if the client cannot be asked or does not answer in time. */
  async settings(): Promise<unknown> {
    const { connection, parameters, host, settingsCameLate } = this.#parts;
    if (parameters.capabilities.workspace?.configuration !== true) return undefined;
    let isLate = false;
    const asked = attempt<unknown>(connection.console, "settings", undefined, () =>
      connection.workspace.getConfiguration("cfnNotes"),
    );
    const answer = asked.then((settings) => {
      if (isLate) settingsCameLate();
      return settings;
    });
    const limit = host.sleep(WAIT_MS.settings).then(() => {
      isLate = true;
    });
    return Promise.race([answer, limit]);
  }

  /** To be called when the client says that the workspace's folders changed. */
  foldersChanged(): void {
    this.#folders = undefined;
  }

  /** The workspace's folders, as URIs: the present ones, or else those of `initialize`. */
  folders(): Promise<readonly string[]> {
    if (this.#parts.parameters.capabilities.workspace?.workspaceFolders !== true)
      return Promise.resolve(this.#foldersOfBeginning());
    this.#folders ??= this.#askedFolders();
    return this.#folders;
  }

  /** A client that did not answer in time is not waited for again: it may answer later, or never. */
  #askedFolders(): Promise<readonly string[]> {
    const { connection, host } = this.#parts;
    const before = this.#foldersOfBeginning();
    const asked = connection.workspace.getWorkspaceFolders().then(
      (folders) => folders?.map(({ uri }) => uri) ?? before,
      () => before,
    );
    const answer = Promise.race([asked, host.sleep(WAIT_MS.folders).then(() => before)]);
    void asked.then(() => {
      if (this.#folders === answer) this.#folders = asked;
    });
    return answer;
  }

  #foldersOfBeginning(): readonly string[] {
    const { rootUri, workspaceFolders } = this.#parts.parameters;
    // Some clients leave it out.
    return workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === "string" ? [rootUri] : []);
  }
}
