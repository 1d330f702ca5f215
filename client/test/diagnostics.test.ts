import assert from "node:assert/strict";
import { commands, type Diagnostic, DiagnosticSeverity, extensions, languages } from "vscode";
import { cfnNotes, eventAfter, remove, show, until, write } from "./support.ts";

describe("Diagnostics", () => {
  it("underline a signal to a resource that does not exist, and their link opens the note on cfn-signal", async () => {
    const { view } = await cfnNotes();
    const document = await show("mistaken.yaml");
    const misdirected = (): Diagnostic | undefined =>
      languages.getDiagnostics(document.uri).find(({ range }) => document.getText(range) === "WebSrver");
    await until(languages.onDidChangeDiagnostics, () => linkOf(misdirected()) !== undefined);
    const link = linkOf(misdirected());
    assert.equal(link?.scheme, "command");
    assert.equal(link.path, "cfnNotes.openNote");
    await eventAfter(
      view.onDidShow,
      ({ notes }) => notes[0]?.title === "cfn-signal",
      () => commands.executeCommand(link.path, ...JSON.parse(link.query)),
    );
  });

  it("of JSON leave to the editor's own support what that reports", async () => {
    const resource =
      '{"Type": "AWS::SNS::Topic", "Properties": {"TopicNam": "x", "DisplayName": "a", "DisplayName": "b"}}';
    await write("json/broken.json", `{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"A": ${resource}}}\n`);
    const document = await show("json/broken.json");
    const isTold = extensions.getExtension("vscode.json-language-features") !== undefined;
    const codes = (): readonly unknown[] =>
      languages
        .getDiagnostics(document.uri)
        .filter(({ severity, source }) => source !== "json" && severity === DiagnosticSeverity.Error)
        .map(({ code }) => (typeof code === "object" ? code.value : code));
    await until(languages.onDidChangeDiagnostics, () => codes().includes("unknown-property"));
    assert.equal(codes().includes("duplicate-key"), !isTold);
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await remove("json");
  });

  function linkOf(diagnostic: Diagnostic | undefined): { scheme: string; path: string; query: string } | undefined {
    return typeof diagnostic?.code === "object" ? diagnostic.code.target : undefined;
  }
});
