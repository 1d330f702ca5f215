import assert from "node:assert/strict";
import type { Connection } from "vscode-languageserver";
import { workspaceFiles } from "../../src/browser/browserHost.ts";
import { deployedStacks, projectTexts } from "../../src/browser/projectTexts.ts";
import { READ_WORKSPACE_FILE, type WorkspaceFileParams } from "../../src/protocol/host.ts";

const FOLDER = "vscode-vfs://github/me/repo%20one";
const FILES: Readonly<Record<string, string>> = {
  [`${FOLDER}/.cfn-notes.yaml`]: "own",
  [`${FOLDER}/known.json`]: "baseline",
  [`${FOLDER}/lint/.cfnlintrc.yml`]: "cfn-lint",
  [`${FOLDER}/lint/inside.json`]: "inside",
  [`${FOLDER}/samconfig.toml`]: '[prod.deploy.parameters]\nstack_name = "shop-prod"\n',
  "vscode-vfs://github/known.json": "elsewhere",
};

const forEver = (): Promise<never> => new Promise(() => undefined);

describe("project files in a browser", () => {
  let asked: string[] = [];
  const connection = {
    sendRequest: async (request: string, { uri }: WorkspaceFileParams) => {
      assert.equal(request, READ_WORKSPACE_FILE);
      asked.push(uri);
      const text = FILES[uri];
      return text === undefined ? null : new TextEncoder().encode(text);
    },
  } as unknown as Connection;
  const { readBeside } = workspaceFiles(connection, forEver);

  beforeEach(() => {
    asked = [];
  });

  const table: readonly [
    name: string,
    uri: string,
    found: readonly [path: string, own: string | undefined, cfnLint: string | undefined] | undefined,
  ][] = [
    ["beside the document", `${FOLDER}/a.yaml`, ["a.yaml", "own", undefined]],
    ["above it", `${FOLDER}/stacks/deep/a.yaml`, ["stacks/deep/a.yaml", "own", undefined]],
    ["the nearest one", `${FOLDER}/lint/a.yaml`, ["a.yaml", undefined, "cfn-lint"]],
    [
      "with signs that a URI can't have",
      `${FOLDER}/${encodeURIComponent("東京 #1")}/a.yaml`,
      ["東京 #1/a.yaml", "own", undefined],
    ],
    ["none", "vscode-vfs://github/me/other/a.yaml", undefined],
    ["none of a document without a folder", "untitled:Untitled-1", undefined],
    ["none of what is no URI", "no uri", undefined],
    ["none very deep", `${FOLDER}${"/d".repeat(5000)}/a.yaml`, undefined],
  ];
  for (const [name, uri, found] of table)
    it(name, async () => {
      const texts = await projectTexts(uri, readBeside);
      assert.deepEqual(texts && [texts.pathOf(uri), texts.own, texts.cfnLint], found);
      assert.ok(asked.length < 40, `${asked.length} files were asked for.`);
    });

  it("name the stacks that are deployed from a folder", async () => {
    assert.deepEqual(await deployedStacks(`${FOLDER}/lint/a.yaml`, readBeside), ["shop-prod"]);
    assert.deepEqual(await deployedStacks("vscode-vfs://github/me/other/a.yaml", readBeside), []);
  });

  it("have a baseline in their own folder, and nowhere else", async () => {
    const { baseline } = (await projectTexts(`${FOLDER}/lint/a.yaml`, readBeside)) ?? {};
    assert.equal(await baseline?.("inside.json"), "inside");
    assert.equal(await baseline?.("../known.json"), undefined);
    assert.equal(await baseline?.("gone.json"), undefined);
    const above = await projectTexts(`${FOLDER}/stacks/a.yaml`, readBeside);
    assert.equal(await above?.baseline("known.json"), "baseline");
    assert.equal(await above?.baseline("../../known.json"), undefined);
  });
});
