import type { CancellationToken, RenameParams } from "vscode-languageserver";
import { lazy } from "../../text/lazy.ts";
import { LSPErrorCodes, ResponseError } from "../host/protocolLibrary.ts";
import type { Needed } from "../turns/beginning.ts";
import { MAX_TURN_MS } from "../turns/givenUp.ts";
import { NOT_CANCELLED } from "../turns/guard.ts";
import { hoverRequest, isEnoughForHover } from "./hoverRequest.ts";
import type { OtherAnswers } from "./otherAnswers.ts";
import { type Asked, AskedOf, type DocumentParams, type Handler, type HoverContext, tooLong } from "./request.ts";
import { type Handlers, OF_NOTE_FILES, REQUESTS, type RenameAnswer, type Requests } from "./requestTable.ts";

/** Any of the answers, and its handler; the table has the types of their parameters. */
type AnyAnswer = (parameters: never, asked: Asked) => unknown;
type AnyHandler = Handler<never, unknown>;

/**
 * Makes a handler behind the fence (see `guard`), called when what it needs is read; `needed` is the settings unless
 * given. "notes" are those that are read in time, or those that are read already if `isEnough` says so.
 */
export type Fence = (
  name: string,
  nothing: unknown,
  handle: (parameters: never, token: CancellationToken) => unknown,
  needed?: Needed | "all notes",
  isEnough?: (parameters: never) => boolean,
) => AnyHandler;

/**
 * A handler for each request of the table, behind the fence. All but the hover's are loaded with the first of the
 * others.
 */
export function allRequests(context: HoverContext, guarded: Fence): Handlers {
  const { noteFiles } = context;
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
    const isEnough = (parameters: unknown): boolean =>
      name === "hover" && isEnoughForHover(context, new AskedOf(context, parameters, NOT_CANCELLED));
    const answer = name === "hover" ? hover : loadedAnswer(({ ofTemplates }) => ofTemplates[name]);
    const ofTemplate = guarded(name, nothing, handled(answer as AnyAnswer, nothing), needs, isEnough);
    const [of] = OF_NOTE_FILES.filter((one) => one === name);
    const answerOfNote = of && loadedAnswer(({ ofNotes }) => ofNotes[of]);
    const ofNote = answerOfNote && guarded(name, nothing, handled(answerOfNote, nothing), "notes");
    const handler = ofNote === undefined ? ofTemplate : byDocument(ofTemplate, ofNote);
    return name === "rename" ? refusing(handler as Handler<RenameParams, RenameAnswer>) : handler;
  }

  /** Calls an answer with `Asked`, and gives what the row calls `nothing` for `undefined`. */
  function handled(answer: AnyAnswer, nothing: unknown): (parameters: never, token: CancellationToken) => unknown {
    return (parameters, token) => {
      const found = answer(parameters, new AskedOf(context, parameters, token));
      return found instanceof Promise ? found.then((it: unknown) => it ?? nothing) : (found ?? nothing);
    };
  }

  /** Answers at once if it is loaded: each promise costs, and what follows one has to be timed anew. */
  function loadedAnswer(choose: (others: OtherAnswers) => unknown): AnyAnswer {
    return (parameters, asked) => {
      const answered = (others: OtherAnswers): unknown => (choose(others) as AnyAnswer)(parameters, asked);
      if (loaded !== undefined) return answered(loaded);
      return load().then((others) => context.host.within(MAX_TURN_MS, () => answered(others), tooLong));
    };
  }

  /** Requests for the user's files of notes have other answers. */
  function byDocument(ofTemplate: AnyHandler, ofNote: AnyHandler): Handler<DocumentParams, unknown> {
    return (parameters, token) =>
      (noteFiles.has(parameters.textDocument.uri) ? ofNote : ofTemplate)(parameters as never, token);
  }

  /** A refused rename is shown to the user in LSP's way: by an error with a message for people. */
  function refusing(handler: Handler<RenameParams, RenameAnswer>): Handler<RenameParams, RenameAnswer> {
    return async (parameters, token) => {
      const answer = await handler(parameters, token);
      if (answer === null || !("refused" in answer)) return answer;
      return new ResponseError(LSPErrorCodes.RequestFailed, answer.refused[context.language()]);
    };
  }
}
