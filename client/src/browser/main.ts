import { type ExtensionContext, Uri, workspace } from "vscode";
import { activate as activateIn, type CfnNotes } from "../extension.ts";
import type { LanguageServer } from "../languageServer.ts";
import { workerFiles } from "./workerFiles.ts";

let server: LanguageServer | undefined;

/** Runs the language server as a Web Worker. */
export function activate(context: ExtensionContext): CfnNotes {
  const extension = activateIn(context, async (options) => {
    const [{ LanguageClient }, worker] = await Promise.all([
      import("vscode-languageclient/browser"),
      startWorker(Uri.joinPath(context.extensionUri, "dist", "server", "browser.js")),
    ]);
    const client = new LanguageClient("cfnNotes", "CloudFormation Notes", worker, options);
    context.subscriptions.push(workerFiles(client, context));
    return client;
  });
  server = extension.server;
  return extension;
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

/** A worker may not be loaded from another origin, which an extension's files can have; its text may. */
async function startWorker(file: Uri): Promise<Worker> {
  const code = await workspace.fs.readFile(file);
  const url = URL.createObjectURL(new Blob([new Uint8Array(code)], { type: "text/javascript" }));
  const worker = new Worker(url, { name: "CloudFormation Notes" });
  URL.revokeObjectURL(url);
  return worker;
}
