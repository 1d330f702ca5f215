import type { Connection, InitializeParams } from "vscode-languageserver";
import { CodeLensRefreshRequest } from "../host/protocolLibrary.ts";
import { attempt } from "../turns/guard.ts";

/** Has the client ask again for what it asks for by itself only after edits. A client that cannot is left alone. */
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
