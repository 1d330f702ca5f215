import { kill, versions } from "node:process";
import type { LanguageClientOptions } from "vscode-languageclient";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { HostClient } from "../server/languageServer.ts";
import { serverArguments } from "./serverArguments.ts";

/** The client of a language server that runs `module` as a process of its own; it is not started yet. */
export function languageClient(module: string, options: LanguageClientOptions): HostClient {
  // The server is run by the Node that runs the extension.
  const execArgv = [...serverArguments(versions.v8)];
  const server = { module, transport: TransportKind.ipc, options: { execArgv } };
  const client = new LanguageClient("cfnNotes", "CloudFormation Notes", server, options);
  return {
    client,
    end: (processId) => {
      if (processId === undefined) return "unnoticed";
      kill(processId, "SIGKILL");
      return "noticed";
    },
  };
}
