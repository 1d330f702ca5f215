// Conversations between an editor and the server, as files that a person reads: scripts/shipped/scenarios/*.txt.
//   node scripts/shipped/scenarios.mjs [--write] [NAME…]     (after npm run build)
// Each runs against the command over stdio and against the browser's worker. With --write the answers are written into
// the files: read what changed.
//
// A scenario is a title, files, and steps. A file begins with “== NAME” and ends at the next line that begins with == or >.
// A step is a line “> …”, and the lines below it are its answer:
//   > open FILE                       > close FILE
//   > replace FILE "old" "new"        what stands there once, as an edit of these characters alone
//   > diagnostics FILE                those of the current text
//   > hover FILE "te<|>xt"            and completion, definition, references, highlights, rename (with a new name), …
// In what is quoted, \n is a line break, and <|> is the caret.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { root } from "../paths.mjs";
import { workerConnection } from "./browserWorker.mjs";
import { check, conclude } from "./checks.mjs";
import { answerTo } from "./scenarioAnswers.mjs";

/** @typedef {{ command: string, answer: string }} Step */
/** @typedef {{ path: string, head: string, files: Map<string, string>, steps: readonly Step[] }} Scenario */

const FOLDER = join(root, "scripts/shipped/scenarios");
/** Where the files of a scenario are; they are nowhere but in the editor. */
const PLACE = "memory:/scenario";

/** @param {(title: string, body: () => unknown) => Promise<boolean>} check @param {{ names?: readonly string[], write?: boolean }} [options] */
export async function scenarios(check, { names = [], write = false } = {}) {
  for (const name of readdirSync(FOLDER)) {
    if (names.length > 0 && !names.includes(basename(name, ".txt"))) continue;
    const scenario = read(join(FOLDER, name));
    const [title = ""] = scenario.head.split("\n", 1);
    for (const [host, connect] of /** @type {const} */ ([
      ["stdio", stdio],
      ["the browser's worker", workerConnection],
    ])) {
      await check(`${title} (${host})`, async () => {
        const { connection, end } = await connect();
        try {
          const steps = await played(connection, scenario);
          if (write) writeFileSync(scenario.path, written({ ...scenario, steps }));
          else
            for (const [index, { command, answer }] of steps.entries())
              assert.equal(`> ${command}\n${answer}`, `> ${command}\n${scenario.steps[index]?.answer}`);
        } finally {
          await end();
        }
      });
    }
  }
}

/** @param {string} path @returns {Scenario} */
function read(path) {
  const [head = "", ...parts] = readFileSync(path, "utf8").split(/^(?===|>)/m);
  const files = new Map();
  const steps = [];
  for (const part of parts) {
    const end = part.indexOf("\n");
    const [line, body] = [part.slice(0, end), part.slice(end + 1)];
    if (line.startsWith("==")) files.set(line.slice(2).trim(), body.replace(/\n+$/, "\n"));
    else steps.push({ command: line.slice(1).trim(), answer: body.trimEnd() });
  }
  return { path, head, files, steps };
}

/** @param {Scenario} scenario */
function written({ head, files, steps }) {
  const texts = [...files].map(([name, text]) => `== ${name}\n${text}\n`);
  const lines = steps.map(({ command, answer }) => `> ${command}\n${answer === "" ? "" : `${answer}\n`}`);
  return `${head}${texts.join("")}${lines.join("")}`;
}

/**
 * The steps with the answers that the server gives.
 * @param {import("vscode-languageserver/node").MessageConnection} connection
 * @param {Scenario} scenario
 */
async function played(connection, { files, steps }) {
  /** @type {import("./scenarioAnswers.mjs").Conversation} */
  const conversation = { connection, place: PLACE, texts: new Map(), files, versions: new Map(), published: new Map() };
  connection.onNotification("textDocument/publishDiagnostics", ({ uri, version, diagnostics }) => {
    conversation.published.set(`${uri} ${version}`, diagnostics);
    conversation.wake?.();
  });
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => null));
  connection.onRequest("workspace/workspaceFolders", () => null);
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    locale: "en",
    capabilities: {
      workspace: { configuration: true, workspaceEdit: { documentChanges: true } },
      textDocument: { completion: { completionItem: { snippetSupport: true } } },
    },
  });
  await connection.sendNotification("initialized", {});
  const result = [];
  for (const { command } of steps) result.push({ command, answer: await answerTo(conversation, command) });
  await connection.sendRequest("shutdown");
  return result;
}

async function stdio() {
  const child = spawn(process.execPath, [join(root, "dist/cfn-notes.js"), "lsp", "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  return {
    connection,
    end: async () => {
      connection.dispose();
      child.kill();
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2).filter((argument) => argument !== "--write");
  await scenarios(check, { names, write: process.argv.includes("--write") });
  conclude();
}
