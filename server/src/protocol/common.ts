/**
 * Requests of our own between client and server, over the same connection as LSP.
 * Positions and lines are LSP's: zero-based, UTF-16. HTML never holds scripts, event handlers,
 * remote references or `command:` links: notes are untrusted.
 */

/** Client → server: whether it is there. No parameters; result: {@link PingResult}. */
export const PING = "cfnNotes/ping";

export interface PingResult {
  /** The server's process, if it is one of its own. */
  readonly processId?: number;
}

export interface AssistantRequest {
  /** A tool of an assistant is called; what it answers, as plain data, or `{ problem }`. */
  readonly assistant: [AssistantParams, object];
}

export interface AssistantParams {
  readonly tool: string;
  /** As the assistant wrote it. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The file that the input means, and its text. */
  readonly uri?: string;
  readonly text?: string;
  /** The text of the template that is compared with. */
  readonly before?: string;
}

export interface ProtocolRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/*
 * Requests of a server in a Web Worker to its client, since it has no files itself. Bytes travel as they are: a
 * worker's messages are cloned, not written as text.
 */
