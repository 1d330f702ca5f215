import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from "vscode";
import { OPEN_NOTE_COMMAND } from "../../../server/src/protocol/notes.ts";
import type { ChangeItem, ChangeLine, ChangeSeverity } from "../../../server/src/protocol/template.ts";
import { changeMessages } from "./changeMessages.ts";
import type { TemplateChanges } from "./templateChanges.ts";

/**
 * A row on what deploying the template would do: the whole, an effect, the changed thing, the reason; or a note on it.
 */
export interface ChangeRow {
  readonly kind: "change";
  readonly item: TreeItem;
  readonly children: readonly ChangeRow[];
  /** The place that it leads to. */
  readonly goal?: { readonly template: Uri; readonly place: ChangeLine["place"] };
}

/** The worst effect first. */
const icons: Readonly<Record<ChangeSeverity, readonly [icon: string, color?: string]>> = {
  "data-loss": ["warning", "list.errorForeground"],
  delete: ["remove", "list.errorForeground"],
  replace: ["refresh", "list.warningForeground"],
  "may-replace": ["refresh", "list.warningForeground"],
  interruption: ["debug-pause", "list.warningForeground"],
  promise: ["error", "list.warningForeground"],
  permission: ["unlock", "list.warningForeground"],
  running: ["server"],
  update: ["edit"],
  add: ["add"],
  quiet: ["circle-outline"],
};

/** All that deploying the template would do, below one row; `undefined` while nothing would change. */
export function changesRow(changes: TemplateChanges): ChangeRow | undefined {
  const { document } = changes;
  const shown = changes.of(document);
  if (!document || !shown) return undefined;
  const items = shown.sections.flatMap((section) => section.items);
  const messages = changeMessages();
  const children = effectRows(items, document.uri);
  const row = new TreeItem(messages.title, TreeItemCollapsibleState.Collapsed);
  row.id = "changes";
  row.description = `${items.length} · ${messages.against(shown.base)}`;
  row.iconPath = children[0]?.item.iconPath ?? ThemeIcon.File;
  row.contextValue = "templateChanges";
  return { kind: "change", item: row, children };
}

function effectRows(items: readonly ChangeItem[], template: Uri): readonly ChangeRow[] {
  return (Object.keys(icons) as ChangeSeverity[]).flatMap((effect) => {
    const children = items.filter(({ severity }) => severity === effect).map((item) => itemRow(item, template));
    if (children.length === 0) return [];
    const row = new TreeItem(changeMessages().effects[effect], TreeItemCollapsibleState.Expanded);
    row.description = String(children.length);
    row.iconPath = iconOf(effect);
    return { kind: "change", item: row, children };
  });
}

function itemRow(item: ChangeItem, template: Uri): ChangeRow {
  const { severity, lines, elsewhere } = item;
  const notes = new Map([item, ...lines].flatMap((line) => line.notes.map((note) => [note.id, note])));
  const children = [...lines.map((line) => lineRow(line, template)), ...[...notes.values()].map(noteRow)];
  const row = lineRow(item, template);
  row.item.iconPath = iconOf(severity);
  if (children.length > 0) {
    const { Collapsed, Expanded } = TreeItemCollapsibleState;
    row.item.collapsibleState = severity === "quiet" || severity === "add" ? Collapsed : Expanded;
  }
  const goal = elsewhere && { template: Uri.parse(elsewhere.uri, true), place: elsewhere.place };
  return { ...row, children, ...(goal && { goal }) };
}

function lineRow({ text, place }: ChangeLine, template: Uri): ChangeRow {
  const item = new TreeItem(text);
  item.tooltip = text;
  return { kind: "change", item, children: [], goal: { template, place } };
}

function noteRow({ id, title, builtIn }: ChangeLine["notes"][number]): ChangeRow {
  const item = new TreeItem(title);
  item.iconPath = new ThemeIcon(builtIn ? "book" : "note");
  item.command = { command: OPEN_NOTE_COMMAND, title: "", arguments: [id] };
  return { kind: "change", item, children: [] };
}

function iconOf(severity: ChangeSeverity): ThemeIcon {
  const [icon, color] = icons[severity];
  return new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
}
