import {
  commands,
  Disposable,
  EventEmitter,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from "vscode";
import { OPEN_NOTE_COMMAND } from "../../../server/src/protocol/notes.ts";
import type { ChangeItem, ChangeLine, ChangeSeverity } from "../../../server/src/protocol/template.ts";
import { goTo } from "../uses/goTo.ts";
import { changeMessages } from "./changeMessages.ts";
import type { TemplateChanges } from "./templateChanges.ts";

export const changesViewId = "cfnNotes.changes";

/** Goes to the place of a row. */
export const goToChangeCommand = "cfnNotes.goToChange";

/** A row of the view: an effect, what it happens to, and why; or a note on that. */
type ChangeNode =
  | { readonly kind: "effect"; readonly severity: ChangeSeverity; readonly items: readonly ChangeItem[] }
  | { readonly kind: "item"; readonly item: ChangeItem }
  | { readonly kind: "line"; readonly line: ChangeLine }
  | { readonly kind: "note"; readonly note: ChangeLine["notes"][number] };

const icons: Readonly<Record<ChangeSeverity, readonly [icon: string, color?: string]>> = {
  "data-loss": ["warning", "list.errorForeground"],
  delete: ["remove", "list.errorForeground"],
  replace: ["refresh", "list.warningForeground"],
  "may-replace": ["refresh", "list.warningForeground"],
  interruption: ["debug-pause", "list.warningForeground"],
  update: ["edit"],
  add: ["add"],
  quiet: ["circle-outline"],
  promise: ["error", "list.warningForeground"],
  permission: ["unlock", "list.warningForeground"],
  running: ["server"],
};

/** The view of what deploying the template would do; it is there only while something would change. */
export function changesTree(changes: TemplateChanges): Disposable {
  const changed = new EventEmitter<void>();
  const provider: TreeDataProvider<ChangeNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => (node ? childrenOf(node) : effectsIn(changes)),
    getTreeItem: treeItem,
  };
  const view = window.createTreeView(changesViewId, { treeDataProvider: provider, showCollapseAll: true });
  const update = (): void => {
    const shown = changes.of(changes.document);
    void commands.executeCommand("setContext", "cfnNotes.hasChanges", shown !== undefined);
    view.description = shown === undefined ? "" : changeMessages().against(shown.base);
    changed.fire();
  };
  return Disposable.from(
    view,
    changed,
    changes.onDidChange(update),
    commands.registerCommand(goToChangeCommand, (place: ChangeLine["place"], uri?: string) =>
      goToChange(uri === undefined ? changes.document?.uri : Uri.parse(uri, true), place),
    ),
  );
}

async function goToChange(template: Uri | undefined, place: ChangeLine["place"]): Promise<void> {
  if (template && place) await goTo(template, new Range(place.line, place.character, place.line, place.character));
}

/** By effect, the worst first. */
export function effectsIn(changes: TemplateChanges): ChangeNode[] {
  const effects = new Map<ChangeSeverity, ChangeItem[]>();
  for (const item of changes.of(changes.document)?.sections.flatMap(({ items }) => items) ?? []) {
    const items = effects.get(item.severity) ?? [];
    effects.set(item.severity, items);
    items.push(item);
  }
  return [...effects].map(([severity, items]) => ({ kind: "effect", severity, items }));
}

function childrenOf(node: ChangeNode): ChangeNode[] {
  switch (node.kind) {
    case "effect":
      return node.items.map((item) => ({ kind: "item", item }));
    case "item": {
      const { item } = node;
      const notes = new Map([item, ...item.lines].flatMap((line) => line.notes.map((note) => [note.id, note])));
      return [
        ...item.lines.map((line): ChangeNode => ({ kind: "line", line })),
        ...[...notes.values()].map((note): ChangeNode => ({ kind: "note", note })),
      ];
    }
    case "line":
    case "note":
      return [];
  }
}

function treeItem(node: ChangeNode): TreeItem {
  const { Collapsed, Expanded, None } = TreeItemCollapsibleState;
  switch (node.kind) {
    case "effect": {
      const row = new TreeItem(changeMessages().effects[node.severity], Expanded);
      row.description = String(node.items.length);
      row.iconPath = iconOf(node.severity);
      return row;
    }
    case "item": {
      const { item } = node;
      const row = lineItem(item);
      row.iconPath = iconOf(item.severity);
      row.collapsibleState =
        item.lines.length + item.notes.length === 0
          ? None
          : item.severity === "quiet" || item.severity === "add"
            ? Collapsed
            : Expanded;
      return row;
    }
    case "line":
      return lineItem(node.line);
    case "note": {
      const row = new TreeItem(node.note.title);
      row.iconPath = new ThemeIcon(node.note.builtIn ? "book" : "note");
      row.command = { command: OPEN_NOTE_COMMAND, title: "", arguments: [node.note.id] };
      return row;
    }
  }
}

function lineItem({ text, place, elsewhere }: ChangeLine & Pick<ChangeItem, "elsewhere">): TreeItem {
  const row = new TreeItem(text);
  row.tooltip = text;
  const target = elsewhere ? [elsewhere.place, elsewhere.uri] : [place];
  row.command = { command: goToChangeCommand, title: "", arguments: target };
  return row;
}

function iconOf(severity: ChangeSeverity): ThemeIcon {
  const [icon, color] = icons[severity];
  return new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
}
