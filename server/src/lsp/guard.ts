import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** Where failures are told; never to the stream of the protocol itself. */
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

/**
 * A request's handler behind the fence; a request that was cancelled meanwhile is answered as cancelled.
 *
 * @param wait resolves when what the answer is made from is there; what is cancelled until then is not begun
 */
export function guard<Parameters, Result>(
  log: Log,
  name: string,
  nothing: Result,
  handle: (parameters: Parameters, token: CancellationToken) => Result | Promise<Result>,
  wait: () => Promise<void> | undefined,
): (parameters: Parameters, token: CancellationToken) => Promise<Result | ResponseError<void>> {
  return async (parameters, token) => {
    await wait();
    if (token.isCancellationRequested) return cancelled();
    const result = await attempt(log, name, nothing, () => handle(parameters, token));
    return token.isCancellationRequested ? cancelled() : result;
  };
}

function cancelled(): ResponseError<void> {
  return new ResponseError<void>(LSPErrorCodes.RequestCancelled, "Cancelled");
}
