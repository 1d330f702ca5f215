import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { CANCELLED_BEFORE } from "../lsp/client/cancelledBefore.ts";
import { createSession } from "../lsp/session.ts";
import { startServer } from "../lsp/startServer.ts";
import { PING, type PingResult } from "../protocol/common.ts";
import { browserHost } from "./browserHost.ts";

const worker = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(
  new BrowserMessageReader(worker),
  new BrowserMessageWriter(worker),
  CANCELLED_BEFORE,
);

connection.onRequest(PING, (): PingResult => ({}));
startServer(connection, (opened, parameters) => createSession(opened, browserHost(opened), parameters));
