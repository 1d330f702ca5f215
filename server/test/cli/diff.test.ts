import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stdout } from "node:process";
import { runCommand } from "../../src/cli/run.ts";

const TOPIC = (name: string): string =>
  `Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: ${name}}\n`;

describe("cfn-notes diff", () => {
  const before = process.cwd();
  let folder = "";

  const run = async (args: string, command = "diff"): Promise<{ readonly code: number; readonly said: string }> => {
    const { write } = stdout;
    let said = "";
    stdout.write = (text: string | Uint8Array) => {
      said += String(text);
      return true;
    };
    try {
      return { code: await runCommand([command, "--language", "en", ...args.split(" ")]), said };
    } finally {
      stdout.write = write;
    }
  };

  const git = (...args: readonly string[]): unknown =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
      cwd: folder,
      stdio: "pipe",
    });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "diff-"));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });

  it("compares two files, and fails on what it is told to fail on", async () => {
    writeFileSync("a.yaml", TOPIC("a"));
    writeFileSync("b.yaml", TOPIC("b"));
    const head = "b.yaml\nResources\n  ± Topic (AWS::SNS::Topic) is replaced; the old one is deleted (line 2)\n";
    const shown = { code: 0, said: `${head}      TopicName: a → b; replaces (line 4)\n` };
    assert.deepEqual(await run("a.yaml b.yaml"), shown);
    assert.deepEqual(await run("--fail-on delete a.yaml b.yaml"), shown);
    assert.deepEqual(await run("--fail-on delete --fail-on replace a.yaml b.yaml"), { ...shown, code: 1 });
    assert.deepEqual(await run("a.yaml a.yaml"), { code: 0, said: "a.yaml: no change\n" });
  });

  it("names the templates of the project that use what is gone", async () => {
    mkdirSync("stacks");
    const network = (parameter: string, outputs: string): string =>
      `Parameters:\n  ${parameter}: {Type: String}\nResources:\n  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref ${parameter}}}\n${outputs}`;
    const outputs =
      "Outputs:\n  Id: {Value: !Ref Vpc}\n  Range: {Value: !GetAtt Vpc.CidrBlock, Export: {Name: net-range}}\n";
    const stack =
      "Net: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: network.yaml, Parameters: {Cidr: 10.0.0.0/16}}}";
    const output = "Outputs:\n  O: {Value: !GetAtt Net.Outputs.Id}\n";
    writeFileSync("stacks/network.yaml", network("Cidr", outputs));
    writeFileSync("stacks/root.yaml", `Resources:\n  ${stack}\n${output}`);
    writeFileSync("stacks/other.yaml", `Resources:\n  ${stack.replace("network.yaml", "../network.yaml")}\n${output}`);
    writeFileSync(
      "app.yaml",
      "Resources:\n  T: {Type: AWS::SNS::Topic, Properties: {TopicName: !ImportValue net-range}}\n",
    );
    git("init", "--quiet", ".");
    git("add", ".");
    git("commit", "--quiet", "--message", "a");
    writeFileSync("stacks/network.yaml", network("Range", ""));
    const { said } = await run("--base HEAD .");
    const lines = said.slice(said.indexOf("Will it go through?")).trimEnd().split("\n");
    assert.deepEqual(lines.slice(1), [
      "  ! The new parameter Range has no default: the update needs a value. (line 2)",
      "      Concerns stacks/root.yaml",
      "  ! The export net-range of Range is gone: the update fails while another stack imports it.",
      "      Concerns app.yaml",
      "  ! The parameter Cidr is gone, but a template that nests this one still passes it: its update fails.",
      "      Concerns stacks/root.yaml",
      "  ! The output Id is gone, but a template that nests this one still reads it: its update fails.",
      "      Concerns stacks/root.yaml",
    ]);
    // A parent that has followed is concerned no more.
    writeFileSync("stacks/root.yaml", `Resources:\n  ${stack.replace("Cidr:", "Range:")}\n`);
    const now = (await run("--base HEAD .", "review")).said;
    assert.deepEqual(now.match(/Concerns .*/g), ["Concerns app.yaml"]);
  });

  it("could not run where the new template has a syntax error, and says where", async () => {
    const broken = TOPIC("a").replace("    Properties", "      Properties");
    writeFileSync("a.yaml", TOPIC("a"));
    writeFileSync("b.yaml", broken);
    const said =
      "b.yaml\nWill it go through?\n  ! The template has a syntax error, so CloudFormation refuses it. Not compared: Topic. (line 3)\n";
    assert.deepEqual(await run("a.yaml b.yaml"), { code: 2, said });
    assert.deepEqual(await run("--fail-on data-loss a.yaml b.yaml"), { code: 2, said });
    assert.deepEqual(await run("--fail-on promise a.yaml b.yaml"), { code: 1, said });
    const { code, said: json } = await run("--format json a.yaml b.yaml");
    const { Changes, Promises } = JSON.parse(json) as { Changes: unknown[]; Promises: Record<string, unknown>[] };
    assert.deepEqual(
      [code, Changes.length, Promises.map(({ Kind, Name }) => [Kind, Name])],
      [2, 0, [["syntax", "Topic"]]],
    );
    assert.equal((await run("b.yaml a.yaml")).code, 0);
  });

  for (const format of ["text", "json", "markdown", "github"])
    it(`fails in the format ${format}, too`, async () => {
      writeFileSync("a.yaml", TOPIC("a"));
      writeFileSync("b.yaml", TOPIC("b"));
      const { code, said } = await run(`--format ${format} --fail-on replace a.yaml b.yaml`);
      assert.equal(code, 1);
      assert.match(said, /Topic/);
    });

  it("reviews: one comment with the notes on what changed, and none where nothing does", async () => {
    git("init", "-q");
    writeFileSync("a.yaml", TOPIC("a"));
    mkdirSync("notes");
    writeFileSync("notes/own.md", "# Amazon SNS\n\n## TopicName\n\nSubscribers know it by name.\n\nMore.\n");
    git("add", ".");
    git("commit", "-qm", "one");
    writeFileSync("a.yaml", `# cosmetic\n${TOPIC('"a"')}`);
    assert.deepEqual(await run("--base HEAD --notes notes", "review"), { code: 0, said: "" });
    writeFileSync("a.yaml", TOPIC("b"));
    const { said } = await run("--base HEAD --notes notes --no-built-in", "review");
    assert.equal(
      said,
      `<!-- cfn-notes review -->

## What deploying this would do

### a.yaml

**Resources**

- **Topic (AWS::SNS::Topic) is replaced; the old one is deleted**
  - TopicName: a → b; replaces

**Notes**

> **TopicName**
>
> Subscribers know it by name.
`,
    );
    assert.equal((await run(".", "review")).code, 2);
  });

  it("reviews: what is the same is told once, and a file that was moved is one that changed", async () => {
    const many = (size: number): string => {
      const queues = ["A", "B", "C"].map(
        (id) => `  ${id}: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: ${size}}}\n`,
      );
      return `# Queues\nResources:\n${queues.join("")}  D: {Type: AWS::SNS::Topic}\n  E: {Type: AWS::SNS::Topic, Properties: {DisplayName: !GetAtt A.Arn}}\n`;
    };
    const gone = "Resources:\n  Gone: {Type: AWS::DynamoDB::Table}\n";
    writeFileSync("a.yaml", many(1));
    writeFileSync("b.yaml", many(1));
    writeFileSync("old.yaml", TOPIC("a").replace("Resources:", "Description: d\nResources:"));
    writeFileSync("gone.yaml", gone);
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "one");
    writeFileSync("a.yaml", many(2));
    writeFileSync("b.yaml", many(2));
    rmSync("old.yaml");
    rmSync("gone.yaml");
    writeFileSync("renamed.yaml", TOPIC("b").replace("Resources:", "Description: d\nResources:"));
    writeFileSync("new.yaml", "Parameters:\n  P: {Type: String}\nResources:\n  Fresh: {Type: AWS::SQS::Queue}\n");
    const { said } = await run("--base HEAD --no-built-in", "review");
    assert.equal(
      said.split("\n").slice(4).join("\n"),
      `### gone.yaml (removed)

Its stack stays until somebody deletes it. This is what would happen then:

**Resources**

- **Gone (AWS::DynamoDB::Table) is deleted**
  - Its data is deleted with it. Deploy DeletionPolicy: Retain first: that of the deployed template applies.

### renamed.yaml (was old.yaml)

**Resources**

- **Topic (AWS::SNS::Topic) is replaced; the old one is deleted**
  - TopicName: a → b; replaces

### a.yaml, b.yaml

**Resources**

- A (AWS::SQS::Queue) is updated
  - DelaySeconds: 1 → 2
  - the same for B, C

### new.yaml (new)

**Resources**

- Fresh (AWS::SQS::Queue) is created
`,
    );
  });

  it("compares a file that is named alone with what it was before it was moved", async () => {
    mkdirSync("old");
    writeFileSync("old/a.yaml", TOPIC("a"));
    writeFileSync("old/gone.yaml", "Resources: {Gone: {Type: AWS::SQS::Queue}}\n");
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "one");
    rmSync("old", { recursive: true });
    writeFileSync("moved.yaml", TOPIC("a").replace("Resources:", "Description: d\nResources:"));
    const { said } = await run("--base HEAD moved.yaml");
    assert.doesNotMatch(said, /is created|is deleted|gone/);
  });

  it("compares a template of a submodule with the commit of it that was named", async () => {
    mkdirSync("library");
    const inLibrary = (...args: readonly string[]): unknown => git("-C", join(folder, "library"), ...args);
    inLibrary("init", "-q");
    writeFileSync("library/topic.yaml", TOPIC("a"));
    inLibrary("add", ".");
    inLibrary("commit", "-qm", "one");
    git("init", "-q", "main");
    git("-C", "main", "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "../library", "library");
    git("-C", "main", "commit", "-qm", "one");
    process.chdir("main");
    writeFileSync("library/topic.yaml", TOPIC("b"));
    assert.match((await run("--base HEAD library/topic.yaml")).said, /TopicName: a → b; replaces/);
  });

  it("goes into the templates that are nested, with what is passed to them", async () => {
    const parent = (name: string): string =>
      `Resources:\n  Inner:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: ./inner/topic.yaml\n      Parameters: {Name: ${name}}\n`;
    mkdirSync("inner");
    writeFileSync("inner/topic.yaml", `Parameters:\n  Name: {Type: String, Default: a}\n${TOPIC("!Ref Name")}`);
    writeFileSync("a.yaml", parent("a"));
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "one");
    writeFileSync("b.yaml", parent("b"));
    const told =
      "inner/topic.yaml (Inner)\nResources\n  ± Topic (AWS::SNS::Topic) is replaced; the old one is deleted (line 4)\n      TopicName: a → b; by Name; replaces (line 6)\n";
    const two = await run("--fail-on replace a.yaml b.yaml");
    assert.equal(two.code, 1);
    assert.ok(two.said.endsWith(`\n${told}`), two.said);
    writeFileSync("a.yaml", parent("b"));
    rmSync("b.yaml");
    const { said } = await run("--base HEAD .");
    assert.ok(said.endsWith(`\n${told}`), said);
    writeFileSync("a.yaml", parent("a"));
    assert.equal((await run("a.yaml a.yaml")).said, "a.yaml: no change\n");
  });

  it("draws the references of a template beside it", async () => {
    writeFileSync("a.yaml", `${TOPIC("!GetAtt Queue.QueueName")}  Queue: {Type: AWS::SQS::Queue}\n`);
    const { code, said } = await run("a.yaml", "graph");
    const boxes = '  n0["Topic<br/>AWS::SNS::Topic"]\n  n1["Queue<br/>AWS::SQS::Queue"]';
    assert.deepEqual([code, said], [0, `flowchart RL\n${boxes}\n  n0 --> n1\n`]);
  });

  it("escapes what a template says in Markdown", async () => {
    writeFileSync("a.yaml", TOPIC("a"));
    writeFileSync("b.yaml", TOPIC("'[x](y)<b>'"));
    const { said } = await run("--format markdown a.yaml b.yaml");
    assert.match(said, /^ {2}- TopicName: a → \\\[x\\\]\(y\)\\<b\\>; replaces$/m);
  });

  it("compares with a commit: what is changed, new and gone", async () => {
    mkdirSync("stacks");
    for (const name of ["changed", "same"]) writeFileSync(`stacks/${name}.yaml`, TOPIC(name));
    writeFileSync("stacks/gone.yaml", "Resources: {Gone: {Type: AWS::SQS::Queue}}\n");
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "--message", "first");
    writeFileSync("stacks/changed.yaml", TOPIC("other"));
    writeFileSync("stacks/new.yaml", TOPIC("new"));
    rmSync("stacks/gone.yaml");
    const { code, said } = await run("--base HEAD --format json stacks");
    const sets = JSON.parse(said) as { Before: { File: string }; Changes: { Action: string }[] }[];
    assert.equal(code, 0);
    assert.deepEqual(
      sets.map(({ Before, Changes }) => `${Before.File} ${Changes.map(({ Action }) => Action).join()}`),
      ["HEAD:stacks/changed.yaml Modify", "HEAD:stacks/new.yaml Add", "HEAD:stacks/gone.yaml Remove"],
    );
    assert.equal((await run("--base HEAD stacks/same.yaml")).said, "");
  });

  it("compares with what the project file says is deployed to an environment", async () => {
    writeFileSync("a.yaml", TOPIC("old"));
    writeFileSync(".cfn-notes.yaml", "environments: {prod: v1}\n");
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "--message", "first");
    git("tag", "v1");
    writeFileSync("a.yaml", TOPIC("new"));
    git("commit", "--quiet", "--all", "--message", "second");
    assert.match((await run("--base prod a.yaml")).said, /TopicName: old → new; replaces/);
    assert.equal((await run("--base HEAD a.yaml")).said, "");
    assert.equal((await run("--base staging a.yaml")).code, 2);
  });
});
