import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cwd } from "node:process";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageConnection,
} from "vscode-languageserver/node";
import { bundle, worker as workerBundle } from "../../../scripts/bundles/bundle.mjs";
import { LIST_PRODUCT_FOLDER, type ProductFileParams, READ_PRODUCT_FILE } from "../../src/protocol/host.ts";

/** Stands for the page's end of a browser's worker. */
const PRELUDE = `
  const { workerData } = require("node:worker_threads");
  globalThis.self = workerData.port;
  require("node:vm").runInThisContext(workerData.code);`;

/** The server as the build bundles it for browsers. */
export async function workerCode(): Promise<string> {
  const outdir = mkdtempSync(join(tmpdir(), "cfn-notes-worker-"));
  try {
    const entryPoints = [{ in: "server/src/browser/main.ts", out: "browser" }];
    await bundle({ ...workerBundle, absWorkingDir: cwd(), entryPoints, outdir });
    return readFileSync(join(outdir, "browser.js"), "utf8");
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** The server in a worker of Node's, which has what it uses of a browser's. */
export class WorkerServer {
  readonly connection: MessageConnection;
  readonly #worker: Worker;
  readonly #failed: Promise<never>;

  /** @param code what {@link workerCode} gives */
  constructor(code: string) {
    const { port1, port2 } = new MessageChannel();
    this.#worker = new Worker(PRELUDE, { eval: true, workerData: { code, port: port2 }, transferList: [port2] });
    this.#failed = new Promise((_, reject) => {
      this.#worker.once("error", reject);
    });
    this.#failed.catch(() => undefined);
    this.connection = createMessageConnection(new PortReader(port1), new PortWriter(port1));
    this.connection.onRequest(
      READ_PRODUCT_FILE,
      ({ path }: ProductFileParams) => new Uint8Array(readFileSync(join(cwd(), path))),
    );
    this.connection.onRequest(LIST_PRODUCT_FOLDER, ({ path }: ProductFileParams) => readdirSync(join(cwd(), path)));
    this.connection.listen();
  }

  /** What comes of something, unless the worker ends before. */
  alive<Result>(run: Promise<Result>): Promise<Result> {
    return Promise.race([run, this.#failed]);
  }

  async end(): Promise<void> {
    this.connection.dispose();
    await this.#worker.terminate();
  }
}

class PortReader extends AbstractMessageReader {
  readonly #port: MessagePort;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
  }

  override listen(callback: DataCallback): Disposable {
    this.#port.on("message", callback);
    return { dispose: () => void this.#port.off("message", callback).close() };
  }
}

class PortWriter extends AbstractMessageWriter {
  readonly #port: MessagePort;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
  }

  write(message: Message): Promise<void> {
    this.#port.postMessage(message);
    return Promise.resolve();
  }

  end(): void {}
}
