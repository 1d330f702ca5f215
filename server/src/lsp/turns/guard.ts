import type { CancellationToken } from "vscode-languageserver";
import type { Host } from "../host/host.ts";
import { LSPErrorCodes, ResponseError } from "../host/protocolLibrary.ts";
import { MAX_TURN_MS } from "./givenUp.ts";

/** For work that nobody can cancel. */
export const NOT_CANCELLED: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};

/** Where failures are written; never to the stream of the protocol itself. */
export interface Log {
  error(message: string): void;
}

/**
 * The one fence around everything that is done for a client: a failure inside is logged with its stack and answered as
 * nothing, so that one broken feature never takes the editor's session with it.
 */
export async function attempt<Result>(
  log: Log,
  name: string,
  nothing: Result,
  run: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    log.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return nothing;
  }
}

interface Guarded<Parameters, Result> {
  readonly log: Log;
  readonly name: string;
  /** The answer if it fails, or takes too long. */
  readonly nothing: Result;
  readonly handle: (parameters: Parameters, token: CancellationToken) => Result | Promise<Result>;
  /** Resolves when what the answer is made from is there; a request that is cancelled until then is not begun. */
  readonly wait: (parameters: Parameters) => Promise<void> | undefined;
  readonly within: Host["within"];
}

/** A request's handler behind the fence; a request that was cancelled meanwhile is answered as cancelled. */
export function guard<Parameters, Result>({
  log,
  name,
  nothing,
  handle,
  wait,
  within,
}: Guarded<Parameters, Result>): (
  parameters: Parameters,
  token: CancellationToken,
) => Promise<Result | ResponseError<void>> {
  return async (parameters, token) => {
    // If all is ready, it is answered at once: each promise costs.
    const waiting = wait(parameters);
    if (waiting !== undefined) await attempt(log, name, undefined, () => waiting);
    if (token.isCancellationRequested) return cancelled();
    const ended = (): Result => {
      log.error(`${name}: this took more than ${MAX_TURN_MS / 1000} seconds, and was ended.`);
      return nothing;
    };
    const result = await attempt(log, name, nothing, () => within(MAX_TURN_MS, () => handle(parameters, token), ended));
    return token.isCancellationRequested ? cancelled() : result;
  };
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled");
}
