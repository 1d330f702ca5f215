import { LSPErrorCodes, type RenameParams, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import type { Localised } from "../../text/localised.ts";
import type { Handler, RequestContext } from "./request.ts";

/** What a rename changes, or why it can't be done; `undefined` or `null` if there is nothing to rename. */
export type RenameAnswer = WorkspaceEdit | { readonly refused: Localised } | null | undefined;

/** A refused rename is told to the user, as LSP has it: by an error with a message for people. */
export function renameHandler(
  { guarded, language }: RequestContext,
  rename: (params: RenameParams) => RenameAnswer | Promise<RenameAnswer>,
  needed?: "notes",
): Handler<RenameParams, WorkspaceEdit | null> {
  return async (params, token) => {
    let refusal: string | undefined;
    const handler = guarded<RenameParams, WorkspaceEdit | null>(
      "rename",
      null,
      async () => {
        const found = await rename(params);
        if (found === null || found === undefined || !("refused" in found)) return found ?? null;
        refusal = found.refused[language()];
        return null;
      },
      needed,
    );
    const answer = await handler(params, token);
    return refusal === undefined ? answer : new ResponseError(LSPErrorCodes.RequestFailed, refusal);
  };
}
