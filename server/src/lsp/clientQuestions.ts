import type { Connection, InitializeParams } from "vscode-languageserver";
import { attempt } from "./guard.ts";
import type { Host } from "./host.ts";

/** So long a client may take for an answer, in milliseconds. */
const PATIENCE = 5000;

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
  /** The workspace's folders as the client said them last. */
  #folders: Promise<readonly { readonly uri: string }[] | null> | undefined;

  constructor(parts: ClientQuestionsParts) {
    this.#parts = parts;
  }

  /** The settings as they are now; nothing where the client cannot be asked, or says nothing for long. */
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
    const limit = host.sleep(PATIENCE).then(() => {
      isLate = true;
    });
    return Promise.race([answer, limit]);
  }

  /** To be called when the client tells that the workspace's folders changed. */
  foldersChanged(): void {
    this.#folders = undefined;
  }

  /** The workspace's folders, as URIs: those of now, or else those that the client began with. */
  async folders(): Promise<readonly string[]> {
    const { connection, parameters, host } = this.#parts;
    const { capabilities, rootUri, workspaceFolders } = parameters;
    if (capabilities.workspace?.workspaceFolders === true) {
      // It may not answer while it waits for an answer itself.
      this.#folders ??= connection.workspace.getWorkspaceFolders().catch(() => null);
      const folders = await Promise.race([this.#folders, host.sleep(PATIENCE).then(() => null)]);
      if (folders !== null) return folders.map(({ uri }) => uri);
    }
    return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
  }
}
