import assert from "node:assert/strict";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  CancellationTokenSource,
  type DocumentDiagnosticReport,
  type InitializeParams,
  LSPErrorCodes,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver/node";
import { type SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import type { Host } from "../../../src/lsp/host/host.ts";
import { Client, testHost } from "../client.ts";

const GOOD = "Resources:\n  NetworkVpc:\n    Type: AWS::EC2::VPC\n    Properties:\n      CidrBlock: 10.0.0.0/16\n";
const BAD = "Resources:\n  WebTopic:\n    Type: AWS::SNS::Topicc\n";
const EXPORT = "Outputs:\n  Id:\n    Value: !Ref NetworkVpc\n    Export:\n      Name: shared-vpc-id\n";

/** So long at least, in milliseconds, a client may take to answer, and it does on a busy machine. */
const PATIENCE = 2000;
/** Nobody does anything in these tests: there is no need to wait for that. */
const host: Host = {
  ...testHost,
  sleep: (milliseconds) => testHost.sleep(milliseconds < PATIENCE ? Math.min(milliseconds, 5) : milliseconds),
};

const PULLS: InitializeParams["capabilities"] = {
  textDocument: { diagnostic: {} },
  workspace: { configuration: true },
};

describe("the templates of the workspace", () => {
  let folder: string;
  let client: Client;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "cfn-notes-workspace-"));
    await mkdir(join(folder, ".git"));
    await mkdir(join(folder, "stacks"));
    await mkdir(join(folder, "built"));
    await writeFile(join(folder, ".gitignore"), "built/\n");
    await writeFile(join(folder, "stacks", "network.yaml"), GOOD + EXPORT);
    await writeFile(join(folder, "bad.yaml"), BAD);
    await writeFile(join(folder, "built", "copy.yaml"), BAD);
    await writeFile(join(folder, "other.yaml"), "a: WebTopic\n");
  });

  afterEach(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
    await rm(folder, { recursive: true });
  });

  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

  async function start(settings: unknown, capabilities?: InitializeParams["capabilities"]): Promise<void> {
    client = new Client(settings, host);
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: "it" }];
    await client.start({ workspaceFolders, ...(capabilities && { capabilities }) });
  }

  /** The codes that a file shows now; `undefined` where nothing was ever said of it. */
  const shown = (uri: string): readonly unknown[] | undefined =>
    client.published.findLast((one) => one.uri === uri)?.diagnostics.map(({ code }) => code);

  const changed = (uri: string, type: number): Promise<void> =>
    client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });

  describe("workspace/symbol", () => {
    beforeEach(() => start({}));

    async function found(query: string): Promise<readonly string[]> {
      const symbols = await client.request<SymbolInformation[]>("workspace/symbol", { query });
      return symbols.map(({ name, containerName, location }) => {
        const path = decodeURIComponent(location.uri.slice(uriOf("").length + 1));
        return `${name} in ${path} · ${containerName}`;
      });
    }

    it("finds names by some of their letters, also exports, and says where they are", async () => {
      assert.deepEqual(await found("nwv"), ["NetworkVpc in stacks/network.yaml · Resources"]);
      assert.deepEqual(await found("shared-vpc"), ["shared-vpc-id in stacks/network.yaml · Outputs"]);
      assert.deepEqual(await found("web"), ["WebTopic in bad.yaml · Resources"]);
      const [symbol] = await client.request<SymbolInformation[]>("workspace/symbol", { query: "NetworkVpc" });
      assert.equal(symbol?.kind, SymbolKind.Class);
      assert.deepEqual(symbol.location, {
        uri: uriOf("stacks/network.yaml"),
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 12 } },
      });
    });

    it("takes open documents as they are", async () => {
      await client.open(uriOf("bad.yaml"), BAD.replace("WebTopic", "Renamed"));
      assert.deepEqual(await found("webtopic"), []);
      assert.deepEqual(await found("renamed"), ["Renamed in bad.yaml · Resources"]);
    });

    it("is answered as cancelled when nobody wants it any more", async () => {
      const source = new CancellationTokenSource();
      const answer = client.connection.sendRequest("workspace/symbol", { query: "web" }, source.token);
      source.cancel();
      await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
    });
  });

  describe("diagnostics of templates that are not open", () => {
    it("are none unless somebody wants them", async () => {
      await start({});
      await client.open(uriOf("stacks/network.yaml"), GOOD);
      await client.diagnostics(uriOf("stacks/network.yaml"));
      assert.equal(shown(uriOf("bad.yaml")), undefined);
    });

    it("are told, without what git ignores, and taken back with the setting", async () => {
      await start({ diagnostics: { workspace: true } });
      await client.until(() => shown(uriOf("bad.yaml")) !== undefined);
      assert.deepEqual(shown(uriOf("bad.yaml")), ["unknown-type"]);
      assert.equal(shown(uriOf("built/copy.yaml")), undefined);
      await writeFile(join(folder, "stacks", "copy.yaml"), GOOD + EXPORT);
      await changed(uriOf("stacks/copy.yaml"), 1);
      await client.until(() => shown(uriOf("stacks/network.yaml")) !== undefined);
      assert.ok(shown(uriOf("stacks/network.yaml"))?.includes("shared-export"));
      client.settings = { diagnostics: { workspace: false } };
      await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
      await client.until(() => shown(uriOf("bad.yaml"))?.length === 0);
    });

    it("are those of the editor while a document is open, and those of the file again when it is closed", async () => {
      await start({ diagnostics: { workspace: true } });
      const uri = uriOf("bad.yaml");
      await client.until(() => shown(uri) !== undefined);
      await client.open(uri, BAD.replace("Topicc", "Topic"));
      assert.deepEqual(await client.diagnostics(uri), []);
      const before = client.published.length;
      await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
      await client.until(() => client.published.slice(before).some((one) => one.uri === uri));
      assert.deepEqual(shown(uri), ["unknown-type"]);
    });

    it("follow files that change and go away", async () => {
      await start({ diagnostics: { workspace: true } });
      const uri = uriOf("bad.yaml");
      await client.until(() => shown(uri) !== undefined);
      await writeFile(join(folder, "more.yaml"), BAD);
      await changed(uriOf("more.yaml"), 1);
      await client.until(() => shown(uriOf("more.yaml")) !== undefined);
      await rm(join(folder, "bad.yaml"));
      await changed(uri, 3);
      await client.until(() => shown(uri)?.length === 0);
      assert.deepEqual(shown(uriOf("more.yaml")), ["unknown-type"]);
    });
  });

  it("tell of a nested template that is renamed, in an open document, until it is back", async () => {
    await start({});
    const uri = uriOf("parent.yaml");
    const nested = uriOf("stacks/network.yaml");
    await writeFile(join(folder, "stacks", "other.yaml"), GOOD);
    const stack = `Resources:\n  Net:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: stacks/network.yaml}\n`;
    await client.open(uri, stack);
    await client.until(() => shown(uri)?.includes("local-path") === true);
    await rename(join(folder, "stacks", "network.yaml"), join(folder, "stacks", "net.yaml"));
    await changed(nested, 3);
    await client.until(() => shown(uri)?.includes("missing-template") === true);
    assert.deepEqual(shown(uri), ["missing-template"]);
    await rename(join(folder, "stacks", "net.yaml"), join(folder, "stacks", "network.yaml"));
    await changed(nested, 1);
    await client.until(() => shown(uri)?.includes("local-path") === true);
    assert.deepEqual(shown(uri), ["local-path"]);
  });

  it("follow a nested template whose folder is renamed or removed, of which a watcher says nothing", async () => {
    await start({});
    const uri = uriOf("parent.yaml");
    const stack = `Resources:\n  Net:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: stacks/network.yaml, Parameters: {No: a}}\n`;
    await client.open(uri, stack);
    const isRead = (): boolean => shown(uri)?.includes("nested-stack-parameter") === true;
    await client.until(isRead);
    const move = async (from: string, to: string): Promise<void> => {
      await rename(join(folder, from), join(folder, to));
      const files = [{ oldUri: uriOf(from), newUri: uriOf(to) }];
      await client.connection.sendNotification("workspace/didRenameFiles", { files });
    };
    await move("stacks", "parts");
    await client.until(() => !isRead());
    await move("parts", "stacks");
    await client.until(isRead);
    await rm(join(folder, "stacks"), { recursive: true });
    await client.connection.sendNotification("workspace/didDeleteFiles", { files: [{ uri: uriOf("stacks") }] });
    await client.until(() => !isRead());
    assert.deepEqual(shown(uri), ["local-path"]);
  });

  it("are watched once an open one nests others", async () => {
    await start({}, { workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } } });
    const isWatching = (): boolean => JSON.stringify(client.registrations).includes("**/*.{yaml,yml,json,template}");
    await client.open(uriOf("good.yaml"), BAD);
    await client.until(() => shown(uriOf("good.yaml")) !== undefined);
    assert.ok(!isWatching());
    await client.open(
      uriOf("parent.yaml"),
      "Resources:\n  Net:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: stacks/network.yaml}\n",
    );
    await client.until(isWatching);
  });

  describe("diagnostics of a client that only asks for them", () => {
    const report = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
      client.request("textDocument/diagnostic", { textDocument: { uri: uriOf("bad.yaml") }, previousResultId });

    it("are there when it asks, the same ones only once, and never sent unasked", async () => {
      await start({}, PULLS);
      await client.open(uriOf("bad.yaml"), BAD);
      const first = await report();
      assert.equal(first.kind, "full");
      assert.deepEqual(first.kind === "full" && first.items.map(({ code }) => code), ["unknown-type"]);
      const second = await report(first.resultId);
      assert.deepEqual(second, { kind: "unchanged", resultId: first.resultId });
      await client.change(uriOf("bad.yaml"), [{ text: BAD.replace("Topicc", "Topic") }]);
      const third = await report(first.resultId);
      assert.deepEqual(third.kind === "full" && third.items, []);
      assert.deepEqual(client.published, []);
    });

    it("are none for a document that is not open", async () => {
      await start({}, PULLS);
      assert.deepEqual(await report(), { kind: "full", items: [] });
    });

    it("are those of the whole workspace where that is wanted", async () => {
      await start({ diagnostics: { workspace: true } }, PULLS);
      const all = (previousResultIds: readonly { uri: string; value: string }[]): Promise<WorkspaceDiagnosticReport> =>
        client.request("workspace/diagnostic", { previousResultIds });
      const [found, ...others] = (await all([])).items;
      assert.equal(found?.uri, uriOf("bad.yaml"));
      assert.deepEqual(others, []);
      assert.equal(found.kind, "full");
      const known = [{ uri: found.uri, value: found.resultId ?? "" }];
      const kinds = (await all(known)).items.filter(({ uri }) => uri === uriOf("bad.yaml")).map(({ kind }) => kind);
      assert.deepEqual(kinds, ["unchanged"]);
      await rm(join(folder, "bad.yaml"));
      await changed(uriOf("bad.yaml"), 3);
      const gone = (await all(known)).items.filter(({ uri }) => uri === uriOf("bad.yaml"));
      assert.deepEqual(
        gone.map((one) => one.kind === "full" && one.items),
        [[]],
      );
      assert.deepEqual(client.published, []);
    });
  });
});
