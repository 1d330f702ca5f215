import { commands, Disposable, type TextDocument, window, workspace } from "vscode";

/**
 * Keeps the context key for Tab and Shift+Tab: whether the line that Enter has begun is still empty. These keys then
 * mean its indentation, also while a snippet has stops left.
 */
export function begunLine(): Disposable {
  let begun: { readonly document: TextDocument; readonly line: number } | undefined;
  let told = false;
  const tell = (): void => {
    const { document, selection } = window.activeTextEditor ?? {};
    const isThere = begun !== undefined && begun.document === document && begun.line === selection?.active.line;
    const isBegun = isThere && begun !== undefined && isLineBlank(begun.document, begun.line);
    if (isBegun === told) return;
    told = isBegun;
    void commands.executeCommand("setContext", "cfnNotes.lineBegun", isBegun);
  };
  return Disposable.from(
    workspace.onDidChangeTextDocument(({ document, contentChanges: [change, ...others] }) => {
      if (change === undefined || others.length > 0) return;
      if (/^\r?\n[ \t]*(?:\r?\n[ \t]*)?$/.test(change.text)) begun = { document, line: change.range.start.line + 1 };
      else if (change.text.includes("\n")) begun = undefined;
      tell();
    }),
    window.onDidChangeTextEditorSelection(tell),
  );
}

function isLineBlank(document: TextDocument, line: number): boolean {
  return line < document.lineCount && document.lineAt(line).isEmptyOrWhitespace;
}
