import assert from "node:assert/strict";
import { commands, Position, window } from "vscode";
import { hastened } from "../hastened.ts";
import { cfnNotes, eventAfter, hoversIn, show } from "../support.ts";

interface Posting {
  postMessage(...message: unknown[]): void;
  terminate(): void;
}

type MakeWorker = new (...parameters: unknown[]) => Posting;

describe("A worker that does not answer", () => {
  const { Worker } = globalThis as unknown as { Worker: MakeWorker };
  let isDeaf = false;
  let ended = 0;

  /** Stands for the editor's own, but hears nothing while it is deaf. */
  function deafened(...parameters: unknown[]): Posting {
    const worker = new Worker(...parameters);
    const { postMessage, terminate } = worker;
    worker.postMessage = (...message) => isDeaf || postMessage.apply(worker, message);
    worker.terminate = () => {
      ended++;
      isDeaf = false;
      terminate.apply(worker);
    };
    return worker;
  }

  before(() => {
    Object.assign(globalThis, { Worker: deafened });
  });

  after(async () => {
    Object.assign(globalThis, { Worker });
    await commands.executeCommand("workbench.action.files.revert");
    await (await cfnNotes()).server.restart();
  });

  it("is ended, and another one answers", async () => {
    const { server } = await cfnNotes();
    const document = await show("template.yaml");
    await hastened(() => server.restart());
    assert.ok((await hoversIn(document, "UpdateReplacePolicy")).length > 0);
    ended = 0;
    await eventAfter(
      server.onDidStart,
      () => true,
      async () => {
        isDeaf = true;
        await window.activeTextEditor?.edit((edit) => edit.insert(new Position(0, 0), "# Edited\n"));
      },
    );
    assert.equal(ended, 1);
    assert.ok((await hoversIn(document, "UpdateReplacePolicy")).length > 0);
  });
});
