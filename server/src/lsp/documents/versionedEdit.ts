import type { ClientCapabilities, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { Localised } from "../../text/localised.ts";

/** What changes in a file. */
export interface FileEdits {
  readonly uri: string;
  /** The version that the edits were made for; `undefined` if the document is not open. */
  readonly version: number | undefined;
  readonly edits: readonly TextEdit[];
}

/**
 * A workspace edit with versions if the client takes them: text that was changed meanwhile must not be edited at wrong
 * places.
 */
export function versionedEdit(files: readonly FileEdits[], { workspace }: ClientCapabilities): WorkspaceEdit {
  const changes = new Map<string, TextEdit[]>();
  // A template may nest itself.
  for (const { uri, edits } of files) changes.set(uri, [...(changes.get(uri) ?? []), ...edits]);
  if (workspace?.workspaceEdit?.documentChanges !== true) return { changes: Object.fromEntries(changes) };
  const versions = new Map(files.map(({ uri, version }) => [uri, version]));
  return {
    documentChanges: [...changes].map(([uri, edits]) => ({
      textDocument: { uri, version: versions.get(uri) ?? null },
      edits,
    })),
  };
}

/** Shown if others change the files at the same time. */
export const CHANGED_MEANWHILE: Localised = {
  en: "Not renamed: files changed meanwhile. Try again in a moment.",
  ja: "名前を変更しませんでした。処理中にファイルが変更されました。少し待ってから、もう一度試してください。",
};
