// What VS Code runs in the extension host where the installed extension works: with the workspace open, it asks as the
// editor does. Each result is a line in the log that editorHosts.mjs reads.
import { commands, extensions, languages, Position, Uri, window, workspace } from "vscode";
import {
  COMPLETION,
  HOVERS,
  mustBeDeclared,
  mustBeFirst,
  mustBeFound,
  mustBeJapanese,
  NESTED,
  placeIn,
  RESULT,
  SEARCH,
} from "../expected.mjs";

/** @typedef {{ server: { start(): Promise<unknown>, request(method: string, params: object): Promise<any> } }} Api what the extension gives to others */

/** Whether a Web Worker is meant: where the suite runs, the extension does. Filled in by editorHosts.mjs. */
const IN_WORKER = /** @type {{ SHIPPED_IN_WORKER?: boolean }} */ (globalThis).SHIPPED_IN_WORKER;

/** Called by VS Code. */
export async function run() {
  const extension = extensions.getExtension("cfn-notes.cfn-notes");
  await check("has the extension", () => {
    if (extension === undefined) throw new Error("The extension is not in the host that the suite runs in.");
    const inWorker = "WorkerGlobalScope" in globalThis;
    if (inWorker !== IN_WORKER) throw new Error(`That it runs in a Web Worker is ${inWorker}.`);
  });
  // The template is there before the server, as when a window opens with it. From then on nothing is waited for that a
  // person would not wait for.
  const published = firstDiagnostics("template.yaml");
  const template = await show("template.yaml");
  /** @type {Api | undefined} */
  let api;
  await check("starts the extension and its language server", async () => {
    api = /** @type {Api} */ (await extension?.activate());
    await api.server.start();
  });
  for (const { name, on, words } of HOVERS)
    await check(`shows the own note first on ${name}`, async () => mustBeFirst(await hover(template, on), words));
  await check("publishes its first diagnostics in Japanese", async () => mustBeJapanese(await published));
  await check("finds in katakana what is searched for in hiragana", async () =>
    mustBeFound(await api?.server.request("searchNotes", { query: SEARCH.query })),
  );
  await check("completes a CreationPolicy with its signal", completesCreationPolicy);
  await check("goes from a nested stack's parameter to its template", async () => {
    const { uri } = await show("nesting.yaml");
    const at = positionIn(await workspace.openTextDocument(uri), NESTED.on);
    mustBeDeclared(await commands.executeCommand("vscode.executeDefinitionProvider", uri, at));
  });
  await check("links the template of a nested stack", async () => {
    /** @type {import("vscode").DocumentLink[]} */
    const links = await commands.executeCommand("vscode.executeLinkProvider", uriOf("nesting.yaml"));
    const targets = links.map(({ target }) => target?.path ?? "");
    if (!targets.some((path) => path.endsWith(NESTED.file))) throw new Error(`Links: ${targets.join(", ")}`);
  });
  await check("finds the templates that nest one for a rename", async () => {
    const child = await show(NESTED.file);
    const at = positionIn(child, "VpcI<|>d:");
    /** @type {import("vscode").WorkspaceEdit} */
    const edit = await commands.executeCommand("vscode.executeDocumentRenameProvider", child.uri, at, "Renamed");
    const edited = edit.entries().map(([{ path }]) => path.replace(/^.*\/workspace\//, ""));
    if (edited.sort().join() !== `nesting.yaml,${NESTED.file}`) throw new Error(`It edits ${edited.join(", ")}.`);
  });
  await check("still has the notes after the server was restarted", async () => {
    await commands.executeCommand("cfnNotes.restartServer");
    const [{ on, words } = { on: "", words: "" }] = HOVERS;
    mustBeFirst(await hover(template, on), words);
  });
}

async function completesCreationPolicy() {
  const document = await show("typing.yaml");
  /** @type {import("vscode").CompletionList} */
  const { items } = await commands.executeCommand(
    "vscode.executeCompletionItemProvider",
    document.uri,
    positionIn(document, COMPLETION.on),
  );
  const labels = items.map(({ label }) => (typeof label === "string" ? label : label.label));
  const item = items[labels.indexOf(COMPLETION.label)];
  if (!item?.additionalTextEdits?.some(({ newText }) => newText.includes(COMPLETION.signal)))
    throw new Error(`It is not offered: ${labels.join(", ") || "nothing"}`);
}

/** @param {import("vscode").TextDocument} document @param {string} on */
async function hover(document, on) {
  /** @type {import("vscode").Hover[]} */
  const hovers = await commands.executeCommand("vscode.executeHoverProvider", document.uri, positionIn(document, on));
  return hovers
    .flatMap(({ contents }) => contents.map((content) => (typeof content === "string" ? content : content.value)))
    .join("\n");
}

/** @param {import("vscode").TextDocument} document @param {string} on */
function positionIn(document, on) {
  const { line, character } = placeIn(document.getText(), on);
  return new Position(line, character);
}

/** @param {string} path */
async function show(path) {
  const document = await workspace.openTextDocument(uriOf(path));
  await window.showTextDocument(document);
  return document;
}

/**
 * What is first published on a file, other than nothing.
 * @param {string} path
 * @returns {Promise<readonly import("vscode").Diagnostic[]>}
 */
function firstDiagnostics(path) {
  const uri = uriOf(path);
  return new Promise((resolve) => {
    const subscription = languages.onDidChangeDiagnostics(() => {
      const found = languages.getDiagnostics(uri);
      if (found.length === 0) return;
      subscription.dispose();
      resolve(found);
    });
  });
}

/** @param {string} path */
function uriOf(path) {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error("No folder is open.");
  return Uri.joinPath(folder.uri, path);
}

/** So long one check may take, in milliseconds: against hanging only. */
const PATIENCE = 15_000;

/**
 * @param {string} title
 * @param {() => unknown} body
 */
async function check(title, body) {
  /** @type {string | undefined} */
  let failure;
  /** @type {unknown} */
  let timer;
  try {
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Nothing came of it in ${PATIENCE / 1000} s.`)), PATIENCE);
    });
    await Promise.race([body(), late]);
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  }
  clearTimeout(/** @type {number} */ (timer));
  console.log(RESULT + JSON.stringify({ title, failure }));
}
