import { Disposable, type ExtensionContext, Uri, workspace } from "vscode";
import { activate as activateIn, type CfnNotes } from "../extension.ts";
import { workerFiles } from "./workerFiles.ts";

let extension: CfnNotes | undefined;

/** Runs the language server as a Web Worker. */
export function activate(context: ExtensionContext): CfnNotes {
  let address: Promise<string> | undefined;
  extension = activateIn(context, {
    createClient: async (options) => {
      address ??= workerAddress(context);
      const { LanguageClient } = await import("vscode-languageclient/browser");
      const worker = new Worker(await address, { name: "CloudFormation Notes" });
      const client = new LanguageClient("cfnNotes", "CloudFormation Notes", worker, options);
      context.subscriptions.push(workerFiles(client, context));
      return {
        client,
        end: () => {
          worker.terminate();
          return "unnoticed";
        },
      };
    },
    placeOf: () => undefined,
  });
  return extension;
}

export async function deactivate(): Promise<void> {
  // The last answer is still being written into the schedule, which takes the server.
  await extension?.studying.store.settled();
  await extension?.server.stop();
}

/**
 * A worker may not be loaded from another origin, which an extension's files can have; its text may.
 * The address stays until the extension ends: VS Code loads a worker from it only after `new Worker` has returned.
 */
async function workerAddress({ extensionUri, subscriptions }: ExtensionContext): Promise<string> {
  const code = await workspace.fs.readFile(Uri.joinPath(extensionUri, "dist", "server", "browser.js"));
  const address = URL.createObjectURL(new Blob([new Uint8Array(code)], { type: "text/javascript" }));
  subscriptions.push(new Disposable(() => URL.revokeObjectURL(address)));
  return address;
}
