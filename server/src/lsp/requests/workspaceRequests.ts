import type {
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticParams,
  WorkspaceSymbolParams,
} from "vscode-languageserver";
import type { RequestContext } from "./request.ts";
import type { Requests } from "./requestTable.ts";

type WorkspaceRequests = Pick<Requests, "workspaceSymbols" | "documentDiagnostics" | "workspaceDiagnostics">;

/** What is asked of all templates, and the diagnostics of clients that ask for them. */
export function workspaceRequests(context: RequestContext): WorkspaceRequests {
  const { guarded, workspaceSymbols, feed, told, workspaceDiagnostics } = context;
  const nothing: DocumentDiagnosticReport = { kind: "full", items: [] };
  return {
    workspaceSymbols: guarded("workspaceSymbols", null, ({ query }: WorkspaceSymbolParams, token) =>
      workspaceSymbols.search(query, () => token.isCancellationRequested),
    ),
    documentDiagnostics: guarded(
      "documentDiagnostics",
      nothing,
      async ({ textDocument, previousResultId }: DocumentDiagnosticParams) => {
        await feed.settled(textDocument.uri);
        return told.report(textDocument.uri, previousResultId);
      },
    ),
    workspaceDiagnostics: guarded(
      "workspaceDiagnostics",
      { items: [] },
      async ({ previousResultIds }: WorkspaceDiagnosticParams) => {
        await workspaceDiagnostics.settled();
        const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
        // What was told before and is not found any more is told to be empty.
        const uris = new Set([...workspaceDiagnostics.uris, ...previous.keys()]);
        return {
          items: [...uris].map((uri) => ({
            ...told.report(uri, previous.get(uri)),
            uri,
            version: told.versionOf(uri),
          })),
        };
      },
    ),
  };
}
