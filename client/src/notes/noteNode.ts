import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from "vscode";
import type {
  NoteFile,
  NoteFolder,
  NoteSection,
  UnplacedFile,
  UnplacedNote,
} from "../../../server/src/protocol/notes.ts";
import { inLanguage } from "../page/inLanguage.ts";
import type { NoteSource } from "../page/noteLinks.ts";
import { placeMessages } from "./placeMessages.ts";

/** A row of the tree of notes. */
export type NoteNode =
  | { readonly kind: "folder"; readonly folder: NoteFolder; readonly children: readonly NoteNode[] }
  | { readonly kind: "problem"; readonly text: string; readonly children: readonly [] }
  | (NoteSource & {
      readonly kind: "file";
      readonly file: NoteFile;
      readonly builtIn: boolean;
      readonly children: readonly NoteNode[];
    })
  | (NoteSource & {
      readonly kind: "section";
      readonly section: NoteSection;
      readonly builtIn: boolean;
      readonly children: readonly NoteNode[];
    })
  /** All notes that show nowhere in templates. */
  | { readonly kind: "unplaced"; readonly count: number; readonly children: readonly NoteNode[] }
  | { readonly kind: "unplacedFile"; readonly file: UnplacedFile; readonly children: readonly NoteNode[] }
  | (NoteSource & { readonly kind: "unplacedNote"; readonly note: UnplacedNote; readonly children: readonly [] });

/** A folder's row, with its files and their sections. */
export function folderNode(folder: NoteFolder): NoteNode {
  const problems = folder.problems.map((text): NoteNode => ({ kind: "problem", text, children: [] }));
  const files = folder.files.map((file): NoteNode => {
    const children = file.sections.map((section) => sectionNode(section, file.uri, folder.builtIn));
    return { kind: "file", file, uri: file.uri, line: 0, builtIn: folder.builtIn, children };
  });
  return { kind: "folder", folder, children: [...problems, ...files] };
}

function sectionNode(section: NoteSection, uri: string, builtIn: boolean): NoteNode {
  const children = section.children.map((child) => sectionNode(child, uri, builtIn));
  return { kind: "section", section, uri, line: section.line, builtIn, children };
}

/** The group of notes that show nowhere; `[]` if there are none. */
export function unplacedNodes(files: readonly UnplacedFile[]): readonly NoteNode[] {
  const children = files.map((file): NoteNode => {
    const notes = file.notes.map((note): NoteNode => {
      return { kind: "unplacedNote", note, uri: file.uri, line: note.line, children: [] };
    });
    return { kind: "unplacedFile", file, children: notes };
  });
  const count = files.reduce((sum, { notes }) => sum + notes.length, 0);
  return count === 0 ? [] : [{ kind: "unplaced", count, children }];
}

export function treeItem(node: NoteNode): TreeItem {
  const collapsed = node.children.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  switch (node.kind) {
    case "folder": {
      const item = new TreeItem(node.folder.label, TreeItemCollapsibleState.Expanded);
      item.iconPath = new ThemeIcon("root-folder");
      item.contextValue = "folder";
      if (node.folder.uri !== undefined) item.tooltip = Uri.parse(node.folder.uri).fsPath;
      return item;
    }
    case "problem": {
      const item = new TreeItem(node.text);
      item.iconPath = new ThemeIcon("warning", new ThemeColor("list.warningForeground"));
      item.tooltip = node.text;
      item.contextValue = "problem";
      return item;
    }
    case "file": {
      const item = new TreeItem(node.file.title, collapsed);
      item.id = node.uri;
      item.iconPath = new ThemeIcon("book");
      item.tooltip = node.builtIn ? node.file.title : Uri.parse(node.uri).fsPath;
      item.contextValue = "file";
      if (node.file.outdated !== undefined) {
        item.description = node.file.outdated;
        item.tooltip = `${item.tooltip}\n${node.file.outdated}`;
      }
      if (node.children.length === 0) {
        item.command = {
          command: "cfnNotes.openNode",
          title: inLanguage({ en: "Open", ja: "開く" }),
          arguments: [node],
        };
      }
      return item;
    }
    case "section": {
      const item = new TreeItem(node.section.title, collapsed);
      item.id = node.section.id;
      item.iconPath = new ThemeIcon(node.section.kind === "heading" ? "symbol-number" : "note");
      item.tooltip = node.section.title;
      item.contextValue = "section";
      item.command = { command: "cfnNotes.openNode", title: inLanguage({ en: "Open", ja: "開く" }), arguments: [node] };
      return item;
    }
    case "unplaced": {
      const { notPlaced, notPlacedHint } = placeMessages();
      const item = new TreeItem(notPlaced, collapsed);
      item.id = "unplaced";
      item.description = String(node.count);
      item.iconPath = new ThemeIcon("circle-slash");
      item.tooltip = notPlacedHint;
      item.contextValue = "unplaced";
      return item;
    }
    case "unplacedFile": {
      const item = new TreeItem(node.file.title, collapsed);
      item.id = `unplaced ${node.file.uri}`;
      item.description = String(node.file.notes.length);
      item.iconPath = new ThemeIcon("book");
      item.tooltip = Uri.parse(node.file.uri).fsPath;
      item.contextValue = "unplacedFile";
      return item;
    }
    case "unplacedNote": {
      const item = new TreeItem(node.note.title);
      item.id = `unplaced ${node.note.id}`;
      item.description = node.note.reason;
      item.iconPath = new ThemeIcon(node.note.kind === "heading" ? "symbol-number" : "note");
      item.tooltip = `${node.note.title}\n${node.note.reason}`;
      item.contextValue = "unplacedNote";
      item.command = { command: "cfnNotes.openNode", title: inLanguage({ en: "Open", ja: "開く" }), arguments: [node] };
      return item;
    }
  }
}
