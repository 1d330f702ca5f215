// A client that starts a language server over stdio and takes the time of what it answers.
import { execFileSync, spawn } from "node:child_process";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";

/** @typedef {import("vscode-languageserver/node").PublishDiagnosticsParams & { at: number }} Published */

export const DOCUMENT = "file:///measured/template";

/** So long a server may take for one answer, in milliseconds. */
const PATIENCE = 60_000;

export class LanguageClient {
  #process;
  #connection;
  #version = 0;
  /** @type {object | null} */
  #settings;
  #ended;
  /** @type {Set<(published: Published) => void>} */
  #listeners = new Set();
  /** All that was published, in order. @type {Published[]} */
  published = [];
  /** @type {import("vscode-languageserver/node").ServerCapabilities} */
  capabilities = {};

  /** @param {readonly string[]} command @param {NodeJS.ProcessEnv} [env] @param {object | null} [settings] the user's */
  constructor([file = "", ...args], env = process.env, settings = null) {
    this.#settings = settings;
    this.startedAt = performance.now();
    this.#process = spawn(file, args, { stdio: ["pipe", "pipe", "ignore"], env });
    this.#ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.#connection.onNotification("textDocument/publishDiagnostics", (params) => {
      const published = { ...params, at: performance.now() };
      this.published.push(published);
      for (const listener of this.#listeners) listener(published);
    });
    this.#connection.onRequest("workspace/configuration", ({ items }) => items.map(() => this.#settings));
    this.#connection.onRequest("client/registerCapability", () => null);
    this.#connection.onRequest("window/workDoneProgress/create", () => null);
    this.#connection.listen();
  }

  /**
   * Gives the milliseconds from the start of the process to the answer.
   * @param {object} [parameters] in place of those that a measurement has
   */
  async initialize(parameters) {
    const { capabilities } = await this.#inTime(
      this.#connection.sendRequest("initialize", {
        processId: process.pid,
        rootUri: null,
        capabilities: CLIENT,
        workspaceFolders: null,
        ...(this.#settings === null ? {} : { initializationOptions: this.#settings }),
        ...parameters,
      }),
    );
    const time = performance.now() - this.startedAt;
    this.capabilities = capabilities;
    await this.#connection.sendNotification("initialized", {});
    return time;
  }

  /** Gives the version of the text. @param {"yaml" | "json"} languageId @param {string} text @param {string} [name] its end, without the ending */
  async open(languageId, text, name = "") {
    const version = ++this.#version;
    this.uri = `${DOCUMENT}${name}.${languageId}`;
    await this.#connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: this.uri, languageId, version, text },
    });
    return version;
  }

  async close() {
    await this.#connection.sendNotification("textDocument/didClose", { textDocument: { uri: this.uri } });
  }

  /**
   * Replaces so many characters of a line. Gives the version of the text after it.
   * @param {{ line: number, character: number, remove?: number, insert?: string }} edit
   */
  async edit({ line, character, remove = 0, insert = "" }) {
    const range = { start: { line, character }, end: { line, character: character + remove } };
    return this.#change(range, insert);
  }

  /** Removes the line break at the end of a line. @param {number} line @param {number} character */
  async join(line, character) {
    return this.#change({ start: { line, character }, end: { line: line + 1, character: 0 } }, "");
  }

  /** @param {import("vscode-languageserver/node").Range} range @param {string} text */
  async replace(range, text) {
    return this.#change(range, text);
  }

  /** @param {import("vscode-languageserver/node").Range} range @param {string} text */
  async #change(range, text) {
    const version = ++this.#version;
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: this.uri, version },
      contentChanges: [{ range, text }],
    });
    return version;
  }

  /**
   * Asks about no document.
   * @param {string} method
   * @param {object} parameters
   * @returns {Promise<unknown>}
   */
  ask(method, parameters) {
    return this.#inTime(this.#connection.sendRequest(method, parameters));
  }

  /**
   * Asks about the open document.
   * @param {string} method
   * @param {object} [parameters]
   * @returns {Promise<unknown>}
   */
  request(method, parameters) {
    return this.#inTime(
      this.#connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: this.uri }, ...parameters }),
    );
  }

  /**
   * The next diagnostics of at least this version (or of none, where a server does not say which).
   * @param {number} version
   * @returns {Promise<Published>}
   */
  diagnostics(version) {
    return this.#inTime(
      new Promise((resolve) => {
        /** @param {Published} published */
        const listener = (published) => {
          if (published.uri !== this.uri || (published.version ?? version) < version) return;
          this.#listeners.delete(listener);
          resolve(published);
        };
        this.#listeners.add(listener);
      }),
    );
  }

  /** Waits until no diagnostics have come for so many milliseconds. @param {number} quiet */
  async settled(quiet) {
    for (;;) {
      const before = this.published.length;
      await new Promise((resolve) => setTimeout(resolve, quiet));
      if (this.published.length === before) return;
    }
  }

  /** Resident memory of the process in megabytes; `undefined` where the system has no `ps`. */
  memory() {
    try {
      const kilobytes = execFileSync("ps", ["-o", "rss=", "-p", String(this.#process.pid)], { encoding: "utf8" });
      return Number(kilobytes) / 1024;
    } catch {
      return undefined;
    }
  }

  async stop() {
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), 2000);
    try {
      await this.#connection.sendRequest("shutdown");
      await this.#connection.sendNotification("exit");
    } catch {
      this.#process.kill("SIGKILL");
    }
    await this.#ended;
    clearTimeout(timer);
    this.#connection.dispose();
  }

  /** @template Result @param {Promise<Result>} promise @returns {Promise<Result>} */
  async #inTime(promise) {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`No answer in ${PATIENCE / 1000} s`)), PATIENCE);
    });
    const ended = this.#ended.then((code) => Promise.reject(new Error(`The server ended (${code})`)));
    try {
      return /** @type {Result} */ (await Promise.race([promise, late, ended]));
    } finally {
      clearTimeout(timer);
    }
  }
}

/** What the client says that it can do: what an editor says, as far as it matters to speed. */
const CLIENT = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: {
    synchronization: { didSave: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ["markdown"],
        insertTextModeSupport: { valueSet: [1, 2] },
      },
      contextSupport: true,
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true, rangeLimit: 5000 },
    semanticTokens: { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: ["relative"] },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
  },
};
