import { versions } from "node:process";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { serverArguments } from "./serverArguments.ts";

/** The client of a language server that runs `module` as a process of its own; it is not started yet. */
export function languageClient(module: string, options: LanguageClientOptions): BaseLanguageClient {
  // The server is run by what runs the extension.
  const execArgv = [...serverArguments(versions.v8)];
  const server = { module, transport: TransportKind.ipc, options: { execArgv } };
  return new LanguageClient("cfnNotes", "CloudFormation Notes", server, options);
}
