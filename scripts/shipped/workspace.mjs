// The folder with a person's notes in Japanese and two templates, for tests of artifacts.
import { fileURLToPath } from "node:url";
import { textsIn } from "../vscode/textsIn.mjs";

export const workspace = fileURLToPath(new URL("workspace", import.meta.url));

/** @returns {Record<string, string>} the texts of its files, by their path with `/` */
export function workspaceTexts() {
  return textsIn(workspace);
}
