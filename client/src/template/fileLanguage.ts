import { Disposable, languages, type TextDocument, workspace } from "vscode";
import { debounce } from "../server/debounce.ts";
import { baseName } from "../server/fileNames.ts";
import { hasTemplateText, isBegun, isIgnored } from "../server/templateDocuments.ts";

const TYPING_PAUSE_MS = 250;

/**
 * Gives files named `*.template` the language that their content is written in.
 * It acts once for each file, and only if the editor found no language and the user's own
 * `files.associations` has none, so a language that somebody chose is never taken away.
 */
export function templateFileLanguage(): Disposable {
  const decided = new Set<string>();
  const edited = new Set<TextDocument>();
  const check = (document: TextDocument): void => {
    const uri = document.uri.toString();
    if (document.isClosed || decided.has(uri) || !wantsLanguage(document) || !isOne(document)) return;
    decided.add(uri);
    void languages.setTextDocumentLanguage(document, languageOfText(document.getText()));
  };
  const checkEdited = debounce(TYPING_PAUSE_MS, () => {
    const documents = [...edited];
    edited.clear();
    documents.forEach(check);
  });
  workspace.textDocuments.forEach(check);
  return Disposable.from(
    workspace.onDidOpenTextDocument(check),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (wantsLanguage(document)) {
        edited.add(document);
        checkEdited.call();
      }
    }),
    new Disposable(checkEdited.cancel),
  );
}

/** While it is empty, a file is taken for a template if its name has no other extension, unlike `nginx.conf.template`. */
function isOne(document: TextDocument): boolean {
  return hasTemplateText(document) || (isBegun(document) && /^[^.]+\.template$/i.test(baseName(document.uri)));
}

/** JSON begins with a brace; anything else that is a template is YAML. */
export function languageOfText(text: string): "json" | "yaml" {
  return /^\s*\{/.test(text.replace(/^\uFEFF/, "")) ? "json" : "yaml";
}

function wantsLanguage(document: TextDocument): boolean {
  return (
    document.languageId === "plaintext" &&
    document.uri.path.toLowerCase().endsWith(".template") &&
    !isIgnored(document) &&
    !isAssociatedByUser(document)
  );
}

function isAssociatedByUser(document: TextDocument): boolean {
  const patterns = Object.keys(workspace.getConfiguration("files", document).get<object>("associations") ?? {});
  return patterns.some((pattern) => languages.match({ pattern: anywhere(pattern) }, document) > 0);
}

/** VS Code matches an association without a slash against the file's name alone. */
function anywhere(pattern: string): string {
  return pattern.includes("/") ? pattern : `**/${pattern}`;
}
