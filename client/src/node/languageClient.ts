import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

/** The client of a language server that runs `module` as a process of its own; it is not started yet. */
export function languageClient(module: string, options: LanguageClientOptions): BaseLanguageClient {
  return new LanguageClient("cfnNotes", "CloudFormation Notes", { module, transport: TransportKind.ipc }, options);
}
