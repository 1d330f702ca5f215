import type { ConnectionStrategy, Message } from "vscode-languageserver";
import { LSPErrorCodes } from "../host/protocolLibrary.ts";

/** Answers a request that the client cancels before its turn as cancelled, without beginning it. */
export const CANCELLED_BEFORE: ConnectionStrategy = {
  cancelUndispatched(message: Message) {
    const { id } = message as Message & { readonly id?: number | string | null };
    if (id === undefined) return undefined;
    return { jsonrpc: "2.0", id, error: { code: LSPErrorCodes.RequestCancelled, message: "Cancelled" } };
  },
};
