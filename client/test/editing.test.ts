import assert from "node:assert/strict";
import {
  commands,
  languages,
  type SelectionRange,
  type SignatureHelp,
  type SymbolInformation,
  type TextDocument,
  type TextEdit,
  window,
  workspace,
} from "vscode";
import { cfnNotes, fileUri, positionOf, show, until } from "./support.ts";

const TEMPLATE = `Resources:
    Web:
        Type: AWS::EC2::Instance
        Properties:
            ImageId: !If [IsLive, ami-1, ami-2]
`;

const OPTIONS = { tabSize: 2, insertSpaces: true };

describe("Editing a template", () => {
  let document: TextDocument;

  before(async () => {
    const { server } = await cfnNotes();
    await server.start();
    document = await workspace.openTextDocument({ language: "yaml", content: TEMPLATE });
    await window.showTextDocument(document);
    await until(languages.onDidChangeDiagnostics, () => languages.getDiagnostics(document.uri).length > 0);
  });

  after(() => commands.executeCommand("workbench.action.revertAndCloseActiveEditor"));

  const edits = (of: TextDocument): Thenable<TextEdit[] | undefined> =>
    commands.executeCommand("vscode.executeFormatDocumentProvider", of.uri, OPTIONS);

  it("formats it, and offers that for nothing else", async () => {
    await until(languages.onDidChangeDiagnostics, async () => ((await edits(document)) ?? []).length > 0);
    assert.equal((await edits(document))?.length, 4);
    assert.equal(await edits(await show("kubernetes.yaml")), undefined);
    await window.showTextDocument(document);
  });

  it("selects by meaning", async () => {
    const [found] = await commands.executeCommand<SelectionRange[]>(
      "vscode.executeSelectionRangeProvider",
      document.uri,
      [positionOf(document, "ami-1")],
    );
    const texts: string[] = [];
    for (let range = found; range !== undefined; range = range.parent) texts.push(document.getText(range.range));
    assert.ok(texts.includes("!If [IsLive, ami-1, ami-2]"), texts.join("\n"));
  });

  it("says which argument of a function the caret is in", async () => {
    const found = await commands.executeCommand<SignatureHelp>(
      "vscode.executeSignatureHelpProvider",
      document.uri,
      positionOf(document, "ami-2"),
    );
    assert.equal(found.signatures[0]?.label, "!If [Condition, then, else]");
    assert.equal(found.activeParameter, 2);
  });

  it("finds names in templates that are not open", async () => {
    const found = await commands.executeCommand<SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "weblau");
    const uris = new Set(found.map(({ location }) => location.uri.toString()));
    assert.ok(uris.has(fileUri("bootstrap.yaml").toString()), [...uris].join("\n"));
  });
});
