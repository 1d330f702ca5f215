import assert from "node:assert/strict";
import { kill } from "node:process";
import { commands, Position, WorkspaceEdit, window, workspace } from "vscode";
import { PING, type PingResult } from "../../server/src/protocol.ts";
import { cfnNotes, eventAfter, hoversIn, show } from "./support.ts";

describe("A server that ends by itself", () => {
  const { showErrorMessage, showWarningMessage } = window;
  const told: string[] = [];
  let answer: (chosen: string | undefined) => void;

  before(async () => {
    await (await cfnNotes()).server.restart();
    const tell = (message: string, ...items: unknown[]): Promise<unknown> => {
      told.push([message, ...items].join(" | "));
      return new Promise((resolve) => {
        answer = resolve;
      });
    };
    Object.assign(window, { showErrorMessage: tell, showWarningMessage: tell });
  });

  after(async () => {
    Object.assign(window, { showErrorMessage, showWarningMessage });
    await commands.executeCommand("workbench.action.files.revert");
    await (await cfnNotes()).server.restart();
  });

  it("is started again, then without the file that it ends with, and after five times when the user says so", async () => {
    const { server } = await cfnNotes();
    const document = await show("template.yaml");
    const client = await server.start();
    const end = async (then: "running" | "stopped"): Promise<void> => {
      const found = await server.request<PingResult>(PING, {});
      assert.ok(found?.processId);
      const { processId } = found;
      const state = { running: 2, stopped: 1 }[then];
      await eventAfter(
        client.onDidChangeState,
        ({ newState }) => newState === state,
        () => kill(processId, "SIGKILL"),
      );
    };
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), "# The document that is edited is the one that is blamed.\n");
    await workspace.applyEdit(edit);
    await hoversIn(document, "Resources");
    await end("running");
    assert.deepEqual(told, []);
    await hoversIn(document, "Resources");
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
    assert.ok(server.isStarted);
  });
});
