// What an editor asks a language server first, and what it has to get.
import { pathToFileURL } from "node:url";
import {
  COMPLETION,
  HOVERS,
  mustBeDeclared,
  mustBeFirst,
  mustBeFound,
  mustBeJapanese,
  NESTED,
  placeIn,
  SEARCH,
  SETTINGS,
} from "./expected.mjs";
import { workspace, workspaceTexts } from "./workspace.mjs";

/** @typedef {import("vscode-languageserver/node").PublishDiagnosticsParams} Published */
/** @typedef {import("vscode-languageserver/node").Hover} Hover */
/** @typedef {import("vscode-languageserver/node").CompletionList} CompletionList */
/** @typedef {import("vscode-languageserver/node").Location} Location */

/**
 * Opens the workspace and asks at once, as an editor does.
 * @param {import("vscode-languageserver/node").MessageConnection} connection not yet listening
 * @param {(title: string, body: () => unknown) => Promise<boolean>} check
 * @param {string} [root] the workspace's URI, where it is not the folder on disk
 */
export async function languageSession(connection, check, root = pathToFileURL(workspace).href) {
  const texts = workspaceTexts();
  /** @type {Published[]} */
  const published = [];
  /** @type {(() => void)[]} */
  const waiting = [];
  connection.onNotification("textDocument/publishDiagnostics", (/** @type {Published} */ diagnostics) => {
    published.push(diagnostics);
    for (const wake of waiting.splice(0)) wake();
  });
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => SETTINGS));
  connection.onRequest("workspace/workspaceFolders", () => null);
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  const initialize = () =>
    connection.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: root, name: "workspace" }],
      capabilities: {
        workspace: { configuration: true },
        textDocument: { completion: { completionItem: { snippetSupport: true } } },
      },
    });
  if (!(await check("answers initialize", initialize))) return;
  await connection.sendNotification("initialized", {});
  /** @param {string} name */
  const open = async (name) => {
    const text = texts[name] ?? "";
    const uri = `${root}/${name}`;
    await connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "yaml", version: 1, text },
    });
    /** @param {string} method @param {string} on */
    return (method, on) =>
      connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position: placeIn(text, on) });
  };

  const askTemplate = await open("template.yaml");
  for (const { name, on, words } of HOVERS)
    await check(`shows the own note first on ${name}`, async () => {
      const hover = /** @type {Hover | null} */ (await askTemplate("hover", on));
      mustBeFirst(hover === null ? "" : /** @type {{ value: string }} */ (hover.contents).value, words);
    });
  await check("publishes its first diagnostics in Japanese", async () => {
    while (published.length === 0) await new Promise((wake) => waiting.push(() => wake(undefined)));
    mustBeJapanese(published[0]?.diagnostics.map(({ message }) => ({ message: String(message) })) ?? []);
  });
  await check("finds in katakana what is searched for in hiragana", async () =>
    mustBeFound(await connection.sendRequest("cfnNotes/searchNotes", { query: SEARCH.query })),
  );
  const askNesting = await open("nesting.yaml");
  await check("goes from a nested stack's parameter to its template", async () =>
    mustBeDeclared(/** @type {Location[] | null} */ (await askNesting("definition", NESTED.on))),
  );
  const askTyping = await open("typing.yaml");
  await check("completes a CreationPolicy with its signal", async () => {
    const list = /** @type {CompletionList} */ (await askTyping("completion", COMPLETION.on));
    const item = list.items.find(({ label }) => label === COMPLETION.label);
    if (!item?.additionalTextEdits?.some(({ newText }) => newText.includes(COMPLETION.signal)))
      throw new Error(`It is not offered: ${list.items.map(({ label }) => label).join(", ")}`);
  });
  await connection.sendRequest("shutdown");
}
