import type { ExtensionContext } from "vscode";
import { activate as activateIn, type CfnNotes } from "../extension.ts";
import type { LanguageServer } from "../languageServer.ts";

let server: LanguageServer | undefined;

/** Runs the language server as a process of its own. */
export function activate(context: ExtensionContext): CfnNotes {
  const module = context.asAbsolutePath("dist/server/node.js");
  const extension = activateIn(context, async (options) => {
    const { LanguageClient, TransportKind } = await import("vscode-languageclient/node");
    return new LanguageClient("cfnNotes", "CloudFormation Notes", { module, transport: TransportKind.ipc }, options);
  });
  server = extension.server;
  return extension;
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
