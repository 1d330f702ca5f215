import {
  commands,
  type Diagnostic,
  Disposable,
  type Event,
  EventEmitter,
  languages,
  type Memento,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  type Uri,
  window,
} from "vscode";
import { OPEN_NOTE_COMMAND } from "../../../server/src/protocol/notes.ts";
import { changesRow } from "../changes/changeRows.ts";
import type { TemplateChanges } from "../changes/templateChanges.ts";
import { onDidChangeLanguage } from "../page/inLanguage.ts";
import { viewMessages } from "../page/viewMessages.ts";
import { debounce } from "../server/debounce.ts";
import { byArticle, byOwner, childrenOf, type TemplateNoteNode, templateNoteItem } from "./templateNoteNode.ts";
import type { TemplateNotes } from "./templateNotes.ts";

const templateNotesViewId = "cfnNotes.inTemplate";

const groupingKey = "cfnNotes.notesByResource";
/** Diagnostics arrive during typing. */
const FINDINGS_PAUSE_MS = 500;

/** The view of what is in the template: what deploying it would do, and the notes that show there, by article or by resource. */
export class TemplateNotesTree implements TreeDataProvider<TemplateNoteNode>, Disposable {
  readonly #notes: TemplateNotes;
  readonly #changes: TemplateChanges;
  readonly #state: Memento;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData: Event<void> = this.#changed.event;
  readonly #view: TreeView<TemplateNoteNode>;
  readonly #subscriptions: Disposable;
  /** The data of the rows that were drawn last. */
  #drawn = "";

  constructor(notes: TemplateNotes, changes: TemplateChanges, state: Memento) {
    this.#notes = notes;
    this.#changes = changes;
    this.#state = state;
    this.#view = window.createTreeView(templateNotesViewId, { treeDataProvider: this, showCollapseAll: true });
    const findingsSoon = debounce(FINDINGS_PAUSE_MS, () => this.#update());
    this.#subscriptions = Disposable.from(
      this.#view,
      this.#changed,
      notes.onDidChange(() => this.#update()),
      changes.onDidChange(() => {
        void commands.executeCommand("setContext", "cfnNotes.hasChanges", changes.of(changes.document) !== undefined);
        this.#update();
      }),
      languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = notes.shown?.uri.toString();
        if (this.#view.visible && uris.some((uri) => uri.toString() === shown)) findingsSoon.call();
      }),
      this.#view.onDidChangeVisibility(() => notes.refresh()),
      onDidChangeLanguage(() => this.#changed.fire()),
      new Disposable(() => findingsSoon.cancel()),
    );
    this.#tellGrouping();
    this.#update();
  }

  get isVisible(): boolean {
    return this.#view.visible;
  }

  groupByResource(byResource: boolean): void {
    void this.#state.update(groupingKey, byResource);
    this.#tellGrouping(byResource);
    this.#changed.fire();
  }

  getChildren(node?: TemplateNoteNode): TemplateNoteNode[] {
    if (node) return [...childrenOf(node)];
    const changes = changesRow(this.#changes);
    const { shown } = this.#notes;
    if (!shown || shown.countOnly) return changes ? [changes] : [];
    const findings = findingsByNote(shown.uri);
    return [
      ...(changes ? [changes] : []),
      ...(this.#byResource ? byOwner(shown, findings) : byArticle(shown, findings)),
    ];
  }

  /** Only the topmost rows are ever revealed. */
  getParent(): undefined {
    return undefined;
  }

  /**
   * Opens the view with the keyboard focus at the first of its notes, or at the changes; a view that opens for the
   * first time has the focus beside it.
   */
  async focus(on: "notes" | "changes"): Promise<void> {
    await commands.executeCommand(`${templateNotesViewId}.focus`);
    const isWanted = ({ kind }: TemplateNoteNode): boolean => (kind === "change") === (on === "changes");
    const row = this.getChildren().find(isWanted);
    await (row && this.#view.reveal(row, { focus: true, select: false, expand: on === "changes" }));
  }

  getTreeItem(node: TemplateNoteNode): TreeItem {
    return templateNoteItem(node);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Draws only if something changed: otherwise it would flicker with each pause in typing. */
  #update(): void {
    const { shown } = this.#notes;
    const { isReading } = this.#notes;
    this.#view.message = isReading ? viewMessages().reading : "";
    // Until it is known, the view does not say that there are none.
    const hasNone = !isReading && shown?.countOnly === false && this.getChildren().length === 0;
    void commands.executeCommand("setContext", "cfnNotes.noneInTemplate", hasNone);
    const findings = shown ? [...findingsByNote(shown.uri)] : [];
    const drawn = JSON.stringify([changesRow(this.#changes), shown, findings]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#changed.fire();
  }

  get #byResource(): boolean {
    return this.#state.get<boolean>(groupingKey, false);
  }

  #tellGrouping(byResource: boolean = this.#byResource): void {
    void commands.executeCommand("setContext", groupingKey, byResource);
  }
}

/** The findings in a template that link to a note. */
export function findingsOn(template: Uri, ids: ReadonlySet<string>): readonly Diagnostic[] {
  return languages.getDiagnostics(template).filter((one) => ids.has(noteOf(one) ?? ""));
}

function findingsByNote(template: Uri): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const id of languages.getDiagnostics(template).flatMap((one) => noteOf(one) ?? [])) {
    found.set(id, (found.get(id) ?? 0) + 1);
  }
  return found;
}

/** The note that a finding's code links to. */
function noteOf({ code }: Diagnostic): string | undefined {
  const target = typeof code === "object" ? code.target : undefined;
  if (target?.scheme !== "command" || target.path !== OPEN_NOTE_COMMAND) return undefined;
  try {
    const [id]: unknown[] = JSON.parse(target.query);
    return typeof id === "string" ? id : undefined;
  } catch {
    return undefined;
  }
}
