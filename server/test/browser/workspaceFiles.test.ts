import assert from "node:assert/strict";
import type { Connection } from "vscode-languageserver";
import { workspaceFiles } from "../../src/browser/browserHost.ts";
import { IS_WORKSPACE_FILE, READ_WORKSPACE_FILE, type WorkspaceFileParams } from "../../src/protocol/host.ts";

const FOLDER = "vscode-vfs://github/me/repo%20one";
const FILES: Readonly<Record<string, string>> = {
  [`${FOLDER}/stacks/net.yaml`]: "network",
  [`${FOLDER}/${encodeURIComponent("東京")}/a%23b.yaml`]: "Tokyo",
  "vscode-vfs://github/me/other/net.yaml": "elsewhere",
};

/** A client that has these files, and answers for all of them. */
const connection = {
  sendRequest: async (request: string, { uri }: WorkspaceFileParams) => {
    const text = FILES[uri];
    if (request === IS_WORKSPACE_FILE) return text !== undefined;
    assert.equal(request, READ_WORKSPACE_FILE);
    return text === undefined ? null : new TextEncoder().encode(text);
  },
} as unknown as Connection;

const forEver = (): Promise<never> => new Promise(() => undefined);

describe("files of a workspace in a browser", () => {
  const host = workspaceFiles(connection, forEver);
  const table: readonly [name: string, document: string, path: string, text?: string][] = [
    ["beside", `${FOLDER}/stacks/a.yaml`, "net.yaml", "network"],
    ["beside, by another way of writing the URI", "vscode-vfs://github/me/repo one/stacks/a.yaml", "./net.yaml"],
    ["below", `${FOLDER}/a.yaml`, "./stacks/net.yaml", "network"],
    ["below, with backslashes", `${FOLDER}/a.yaml`, "stacks\\net.yaml", "network"],
    ["above", `${FOLDER}/x/y/a.yaml`, "../../stacks/net.yaml", "network"],
    ["with signs that a URI can't have", `${FOLDER}/a.yaml`, "東京/a#b.yaml", "Tokyo"],
    ["one that is not there", `${FOLDER}/a.yaml`, "stacks/gone.yaml"],
    ["outside the folder", `${FOLDER}/a.yaml`, "../other/net.yaml"],
    ["far outside", `${FOLDER}/a.yaml`, "../../../../../../other/net.yaml"],
    ["an address", `${FOLDER}/a.yaml`, "vscode-vfs://github/me/other/net.yaml"],
    ["from the top", `${FOLDER}/a.yaml`, "/stacks/net.yaml"],
    ["of a document outside", "vscode-vfs://github/me/other/a.yaml", "net.yaml"],
    ["half a character", `${FOLDER}/a.yaml`, "\ud800.yaml"],
  ];
  for (const [name, document, path, text] of table)
    it(name, async () => {
      const read = await host.readBeside(document, path, [`${FOLDER}/`]);
      const uri = await host.fileBeside(document, path, [FOLDER]);
      assert.equal(read?.text, text);
      assert.equal(uri, read?.uri);
      if (text !== undefined) assert.equal(FILES[uri ?? ""], text);
    });

  it("has none where the client does not know what is asked", async () => {
    const refuses = { sendRequest: () => Promise.reject(new Error("Unhandled method")) } as never;
    const other = workspaceFiles(refuses, forEver);
    assert.equal(await other.readBeside(`${FOLDER}/a.yaml`, "stacks/net.yaml", [FOLDER]), undefined);
    assert.equal(await other.fileBeside(`${FOLDER}/a.yaml`, "stacks/net.yaml", [FOLDER]), undefined);
    assert.deepEqual(await other.templateFiles([FOLDER]), { files: [], isComplete: true });
  });

  it("has none where the client does not answer", async () => {
    const waited: number[] = [];
    const silent = workspaceFiles({ sendRequest: forEver } as never, async (milliseconds) => {
      waited.push(milliseconds);
    });
    assert.equal(await silent.readBeside(`${FOLDER}/a.yaml`, "stacks/net.yaml", [FOLDER]), undefined);
    assert.equal(await silent.fileBeside(`${FOLDER}/a.yaml`, "stacks/net.yaml", [FOLDER]), undefined);
    assert.deepEqual(await silent.templateFiles([FOLDER]), { files: [], isComplete: false });
    assert.ok(waited.every((milliseconds) => milliseconds <= 30_000));
  });
});
