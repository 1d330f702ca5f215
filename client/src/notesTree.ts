import {
  Disposable,
  type Event,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from "vscode";
import {
  NOTE_TREE,
  NOTES_NOT_PLACED,
  type NoteFile,
  type NoteFolder,
  type NoteSection,
  type UnplacedFile,
  type UnplacedNote,
} from "../../server/src/protocol.ts";
import type { LanguageServer } from "./languageServer.ts";
import { mendMessages } from "./mendMessages.ts";
import type { NoteSource } from "./noteLinks.ts";

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
  /** All that shows nowhere in templates. */
  | { readonly kind: "unplaced"; readonly count: number; readonly children: readonly NoteNode[] }
  | { readonly kind: "unplacedFile"; readonly file: UnplacedFile; readonly children: readonly NoteNode[] }
  | (NoteSource & { readonly kind: "unplacedNote"; readonly note: UnplacedNote; readonly children: readonly [] });

/** One of the two trees: the user's own notes, or those that come with the product. */
export class NotesTree implements TreeDataProvider<NoteNode>, Disposable {
  readonly #server: LanguageServer;
  readonly #builtIn: boolean;
  readonly #changed = new EventEmitter<void>();
  readonly #parents = new Map<NoteNode, NoteNode>();
  readonly #sections = new Map<string, NoteNode>();
  readonly #view: TreeView<NoteNode>;
  readonly #subscriptions: Disposable;
  #roots: Promise<readonly NoteNode[]> | undefined;
  /** What shows nowhere takes longer to find out: it joins the tree when it is known. */
  #unplaced: readonly NoteNode[] = [];
  #unplacedFiles: readonly UnplacedFile[] = [];
  #unplacedLoad: Promise<void> | undefined;

  constructor(viewId: string, builtIn: boolean, server: LanguageServer) {
    this.#server = server;
    this.#builtIn = builtIn;
    this.#view = window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = Disposable.from(
      this.#view,
      this.#changed,
      server.onDidChangeNotes(() => {
        this.#roots = undefined;
        this.#changed.fire();
      }),
    );
  }

  get onDidChangeTreeData(): Event<void> {
    return this.#changed.event;
  }

  async getChildren(node?: NoteNode): Promise<NoteNode[]> {
    return node ? [...node.children] : [...(await this.#rootNodes()), ...this.#unplaced];
  }

  getParent(node: NoteNode): NoteNode | undefined {
    return this.#parents.get(node);
  }

  getTreeItem(node: NoteNode): TreeItem {
    return treeItem(node);
  }

  /** Selects the note in the tree; false when it is not in this one. */
  async reveal(noteId: string): Promise<boolean> {
    await this.#rootNodes();
    const node = this.#sections.get(noteId);
    if (node) {
      await this.#view.reveal(node, { select: true, focus: true, expand: true });
    }
    return node !== undefined;
  }

  /** Opens the group of notes that show nowhere; false where there are none. */
  async revealUnplaced(): Promise<boolean> {
    await this.#rootNodes();
    await this.#unplacedLoad;
    const [group] = this.#unplaced;
    if (group) {
      await this.#view.reveal(group, { select: true, focus: true, expand: 2 });
    }
    return group !== undefined;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #rootNodes(): Promise<readonly NoteNode[]> {
    if (!this.#roots) {
      this.#roots = this.#load();
      this.#unplacedLoad = this.#builtIn ? undefined : this.#loadUnplaced(this.#roots);
    }
    return this.#roots;
  }

  async #load(): Promise<readonly NoteNode[]> {
    const folders = (await this.#server.request<readonly NoteFolder[]>(NOTE_TREE, {})) ?? [];
    this.#parents.clear();
    this.#sections.clear();
    const nodes = folders.filter(({ builtIn }) => builtIn === this.#builtIn).map(folderNode);
    const only = nodes.length === 1 ? nodes[0] : undefined;
    const roots = only ? only.children : nodes;
    for (const root of roots) {
      this.#register(root);
    }
    // Until it is known what shows nowhere now, what was known of the files that are still there stays.
    const uris = new Set(folders.flatMap(({ files }) => files.map(({ uri }) => uri)));
    this.#setUnplaced(this.#unplacedFiles.filter(({ uri }) => uris.has(uri)));
    return roots;
  }

  async #loadUnplaced(roots: Promise<readonly NoteNode[]>): Promise<void> {
    await roots;
    const files = (await this.#server.request<readonly UnplacedFile[]>(NOTES_NOT_PLACED, {})) ?? [];
    if (this.#roots !== roots || (files.length === 0 && this.#unplaced.length === 0)) {
      return;
    }
    this.#setUnplaced(files);
    this.#changed.fire();
  }

  #setUnplaced(files: readonly UnplacedFile[]): void {
    this.#unplacedFiles = files;
    this.#unplaced = unplacedNodes(files);
    for (const node of this.#unplaced) {
      this.#register(node);
    }
  }

  #register(node: NoteNode): void {
    if (node.kind === "section") {
      this.#sections.set(node.section.id, node);
    }
    for (const child of node.children) {
      this.#parents.set(child, node);
      this.#register(child);
    }
  }
}

function folderNode(folder: NoteFolder): NoteNode {
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

function unplacedNodes(files: readonly UnplacedFile[]): readonly NoteNode[] {
  const children = files.map((file): NoteNode => {
    const notes = file.notes.map((note): NoteNode => {
      return { kind: "unplacedNote", note, uri: file.uri, line: note.line, children: [] };
    });
    return { kind: "unplacedFile", file, children: notes };
  });
  const count = files.reduce((sum, { notes }) => sum + notes.length, 0);
  return count === 0 ? [] : [{ kind: "unplaced", count, children }];
}

function treeItem(node: NoteNode): TreeItem {
  const collapsed = node.children.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  switch (node.kind) {
    case "folder": {
      const item = new TreeItem(node.folder.label, TreeItemCollapsibleState.Expanded);
      item.iconPath = new ThemeIcon("root-folder");
      item.contextValue = "folder";
      if (node.folder.uri !== undefined) {
        item.tooltip = Uri.parse(node.folder.uri).fsPath;
      }
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
      if (node.children.length === 0) {
        item.command = { command: "cfnNotes.openNode", title: l10n.t("Open"), arguments: [node] };
      }
      return item;
    }
    case "section": {
      const item = new TreeItem(node.section.title, collapsed);
      item.id = node.section.id;
      item.iconPath = new ThemeIcon(node.section.kind === "heading" ? "symbol-number" : "note");
      item.tooltip = node.section.title;
      item.contextValue = "section";
      item.command = { command: "cfnNotes.openNode", title: l10n.t("Open"), arguments: [node] };
      return item;
    }
    case "unplaced": {
      const { notPlaced, notPlacedHint } = mendMessages();
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
      item.command = { command: "cfnNotes.openNode", title: l10n.t("Open"), arguments: [node] };
      return item;
    }
  }
}
