import assert from "node:assert/strict";
import {
  CancellationTokenSource,
  commands,
  type DocumentSymbol,
  type Hover,
  languages,
  MarkdownString,
  Position,
  window,
  workspace,
} from "vscode";
import { ListFocus } from "../src/template/listFocus.ts";
import { TemplateSync } from "../src/template/templateSync.ts";
import { WholeValues } from "../src/template/wholeValues.ts";
import { cfnNotes, eventAfter, everything, fileUri, hoversIn, show } from "./support.ts";

// The first suite in the alphabet: nothing before it may have started the server.
describe("Activation", () => {
  const others = ["kubernetes.yaml", "workflow.yaml", "compose.yaml", "openapi.yaml", "package.json"];

  it("leaves the server alone while no document is a template", async () => {
    const { server, templates } = await cfnNotes();
    for (const path of others) {
      await show(path);
    }
    assert.deepEqual(
      [...templates.all].map(({ fileName }) => fileName),
      [],
    );
    assert.equal(server.isStarted, false);
  });

  it("starts the server when a document becomes a template while it is typed", async () => {
    const { server, templates } = await cfnNotes();
    const document = await workspace.openTextDocument({ language: "yaml", content: "Description: Typed\n" });
    const editor = await window.showTextDocument(document);
    assert.equal(server.isStarted, false);
    await eventAfter(
      server.onDidStart,
      () => true,
      () =>
        editor.edit((edit) =>
          edit.insert(
            new Position(1, 0),
            "Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain\n",
          ),
        ),
    );
    assert.ok(templates.has(document));
    assert.notDeepEqual(ours(await hoversIn(document, "DeletionPolicy")), []);
  });

  it("closes a document that is no template any more", async () => {
    const { templates } = await cfnNotes();
    const document = window.activeTextEditor?.document;
    assert.ok(document);
    await eventAfter(
      templates.onDidChange,
      (changed) => changed === document && !templates.has(document),
      () =>
        window.activeTextEditor?.edit((edit) =>
          edit.replace(everything(document), "kind: Pod\nspec:\n  DeletionPolicy: Retain\n"),
        ),
    );
    assert.deepEqual(ours(await hoversIn(document, "DeletionPolicy")), []);
  });

  it("sends a pasted template once", async () => {
    const editor = window.activeTextEditor;
    assert.ok(editor);
    const { document } = editor;
    const pasted = "Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n  Queue:\n    Type: AWS::SQS::Queue\n";
    await editor.edit((edit) => edit.replace(everything(document), pasted));
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, ...children.map((child) => child.name)]),
      [["Resources", "Bucket", "Queue"]],
    );
  });

  it("offers nothing in documents that are no templates, with the server running", async () => {
    const { server } = await cfnNotes();
    await server.start();
    for (const path of others) {
      const document = await show(path);
      const line = document.lineAt(Math.min(4, document.lineCount - 1));
      const position = new Position(line.lineNumber, line.firstNonWhitespaceCharacterIndex + 1);
      const found = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, position);
      assert.deepEqual(ours(found), [], path);
      assert.deepEqual(
        languages.getDiagnostics(document.uri).filter(({ source }) => source === "cfn-notes"),
        [],
        path,
      );
    }
  });

  it("sends templates to the server, and nothing of any other document", async () => {
    const { templates, notes } = await cfnNotes();
    const wholeValues = new WholeValues();
    const sync = new TemplateSync(templates, notes, new ListFocus(), wholeValues);
    const { didOpen, provideHover, didClose } = sync.middleware();
    wholeValues.dispose();
    assert.ok(didOpen && provideHover && didClose);
    const { token } = new CancellationTokenSource();
    const sent: string[] = [];
    for (const path of ["kubernetes.yaml", "template.yaml"]) {
      const document = await show(path);
      const tell = (what: string) => async (): Promise<void> => void sent.push(`${what} ${path}`);
      const opened: Promise<void> = didOpen(document, tell("open"));
      await opened;
      provideHover(document, new Position(0, 0), token, () => void sent.push(`hover ${path}`));
      const closed: Promise<void> = didClose(document, tell("close"));
      await closed;
    }
    assert.deepEqual(sent, ["open template.yaml", "hover template.yaml", "close template.yaml"]);
  });

  for (const [path, language] of [
    ["yaml.template", "yaml"],
    ["json.template", "json"],
  ] as const) {
    it(`opens ${path} as ${language}`, async () => {
      await cfnNotes();
      await eventAfter(
        workspace.onDidOpenTextDocument,
        ({ uri, languageId }) => uri.path.endsWith(path) && languageId === language,
        () => workspace.openTextDocument(fileUri(path)),
      );
    });
  }

  it("leaves other files named *.template as they are", async () => {
    await cfnNotes();
    const document = await show("mail.template");
    assert.equal(document.languageId, "plaintext");
  });

  /** Hovers of ours are those that may run our command; the editor has others for JSON. */
  function ours(found: readonly Hover[]): readonly string[] {
    return found
      .flatMap(({ contents }) => contents.filter((content) => content instanceof MarkdownString))
      .filter(
        ({ isTrusted }) => typeof isTrusted === "object" && isTrusted.enabledCommands.includes("cfnNotes.openNote"),
      )
      .map(({ value }) => value);
  }
});
