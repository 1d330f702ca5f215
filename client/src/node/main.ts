import type { ExtensionContext } from "vscode";
import { activate as activateIn, type CfnNotes } from "../extension.ts";
import type { LanguageServer } from "../languageServer.ts";

let server: LanguageServer | undefined;

/** Runs the language server as a process of its own. */
export function activate(context: ExtensionContext): CfnNotes {
  const extension = activateIn(context, async (options) => {
    const { languageClient } = await import("./languageClient.ts");
    return languageClient(context.asAbsolutePath("dist/server/node.js"), options);
  });
  server = extension.server;
  return extension;
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
