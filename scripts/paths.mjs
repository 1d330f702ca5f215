// Where things are; this file and install.mjs use nothing but Node, so that they run before anything is installed.
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** What is downloaded once and kept: the VS Code server, desktop VS Code, Node for the server. Git ignores it. */
export const cache = resolve(process.env["CFN_NOTES_CACHE"] || join(root, ".cache"));
