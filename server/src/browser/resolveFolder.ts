import { besideUri } from "../lsp/host/sameFile.ts";

const IS_URI = /^[a-z][a-z0-9+.-]+:/i;
const DRIVE = /^[a-z]:[\\/]/i;

/**
 * The folders that a setting means, as URIs: the URI itself, or a path below each folder of the workspace, relative to
 * it or from the top of its file system; `~` means nothing in a browser.
 */
export function resolveFolder(setting: string, workspaceFolders: readonly string[]): readonly string[] {
  if (IS_URI.test(setting)) return [setting];
  if (setting.startsWith("~")) return [];
  const isFromTop = DRIVE.test(setting) || /^[\\/]/.test(setting);
  return workspaceFolders.flatMap((uri) => besideUri(`${isFromTop ? topOf(uri) : withoutSlash(uri)}/.`, setting) ?? []);
}

function topOf(uri: string): string {
  return uri.replace(/^([^/]*(?:\/\/[^/]*)?)\/.*$/, "$1");
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/+$/, "");
}
