import { env, l10n, SnippetString, Uri, window, workspace } from "vscode";

/** A whole template in VS Code's snippet format, as `snippets/skeletons.json` has it. */
interface Skeleton {
  readonly description: string;
  readonly descriptionJa: string;
  readonly body: readonly string[];
}

/** Asks what the template is to begin with, and opens an unsaved file with it. */
export async function newTemplate(extensionUri: Uri): Promise<void> {
  const file = await workspace.fs.readFile(Uri.joinPath(extensionUri, "snippets/skeletons.json"));
  const skeletons = JSON.parse(new TextDecoder().decode(file)) as Readonly<Record<string, Skeleton>>;
  const japanese = env.language.startsWith("ja");
  const chosen = await window.showQuickPick(
    Object.values(skeletons).map(({ description, descriptionJa, body }) => ({
      label: japanese ? descriptionJa : description,
      body,
    })),
    { title: l10n.t("New CloudFormation Template"), placeHolder: l10n.t("What the template begins with") },
  );
  if (chosen === undefined) {
    return;
  }
  const document = await workspace.openTextDocument({ language: "yaml", content: "" });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(`${chosen.body.join("\n")}\n`));
}
