import {
  commands,
  type Diagnostic,
  Disposable,
  Location,
  type Memento,
  Position,
  ProgressLocation,
  type Range,
  type TextEditor,
  Uri,
  window,
  workspace,
} from "vscode";
import { type NoteUses, SHOW_NOTE_USES_COMMAND } from "../../../server/src/protocol/notes.ts";
import { showChangesCommand } from "../changes/changesStatus.ts";
import type { TemplateChanges } from "../changes/templateChanges.ts";
import type { NoteNode } from "../notes/noteNode.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import { withoutIcons } from "../writing/bindNote.ts";
import { editorRange, type TemplateNoteNode } from "./templateNoteNode.ts";
import { TemplateNotes } from "./templateNotes.ts";
import { showInTemplateCommand, templateNotesStatus, wantsStatus } from "./templateNotesStatus.ts";
import { findingsOn, TemplateNotesTree } from "./templateNotesTree.ts";
import { useMessages } from "./useMessages.ts";

interface GraphParts {
  readonly changes: TemplateChanges;
  readonly server: LanguageServer;
  readonly state: Memento;
  readonly templates: TemplateDocuments;
}

/** The view of the open template, its item in the status bar, and their commands. */
export class NoteGraph implements Disposable {
  readonly notes: TemplateNotes;
  readonly tree: TemplateNotesTree;
  readonly #subscriptions: Disposable;
  /** The last place that was gone to, by the row of its note. */
  #last: { readonly id: string; readonly number: number } | undefined;

  constructor({ changes, server, state, templates }: GraphParts) {
    this.notes = new TemplateNotes(server, templates, () => {
      if (this.tree.isVisible) return "all";
      return wantsStatus() ? "count" : "nothing";
    });
    this.tree = new TemplateNotesTree(this.notes, changes, state);
    const table: Record<string, (argument?: unknown) => unknown> = {
      [showInTemplateCommand]: () => this.#showTree("notes"),
      [showChangesCommand]: () => this.#showTree("changes"),
      "cfnNotes.goToPlace": (node) => this.#goToPlace(node as TemplateNoteNode),
      "cfnNotes.groupByResource": () => this.tree.groupByResource(true),
      "cfnNotes.groupByArticle": () => this.tree.groupByResource(false),
      "cfnNotes.showFindings": (node) => showFindings(node as TemplateNoteNode),
      [SHOW_NOTE_USES_COMMAND]: (note) => showUses(server, note),
    };
    this.#subscriptions = Disposable.from(
      this.notes,
      this.tree,
      templateNotesStatus(this.notes, templates),
      ...Object.entries(table).map(([name, action]) => commands.registerCommand(name, action)),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** The list is loaded first: an empty view would lose the focus when it is filled. */
  async #showTree(on: "notes" | "changes"): Promise<void> {
    await this.notes.load();
    await this.tree.focus(on);
  }

  /** Goes to a place; for a note to its first one, and with each further time to the next. */
  async #goToPlace(node: TemplateNoteNode | undefined): Promise<void> {
    if (node?.kind === "place") {
      await goTo(node.template, editorRange(node.place.range));
    } else if (node?.kind === "change") {
      const { template, place } = node.goal ?? {};
      await (template && place && goTo(template, editorRange({ start: place, end: place })));
    } else if (node?.kind === "note") {
      const number = this.#last?.id === node.id ? (this.#last.number + 1) % node.places.length : 0;
      const place = node.places[number];
      this.#last = { id: node.id, number };
      await (place && goTo(node.template, editorRange(place.range)));
    }
  }
}

async function showFindings(node: TemplateNoteNode | undefined): Promise<void> {
  if (node?.kind !== "note") return;
  const { note, template } = node;
  const ids = new Set([note.id, ...note.topics.map((topic) => `${note.uri}#@${topic}`)]);
  const items = findingsOn(template, ids).map((finding) => ({
    label: `$(warning) ${withoutIcons(finding.message)}`,
    description: useMessages().line(finding.range.start.line + 1),
    finding,
  }));
  const chosen = await window.showQuickPick<{ readonly label: string; readonly finding: Diagnostic }>(items, {
    title: note.title,
  });
  if (chosen) await window.showTextDocument(template, { selection: chosen.finding.range });
}

/** Shows the places of a note the way the editor shows references. `note` is its id, or a row of a tree. */
async function showUses(server: LanguageServer, note: unknown): Promise<void> {
  const id = idOf(note);
  if (id === undefined) return;
  const messages = useMessages();
  const progress = { location: ProgressLocation.Window, title: messages.searching };
  const found = await window.withProgress(progress, () => server.request("noteUses", { id, everywhere: true }));
  if (!found) return;
  if (found.places.length === 0) {
    void window.showInformationMessage(
      found.isComplete ? messages.notUsed(found.title) : `${messages.notUsed(found.title)} ${messages.incomplete}`,
    );
    return;
  }
  if (!found.isComplete) window.setStatusBarMessage(messages.incomplete, 5000);
  const locations = found.places.map(({ uri, range }) => new Location(Uri.parse(uri, true), editorRange(range)));
  const anchor = anchorOf(found);
  if (anchor) {
    await commands.executeCommand("editor.action.showReferences", anchor.uri, anchor.position, locations);
  } else {
    await pickUse(found);
  }
}

/** The position of the peek view: the note's heading if its file is open, else the caret. */
function anchorOf({ uri, line }: NoteUses): { readonly uri: Uri; readonly position: Position } | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const isFile = editor.document.uri.toString() === Uri.parse(uri, true).toString();
  return { uri: editor.document.uri, position: isFile ? new Position(line, 0) : caretOf(editor) };
}

function caretOf({ selection }: TextEditor): Position {
  return selection.active;
}

/** Without an editor there is nothing to peek from. */
async function pickUse({ title, places }: NoteUses): Promise<void> {
  const items = places.map(({ uri, range, text }) => ({
    label: withoutIcons(text),
    description: `${workspace.asRelativePath(Uri.parse(uri, true))}:${range.start.line + 1}`,
    location: new Location(Uri.parse(uri, true), editorRange(range)),
  }));
  const chosen = await window.showQuickPick(items, {
    title: useMessages().usedIn(title),
    matchOnDescription: true,
  });
  if (chosen) await window.showTextDocument(chosen.location.uri, { selection: chosen.location.range });
}

function idOf(note: unknown): string | undefined {
  if (typeof note === "string") return note;
  const node = note as TemplateNoteNode | NoteNode | undefined;
  if (node?.kind === "note" || node?.kind === "unplacedNote") return node.note.id;
  return node?.kind === "section" ? node.section.id : undefined;
}

/** Goes to a place in a template. The view keeps the focus, so that the next key or click goes on from there. */
async function goTo(template: Uri, range: Range): Promise<void> {
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === template.toString());
  await window.showTextDocument(template, {
    selection: range,
    preserveFocus: true,
    ...(open?.viewColumn && { viewColumn: open.viewColumn }),
  });
}
