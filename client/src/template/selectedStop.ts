import { commands, type Disposable, TextEditorSelectionChangeKind, window } from "vscode";

/**
 * Keeps the context key for Tab: whether the editor has selected the text of a snippet's last stop. The snippet is over
 * then, and the editor's own Tab would write blanks over what is meant to stay; ours goes behind it.
 */
export function selectedStop(): Disposable {
  let isSelected = false;
  return window.onDidChangeTextEditorSelection(({ selections, kind }) => {
    const [only, ...others] = selections;
    const byPerson = kind === TextEditorSelectionChangeKind.Keyboard || kind === TextEditorSelectionChangeKind.Mouse;
    const selected = !byPerson && others.length === 0 && only?.isEmpty === false && only.isSingleLine;
    if (selected === isSelected) return;
    isSelected = selected;
    void commands.executeCommand("setContext", "cfnNotes.stopSelected", selected);
  });
}
