// The folder with a person's notes in Japanese and two templates, for tests of artifacts.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const workspace = fileURLToPath(new URL("workspace", import.meta.url));

/** @returns {Record<string, string>} the texts of its files, by their path with `/` */
export function workspaceTexts() {
  const files = readdirSync(workspace, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(workspace, path).replaceAll("\\", "/"), readFileSync(path, "utf8")];
    }),
  );
}
