import assert from "node:assert/strict";
import { kill, platform } from "node:process";
import { commands, Position, type TextDocument, WorkspaceEdit, window, workspace } from "vscode";
import { PING, type PingResult } from "../../../server/src/protocol/common.ts";
import { hastened } from "../hastened.ts";
import { cfnNotes, eventAfter, hoversIn, show } from "../support.ts";

/** States of the language client. */
const STATES = { stopped: 1, running: 2 } as const;

describe("A server that ends by itself", () => {
  const { showErrorMessage, showWarningMessage } = window;
  let told: string[];
  let answer: (chosen: string | undefined) => void;

  beforeEach(async () => {
    await (await cfnNotes()).server.restart();
    told = [];
    const tell = (message: string, ...items: unknown[]): Promise<unknown> => {
      told.push([message, ...items].join(" | "));
      return new Promise((resolve) => {
        answer = resolve;
      });
    };
    Object.assign(window, { showErrorMessage: tell, showWarningMessage: tell });
  });

  afterEach(async () => {
    Object.assign(window, { showErrorMessage, showWarningMessage });
    await commands.executeCommand("workbench.action.files.revert");
    await (await cfnNotes()).server.restart();
  });

  it("is started again, then without the file that it ends with, and after five times when the user says so", async () => {
    const { server } = await cfnNotes();
    const document = await show("template.yaml");
    const client = await server.start();
    const end = async (then: keyof typeof STATES): Promise<void> => {
      const processId = await serverProcess();
      await eventAfter(
        client.onDidChangeState,
        ({ newState }) => newState === STATES[then],
        () => kill(processId, "SIGKILL"),
      );
    };
    await edit(document);
    await hoversIn(document, "Resources");
    await end("running");
    assert.deepEqual(told, []);
    // Resolves when the new process has answered, and knows the open documents.
    await client.start();
    assert.ok((await hoversIn(document, "UpdateReplacePolicy")).length > 0);
    await end("running");
    assert.match(told.join("\n"), /^The language server stopped twice while it worked on template\.yaml/);
    await end("running");
    await end("running");
    await end("stopped");
    assert.match(told.at(-1) ?? "", /^The language server stopped five times .* template\.yaml\. \| Restart$/);
    await eventAfter(
      server.onDidStart,
      () => true,
      () => answer("Restart"),
    );
    assert.ok((await hoversIn(document, "UpdateReplacePolicy")).length > 0);
  });

  // Windows can't hold a process.
  if (platform !== "win32") {
    it("hangs, is ended, and answers again", async () => {
      const { server } = await cfnNotes();
      const document = await show("template.yaml");
      const client = await hastened(() => server.restart().then(() => server.start()));
      const held = await serverProcess();
      await eventAfter(
        client.onDidChangeState,
        ({ newState }) => newState === STATES.running,
        async () => {
          kill(held, "SIGSTOP");
          await edit(document);
        },
      );
      await client.start();
      assert.ok((await hoversIn(document, "UpdateReplacePolicy")).length > 0);
      assert.notEqual(await serverProcess(), held);
      assert.throws(() => kill(held, 0), "The process is still there.");
      assert.deepEqual(told, []);
    });
  }

  async function serverProcess(): Promise<number> {
    const { server } = await cfnNotes();
    const found = await (await server.start()).sendRequest<PingResult>(PING, {});
    assert.ok(found?.processId);
    return found.processId;
  }

  /** The document that is edited is the one that is blamed. */
  async function edit({ uri }: TextDocument): Promise<void> {
    const comment = new WorkspaceEdit();
    comment.insert(uri, new Position(0, 0), "# Edited\n");
    await workspace.applyEdit(comment);
  }
});
