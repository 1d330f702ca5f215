import { assistantRequests } from "./assistantRequests.ts";
import { bootstrapRequests } from "./bootstrapRequests.ts";
import { compareRequests } from "./compareRequests.ts";
import { editingRequests } from "./editingRequests.ts";
import { fileRequests } from "./fileRequests.ts";
import { graphRequests } from "./graphRequests.ts";
import { languageRequests } from "./languageRequests.ts";
import { mendRequests } from "./mendRequests.ts";
import { noteFileRequests } from "./noteFileRequests.ts";
import { noteRequests } from "./noteRequests.ts";
import { refactorRequests } from "./refactorRequests.ts";
import type { RequestContext } from "./request.ts";
import type { Requests } from "./requestTable.ts";
import { structureRequests } from "./structureRequests.ts";
import { studyRequests } from "./studyRequests.ts";
import { workspaceRequests } from "./workspaceRequests.ts";
import { writeRequests } from "./writeRequests.ts";

/** An answer to each request of the table. */
export function allRequests(context: RequestContext): Requests {
  const ofTemplates = {
    ...languageRequests(context),
    ...structureRequests(context),
    ...fileRequests(context),
    ...editingRequests(context),
    ...workspaceRequests(context),
    ...bootstrapRequests(context),
  };
  return {
    ...ofTemplates,
    ...noteFileRequests(context, ofTemplates),
    ...noteRequests(context),
    ...mendRequests(context),
    ...writeRequests(context),
    ...studyRequests(context),
    ...compareRequests(context),
    ...refactorRequests(context),
    ...assistantRequests(context),
    ...graphRequests(context),
  };
}
