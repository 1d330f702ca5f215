import { withAnswers } from "../../languageService.ts";
import { lazy } from "../../text/lazy.ts";
import { MAX_TURN_MS } from "../turns/givenUp.ts";
import { bootstrapRequests } from "./bootstrapRequests.ts";
import { editingRequests } from "./editingRequests.ts";
import { fileRequests } from "./fileRequests.ts";
import { languageRequests } from "./languageRequests.ts";
import type { LaterRequests } from "./laterRequests.ts";
import { type NoteFileRequests, noteFileRequests } from "./notes/noteFileRequests.ts";
import { noteRequests } from "./notes/noteRequests.ts";
import { noteUseRequests } from "./noteUseRequests.ts";
import { type Asked, type HoverContext, type RequestContext, tooLong } from "./request.ts";
import { type Answers, REQUESTS } from "./requestTable.ts";
import { structureRequests } from "./structureRequests.ts";
import { workspaceRequests } from "./workspaceRequests.ts";

/** The answers to all requests but the hover on a template. */
export interface OtherAnswers {
  readonly ofTemplates: Omit<Answers, "hover"> & { readonly hover?: never };
  readonly ofNotes: NoteFileRequests;
}

export async function otherAnswers(first: HoverContext): Promise<OtherAnswers> {
  const context: RequestContext = { ...first, service: withAnswers(first.service) };
  const atOnce = {
    ...languageRequests(context),
    ...structureRequests(context),
    ...fileRequests(context),
    ...editingRequests(context),
    ...workspaceRequests(context),
    ...bootstrapRequests(context),
    ...noteRequests(context),
    ...noteUseRequests(context),
  };
  const later = Object.keys(REQUESTS).filter((name) => name !== "hover" && !(name in atOnce));
  return { ofTemplates: { ...atOnce, ...laterRequests(context, later) }, ofNotes: noteFileRequests(context) };
}

type LaterAnswer = (parameters: never, asked: Asked) => unknown;

/** Requests whose code is loaded with the first of them: a template is read without it. */
function laterRequests(context: RequestContext, names: readonly string[]): LaterRequests {
  const loaded = lazy(async () => (await import("./laterRequests.ts")).laterRequests(context));
  const answerOf =
    (name: string): LaterAnswer =>
    async (parameters, asked) => {
      const answers = await loaded();
      const answer = answers[name as keyof LaterRequests] as LaterAnswer;
      return context.host.within(MAX_TURN_MS, () => answer(parameters, asked), tooLong);
    };
  return Object.fromEntries(names.map((name) => [name, answerOf(name)])) as unknown as LaterRequests;
}
