import assert from "node:assert/strict";
import { releaseMemory } from "../../../src/node/releaseMemory.ts";
import { Client, testHost } from "../client.ts";

describe("memory", () => {
  it("is given back once when many documents were closed and nobody does anything", async () => {
    let times = 0;
    let tell = (): void => undefined;
    const told = new Promise<void>((done) => {
      tell = done;
    });
    const client = new Client(
      { notes: { builtIn: false } },
      {
        ...testHost,
        // Long waits are over soon.
        sleep: (milliseconds) => testHost.sleep(Math.min(milliseconds, 5)),
        now: () => performance.now() * 600,
        releaseMemory: async () => {
          times++;
          tell();
        },
      },
    );
    await client.start();
    const close = async (from: number, to: number): Promise<void> => {
      for (let number = from; number < to; number++) {
        const uri = `file:///${number}.yaml`;
        await client.open(uri, "Resources:\n  T:\n    Type: AWS::SNS::Topic\n");
        await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
      }
    };
    await close(0, 9);
    await client.request("textDocument/hover", {
      textDocument: { uri: "file:///0.yaml" },
      position: { line: 0, character: 0 },
    });
    assert.equal(times, 0);
    await close(9, 12);
    await told;
    assert.equal(times, 1);
    assert.deepEqual(client.errors, []);
    await client.stop();
  });

  it("goes back to the system from what is not used any more, and work goes on", async () => {
    let texts: string[][] | undefined = Array.from({ length: 3e5 }, (_, number) => [String(number)]);
    const before = process.memoryUsage().heapUsed;
    assert.equal(texts.length, 3e5);
    texts = undefined;
    await releaseMemory();
    const after = process.memoryUsage().heapUsed;
    assert.ok(after < before - 5e6, `${before} bytes before, ${after} afterwards`);
    await new Promise((done) => setTimeout(done, 1));
  });
});
