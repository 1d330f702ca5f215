import assert from "node:assert/strict";
import { type DiagnosticSeverity, languages, type TextDocument, window } from "vscode";
import { cfnNotes, eventAfter, hoverTextIn, read, remove, setSetting, show, until, write } from "./support.ts";

const TEMPLATE = `Resources:
  Topic:
    Type: AWS::SNS::Topic
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    DependsOn: Nothing
    Properties:
      TopicNam: x
`;
const FILE = ".cfn-notes.yaml";

describe("A project file", () => {
  before(async () => {
    await setSetting("language", "en");
    await write("project/stacks/topic.yaml", TEMPLATE);
    await write("project/generated/topic.yaml", TEMPLATE);
    await (await cfnNotes()).server.start();
  });

  after(async () => {
    await setSetting("language", undefined);
    await remove("project");
  });

  it("changes what is said of the templates below it, as soon as it is there and when it changes", async () => {
    const document = await show("project/stacks/topic.yaml");
    await toldOf(document, ["unknown-depends-on 0", "unknown-property 0"]);
    await write(`project/${FILE}`, "rules:\n  unknown-property: info\n  E3005: off\n");
    await toldOf(document, ["unknown-property 2"]);
    await write(`project/${FILE}`, "rules:\n  unknown-property: warning\n");
    await toldOf(document, ["unknown-depends-on 0", "unknown-property 1"]);
  });

  it("leaves out paths, and what a baseline knows", async () => {
    const document = await show("project/stacks/topic.yaml");
    const known = messagesOn(document)
      .filter((told) => told.startsWith("unknown-property: "))
      .map((told) => [told, 1]);
    assert.equal(known.length, 1);
    await write("project/known.json", JSON.stringify({ "stacks/topic.yaml": Object.fromEntries(known) }));
    await write(`project/${FILE}`, "ignore: [generated/]\nbaseline: known.json\n");
    await toldOf(document, ["unknown-depends-on 0"]);
    const generated = await show("project/generated/topic.yaml");
    // What is published on another document comes later than on this one.
    await toldOf(await show("project/stacks/topic.yaml"), ["unknown-depends-on 0"]);
    assert.deepEqual(messagesOn(generated), []);
  });

  it("that is broken is told once, with the place", async () => {
    const { showWarningMessage } = window;
    const told: string[] = [];
    try {
      await new Promise<void>((resolve) => {
        const tell = async (message: string): Promise<undefined> => {
          told.push(message);
          resolve();
          return undefined;
        };
        Object.assign(window, { showWarningMessage: tell });
        void show("project/stacks/topic.yaml").then(() => write(`project/${FILE}`, "rules:\n  unknown-proprty: off\n"));
      });
    } finally {
      Object.assign(window, { showWarningMessage });
    }
    assert.equal(told.length, 1);
    assert.match(
      told[0] ?? "",
      /^\.cfn-notes\.yaml:2:3: there is no rule unknown-proprty\. Did you mean unknown-property\?$/,
    );
  });

  it("gives a team its notes, and takes them back", async () => {
    const { noteTree, server } = await cfnNotes();
    const document = await show("project/stacks/topic.yaml");
    await write("project/team/memo.md", "# Memo\n\n## DeletionPolicy\n\nWhat our team keeps.\n");
    await eventAfter(
      noteTree.onDidChangeTreeData,
      () => true,
      () => write(FILE, "notes: [project/team]\n"),
    );
    await until(server.onDidChangeNotes, async () =>
      (await hoverTextIn(document, "DeletionPolicy")).includes("What our team keeps."),
    );
    assert.match(await read(FILE), /^notes:/);
    await remove(FILE);
    await until(
      server.onDidChangeNotes,
      async () => !(await hoverTextIn(document, "DeletionPolicy")).includes("What our team keeps."),
    );
  });

  async function toldOf(document: TextDocument, wanted: readonly string[]): Promise<void> {
    const told = (): readonly string[] =>
      languages
        .getDiagnostics(document.uri)
        .map(({ code, severity }) => `${codeOf(code)} ${severity satisfies DiagnosticSeverity}`)
        .sort();
    await until(languages.onDidChangeDiagnostics, () => told().join() === wanted.join());
  }

  function messagesOn(document: TextDocument): readonly string[] {
    return languages.getDiagnostics(document.uri).map(({ code, message }) => `${codeOf(code)}: ${message}`);
  }

  function codeOf(code: unknown): unknown {
    return typeof code === "object" && code !== null && "value" in code ? code.value : code;
  }
});
