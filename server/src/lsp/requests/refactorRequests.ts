import { convertTemplate } from "../../features/convertTemplate.ts";
import { refactorClient, resolvedAction, uriToResolve } from "../documents/refactorActions.ts";
import type { RequestContext } from "./request.ts";
import type { Answers } from "./requestTable.ts";

type RefactorRequests = Pick<Answers, "resolveCodeAction" | "convertTemplate">;

/** Answers the edits of code actions, which are computed when one is chosen. */
export function refactorRequests(context: RequestContext): RefactorRequests {
  const { service, documents, parameters } = context;
  return {
    resolveCodeAction: (action) => {
      const uri = uriToResolve(action);
      const open = uri === undefined ? undefined : documents.get(uri);
      return open === undefined ? action : resolvedAction(action, open, service, refactorClient(parameters));
    },
    convertTemplate: (_, { open, language }) => {
      const converted = open && convertTemplate(open.template);
      if (converted === undefined) return undefined;
      if ("refused" in converted) return { refused: converted.refused[language] };
      const { text, format, comments } = converted;
      return { text, languageId: format, lostComments: comments };
    },
  };
}
