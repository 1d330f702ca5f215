// An extension for tests alone: it brings the workspace in memory.
import { Uri, workspace } from "vscode";
import { provideWorkspace } from "../../vscode/memoryFiles.mjs";

/** @param {import("vscode").ExtensionContext} context */
export async function activate({ extensionUri, subscriptions }) {
  const texts = await workspace.fs.readFile(Uri.joinPath(extensionUri, "workspace.json"));
  subscriptions.push(provideWorkspace(JSON.parse(new TextDecoder().decode(texts))));
}
