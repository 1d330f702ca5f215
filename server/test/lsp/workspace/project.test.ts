import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Projects } from "../../../src/lsp/workspace/projects.ts";
import { nodeHost } from "../../../src/node/nodeHost.ts";
import { Client } from "../client.ts";

const TEMPLATE = `Resources:
  Role:
    Type: AWS::SNS::Topic
    DependsOn: Nothing
    Properties:
      TopicNam: x
`;

describe("other files", () => {
  let folder = "";
  let client: Client;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    await mkdir(join(folder, "generated"));
    client = new Client({ notes: { builtIn: false } });
    await client.start();
  });

  afterEach(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function found(path: string): Promise<readonly string[]> {
    const uri = pathToFileURL(join(folder, path)).href;
    await client.open(uri, TEMPLATE);
    return (await client.diagnostics(uri)).map(({ code, severity }) => `${code} ${severity}`);
  }

  it("count nothing where there are none", async () => {
    assert.deepEqual(await found("a.yaml"), ["unknown-depends-on 1", "unknown-property 1"]);
  });

  it("change severities, switch rules off by either name, and ignore paths", async () => {
    await writeFile(
      join(folder, ".cfn-notes.yaml"),
      "rules:\n  unknown-property: info\n  E3005: off\nignore: [generated/]\n",
    );
    assert.deepEqual(await found("a.yaml"), ["unknown-property 3"]);
    assert.deepEqual(await found("generated/b.yaml"), []);
  });

  it("are read once for all documents of a folder", async () => {
    const asked: string[] = [];
    const told: string[] = [];
    const projects = new Projects(
      {
        ...nodeHost,
        projectTexts: (uri) => {
          asked.push(uri);
          return nodeHost.projectTexts(uri);
        },
      },
      (problem) => told.push(problem.en),
    );
    await writeFile(join(folder, ".cfn-notes.yaml"), "ignore: [generated/, b.yaml]\nlangage: ja\n");
    const isIgnored = async (path: string): Promise<boolean | undefined> =>
      (await projects.of(pathToFileURL(join(folder, path)).href))?.isIgnored;
    const paths = ["a.yaml", "b.yaml", "generated/a.yaml", "generated/b.yaml"];
    assert.deepEqual(await Promise.all(paths.map(isIgnored)), [false, true, true, true]);
    assert.equal(asked.length, 2);
    assert.equal(told.length, 1);
    projects.forget();
    await isIgnored("b.yaml");
    assert.equal(asked.length, 3);
  });

  it("are read anew when they change", async () => {
    assert.equal((await found("a.yaml")).length, 2);
    await writeFile(join(folder, ".cfnlintrc"), "ignore_checks: [E3]\n");
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [] });
    assert.deepEqual(await found("a.yaml"), []);
  });

  it("pass over what the baseline knows", async () => {
    const message = /"message":"([^"]+)"/;
    const uri = pathToFileURL(join(folder, "a.yaml")).href;
    await client.open(uri, TEMPLATE);
    const [first] = await client.diagnostics(uri);
    assert.match(JSON.stringify(first), message);
    const known = { "a.yaml": { [`${first?.code}: ${first?.message}`]: 1 } };
    await writeFile(join(folder, ".cfn-notes.yaml"), "baseline: known.json\n");
    await writeFile(join(folder, "known.json"), JSON.stringify(known));
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [] });
    assert.deepEqual(await found("a.yaml"), ["unknown-property 1"]);
  });

  it("has the parameters of nested templates", async () => {
    await writeFile(
      join(folder, "child.yaml"),
      "Parameters:\n  Cidr:\n    Type: String\nResources:\n  T:\n    Type: AWS::SNS::Topic\n",
    );
    const uri = pathToFileURL(join(folder, "parent.yaml")).href;
    const stack =
      "Resources:\n  N:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: child.yaml\n";
    await client.open(uri, stack);
    const codes = (await client.diagnostics(uri)).map(({ code }) => code);
    assert.ok(codes.includes("nested-stack-parameter"), codes.join());
  });

  it("are told where they can't be read", async () => {
    await mkdir(join(folder, ".cfn-notes.yaml"));
    assert.deepEqual(await found("a.yaml"), ["unknown-depends-on 1", "unknown-property 1"]);
    assert.match(client.messages.join("\n"), /^\.cfn-notes\.yaml is not a regular file\.$/m);
  });

  it("tell what is wrong in them, once", async () => {
    await writeFile(join(folder, ".cfn-notes.yaml"), "rules:\n  unknown-property: loud\n");
    await found("a.yaml");
    await found("generated/b.yaml");
    assert.deepEqual(
      client.messages.map((text) => /unknown-property/.test(text)),
      [true],
    );
  });
});
