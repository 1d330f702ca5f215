import { versionedEdit } from "../documents/versionedEdit.ts";
import { movedTemplates } from "../workspace/movedTemplates.ts";
import type { RequestContext } from "./request.ts";
import type { Answers } from "./requestTable.ts";

type WorkspaceRequests = Pick<
  Answers,
  "workspaceSymbols" | "willRenameFiles" | "documentDiagnostics" | "workspaceDiagnostics"
>;

/** Answers requests about all templates, and the diagnostics of clients that pull them. */
export function workspaceRequests(context: RequestContext): WorkspaceRequests {
  const { symbols, feed, told, workspaceDiagnostics, nested, parameters } = context;
  return {
    workspaceSymbols: ({ query }, { token }) => symbols.search(query, () => token.isCancellationRequested),
    willRenameFiles: async ({ files }) => {
      const edits = await movedTemplates(files, nested);
      return edits.length === 0 ? undefined : versionedEdit(edits, parameters.capabilities);
    },
    documentDiagnostics: async ({ textDocument, previousResultId }) => {
      await feed.settled(textDocument.uri);
      return told.report(textDocument.uri, previousResultId);
    },
    workspaceDiagnostics: async ({ previousResultIds }) => {
      await workspaceDiagnostics.settled();
      const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      // For what was reported before and is not found any more, an empty report.
      const uris = new Set([...workspaceDiagnostics.uris, ...previous.keys()]);
      return {
        items: [...uris].map((uri) => ({
          ...told.report(uri, previous.get(uri)),
          uri,
          version: told.versionOf(uri),
        })),
      };
    },
  };
}
