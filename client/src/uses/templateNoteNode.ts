import { Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from "vscode";
import type { NoteInTemplate, PlaceInTemplate, PlaceOwner } from "../../../server/src/protocol/notes.ts";
import type { ChangeRow } from "../changes/changeRows.ts";
import type { ShownInTemplate } from "./templateNotes.ts";
import { useMessages } from "./useMessages.ts";

/** A row of the tree of a template: what deploying it would do, and the notes that show in it. */
export type TemplateNoteNode =
  | ChangeRow
  | {
      readonly kind: "group";
      readonly id: string;
      readonly label: string;
      readonly description: string;
      readonly icon: string;
      /** Whether it is open at first. */
      readonly open: boolean;
      readonly children: readonly TemplateNoteNode[];
    }
  | {
      readonly kind: "note";
      readonly id: string;
      readonly template: Uri;
      readonly note: NoteInTemplate;
      readonly places: readonly PlaceInTemplate[];
      /** The number of findings that it explains. */
      readonly findings: number;
      readonly owners: readonly PlaceOwner[];
    }
  | {
      readonly kind: "place";
      readonly id: string;
      readonly template: Uri;
      readonly place: PlaceInTemplate;
      readonly owner: PlaceOwner | undefined;
    };

/** Beyond so many articles, rows are closed at first. */
const MAX_OPEN = 8;

/** The rows by article, the user's own first. */
export function byArticle(shown: ShownInTemplate, findings: ReadonlyMap<string, number>): readonly TemplateNoteNode[] {
  const files = groupedBy(shown.notes, ({ uri }) => uri);
  const isOverview = files.size > MAX_OPEN && shown.notes.filter(({ builtIn }) => !builtIn).length > MAX_OPEN * 10;
  return [...files.values()].flatMap((notes) => {
    const [first] = notes;
    if (!first) return [];
    const { uri, fileTitle, builtIn, team } = first;
    const messages = useMessages();
    const children = notes.map((note) => noteNode(uri, shown, note, note.places, findings));
    const whose = builtIn ? messages.builtIn : messages.team;
    return {
      kind: "group" as const,
      id: uri,
      label: fileTitle,
      description: builtIn || team ? `${notes.length} · ${whose}` : String(notes.length),
      icon: "book",
      open: !builtIn && !isOverview,
      children,
    };
  });
}

/** The rows by resource, parameter …, in the order of the template. */
export function byOwner(shown: ShownInTemplate, findings: ReadonlyMap<string, number>): readonly TemplateNoteNode[] {
  const placed = shown.notes.flatMap((note) => note.places.map((place) => ({ note, place })));
  const owners = groupedBy(placed, ({ place }) => place.owner);
  return shown.owners.flatMap((owner, number) => {
    const here = groupedBy(owners.get(number) ?? [], ({ note }) => note);
    if (here.size === 0) return [];
    const id = `${owner.section} ${owner.name ?? ""}`;
    const children = [...here].map(([note, found]) => {
      const places = found.map(({ place }) => place);
      return noteNode(id, shown, note, places, findings);
    });
    const about = owner.type ?? (owner.name === undefined ? "" : owner.section);
    return {
      kind: "group" as const,
      id,
      label: owner.name ?? owner.section,
      description: about === "" ? String(here.size) : `${here.size} · ${about}`,
      icon: owner.section === "Resources" ? "symbol-class" : "symbol-field",
      open: false,
      children,
    };
  });
}

function noteNode(
  group: string,
  { uri, owners }: ShownInTemplate,
  note: NoteInTemplate,
  places: readonly PlaceInTemplate[],
  findings: ReadonlyMap<string, number>,
): TemplateNoteNode {
  const file = note.uri;
  const ids = [note.id, ...note.topics.map((topic) => `${file}#@${topic}`)];
  const count = ids.reduce((sum, id) => sum + (findings.get(id) ?? 0), 0);
  return { kind: "note", id: `${group} ${note.id}`, template: uri, note, places, findings: count, owners };
}

export function childrenOf(node: TemplateNoteNode): readonly TemplateNoteNode[] {
  switch (node.kind) {
    case "change":
    case "group":
      return node.children;
    case "note":
      return node.places.length < 2
        ? []
        : node.places.map((place, number) => {
            const owner = node.owners[place.owner];
            return { kind: "place", id: `${node.id} ${number}`, template: node.template, place, owner };
          });
    case "place":
      return [];
  }
}

/** How the editor shows a row. */
export function templateNoteItem(node: TemplateNoteNode): TreeItem {
  const { Collapsed, Expanded, None } = TreeItemCollapsibleState;
  const messages = useMessages();
  switch (node.kind) {
    case "change":
      return node.goal
        ? Object.assign(node.item, { command: { command: "cfnNotes.goToPlace", title: "", arguments: [node] } })
        : node.item;
    case "group": {
      const item = new TreeItem(node.label, node.open ? Expanded : Collapsed);
      item.id = node.id;
      item.description = node.description;
      item.iconPath = new ThemeIcon(node.icon);
      item.contextValue = "templateNoteGroup";
      return item;
    }
    case "note": {
      const { note, places, findings } = node;
      const item = new TreeItem(note.title, places.length < 2 ? None : Collapsed);
      const found = findings === 0 ? "" : ` · ${messages.findings(findings)}`;
      item.id = node.id;
      item.description = `${places.length}${found}`;
      item.iconPath =
        findings === 0 ? new ThemeIcon("note") : new ThemeIcon("warning", new ThemeColor("list.warningForeground"));
      item.tooltip = `${[...note.path, note.title].join(" › ")}\n${messages.places(places.length)}${found}`;
      item.accessibilityInformation = { label: `${note.title}, ${messages.places(places.length)}${found}` };
      item.contextValue = findings === 0 ? "templateNote" : "templateNoteWithFindings";
      item.command = { command: "cfnNotes.goToPlace", title: "", arguments: [node] };
      return item;
    }
    case "place": {
      const { place, owner } = node;
      const item = new TreeItem(owner?.name ?? owner?.section ?? "");
      item.id = node.id;
      item.description = messages.line(place.range.start.line + 1);
      item.iconPath = new ThemeIcon("location");
      item.contextValue = "templatePlace";
      item.command = { command: "cfnNotes.goToPlace", title: "", arguments: [node] };
      return item;
    }
  }
}

export function editorRange({ start, end }: PlaceInTemplate["range"]): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}
