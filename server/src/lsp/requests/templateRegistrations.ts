import type { Connection, Disposable } from "vscode-languageserver";
import { DocumentFormattingRequest, DocumentOnTypeFormattingRequest } from "../host/protocolLibrary.ts";
import { attempt } from "../turns/guard.ts";
import { ENTER } from "./requestTable.ts";

/**
 * Registers formatting for one template after the other. An editor with several formatters for a language asks which
 * one to use; nobody should be asked that for a file that is no template.
 */
export class TemplateRegistrations {
  readonly #connection: Connection;
  readonly #registered = new Map<string, Promise<Disposable | undefined>>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  offer(uri: string): void {
    if (!this.#registered.has(uri)) this.#registered.set(uri, this.#register(uri));
  }

  withdraw(uri: string): void {
    const registered = this.#registered.get(uri);
    this.#registered.delete(uri);
    void registered?.then((it) => it?.dispose());
  }

  withdrawAll(): void {
    for (const uri of [...this.#registered.keys()]) this.withdraw(uri);
  }

  #register(uri: string): Promise<Disposable | undefined> {
    const { client, console } = this.#connection;
    return attempt<Disposable | undefined>(console, "registration", undefined, async () => {
      const documentSelector = [documentFilter(uri)];
      const formatting = await client.register(DocumentFormattingRequest.type, { documentSelector });
      const onType = { documentSelector, firstTriggerCharacter: ENTER };
      const onEnter = await client.register(DocumentOnTypeFormattingRequest.type, onType);
      return {
        dispose: () => {
          formatting.dispose();
          onEnter.dispose();
        },
      };
    });
  }
}

/** A filter for this one document: its path as the client's system writes it. */
function documentFilter(uri: string): { readonly scheme: string; readonly pattern: string } {
  const [, scheme = "", authority = "", path = ""] = /^([\w+.-]+):(?:\/\/([^/?#]*))?([^?#]*)/.exec(uri) ?? [];
  const pattern = decodeURIComponent(path).replace(/^\/(?=[A-Za-z]:)/, "");
  return { scheme, pattern: authority === "" ? pattern : `**${pattern}` };
}
