import assert from "node:assert/strict";
import { type CodeLens, ConfigurationTarget, commands, type TextDocument, window, workspace } from "vscode";
import { decodeFromSequencePage } from "../src/sequencePage.ts";
import { nodeX, type PlacedStep, sequenceShapes } from "../src/sequenceShapes.ts";
import { cfnNotes, eventAfter, moveCaretInto, positionOf, show } from "./support.ts";

const command = "cfnNotes.showBootstrapSequence";
const groupSteps = [
  "Create WebGroup",
  "Run the user data of WebLaunch",
  "cfn-init",
  "config",
  "packages",
  "Signal WebGroup",
  "CREATE_COMPLETE",
  "CREATE_FAILED",
];

describe("Bootstrap sequence", () => {
  let document: TextDocument;

  before(async () => {
    await workspace.getConfiguration("cfnNotes").update("language", "en", ConfigurationTarget.Workspace);
    await (await cfnNotes()).server.start();
    document = await show("bootstrap.yaml");
  });

  after(async () => {
    await window.showTextDocument(document);
    await commands.executeCommand("workbench.action.files.revert");
    await commands.executeCommand("workbench.action.closeAllEditors");
    await workspace.getConfiguration("cfnNotes").update("language", undefined, ConfigurationTarget.Workspace);
  });

  it("opens from the lens at the CreationPolicy, and is drawn", async () => {
    const lenses = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 10);
    const lens = lenses.find((one) => one.command?.command === command);
    assert.equal(lens?.command?.title, "2 signals in 15 min, from WebLaunch’s UserData");
    assert.equal(document.getText(lens?.range), "CreationPolicy");
    const drawn = await drawnAfter(["Create WebGroup"], () =>
      commands.executeCommand(command, ...(lens?.command?.arguments ?? [])),
    );
    assert.deepEqual(drawn.titles, groupSteps);
    assert.ok(drawn.shapes > groupSteps.length, "Nothing is drawn.");
  });

  it("follows the caret to another resource, and stays where that has no sequence", async () => {
    const { sequence } = await cfnNotes();
    await drawnAfter(["Create Worker"], () => moveCaretInto("Worker:"));
    await drawnAfter(["Create Worker"], () => moveCaretInto("AWS::S3::Bucket"));
    assert.equal(sequence.shown.logicalId, "Worker");
    await drawnAfter(["Create WebGroup"], () => moveCaretInto("AWS::EC2::LaunchTemplate"));
    assert.equal(sequence.shown.logicalId, "WebGroup");
  });

  it("goes to the place of a step", async () => {
    const { sequence } = await cfnNotes();
    await sequence.reveal(groupSteps.indexOf("packages"));
    const editor = window.activeTextEditor;
    assert.equal(editor?.document, document);
    assert.deepEqual(editor.selection.active, positionOf(document, "packages:"));
    await sequence.reveal(groupSteps.indexOf("Signal WebGroup"));
    assert.match(document.getText(editor.selection), /^\/opt\/aws\/bin\/cfn-signal .*WebGroup/);
  });

  it("changes with the template", async () => {
    const added = "\n          commands:\n            greet:\n              command: date";
    const at = positionOf(document, "httpd: []").translate(0, "httpd: []".length);
    const drawn = await drawnAfter(["commands"], () => window.activeTextEditor?.edit((edit) => edit.insert(at, added)));
    assert.deepEqual(drawn.titles, groupSteps.toSpliced(groupSteps.indexOf("packages") + 1, 0, "commands"));
  });

  it("stays on its resource while it is pinned", async () => {
    const { sequence } = await cfnNotes();
    await commands.executeCommand(command, document.uri.toString(), "WebGroup");
    sequence.pin(true);
    await drawnAfter(["Create WebGroup"], () => moveCaretInto("Worker:"));
    assert.deepEqual([sequence.shown.logicalId, sequence.shown.pinned], ["WebGroup", true]);
    await drawnAfter(["Create Worker"], () => sequence.pin(false));
  });

  it("survives a template that is broken", async () => {
    const end = positionOf(document, "--exit-code");
    moveCaretInto("WebGroup:");
    await drawnAfter(["Create WebGroup", "CREATE_COMPLETE"], () =>
      window.activeTextEditor?.edit((edit) => edit.insert(end, '"\n: [{"\n  - ')),
    );
  });

  /** What the page has drawn, once it has steps with these titles. */
  async function drawnAfter(
    titles: readonly string[],
    action: () => unknown,
  ): Promise<{ readonly titles: readonly string[]; readonly shapes: number }> {
    const { sequence } = await cfnNotes();
    return eventAfter(sequence.onDidDraw, (drawn) => titles.every((title) => drawn.titles.includes(title)), action);
  }
});

describe("The drawing of a bootstrap sequence", () => {
  const step = (kind: PlacedStep["kind"], depth: number, y: number, more: Partial<PlacedStep> = {}): PlacedStep => ({
    kind,
    depth,
    y,
    lane: depth === 0 && kind !== "userData" ? "stack" : "machine",
    astray: false,
    ...more,
  });
  const forms = (steps: readonly PlacedStep[]): string[] =>
    sequenceShapes(steps)
      .filter(({ form }) => form !== "node" && form !== "glyph")
      .map(({ form, tone }) => `${form} ${tone}`);

  it("has a fork and the time of waiting only where something waits", () => {
    const create = step("create", 0, 10);
    assert.deepEqual(forms([create, step("complete", 0, 90)]), ["rail stack"]);
    assert.deepEqual(forms([create, step("complete", 0, 90), step("timeout", 0, 120)]), [
      "waiting stack",
      "rail stack",
      "fork timeout",
    ]);
  });

  it("has arrows to the machine and back, and none back for a signal that goes astray", () => {
    const steps = [step("create", 0, 10), step("userData", 0, 30), step("signal", 1, 50), step("complete", 0, 90)];
    assert.deepEqual(forms(steps), ["rail stack", "rail machine", "arrow stack", "arrow signal"]);
    const astray = steps.map((one) => ({ ...one, astray: one.kind === "signal" }));
    assert.deepEqual(forms(astray), ["rail stack", "rail machine", "arrow stack", "fork astray"]);
  });

  it("indents configs and sections, and joins them with what runs them", () => {
    const steps = [step("userData", 0, 10), step("init", 1, 30), step("config", 2, 50), step("section", 3, 70)];
    assert.deepEqual(forms(steps), ["rail machine", "branch machine", "branch machine", "arrow stack"]);
    const [userData = 0, init = 0, config = 0, section = 0] = steps.map(nodeX);
    assert.ok(userData === init && init < config && config < section);
  });

  it("has nothing where there are no steps", () => assert.deepEqual(sequenceShapes([]), []));
});

describe("Messages of the page with the sequence", () => {
  for (const message of [
    undefined,
    null,
    "ready",
    {},
    { type: "reveal", index: "0" },
    { type: "choose" },
    { type: "pin" },
  ])
    it(`${JSON.stringify(message)} is none`, () => assert.equal(decodeFromSequencePage(message), undefined));

  it("are taken over without what does not belong to them", () =>
    assert.deepEqual(decodeFromSequencePage({ type: "reveal", index: 2, command: "x" }), { type: "reveal", index: 2 }));
});
