import assert from "node:assert/strict";
import { commands, extensions, MarkdownString, window, workspace } from "vscode";
import { languageOfText } from "../src/template/fileLanguage.ts";
import { cloudFormationTags } from "../src/template/yamlTags.json";
import { missingTags } from "../src/template/yamlTags.ts";
import { cfnNotes, eventAfter, hoversIn, moveCaretInto, show } from "./support.ts";

describe("Commands", () => {
  it("are registered, each one that the manifest names", async () => {
    await cfnNotes();
    const manifest = extensions.getExtension("cfn-notes.cfn-notes")?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const registered = new Set(await commands.getCommands(true));
    const missing = manifest.contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
    assert.ok(manifest.contributes.commands.length > 10);
  });

  it("hovers may run our own commands and no other", async () => {
    const { server } = await cfnNotes();
    await server.start();
    const document = await show("template.yaml");
    const found = await hoversIn(document, "UpdateReplacePolicy");
    const contents = found.flatMap((hover) => hover.contents).filter((content) => content instanceof MarkdownString);
    assert.ok(contents.length > 0, "There is no hover.");
    for (const { isTrusted, supportHtml } of contents) {
      assert.deepEqual(isTrusted, {
        enabledCommands: ["cfnNotes.openNote", "cfnNotes.writeNoteHere", "cfnNotes.inMyOwnWords", "cfnNotes.compare"],
      });
      assert.ok(!supportHtml);
    }
  });

  it("adds a CreationPolicy and its cfn-signal in one edit", async () => {
    const { server } = await cfnNotes();
    await server.start();
    const document = await show("unsignalled.yaml");
    moveCaretInto("AWS::EC2::Instance");
    await eventAfter(
      workspace.onDidChangeTextDocument,
      (event) => event.document === document && event.contentChanges.length > 0,
      () => commands.executeCommand("cfnNotes.addCreationPolicyAndSignal"),
    );
    const text = document.getText();
    assert.match(text, /^ {2}WebServer:\n(?: {4,}.*\n)* {4}CreationPolicy:\n {6}ResourceSignal:\n/m);
    // The script ends at its first error: the signal is sent from a trap.
    assert.match(text, /^ {10}trap '.*cfn-signal .*--resource WebServer\b.*' EXIT\n {10}yum install -y httpd$/m);
    await window.showTextDocument(document);
    await commands.executeCommand("workbench.action.files.revert");
  });

  it("opens a template in the other format beside it, and leaves the file alone", async () => {
    const { server } = await cfnNotes();
    await server.start();
    const document = await show("template.yaml");
    const before = document.getText();
    await commands.executeCommand("cfnNotes.convertTemplate");
    const opened = window.activeTextEditor?.document;
    assert.equal(opened?.languageId, "json");
    assert.equal(opened.isUntitled, true);
    assert.ok("Resources" in (JSON.parse(opened.getText()) as object));
    assert.equal(document.getText(), before);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  it("begins to rename where a refactoring made a name up", async () => {
    const { server } = await cfnNotes();
    await server.start();
    const document = await show("template.yaml");
    const place = document.positionAt(document.getText().indexOf("Type:"));
    await commands.executeCommand("cfnNotes.renameAt", document.uri.toString(), place);
    assert.deepEqual(window.activeTextEditor?.selection.active, place);
  });

  it("restarting the server keeps the open templates", async () => {
    const { server } = await cfnNotes();
    const document = await show("template.yaml");
    await server.start();
    await commands.executeCommand("cfnNotes.restartServer");
    const found = await hoversIn(document, "UpdateReplacePolicy");
    assert.ok(found.length > 0);
  });
});

describe("Tags of the YAML extension", () => {
  it("are missing as far as they are not in the setting", () => {
    assert.deepEqual(missingTags(undefined), cloudFormationTags);
    assert.deepEqual(missingTags([...cloudFormationTags, "!Mine"]), []);
    assert.deepEqual(missingTags(cloudFormationTags.filter((tag) => tag !== "!Sub sequence")), ["!Sub sequence"]);
    assert.ok(!missingTags(["!Ref"]).includes("!Ref scalar"));
  });
});

describe("The language of a *.template file", () => {
  for (const [text, language] of [
    ['\uFEFF\n { "Resources": {} }', "json"],
    ["Resources:\n", "yaml"],
    ["# {\nResources: {}\n", "yaml"],
  ] as const) {
    it(`${JSON.stringify(text)} is ${language}`, () => assert.equal(languageOfText(text), language));
  }
});
