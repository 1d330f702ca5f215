import type { CancellationToken, RenameParams } from "vscode-languageserver";
import { lazy } from "../../text/lazy.ts";
import { LSPErrorCodes, ResponseError } from "../host/protocolLibrary.ts";
import { MAX_TURN_MS } from "../turns/givenUp.ts";
import { hoverRequest, isEnoughForHover } from "./hoverRequest.ts";
import type { OtherAnswers } from "./otherAnswers.ts";
import { type DocumentParams, type Handler, type HoverContext, type PositionParams, tooLong } from "./request.ts";
import { type Handlers, OF_NOTE_FILES, REQUESTS, type RenameAnswer, type Requests } from "./requestTable.ts";

/** Any of the answers, and its handler: what they are asked is as the table says. */
type AnyAnswer = (parameters: never, token: CancellationToken) => unknown;
type AnyHandler = Handler<never, unknown>;

/** A handler for each request of the table, behind the fence (see `guard`). All but the hover's come with the first of the others. */
export function allRequests(context: HoverContext): Handlers {
  const { guarded, noteFiles } = context;
  const hover = hoverRequest(context);
  let loaded: OtherAnswers | undefined;
  const load = lazy(async () => {
    const { otherAnswers } = await import("./otherAnswers.ts");
    loaded = await otherAnswers(context);
    return loaded;
  });
  const handlers = (Object.keys(REQUESTS) as (keyof Requests)[]).map((name) => [name, handlerOf(name)]);
  return Object.fromEntries(handlers) as Handlers;

  function handlerOf(name: keyof Requests): AnyHandler {
    const { needs, nothing = null } = REQUESTS[name];
    const isEnough = name === "hover" ? (asked: PositionParams) => isEnoughForHover(context, asked) : undefined;
    const answer = name === "hover" ? hover : loadedAnswer(({ ofTemplates }) => ofTemplates[name]);
    const ofTemplate: AnyHandler = guarded(name, nothing, answer as AnyAnswer, needs, isEnough);
    const [of] = OF_NOTE_FILES.filter((one) => one === name);
    const ofNote = of && guarded(name, nothing, loadedAnswer(({ ofNotes }) => ofNotes[of]) as AnyAnswer, "notes");
    const handler = ofNote === undefined ? ofTemplate : byDocument(ofTemplate, ofNote);
    return name === "rename" ? refusing(handler as Handler<RenameParams, RenameAnswer>) : handler;
  }

  /** Answers at once where it is loaded: each promise costs, and what comes behind one has to be watched anew. */
  function loadedAnswer(choose: (others: OtherAnswers) => unknown): AnyAnswer {
    return (parameters, token) => {
      const answered = (others: OtherAnswers): unknown => (choose(others) as AnyAnswer)(parameters, token);
      if (loaded !== undefined) return answered(loaded);
      return load().then((others) => context.within(MAX_TURN_MS, () => answered(others), tooLong));
    };
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
