import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { createSession } from "../lsp/session.ts";
import { startServer } from "../lsp/startServer.ts";
import { browserHost } from "./browserHost.ts";

const worker = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

startServer(connection, (opened, parameters) => createSession(opened, browserHost(opened), parameters));
