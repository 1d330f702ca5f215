import assert from "node:assert/strict";
import { Writable } from "node:stream";
import type { Message } from "vscode-languageserver/node";
import { WholeMessageWriter } from "../../src/node/wholeMessageWriter.ts";

const message = (method: string): Message => ({ jsonrpc: "2.0", method }) as Message;

describe("WholeMessageWriter", () => {
  it("writes each message in one piece, with its length in bytes", async () => {
    const pieces: string[] = [];
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        pieces.push(chunk.toString("utf8"));
        done();
      },
    });
    const writer = new WholeMessageWriter(stream);
    await Promise.all([writer.write(message("a")), writer.write(message("通知🙂"))]);
    assert.deepEqual(pieces, [
      'Content-Length: 30\r\n\r\n{"jsonrpc":"2.0","method":"a"}',
      'Content-Length: 39\r\n\r\n{"jsonrpc":"2.0","method":"通知🙂"}',
    ]);
  });

  it("rejects and tells what it could not write", async () => {
    const stream = new Writable({ write: (_chunk, _encoding, done) => done(new Error("gone")) });
    const writer = new WholeMessageWriter(stream);
    const told: unknown[] = [];
    writer.onError(([error, failed]) => told.push([error.message, failed]));
    await assert.rejects(writer.write(message("a")), /gone/);
    assert.ok(told.some((one) => JSON.stringify(one) === JSON.stringify(["gone", message("a")])));
  });
});
