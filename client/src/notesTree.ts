import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
} from "vscode";
import { NOTE_TREE, NOTES_NOT_PLACED, type NoteFolder, type UnplacedFile } from "../../server/src/protocol.ts";
import type { LanguageServer } from "./languageServer.ts";
import { folderNode, type NoteNode, treeItem, unplacedNodes } from "./noteNode.ts";

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
    if (!this.#builtIn) {
      // Nobody is asked for notes before it is known that there are none.
      void commands.executeCommand("setContext", "cfnNotes.noOwnNotes", nodes.length === 0);
    }
    const only = nodes.length === 1 ? nodes[0] : undefined;
    const roots = only?.kind === "folder" && !only.folder.team ? only.children : nodes;
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
