import assert from "node:assert/strict";
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { platform } from "node:process";
import { pathToFileURL } from "node:url";
import type { Hover } from "vscode-languageserver-types";
import type { Host } from "../../../src/lsp/host/host.ts";
import type { NoteFolder } from "../../../src/protocol/notes.ts";
import type { DraftNoteAnswer, MarkerEditResult } from "../../../src/protocol/writing.ts";
import { Client, testHost } from "../client.ts";

const URI = "file:///template.yaml";
const TEMPLATE = "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain\n";

/** A client whose only notes are those of `folders`, with the template open; `root` is a workspace folder for relative ones. */
async function clientOf(folders: readonly string[], roots: readonly string[] = [], host = testHost): Promise<Client> {
  const client = new Client({ notes: { folders, builtIn: false }, hover: { reference: false }, language: "en" }, host);
  await client.start({ workspaceFolders: roots.map((root) => ({ uri: pathToFileURL(root).href, name: root })) });
  await client.open(URI, TEMPLATE);
  return client;
}

async function hover(client: Client): Promise<string> {
  const params = { textDocument: { uri: URI }, position: { line: 3, character: 6 } };
  const found = await client.request<Hover | null>("textDocument/hover", params);
  return found === null ? "" : (found.contents as { value: string }).value;
}

async function write(path: string, text: string): Promise<void> {
  await writeFile(path, `# DeletionPolicy\n\n${text}\n`);
}

describe("folders of notes", () => {
  let home: string;
  let client: Client | undefined;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "cfn-notes-"));
  });

  afterEach(async () => {
    assert.deepEqual(client?.errors ?? [], []);
    await client?.stop();
    client = undefined;
    await rm(home, { recursive: true, force: true });
  });

  /** Does something to the files, and waits for the hover that follows from it. */
  async function follow(act: () => Promise<unknown>, expected: RegExp): Promise<void> {
    assert.ok(client);
    const asked = client;
    await act();
    await asked.untilAnswered(
      () => hover(asked),
      (text) => expected.test(text),
    );
  }

  it("are read in Japanese encodings, and not written to in them", async () => {
    const path = join(home, "sjis.md");
    // `# DeletionPolicy` and 残す in Shift_JIS.
    await writeFile(path, Buffer.concat([Buffer.from("# DeletionPolicy\n\n"), Buffer.from("8e6382b70a", "hex")]));
    client = await clientOf([home]);
    assert.match(await hover(client), /残す/);
    const marker = {
      uri: pathToFileURL(path).href,
      text: "# DeletionPolicy\n",
      id: "",
      line: 0,
      places: ["DependsOn"],
    };
    const answer = await client.request<MarkerEditResult>("cfnNotes/markerEdit", marker);
    assert.equal(answer.kind, "refused");
    assert.match(answer.kind === "refused" ? answer.reason : "", /sjis\.md is not UTF-8/);
    const place = { textDocument: { uri: URI }, position: { line: 3, character: 6 } };
    const article = { uri: marker.uri, text: marker.text };
    for (const drafted of [{ article }, { article, code: "DeletionPolicy: Retain" }]) {
      const draft = await client.request<DraftNoteAnswer | null>("cfnNotes/draftNote", { ...place, ...drafted });
      assert.match(draft && "refusal" in draft ? draft.refusal : "", /sjis\.md is not UTF-8/);
    }
    await client.open(marker.uri, marker.text, "markdown");
    const heading = { textDocument: { uri: marker.uri }, position: { line: 0, character: 4 }, newName: "A" };
    await assert.rejects(client.request("textDocument/rename", heading), /sjis\.md is not UTF-8/);
  });

  it("stay while an editor has emptied a file and not yet written it", async () => {
    const path = join(home, "a.md");
    await write(path, "Before.");
    client = await clientOf([home]);
    assert.match(await hover(client), /Before/);
    await follow(() => writeFile(path, "").then(() => write(join(home, "b.md"), "Other.")), /Other/);
    assert.match(await hover(client), /Before/);
    await follow(() => Promise.resolve(), /^(?!.*Before)/s);
  });

  it("are followed when folders in them come and are renamed", async () => {
    client = await clientOf([home]);
    const folder = join(home, "a", "b");
    await follow(() => mkdir(folder, { recursive: true }).then(() => write(join(folder, "n.md"), "first")), /first/);
    await follow(() => rename(join(home, "a"), join(home, "c")), /c\/b\/n\.md/);
    await follow(() => write(join(home, "c", "b", "n.md"), "second"), /second/);
  });

  it("are followed when they go, come back, and are replaced", async () => {
    const folder = join(home, "notes");
    await mkdir(folder);
    await write(join(folder, "n.md"), "first");
    client = await clientOf([folder]);
    await follow(() => rm(folder, { recursive: true }), /^$/);
    await follow(() => mkdir(folder).then(() => write(join(folder, "n.md"), "second")), /second/);
    await follow(() => rename(folder, `${folder}-gone`), /^$/);
    await follow(() => mkdir(folder).then(() => write(join(folder, "n.md"), "third")), /third/);
    await follow(() => write(join(folder, "n.md"), "fourth"), /fourth/);
    assert.equal(client.messages.length, 1, "It is told once that it is not there.");
  });

  it("that overlap keep a file that one of them still holds", async () => {
    await mkdir(join(home, "inner"));
    await write(join(home, "inner", "n.md"), "both");
    client = await clientOf([home, join(home, "inner")]);
    const asked = client;
    client.settings = { notes: { folders: [home], builtIn: false }, hover: { reference: false } };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await client.untilAnswered(
      () => asked.request<NoteFolder[]>("cfnNotes/noteTree", {}),
      (folders) => folders.length === 1,
    );
    assert.match(await hover(client), /both/);
  });

  it("that are relative need only be in one folder of the workspace", async () => {
    await mkdir(join(home, "one", "docs"), { recursive: true });
    await mkdir(join(home, "two"));
    await write(join(home, "one", "docs", "n.md"), "relative");
    client = await clientOf(["docs", "nowhere"], [join(home, "one"), join(home, "two")]);
    assert.match(await hover(client), /relative/);
    await client.until(() => (client?.messages.length ?? 0) >= 2);
    assert.deepEqual(
      client.messages.map((message) => /“(.*)” does not exist/.exec(message)?.[1]?.slice(home.length + 1)),
      [join("one", "nowhere"), join("two", "nowhere")],
    );
    const folders = await client.request<NoteFolder[]>("cfnNotes/noteTree", {});
    assert.deepEqual(
      folders.map(({ label }) => label),
      ["docs", "nowhere", "nowhere"],
    );
  });

  it("that are no addresses here are told, and the others are read", async () => {
    await write(join(home, "n.md"), "fine");
    const elsewhere = platform === "win32" ? "file:///nowhere" : "file://host/nowhere";
    client = await clientOf([elsewhere, join(home, "n.md"), home]);
    assert.match(await hover(client), /fine/);
    await client.until(() => (client?.messages.length ?? 0) >= 2);
    assert.match(client.messages.join("\n"), /nowhere” does not exist[\s\S]*n\.md” is not a folder/);
  });

  it("with files that are too long keep the others", async () => {
    await writeFile(join(home, "empty.md"), "");
    for (const name of ["a", "b", "c", "d", "e"]) await writeFile(join(home, `${name}.md`), "x ".repeat(600_000));
    await write(join(home, "notes.md"), "Kept.");
    client = await clientOf([home]);
    assert.match(await hover(client), /Kept/);
    const [folder] = await client.request<NoteFolder[]>("cfnNotes/noteTree", {});
    assert.equal(folder?.files.length, 7);
    assert.equal(folder.problems.length, 5);
    assert.match(folder.problems[0] ?? "", /too large for notes/);
  });

  it("with many broken files are told in one message", async () => {
    await Promise.all([1, 2, 3, 4, 5].map((number) => writeFile(join(home, `日本 ${number}.md`), "\0\0\0")));
    await write(join(home, "n.md"), "fine");
    await symlink(home, join(home, "loop"), "junction");
    client = await clientOf([home]);
    assert.match(await hover(client), /fine/);
    await client.until(() => (client?.messages.length ?? 0) > 0);
    assert.equal(client.messages.length, 1);
    assert.match(client.messages[0] ?? "", /^There are 5 problems/);
    const [folder] = await client.request<NoteFolder[]>("cfnNotes/noteTree", {});
    assert.equal(folder?.problems[0], "日本 1.md: The file is not text and was left out.");
  });

  it("keep what they hold while a disk does not answer, and take what comes late", async () => {
    await write(join(home, "n.md"), "before");
    let isLate = false;
    let answer: () => void = () => undefined;
    let changed: () => void = () => undefined;
    const slow: Host = {
      ...testHost,
      watchNotes: (_, told) => {
        changed = told;
        return { dispose: () => undefined };
      },
      readNotes: async (...given) => {
        const read = await testHost.readNotes(...given);
        if (!isLate) return read;
        const sources = read.sources.map((source) => ({ ...source, text: "", unreadable: { kind: "late" as const } }));
        return { ...read, sources, late: new Promise((done) => (answer = done)) };
      },
    };
    client = await clientOf([home], [], slow);
    assert.match(await hover(client), /before/);
    isLate = true;
    await write(join(home, "n.md"), "after");
    changed();
    await client.request("cfnNotes/noteTree", {});
    assert.match(await hover(client), /before/);
    assert.deepEqual(client.messages, []);
    await follow(async () => {
      isLate = false;
      answer();
    }, /after/);
  });

  // Such a file opens but can't be read, not even by root.
  if (platform === "linux")
    it("with an unreadable file lose only that one", async () => {
      await write(join(home, "n.md"), "fine");
      await symlink("/proc/self/mem", join(home, "locked.md"));
      client = await clientOf([home]);
      assert.match(await hover(client), /fine/);
      await client.until(() => (client?.messages.length ?? 0) > 0);
      assert.match(client.messages.join("\n"), /locked\.md: It cannot be read and was left out: EIO/);
      const [folder] = await client.request<NoteFolder[]>("cfnNotes/noteTree", {});
      assert.deepEqual(
        folder?.files.map(({ title }) => title),
        ["DeletionPolicy"],
      );
    });
});
