import assert from "node:assert/strict";
import { type CodeLens, ConfigurationTarget, commands, type TextDocument, ViewColumn, window, workspace } from "vscode";
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

  it("shows the template that is in sight while another page has the keyboard", async () => {
    const { sequence } = await cfnNotes();
    await commands.executeCommand(command, document.uri.toString(), "Worker");
    sequence.pin(true);
    moveCaretInto("WebGroup:");
    await commands.executeCommand("cfnNotes.review");
    while (window.activeTextEditor) await new Promise((done) => setTimeout(done, 20));
    await drawnAfter(["Create WebGroup"], () => commands.executeCommand(command));
    assert.deepEqual(sequence.shown, { uri: document.uri.toString(), logicalId: "WebGroup", pinned: false });
    await window.showTextDocument(document, ViewColumn.One);
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
