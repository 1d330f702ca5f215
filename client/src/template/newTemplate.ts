import { SnippetString, Uri, window, workspace } from "vscode";
import { inLanguage } from "../page/inLanguage.ts";

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
