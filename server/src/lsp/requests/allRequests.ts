import { type CancellationToken, LSPErrorCodes, type RenameParams, ResponseError } from "vscode-languageserver";
import { lazy } from "../../text/lazy.ts";
import { LONGEST } from "../turns/givenUp.ts";
import { bootstrapRequests } from "./bootstrapRequests.ts";
import { editingRequests } from "./editingRequests.ts";
import { fileRequests } from "./fileRequests.ts";
import { graphRequests } from "./graphRequests.ts";
import { isEnoughForHover, languageRequests } from "./languageRequests.ts";
import type { LaterRequests } from "./laterRequests.ts";
import { noteFileRequests } from "./notes/noteFileRequests.ts";
import { noteRequests } from "./notes/noteRequests.ts";
import { type DocumentParams, type Handler, type PositionParams, type RequestContext, tooLong } from "./request.ts";
import { type Answers, type Handlers, REQUESTS, type RenameAnswer, type Requests } from "./requestTable.ts";
import { structureRequests } from "./structureRequests.ts";
import { workspaceRequests } from "./workspaceRequests.ts";

/** Any of the answers, and its handler: what they are asked is as the table says. */
type AnyAnswer = (parameters: never, token: CancellationToken) => unknown;
type AnyHandler = Handler<never, unknown>;

/** A handler for each request of the table, behind the fence (see `guard`). */
export function allRequests(context: RequestContext): Handlers {
  const { guarded, noteFiles } = context;
  const atOnce = {
    ...languageRequests(context),
    ...structureRequests(context),
    ...fileRequests(context),
    ...editingRequests(context),
    ...workspaceRequests(context),
    ...bootstrapRequests(context),
    ...noteRequests(context),
    ...graphRequests(context),
  };
  const later = Object.keys(REQUESTS).filter((name) => !(name in atOnce));
  const answers: Answers = { ...atOnce, ...laterRequests(context, later) };
  const ofNotes: Partial<Answers> = noteFileRequests(context);
  const handlers = (Object.keys(REQUESTS) as (keyof Requests)[]).map((name) => [name, handlerOf(name)]);
  return Object.fromEntries(handlers) as Handlers;

  function handlerOf(name: keyof Requests): AnyHandler {
    const { needs, nothing = null } = REQUESTS[name];
    const isEnough = name === "hover" ? (asked: PositionParams) => isEnoughForHover(context, asked) : undefined;
    const ofTemplate: AnyHandler = guarded(name, nothing, answers[name] as AnyAnswer, needs, isEnough);
    const ofNote = ofNotes[name] && guarded(name, nothing, ofNotes[name] as AnyAnswer, "notes");
    const handler = ofNote === undefined ? ofTemplate : byDocument(ofTemplate, ofNote);
    return name === "rename" ? refusing(handler as Handler<RenameParams, RenameAnswer>) : handler;
  }

  /** What is asked of the user's files of notes has other answers. */
  function byDocument(ofTemplate: AnyHandler, ofNote: AnyHandler): Handler<DocumentParams, unknown> {
    return (parameters, token) =>
      (noteFiles.has(parameters.textDocument.uri) ? ofNote : ofTemplate)(parameters as never, token);
  }

  /** A refused rename is told to the user, as LSP has it: by an error with a message for people. */
  function refusing(handler: Handler<RenameParams, RenameAnswer>): Handler<RenameParams, RenameAnswer> {
    return async (parameters, token) => {
      const answer = await handler(parameters, token);
      if (answer === null || !("refused" in answer)) return answer;
      return new ResponseError(LSPErrorCodes.RequestFailed, answer.refused[context.language()]);
    };
  }
}

/** What is asked when somebody studies, writes or mends notes: a template is read without it, so its code comes with the first of these. */
function laterRequests(context: RequestContext, names: readonly string[]): LaterRequests {
  const loaded = lazy(async () => (await import("./laterRequests.ts")).laterRequests(context));
  const answerOf =
    (name: string): AnyAnswer =>
    async (parameters, token) => {
      const answers = await loaded();
      const answer = answers[name as keyof LaterRequests] as AnyAnswer;
      return context.within(LONGEST, () => answer(parameters, token), tooLong);
    };
  return Object.fromEntries(names.map((name) => [name, answerOf(name)])) as unknown as LaterRequests;
}
