import type { InitializeParams, ServerCapabilities } from "vscode-languageserver";
import { positionEncoding } from "../host/positions.ts";
import { TextDocumentSyncKind } from "../host/protocolLibrary.ts";
import { REQUESTS } from "./requestTable.ts";

/** What the server can do for a client: what the rows of the requests say, and what is no request. */
export function capabilitiesFor(parameters: InitializeParams): ServerCapabilities {
  return {
    positionEncoding: positionEncoding(parameters),
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...Object.assign(
      {},
      ...Object.values(REQUESTS).map(({ capability, offered }) => (offered?.(parameters) === false ? {} : capability)),
    ),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
