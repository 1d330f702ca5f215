import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  type Memento,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
  workspace,
} from "vscode";
import type { UnplacedFile } from "../../../server/src/protocol/notes.ts";
import { inLanguage } from "../page/inLanguage.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import { folderNode, type NoteNode, treeItem, unplacedNodes } from "./noteNode.ts";

const builtInKey = "cfnNotes.builtInNotesListed";

interface Roots {
  readonly own: readonly NoteNode[];
  readonly builtIn: readonly NoteNode[];
}

/** The tree of notes: the user's own or the built-in ones, by a switch in its title. */
export class NotesTree implements TreeDataProvider<NoteNode>, Disposable {
  readonly #server: LanguageServer;
  readonly #state: Memento;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData: Event<void> = this.#changed.event;
  /** Also of earlier nodes: one of them may be about to be revealed when notes are read anew. */
  readonly #parents = new WeakMap<NoteNode, NoteNode>();
  readonly #sections = new Map<string, NoteNode>();
  readonly #view: TreeView<NoteNode>;
  readonly #subscriptions: Disposable;
  #roots: Promise<Roots> | undefined;
  /** Notes that show nowhere take longer to find: they join the tree later. */
  #unplaced: readonly NoteNode[] = [];
  #unplacedFiles: readonly UnplacedFile[] = [];
  #unplacedLoad: Promise<void> | undefined;

  constructor(server: LanguageServer, state: Memento) {
    this.#server = server;
    this.#state = state;
    this.#view = window.createTreeView("cfnNotes.ownNotes", { treeDataProvider: this, showCollapseAll: true });
    this.#showSwitch();
    this.#subscriptions = Disposable.from(
      this.#view,
      this.#changed,
      server.onDidChangeNotes(() => {
        this.#roots = undefined;
        this.#changed.fire();
      }),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("cfnNotes") && this.#showSwitch()),
    );
  }

  async getChildren(node?: NoteNode): Promise<NoteNode[]> {
    if (node) return [...node.children];
    const { own, builtIn } = await this.#rootNodes();
    return this.#listsBuiltIn ? [...builtIn] : [...own, ...this.#unplaced];
  }

  /** Lists the built-in notes, or the user's own ones. */
  async listBuiltIn(builtIn: boolean): Promise<void> {
    await this.#state.update(builtInKey, builtIn);
    this.#showSwitch();
    this.#changed.fire();
  }

  getParent(node: NoteNode): NoteNode | undefined {
    return this.#parents.get(node);
  }

  getTreeItem(node: NoteNode): TreeItem {
    return treeItem(node);
  }

  /** Selects the note in the tree; false if it is not there. */
  async reveal(noteId: string): Promise<boolean> {
    await this.#rootNodes();
    // Notes that are still being read may be missing.
    if (!this.#sections.has(noteId)) {
      await this.#unplacedLoad;
      await this.#rootNodes();
    }
    const node = this.#sections.get(noteId);
    if (node) {
      await this.#switchTo(node.kind === "section" && node.builtIn);
      await this.#view.reveal(node, { select: true, focus: true, expand: true });
    }
    return node !== undefined;
  }

  /** Opens the group of notes that show nowhere, with as many of its rows as there is room for; false if there are none. */
  async revealUnplaced(): Promise<boolean> {
    await this.#rootNodes();
    await this.#unplacedLoad;
    const [group] = this.#unplaced;
    if (group) {
      await this.#switchTo(false);
      await this.#view.reveal(group, { select: true, focus: true, expand: 2 });
      // The view scrolls no further than it must: to the last row, and back if that pushed the group out.
      await this.#view.reveal(lastBelow(group), { select: false });
      await this.#view.reveal(group, { select: true, focus: true });
    }
    return group !== undefined;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Without built-in notes there is nothing to switch to. */
  get #listsBuiltIn(): boolean {
    return hasBuiltIn() && this.#state.get(builtInKey, false);
  }

  async #switchTo(builtIn: boolean): Promise<void> {
    await (builtIn === this.#listsBuiltIn ? undefined : this.listBuiltIn(builtIn));
  }

  #showSwitch(): void {
    const { own, builtIn } = treeMessages();
    this.#view.description = this.#listsBuiltIn ? builtIn : own;
    void commands.executeCommand("setContext", builtInKey, this.#listsBuiltIn);
  }

  #rootNodes(): Promise<Roots> {
    if (!this.#roots) {
      this.#roots = this.#load();
      this.#unplacedLoad = this.#loadUnplaced(this.#roots);
    }
    return this.#roots;
  }

  async #load(): Promise<Roots> {
    const folders = (await this.#server.request("noteTree", {})) ?? [];
    this.#sections.clear();
    const rootsOf = (builtIn: boolean): readonly NoteNode[] => {
      const nodes = folders.filter((folder) => folder.builtIn === builtIn).map(folderNode);
      const only = nodes.length === 1 ? nodes[0] : undefined;
      return only?.kind === "folder" && !only.folder.team ? only.children : nodes;
    };
    const roots = { own: rootsOf(false), builtIn: rootsOf(true) };
    // The welcome view shows only once it is known that there are no notes.
    void commands.executeCommand(
      "setContext",
      "cfnNotes.noOwnNotes",
      folders.every(({ builtIn }) => builtIn),
    );
    for (const root of [...roots.own, ...roots.builtIn]) {
      this.#register(root);
    }
    // Until the new list is known, the earlier one stays for files that still exist.
    const uris = new Set(folders.flatMap(({ files }) => files.map(({ uri }) => uri)));
    this.#setUnplaced(this.#unplacedFiles.filter(({ uri }) => uris.has(uri)));
    return roots;
  }

  async #loadUnplaced(roots: Promise<Roots>): Promise<void> {
    await roots;
    const files = (await this.#server.request("notesNotPlaced", {})) ?? [];
    if (this.#roots !== roots || (files.length === 0 && this.#unplaced.length === 0)) return;
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
    if (node.kind === "section") this.#sections.set(node.section.id, node);
    for (const child of node.children) {
      this.#parents.set(child, node);
      this.#register(child);
    }
  }
}

function lastBelow(node: NoteNode): NoteNode {
  const last = node.children.at(-1);
  return last ? lastBelow(last) : node;
}

function hasBuiltIn(): boolean {
  return workspace.getConfiguration("cfnNotes").get("notes.builtIn", true);
}

function treeMessages(): { readonly own: string; readonly builtIn: string } {
  return inLanguage({ en: { own: "mine", builtIn: "built-in" }, ja: { own: "自分", builtIn: "組み込み" } });
}
