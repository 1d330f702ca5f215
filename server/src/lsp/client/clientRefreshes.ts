import type { Connection, InitializeParams } from "vscode-languageserver";
import { CodeLensRefreshRequest } from "../host/protocolLibrary.ts";
import { attempt } from "../turns/guard.ts";

/**
 * Has the client request lenses, hints and the like again, which it requests by itself only after edits. Does nothing
 * for a client that cannot.
 */
export class ClientRefreshes {
  readonly #connection: Connection;
  readonly #can: NonNullable<InitializeParams["capabilities"]["workspace"]>;

  constructor(connection: Connection, { capabilities }: InitializeParams) {
    this.#connection = connection;
    this.#can = capabilities.workspace ?? {};
  }

  codeLenses(): void {
    if (this.#can.codeLens?.refreshSupport === true)
      this.#ask("codeLenses", () => this.#connection.sendRequest(CodeLensRefreshRequest.type));
  }

  inlayHints(): void {
    if (this.#can.inlayHint?.refreshSupport === true)
      this.#ask("inlayHints", () => this.#connection.languages.inlayHint.refresh());
  }

  diagnostics(): void {
    if (this.#can.diagnostics?.refreshSupport === true)
      this.#ask("diagnostics", () => this.#connection.languages.diagnostics.refresh());
  }

  #ask(name: string, refresh: () => Promise<void>): void {
    void attempt<void>(this.#connection.console, name, undefined, refresh);
  }
}
