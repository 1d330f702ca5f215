import { type Range, type Uri, window } from "vscode";

/** Goes to a place in a template. The view keeps the focus, so that the next key or click goes on from there. */
export async function goTo(template: Uri, range: Range): Promise<void> {
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === template.toString());
  await window.showTextDocument(template, {
    selection: range,
    preserveFocus: true,
    ...(open?.viewColumn && { viewColumn: open.viewColumn }),
  });
}
