import assert from "node:assert/strict";
import { type CodeLens, commands, languages, type TextDocument, WorkspaceEdit, window, workspace } from "vscode";
import type { TemplateNoteNode } from "../src/uses/templateNoteNode.ts";
import { cfnNotes, hoverTextIn, positionOf, remove, setSetting, show, until, write } from "./support.ts";

const TEMPLATE = `Resources:
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
`;

describe("Changes", () => {
  let document: TextDocument;

  before(async () => {
    await setSetting("language", "en");
    await write("changes/stack.yaml", TEMPLATE);
    document = await show("changes/stack.yaml");
  });

  after(async () => {
    await commands.executeCommand("workbench.action.files.revert");
    await commands.executeCommand("workbench.action.closeAllEditors");
    await setSetting("language", undefined);
    await remove("changes");
  });

  const warnings = (wanted = "data-loss"): readonly string[] =>
    languages.getDiagnostics(document.uri).flatMap(({ code, message }) => (code === wanted ? [message] : []));

  const type = async (from: string, to: string): Promise<void> => {
    const edit = new WorkspaceEdit();
    const start = positionOf(document, from);
    edit.replace(document.uri, document.getWordRangeAtPosition(start) ?? assert.fail(), to);
    await workspace.applyEdit(edit);
  };

  it("warns of data that an edit loses, against the template as it was opened", async () => {
    const { changes } = await cfnNotes();
    assert.equal(changes.of(document), undefined);
    await type("orders", "sales");
    await until(changes.onDidChange, () => changes.of(document) !== undefined);
    assert.equal(changes.of(document)?.base, "as opened");
    assert.match(warnings().join(), /^Table \(AWS::DynamoDB::Table\) is replaced; the old one is deleted\. The data/);
  });

  it("tells in a hover first what the edit does, and nothing that a warning there says", async () => {
    assert.match(await hoverTextIn(document, "TableName"), /^TableName.+sales.+is replaced.+\*\*TableName\*\*/s);
    assert.doesNotMatch(await hoverTextIn(document, "Table:"), /is replaced/);
  });

  it("lists them above the notes of the template, by effect, and goes to their places", async () => {
    const { tree } = (await cfnNotes()).graph;
    const told = (row?: TemplateNoteNode): string => {
      const { label, description } = row ? tree.getTreeItem(row) : assert.fail();
      return `${label} ${description ?? ""}`;
    };
    const [changes] = tree.getChildren();
    const [effect] = tree.getChildren(changes);
    const [table] = tree.getChildren(effect);
    assert.equal(told(changes), "Changes 1 · against as opened");
    assert.equal(told(effect), "Data may be lost 1");
    assert.match(told(table), /^Table \(AWS::DynamoDB::Table\) is replaced/);
    await commands.executeCommand("cfnNotes.goToPlace", table);
    assert.equal(window.activeTextEditor?.selection.active.line, 1);
  });

  it("warns of what CloudFormation refuses", async () => {
    const { changes } = await cfnNotes();
    const refused = (): readonly string[] => warnings("update-refused");
    await type("sales", "orders");
    await type("Table:", "Sales");
    await until(changes.onDidChange, () => refused().length > 0);
    assert.match(refused().join(), /^Sales gets the TableName of Table, which is removed only after/);
    await type("Sales", "Table");
    await type("orders", "sales");
    await until(changes.onDidChange, () => refused().length === 0 && warnings().length > 0);
  });

  it("says above the resource what deploying the edit does, which moves with its lines", async () => {
    const lenses = async (): Promise<readonly (readonly [number, string | undefined])[]> => {
      const found = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", document.uri);
      return found
        .filter(({ command }) => command?.command === "cfnNotes.showChanges")
        .map(({ range, command }) => [range.start.line, command?.title]);
    };
    const title = "Table (AWS::DynamoDB::Table) is replaced; the old one is deleted";
    assert.deepEqual(await lenses(), [[1, title]]);
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(0), "# One\n# Two\n");
    await workspace.applyEdit(edit);
    assert.deepEqual(await lenses(), [[3, title]]);
    await setSetting("codeLens.changes", false);
    assert.deepEqual(await lenses(), []);
    await setSetting("codeLens.changes", undefined);
    await commands.executeCommand("undo");
  });

  it("says nothing when it is switched off, or the template is as it was", async () => {
    const { changes } = await cfnNotes();
    await setSetting("changes.enabled", false);
    await until(changes.onDidChange, () => changes.of(document) === undefined);
    assert.deepEqual(warnings(), []);
    await setSetting("changes.enabled", undefined);
    await until(changes.onDidChange, () => changes.of(document) !== undefined);
    await type("sales", "orders");
    await until(changes.onDidChange, () => changes.of(document) === undefined);
    assert.deepEqual(warnings(), []);
  });

  it("tells at a nested stack what changes in its template", async () => {
    const { changes } = await cfnNotes();
    await write("changes/inner.yaml", TEMPLATE);
    await write(
      "changes/outer.yaml",
      "Resources:\n  Inner:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: inner.yaml\n",
    );
    document = await show("changes/inner.yaml");
    await until(changes.onDidChange, () => changes.document === document);
    await type("orders", "sales");
    await until(changes.onDidChange, () => changes.of(document) !== undefined);
    document = await show("changes/outer.yaml");
    await until(changes.onDidChange, () => changes.of(document) !== undefined);
    assert.match(warnings().join(), /^Inner › Table \(AWS::DynamoDB::Table\) is replaced; the old one is deleted\./);
  });
});
