import type { Writable } from "node:stream";
import type { Message, MessageWriter } from "vscode-languageserver/node";
import { AbstractMessageWriter } from "../lsp/host/protocolLibrary.ts";

/** Writes each message in one piece: a header written by itself costs as much as the message. */
export class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: Writable;
  #failures = 0;

  constructor(stream: Writable) {
    super();
    this.#stream = stream;
    stream.on("error", (error) => this.fireError(error));
    stream.on("close", () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    return new Promise((done, failed) => {
      this.#stream.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`, (error) => {
        if (!error) {
          done();
          return;
        }
        this.fireError(error, message, ++this.#failures);
        failed(error);
      });
    });
  }

  end(): void {
    this.#stream.end();
  }
}
