import type { ClientCapabilities, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { Localised } from "../../text/localised.ts";

/** What changes in a file. */
export interface FileEdits {
  readonly uri: string;
  /** Of the document that the edits were made for; `undefined` if it is not open. */
  readonly version: number | undefined;
  readonly edits: readonly TextEdit[];
}

/** With versions where the client takes them: what was changed meanwhile is not to be edited at wrong places. */
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

/** Said where files are being changed by others. */
export const CHANGED_MEANWHILE: Localised = {
  en: "Not renamed: files changed meanwhile. Try again in a moment.",
  ja: "名前を変更しませんでした。処理中にファイルが変更されました。少し待ってから、もう一度試してください。",
};
