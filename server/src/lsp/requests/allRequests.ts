import { lazy } from "../../text/lazy.ts";
import { bootstrapRequests } from "./bootstrapRequests.ts";
import { editingRequests } from "./editingRequests.ts";
import { fileRequests } from "./fileRequests.ts";
import { graphRequests } from "./graphRequests.ts";
import { languageRequests } from "./languageRequests.ts";
import type { LaterRequests } from "./laterRequests.ts";
import { noteFileRequests } from "./notes/noteFileRequests.ts";
import { noteRequests } from "./notes/noteRequests.ts";
import type { Handler, RequestContext } from "./request.ts";
import { REQUESTS, type Requests } from "./requestTable.ts";
import { structureRequests } from "./structureRequests.ts";
import { workspaceRequests } from "./workspaceRequests.ts";

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
  const atOnce = {
    ...ofTemplates,
    ...noteFileRequests(context, ofTemplates),
    ...noteRequests(context),
    ...graphRequests(context),
  };
  return {
    ...atOnce,
    ...laterRequests(
      context,
      Object.keys(REQUESTS).filter((name) => !(name in atOnce)),
    ),
  };
}

/** What is asked when somebody studies, writes or mends notes: a template is read without it, so its code comes with the first of these. */
function laterRequests(context: RequestContext, names: readonly string[]): LaterRequests {
  const loaded = lazy(async () => (await import("./laterRequests.ts")).laterRequests(context));
  const answerOf =
    (name: string): Handler<never, unknown> =>
    async (parameters, token) =>
      (await loaded())[name as keyof LaterRequests](parameters, token);
  return Object.fromEntries(names.map((name) => [name, answerOf(name)])) as unknown as LaterRequests;
}
