import { Console } from "node:console";
import { argv, exit, pid, stderr, stdin, stdout } from "node:process";
import {
  type Connection,
  createConnection,
  type InitializeParams,
  ProposedFeatures,
  StreamMessageReader,
} from "vscode-languageserver/node";
import { CANCELLED_BEFORE } from "../lsp/client/cancelledBefore.ts";
import { firstSettings, mergedSettings } from "../lsp/host/settings.ts";
import { startServer } from "../lsp/startServer.ts";
import { PING, type PingResult } from "../protocol/common.ts";
import { WholeMessageWriter } from "./messageWriter.ts";

/**
 * Runs the server over what the parent process gave: IPC, a pipe or stdio, by its arguments.
 *
 * @param noteFolders with notes; settings of the client that name folders count instead
 */
export function runLanguageServer(noteFolders: readonly string[]): void {
  let isShutDown = false;
  const connection = argv.includes("--stdio")
    ? stdioConnection(() => exit(isShutDown ? 0 : 1))
    : createConnection(ProposedFeatures.all, CANCELLED_BEFORE);
  connection.onRequest(PING, (): PingResult => ({ processId: pid }));
  startServer(
    connection,
    async (opened, parameters) => {
      const { openNodeSession } = await import("./nodeSession.ts");
      return openNodeSession(opened, withNoteFolders(parameters, noteFolders));
    },
    () => {
      isShutDown = true;
    },
  );
}

/**
 * Standard output belongs to the protocol: what a library might print goes to standard error.
 *
 * @param gone called when the client has closed its end without the protocol's last word
 */
function stdioConnection(gone: () => void): Connection {
  Object.assign(globalThis.console, new Console(stderr));
  stdin.once("end", gone);
  // A client that reads no more is gone, too.
  stdout.on("error", gone);
  // A stream that is out of step stays so; its client has to be told why it gets no answers.
  const [reader, writer] = [new StreamMessageReader(stdin), new WholeMessageWriter(stdout)];
  // Else each message starts and stops a timer, for an event that nobody listens to.
  reader.partialMessageTimeout = 0;
  reader.onError(({ message }) => stderr.write(`cfn-notes lsp: ${message}\n`));
  return createConnection(ProposedFeatures.all, reader, writer, CANCELLED_BEFORE);
}

/** The folders of the command line stand in for those of a client's first settings if these name none. */
function withNoteFolders(parameters: InitializeParams, folders: readonly string[]): InitializeParams {
  if (folders.length === 0) return parameters;
  const initializationOptions = mergedSettings({ notes: { folders } }, firstSettings(parameters.initializationOptions));
  return { ...parameters, initializationOptions };
}
