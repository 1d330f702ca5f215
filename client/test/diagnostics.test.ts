import assert from "node:assert/strict";
import { commands, type Diagnostic, languages } from "vscode";
import { cfnNotes, eventAfter, show, until } from "./support.ts";

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

  function linkOf(diagnostic: Diagnostic | undefined): { scheme: string; path: string; query: string } | undefined {
    return typeof diagnostic?.code === "object" ? diagnostic.code.target : undefined;
  }
});
