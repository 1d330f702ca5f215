import type { CodeAction } from "vscode-languageserver";
import type { ConvertedTemplate } from "../../protocol/template.ts";
import { refactorClient, resolvedAction, uriToResolve } from "../documents/refactorActions.ts";
import type { DocumentParams, RequestContext } from "./request.ts";
import type { Requests } from "./requestTable.ts";

type RefactorRequests = Pick<Requests, "resolveCodeAction" | "convertTemplate">;

/** What is worked out when it is chosen. */
export function refactorRequests(context: RequestContext): RefactorRequests {
  const { service, documents, guarded, language, parameters } = context;
  return {
    resolveCodeAction: guarded("resolveCodeAction", {} as CodeAction, (action: CodeAction) => {
      const uri = uriToResolve(action);
      const open = uri === undefined ? undefined : documents.get(uri);
      return open === undefined ? action : resolvedAction(action, open, service, refactorClient(parameters));
    }),
    convertTemplate: guarded<DocumentParams, ConvertedTemplate | null>(
      "convertTemplate",
      null,
      ({ textDocument }: DocumentParams) => {
        const open = documents.get(textDocument.uri);
        const converted = open && service.convertTemplate(open.template);
        if (converted === undefined) return null;
        if ("refused" in converted) return { refused: converted.refused[language()] };
        const { text, format, comments } = converted;
        return { text, languageId: format, lostComments: comments };
      },
    ),
  };
}
