import assert from "node:assert/strict";
import type { Connection } from "vscode-languageserver";
import { browserHost } from "../../src/browser/browserHost.ts";
import { READ_WORKSPACE_FILE, type WorkspaceFileParams } from "../../src/protocol/host.ts";

describe("the host of a browser's worker", () => {
  it("has the project file of a document, and what may stand beside it", async () => {
    const connection = {
      onNotification: () => ({ dispose: () => undefined }),
      sendRequest: async (request: string, { uri }: WorkspaceFileParams) => {
        assert.equal(request, READ_WORKSPACE_FILE);
        return uri === "memory:/workspace/.cfn-notes.yaml" ? new TextEncoder().encode("language: ja\n") : null;
      },
    } as unknown as Connection;
    const host = browserHost(connection);
    assert.equal((await host.projectTexts("memory:/workspace/stacks/a.yaml"))?.own, "language: ja\n");
    assert.equal(await host.projectTexts("memory:/elsewhere/a.yaml"), undefined);
  });
});
