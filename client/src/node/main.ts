import type { ExtensionContext } from "vscode";
import { activate as activateIn, type CfnNotes } from "../extension.ts";
import { diskPlace } from "./diskPlace.ts";

let extension: CfnNotes | undefined;

/** Runs the language server as a process of its own. */
export function activate(context: ExtensionContext): CfnNotes {
  extension = activateIn(context, {
    createClient: async (options) => {
      const { languageClient } = await import("./languageClient.ts");
      return languageClient(context.asAbsolutePath("dist/server/node.js"), options);
    },
    placeOf: ({ scheme, fsPath }) => (scheme === "file" ? diskPlace(fsPath) : undefined),
  });
  return extension;
}

export async function deactivate(): Promise<void> {
  // The last answer is still being written into the schedule, which takes the server.
  await extension?.studying.store.settled();
  await extension?.server.stop();
}
