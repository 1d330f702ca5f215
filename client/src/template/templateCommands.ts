import {
  type CodeAction,
  commands,
  Position,
  Selection,
  SnippetString,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from "vscode";
import type { ProtocolRange } from "../../../server/src/protocol/common.ts";
import { inLanguage } from "../page/inLanguage.ts";
import { columnBesideTemplate } from "../page/noteLinks.ts";
import type { NotePanel } from "../page/notePanel.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";

/** A whole template in VS Code's snippet format, as `snippets/skeletons.json` has it. */
interface Skeleton {
  readonly description: string;
  readonly descriptionJa: string;
  readonly body: readonly string[];
}

/** Asks for a skeleton, and opens an unsaved file with it. */
export async function newTemplate(extensionUri: Uri): Promise<void> {
  const file = await workspace.fs.readFile(Uri.joinPath(extensionUri, "snippets/skeletons.json"));
  const skeletons = JSON.parse(new TextDecoder().decode(file)) as Readonly<Record<string, Skeleton>>;
  const chosen = await window.showQuickPick(
    Object.values(skeletons).map(({ description, descriptionJa, body }) => ({
      label: inLanguage({ en: description, ja: descriptionJa }),
      body,
    })),
    {
      title: inLanguage({ en: "New CloudFormation Template", ja: "新しいCloudFormationテンプレート" }),
      placeHolder: inLanguage({ en: "What the template begins with", ja: "テンプレートのひな型" }),
    },
  );
  if (chosen === undefined) return;
  const document = await workspace.openTextDocument({ language: "yaml", content: "" });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(`${chosen.body.join("\n")}\n`));
}

/** Begins a rename at a place, as after a refactoring that made up a name. */
export async function renameAt(uri: unknown, place: unknown): Promise<void> {
  const editor = window.activeTextEditor;
  if (typeof uri !== "string" || editor?.document.uri.toString() !== Uri.parse(uri).toString()) return;
  const { line, character } = place as ProtocolRange["start"];
  const position = new Position(line, character);
  editor.selection = new Selection(position, position);
  editor.revealRange(editor.selection);
  await commands.executeCommand("editor.action.rename");
}

/** Opens an unsaved copy of the example, with the caret at a CreationPolicy and the note view beside it. */
export async function showExample(extensionUri: Uri, panel: NotePanel): Promise<void> {
  const file = await workspace.fs.readFile(Uri.joinPath(extensionUri, "examples", "web-server.yaml"));
  const content = new TextDecoder().decode(file);
  const document = await workspace.openTextDocument({ language: "yaml", content });
  const editor = await window.showTextDocument(document, { preview: false });
  const line = Math.max(0, content.slice(0, content.search(/^ +CreationPolicy:/m)).split("\n").length - 1);
  const caret = new Position(line, document.lineAt(line).firstNonWhitespaceCharacterIndex + 1);
  editor.selection = new Selection(caret, caret);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenter);
  await panel.reveal();
}

const signalKind = "refactor.rewrite.cfnNotes.signal";

/** Adds a CreationPolicy and its cfn-signal to the resource at the caret, by the server's code action. */
export async function addCreationPolicyAndSignal(server: LanguageServer, { editor }: TemplateDocuments): Promise<void> {
  if (!editor) return;
  await server.start();
  const { document, selection } = editor;
  const actions = await commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    selection,
    signalKind,
    1,
  );
  const action = actions.find(({ kind }) => kind?.value.startsWith(signalKind));
  if (!action?.edit) {
    void window.showInformationMessage(
      action?.disabled?.reason ??
        inLanguage({
          en: "Move the cursor into an EC2 instance or an Auto Scaling group that has no CreationPolicy with its cfn-signal yet.",
          ja: "CreationPolicyとcfn-signalがまだそろっていないEC2インスタンスかAuto Scalingグループの中にカーソルを移動してください。",
        }),
    );
    return;
  }
  await workspace.applyEdit(action.edit);
}

/** Opens the template in the other format, in a new editor beside it; the file itself is left alone. */
export async function convertTemplate(server: LanguageServer, { editor }: TemplateDocuments): Promise<void> {
  const uri = editor?.document.uri.toString();
  const converted = uri && (await server.request("convertTemplate", { textDocument: { uri } }));
  if (!converted) {
    void window.showInformationMessage(
      inLanguage({
        en: "Open a CloudFormation template to convert it.",
        ja: "変換するCloudFormationテンプレートを開いてください。",
      }),
    );
    return;
  }
  if ("refused" in converted) {
    void window.showWarningMessage(converted.refused);
    return;
  }
  const { text, languageId, lostComments } = converted;
  const opened = await workspace.openTextDocument({ language: languageId, content: text });
  await window.showTextDocument(opened, columnBesideTemplate());
  if (lostComments > 0) {
    void window.showInformationMessage(
      inLanguage({
        en: `${lostComments === 1 ? "1 comment is" : `${lostComments} comments are`} left out: JSON has none.`,
        ja: `コメント${lostComments}件は含まれていません。JSONにはコメントを書けません。`,
      }),
    );
  }
}
