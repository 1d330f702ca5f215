import assert from "node:assert/strict";
import { type CompletionList, commands, SnippetString, TextEdit, window } from "vscode";
import { cfnNotes, hoverTextIn, moveCaretInto, positionOf, show } from "./support.ts";

describe("Writing a template", () => {
  before(async () => {
    const { server } = await cfnNotes();
    await server.start();
  });

  it("shows the note on UpdateReplacePolicy in the hover", async () => {
    assert.match(
      await hoverTextIn(await show("template.yaml"), "UpdateReplacePolicy"),
      /^\*\*UpdateReplacePolicy\*\*[\s\S]*DeletionPolicy/,
    );
  });

  it("shows the note on cfn-signal inside a script", async () => {
    assert.match(
      await hoverTextIn(await show("template.yaml"), "cfn-signal"),
      /^\*\*cfn-signal\*\*[\s\S]*CloudFormation/,
    );
  });

  it("completes Creation to a CreationPolicy whose cfn-signal names the same resource", async () => {
    const document = await show("typing.yaml");
    const editor = window.activeTextEditor;
    assert.ok(editor);
    const position = positionOf(document, "Creation").translate(0, "Creation".length);
    const { items } = await commands.executeCommand<CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      position,
    );
    const item = items.find(
      ({ label }) => (typeof label === "string" ? label : label.label) === "CreationPolicy + cfn-signal",
    );
    assert.ok(item?.insertText instanceof SnippetString, "The snippet is not offered.");
    const range = item.range !== undefined && "inserting" in item.range ? item.range.replacing : item.range;
    assert.ok(range);
    // As the editor does it: what stands elsewhere first, then the snippet itself.
    const [signal] = item.additionalTextEdits ?? [];
    assert.ok(signal instanceof TextEdit);
    await editor.edit((edit) => edit.replace(signal.range, signal.newText));
    await editor.insertSnippet(item.insertText, range);
    const text = document.getText();
    assert.match(text, /CreationPolicy:\n +ResourceSignal:\n/);
    assert.match(text, /cfn-signal .*--resource AppServer/);
    moveCaretInto("AppServer");
    await commands.executeCommand("workbench.action.files.revert");
  });
});
