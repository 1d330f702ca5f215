// The server as a Web Worker, without an editor: dist/server/browser.js in a worker of Node's, which has what it uses of
// a browser's but the port to the page.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MessageChannel, Worker } from "node:worker_threads";
import { AbstractMessageReader, AbstractMessageWriter, createMessageConnection } from "vscode-languageserver/node";
import { root } from "../paths.mjs";
import { languageSession } from "./languageSession.mjs";
import { workspaceTexts } from "./workspace.mjs";

const ROOT = "memory:/workspace";

/** Stands for the page's end of a browser's worker. */
const PRELUDE = `
  const { workerData } = require("node:worker_threads");
  globalThis.self = workerData.port;
  require("node:vm").runInThisContext(require("node:fs").readFileSync(workerData.file, "utf8"));`;

/** @param {(title: string, body: () => unknown) => Promise<boolean>} check */
export async function browserWorker(check) {
  const { connection, failed, end } = workerConnection();
  try {
    await Promise.race([
      failed,
      languageSession(connection, (title, body) => check(`the browser's worker ${title}`, body), ROOT),
    ]);
  } catch (error) {
    await check("the browser's worker runs", () => Promise.reject(error));
  } finally {
    await end();
  }
}

/** A connection to the server in a worker, which is not yet listened to. */
export function workerConnection() {
  const { port1, port2 } = new MessageChannel();
  const file = join(root, "dist/server/browser.js");
  const worker = new Worker(PRELUDE, { eval: true, workerData: { file, port: port2 }, transferList: [port2] });
  const connection = createMessageConnection(new PortReader(port1), new PortWriter(port1));
  connection.onRequest("cfnNotes/host/readProductFile", ({ path }) => new Uint8Array(readFileSync(join(root, path))));
  connection.onRequest("cfnNotes/host/listProductFolder", ({ path }) => readdirSync(join(root, path)));
  connection.onRequest("cfnNotes/host/readNotesFolder", ({ folder }) => {
    assert.equal(folder, `${ROOT}/notes`);
    const files = Object.entries(workspaceTexts())
      .filter(([path]) => path.startsWith("notes/"))
      .map(([path, text]) => ({ uri: `${ROOT}/${path}`, content: new TextEncoder().encode(text) }));
    return { files, isCut: false };
  });
  connection.onRequest("cfnNotes/host/readWorkspaceFile", ({ uri }) => {
    const text = workspaceTexts()[uri.slice(ROOT.length + 1)];
    return text === undefined ? null : new TextEncoder().encode(text);
  });
  const failed = once(worker, "error").then(([error]) => Promise.reject(error));
  return {
    connection,
    failed,
    end: async () => {
      connection.dispose();
      port1.close();
      await worker.terminate();
    },
  };
}

class PortReader extends AbstractMessageReader {
  /** @param {import("node:worker_threads").MessagePort} port */
  constructor(port) {
    super();
    this.port = port;
  }

  /** @override @param {import("vscode-languageserver/node").DataCallback} callback */
  listen(callback) {
    this.port.on("message", callback);
    return { dispose: () => void this.port.off("message", callback) };
  }
}

class PortWriter extends AbstractMessageWriter {
  /** @param {import("node:worker_threads").MessagePort} port */
  constructor(port) {
    super();
    this.port = port;
  }

  /** @param {import("vscode-languageserver/node").Message} message */
  write(message) {
    this.port.postMessage(message);
    return Promise.resolve();
  }

  end() {}
}
