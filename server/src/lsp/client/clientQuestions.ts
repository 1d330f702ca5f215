import type { Connection, InitializeParams } from "vscode-languageserver";
import type { Host } from "../host/host.ts";
import { attempt } from "../turns/guard.ts";

/** For an answer of the client. Checks wait for folders, and settings only for notes. */
const WAIT_MS = { settings: 5000, folders: 2000 } as const;

interface ClientQuestionsParts {
  readonly connection: Connection;
  readonly parameters: InitializeParams;
  readonly host: Pick<Host, "sleep">;
  /** Called when the client says its settings after nobody waited for them any more. */
  readonly settingsCameLate: () => void;
}

/** What a server asks its client. A client may refuse, or never answer. */
export class ClientQuestions {
  readonly #parts: ClientQuestionsParts;
  /** The workspace's folders as the client said them last, or those that it began with where it said nothing for long. */
  #folders: Promise<readonly string[]> | undefined;

  constructor(parts: ClientQuestionsParts) {
    this.#parts = parts;
  }

  /** The settings as they are now; nothing if the client cannot be asked, or says nothing for long. */
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

  /** To be called when the client tells that the workspace's folders changed. */
  foldersChanged(): void {
    this.#folders = undefined;
  }

  /** The workspace's folders, as URIs: those of now, or else those that the client began with. */
  folders(): Promise<readonly string[]> {
    if (this.#parts.parameters.capabilities.workspace?.workspaceFolders !== true)
      return Promise.resolve(this.#foldersOfBeginning());
    this.#folders ??= this.#askedFolders();
    return this.#folders;
  }

  /** A client that says nothing for long is not waited for again: it may say them later, or never. */
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
    // There are clients that leave it out.
    return workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === "string" ? [rootUri] : []);
  }
}
