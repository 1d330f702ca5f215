import assert from "node:assert/strict";
import fc from "fast-check";
import type { Hover, MessageConnection } from "vscode-languageserver/node";
import {
  IS_WORKSPACE_FILE,
  LIST_TEMPLATE_FILES,
  type ListedFiles,
  type NotesFiles,
  READ_NOTES_FOLDER,
  READ_WORKSPACE_FILE,
  type WorkspaceFileParams,
} from "../../src/protocol/host.ts";
import { GOOD_TEMPLATE, type Message, messages, URIS } from "./messages.ts";
import { fuzz } from "./run.ts";
import { NOTES, TEMPLATES } from "./texts.ts";
import { WorkerServer, workerCode } from "./workerServer.ts";

const ROOT = "memory:/workspace";
const GOOD = `${ROOT}/good.yaml`;
const PATHS = ["a.yaml", "d/b.template", "d/e/c.json", ".cfn-notes.yaml", "d/.cfnlintrc", "notes/n.md", "known.json"];

/** A file of the workspace, or how the client fails to give it. */
type File = { readonly bytes: Uint8Array } | { readonly failure: "refused" | "silent" | "no bytes" };

const FILE: fc.Arbitrary<File> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(
        ...TEMPLATES,
        ...NOTES,
        "notes: [notes, ../out, /etc]\nbaseline: known.json\nignore: ['**', '!a']\nrules: {E3: off, x: [1]}\n",
        "rules: [\n",
        '{"a.yaml":{"x":1e999},"../x":{"__proto__":null}}',
      )
      .map((text): File => ({ bytes: new TextEncoder().encode(text) })),
  },
  fc.uint8Array({ maxLength: 60 }).map((bytes): File => ({ bytes })),
  fc.constantFrom<File[]>(
    { failure: "refused" },
    { failure: "no bytes" },
    { failure: "refused" },
    { failure: "silent" },
  ),
);

interface Input {
  readonly files: Readonly<Record<string, File>>;
  readonly sent: readonly Message[];
}

const INPUT: fc.Arbitrary<Input> = fc.record({
  files: fc.dictionary(fc.constantFrom(...PATHS), FILE),
  sent: fc.array(messages([...URIS, ...PATHS.map((path) => `${ROOT}/${path}`)]), { minLength: 1, maxLength: 40 }),
});

/** So many inputs are given to the same worker, and so long it may take for an answer, in milliseconds. */
const INPUTS = 20;
const LONGEST = 60_000;

describe("random sessions of a worker", () => {
  let code = "";
  let server: WorkerServer | undefined;
  let inputs = 0;
  let files: Readonly<Record<string, File>> = {};
  let latest: Promise<void> = Promise.resolve();

  before(async () => {
    code = await workerCode();
  });

  after(async () => {
    await end();
    // Once the time is over, nobody waits for the latest input any more, and it may be about to begin another worker.
    await latest.catch(() => undefined);
    await end();
  });

  it("are answered to the last message", async () => {
    await fuzz(INPUT, (input) => {
      latest = attack(input);
      return latest;
    });
  });

  async function attack(input: Input): Promise<void> {
    try {
      if (++inputs % INPUTS === 0) await end();
      files = input.files;
      server ??= await begin();
      await server.alive(inTime(session(server.connection, input.sent)));
    } catch (error) {
      // A smaller input begins with another one.
      await end();
      throw error;
    }
  }

  async function begin(): Promise<WorkerServer> {
    const begun = new WorkerServer(code);
    const { connection } = begun;
    connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
      items.map(() => ({ language: "en", notes: { folders: ["notes"] }, diagnostics: { workspace: true } })),
    );
    connection.onRequest("workspace/workspaceFolders", () => null);
    connection.onRequest(READ_WORKSPACE_FILE, ({ uri }: WorkspaceFileParams) => answered(uri));
    connection.onRequest(IS_WORKSPACE_FILE, ({ uri }: WorkspaceFileParams) => pathOf(uri) in files);
    connection.onRequest(LIST_TEMPLATE_FILES, (): ListedFiles => {
      const listed = Object.keys(files).map((path) => ({ uri: `${ROOT}/${path}`, path, stamp: String(inputs) }));
      return { files: listed, isComplete: true };
    });
    connection.onRequest(READ_NOTES_FOLDER, (): NotesFiles => {
      const notes = Object.entries(files).filter(([path]) => path.endsWith(".md"));
      const found = notes.map(([path, file]) => ({
        uri: `${ROOT}/${path}`,
        content: "bytes" in file ? file.bytes : null,
      }));
      return { files: found, isCut: false };
    });
    const initialize = connection.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: ROOT, name: "workspace" }],
      capabilities: { workspace: { configuration: true } },
    });
    await begun.alive(inTime(initialize));
    await connection.sendNotification("initialized", {});
    return begun;
  }

  async function end(): Promise<void> {
    await server?.end();
    server = undefined;
  }

  async function answered(uri: string): Promise<unknown> {
    const file = files[pathOf(uri)];
    if (file === undefined) return null;
    if ("bytes" in file) return file.bytes;
    if (file.failure === "refused") throw new Error("No.");
    // Longer than the server waits.
    return file.failure === "silent" ? new Promise(() => undefined) : "no bytes";
  }
});

async function session(connection: MessageConnection, sent: readonly Message[]): Promise<void> {
  const open = (uri: string, text: string): Promise<void> =>
    connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "yaml", version: 1, text },
    });
  await open(GOOD, GOOD_TEMPLATE);
  await connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: `${ROOT}/.cfn-notes.yaml`, type: 2 }],
  });
  const asked: Promise<unknown>[] = [];
  for (const { kind, method, parameters } of sent) {
    if (kind === "notification") {
      await connection.sendNotification(method, parameters);
      continue;
    }
    asked.push(connection.sendRequest(method, parameters).catch(() => undefined));
    if (kind === "cancelled") await connection.sendNotification("$/cancelRequest", { id: asked.length });
  }
  await Promise.all(asked);
  const place = { textDocument: { uri: GOOD }, position: { line: 3, character: 6 } };
  const found = await connection.sendRequest<Hover | null>("textDocument/hover", place);
  assert.match((found?.contents as { value: string } | undefined)?.value ?? "", /DeletionPolicy/);
  await connection.sendNotification("textDocument/didClose", { textDocument: { uri: GOOD } });
}

async function inTime<Result>(run: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`There is no answer after ${LONGEST} ms.`)), LONGEST);
  });
  return Promise.race([run, late]).finally(() => clearTimeout(timer));
}

function pathOf(uri: string): string {
  return uri.slice(ROOT.length + 1);
}
