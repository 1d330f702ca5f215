import assert from "node:assert/strict";
import { setImmediate as nextTurn } from "node:timers/promises";
import { WorkspaceDiagnostics } from "../../../src/lsp/diagnostics/workspaceDiagnostics.ts";
import type { WorkspaceFiles } from "../../../src/lsp/workspace/workspaceFiles.ts";

type Parts = ConstructorParameters<typeof WorkspaceDiagnostics>[0];

describe("the diagnostics of templates that are not open", () => {
  it("are not settled before the first check, however long settings and notes take to be read", async () => {
    const files: Pick<WorkspaceFiles, "changed"> = { changed: () => undefined };
    const diagnostics = new WorkspaceDiagnostics({ files, isWanted: () => false } as Parts);
    let isSettled = false;
    const settled = diagnostics.settled().then(() => (isSettled = true));
    await nextTurn();
    assert.equal(isSettled, false);
    diagnostics.changed();
    await settled;
  });
});
