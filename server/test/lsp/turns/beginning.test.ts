import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hover } from "vscode-languageserver-types";
import type { Host } from "../../../src/lsp/host/host.ts";
import type { NoteFolder, SearchHit } from "../../../src/protocol/notes.ts";
import { Client, testHost } from "../client.ts";

const URI = "file:///template.yaml";
const TEMPLATE =
  "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    UpdateReplacePolicy: Retain\n    DependsOn: Nothing\n" +
  "Outputs:\n  Name:\n    Value: !Ref B\n    Export:\n      Name: bucket\n";
const NOTE = "- **UpdateReplacePolicy属性**：作り直すときに古い実体をどうするか。\n";

const ENGLISH = { language: "en" };

const isJapanese = (text: string): boolean => /[ぁ-ん]/.test(text);

/** How a client says what it wants: it is asked, or says it at the start. */
type Says = "when asked" | "at the start";

describe("the first answers of a session", () => {
  let folder: string;
  let client: Client | undefined;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    await writeFile(join(folder, "aws.md"), `# 属性\n\n${NOTE}`);
  });

  after(() => rm(folder, { recursive: true, force: true }));

  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  /** A client that has just opened the template, and waited for nothing. */
  async function opened(says: Says, host: Host = testHost): Promise<Client> {
    const settings = { notes: { folders: [folder], builtIn: false }, language: "ja" };
    client = new Client(says === "when asked" ? settings : null, host);
    const { settings: answer } = client;
    // An editor has other things to do: it answers later than the diagnostics of such a template would be made.
    client.connection.onRequest("workspace/configuration", async ({ items }: { items: unknown[] }) => {
      await new Promise((done) => setTimeout(done, 200));
      return items.map(() => (client?.settings === ENGLISH ? ENGLISH : answer));
    });
    await client.begin(
      says === "when asked"
        ? {}
        : {
            initializationOptions: settings,
            capabilities: { textDocument: { hover: { contentFormat: ["markdown"] } } },
          },
    );
    await client.open(URI, TEMPLATE);
    return client;
  }

  async function hover(asked: Client): Promise<string> {
    const params = { textDocument: { uri: URI }, position: { line: 3, character: 6 } };
    const found = await asked.request<Hover | null>("textDocument/hover", params);
    return found === null ? "" : (found.contents as { value: string }).value;
  }

  for (const says of ["when asked", "at the start"] as const) {
    describe(`where the client says its settings ${says}`, () => {
      it("have the user's own notes in the hover", async () => {
        const first = await hover(await opened(says));
        assert.ok(first.startsWith("**UpdateReplacePolicy属性**"), first);
        assert.match(first, /古い実体をどうするか/);
      });

      it("have them in the search", async () => {
        const asked = await opened(says);
        const hits = await asked.request<SearchHit[]>("cfnNotes/searchNotes", { query: "古い実体" });
        const titles = hits.map(({ title }) => title);
        assert.ok(titles.includes("UpdateReplacePolicy属性"), titles.join());
      });

      it("have diagnostics in the settings' language, without an edit", async () => {
        const asked = await opened(says);
        await asked.diagnostics(URI);
        const [first] = asked.published;
        assert.ok((first?.diagnostics.length ?? 0) > 0, "nothing was published");
        for (const { message } of first?.diagnostics ?? []) assert.ok(isJapanese(String(message)), String(message));
      });
    });
  }

  it("do not wait for a check where no template is open", async () => {
    const settings = { notes: { folders: [folder], builtIn: false } };
    client = new Client(settings, { ...testHost, sleep: () => new Promise(() => undefined) });
    await client.begin();
    const [tree] = await client.request<NoteFolder[]>("cfnNotes/noteTree", {});
    assert.equal(tree?.files.length, 1);
  });

  it("do not wait for ever for a folder that can't be read to its end", async () => {
    const never = new Promise<never>(() => undefined);
    const asked = await opened("when asked", {
      ...testHost,
      readNotes: () => never,
      sleep: () => Promise.resolve(),
    });
    assert.match(await hover(asked), /^\*\*UpdateReplacePolicy\*\*/);
  });

  it("do not wait for ever for a client that does not say its settings", async () => {
    client = new Client({}, { ...testHost, sleep: () => Promise.resolve() });
    client.connection.onRequest("workspace/configuration", () => new Promise(() => undefined));
    await client.begin({ initializationOptions: { language: "ja" } });
    await client.open(URI, TEMPLATE);
    const [first] = await client.diagnostics(URI);
    assert.ok(isJapanese(String(first?.message)), String(first?.message));
  });

  /** However slow the machine is, nobody is tired of waiting: neither of a sleep nor by the clock. */
  const patient: Host = {
    ...testHost,
    now: () => performance.now() / 1000,
    sleep: (ms) => (ms < 100 ? testHost.sleep(ms) : new Promise(() => undefined)),
  };

  it("come before the diagnostics where a person waits for them", async () => {
    const asked = await opened("at the start", patient);
    assert.notEqual(await hover(asked), "");
    assert.deepEqual(asked.published, []);
    await asked.diagnostics(URI);
  });

  it("come after the diagnostics where an editor asks by itself", async () => {
    const asked = await opened("at the start", patient);
    assert.notDeepEqual(await asked.request("textDocument/documentSymbol", { textDocument: { uri: URI } }), []);
    assert.ok(asked.published.length > 0, "nothing was published before the symbols");
  });

  it("do not wait for a check that takes its time", async () => {
    // A template that exports a name is held against others, which are not listed before the hover is there.
    let list = (): void => undefined;
    const listed = new Promise<void>((done) => {
      list = done;
    });
    const templateFiles: Host["templateFiles"] = () => listed.then(() => ({ files: [], isComplete: true }));
    const asked = await opened("at the start", { ...testHost, templateFiles });
    assert.notEqual(await hover(asked), "");
    assert.deepEqual(asked.published, []);
    list();
    await asked.diagnostics(URI);
  });

  it("are made again where the language changes while they are made", async () => {
    // A template that exports a name is held against others, when the language was already looked up.
    const changed: Host = {
      ...testHost,
      templateFiles: async () => {
        if (client !== undefined && client.settings !== ENGLISH) {
          client.settings = ENGLISH;
          await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
          await client.until(() => (client?.notesChanged ?? 0) > 1);
        }
        return { files: [], isComplete: true };
      },
    };
    const asked = await opened("when asked", changed);
    await asked.until(
      () => asked.published.at(-1)?.diagnostics.every(({ message }) => !isJapanese(String(message))) === true,
    );
  });
});
