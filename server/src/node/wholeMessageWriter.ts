import type { Writable } from "node:stream";
import { AbstractMessageWriter, type Message, type MessageWriter } from "vscode-languageserver/node";

/**
 * Writes each message to a stream in one piece. The library's writer hands over the header by itself and waits for it
 * before the content follows: two system calls, and a client that is woken for nothing in between.
 */
export class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: Writable;
  #errors = 0;

  constructor(stream: Writable) {
    super();
    this.#stream = stream;
    stream.on("error", (error) => this.fireError(error));
    stream.on("close", () => this.fireClose());
  }

  /** Rejects where the message can't be written; the error is told to the connection, too. */
  async write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    const whole = `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
    try {
      await new Promise<void>((done, failed) => {
        this.#stream.write(whole, (error) => (error ? failed(error) : done()));
      });
      this.#errors = 0;
    } catch (error) {
      this.fireError(error as Error, message, ++this.#errors);
      throw error;
    }
  }

  end(): void {
    this.#stream.end();
  }
}
