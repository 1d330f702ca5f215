import { Disposable, EventEmitter, type Uri, workspace } from "vscode";

import type { LanguageServer } from "../server/languageServer.ts";

const scheme = "cfn-notes-built-in";

/** Lets the editor open the built-in notes' Markdown, read-only. */
export function builtInNotes(server: LanguageServer): Disposable {
  const changed = new EventEmitter<Uri>();
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri, token) =>
        (await server.request("noteSource", { uri: uri.toString(true) }, token)) ?? undefined,
    }),
    server.onDidChangeNotes(() => {
      for (const { uri } of workspace.textDocuments.filter(({ uri }) => uri.scheme === scheme)) {
        changed.fire(uri);
      }
    }),
  );
}
