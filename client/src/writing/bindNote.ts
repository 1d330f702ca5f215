import { CancellationTokenSource, commands, type QuickPickItem, ThemeIcon, window } from "vscode";
import type { ListedNote, NotesAtParams } from "../../../server/src/protocol/notes.ts";
import {
  BIND_NOTE_COMMAND,
  type BindableNotes,
  type BindableNotesParams,
} from "../../../server/src/protocol/writing.ts";
import { caretOf } from "../notes/followCaret.ts";
import type { NoteNode } from "../notes/noteNode.ts";
import type { NotesTree } from "../notes/notesTree.ts";
import type { NoteView } from "../notes/noteView.ts";
import { placeMessages } from "../notes/placeMessages.ts";
import { debounce } from "../server/debounce.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import { bindNote, type NoteToMark } from "./writeMarker.ts";

const TYPING_PAUSE_MS = 60;

interface NoteItem extends QuickPickItem {
  readonly note: ListedNote;
}

/** Asks which of the user's notes belongs to a place, and writes the marker for it. */
export async function bindNoteHere(
  server: LanguageServer,
  templates: TemplateDocuments,
  place?: NotesAtParams,
): Promise<void> {
  const at = place ?? caretOfTemplate(templates);
  const found = at && (await bindableOrTold(server, at));
  if (!at || !found) return;
  if (found.notes.length === 0) {
    await offerFolder();
    return;
  }
  const note = await chooseNote(server, at, found, placeMessages().chooseFor(found.subject));
  if (note) await bindNote(server, note, [found.place]);
}

/** Binds a note to the place at the caret of the template. */
export async function bindToCaret(
  server: LanguageServer,
  templates: TemplateDocuments,
  note: NoteToMark,
): Promise<void> {
  const at = caretOfTemplate(templates);
  const found = at && (await bindableOrTold(server, at));
  if (found) await bindNote(server, note, [found.place]);
}

/** The caret in the template; if there is none, the user is told. */
export function caretOfTemplate(templates: TemplateDocuments): NotesAtParams | undefined {
  const editor = templates.editor;
  if (!editor) void window.showInformationMessage(placeMessages().noTemplate);
  return editor && caretOf(editor);
}

/** The user's notes that may be bound to a place; if none can be, tells the user and gives `undefined`. */
async function bindableOrTold(
  server: LanguageServer,
  at: NotesAtParams,
): Promise<(BindableNotes & { readonly place: string }) | undefined> {
  const found = await server.request("bindableNotes", at satisfies BindableNotesParams);
  if (found?.place !== undefined) return { ...found, place: found.place };
  void window.showInformationMessage(found?.refusal ?? placeMessages().noTemplate);
  return undefined;
}

async function offerFolder(): Promise<void> {
  const { noNotes, addFolder } = placeMessages();
  if ((await window.showInformationMessage(noNotes, addFolder)) === addFolder) {
    await commands.executeCommand("cfnNotes.addNotesFolder");
  }
}

/** Lists notes to choose from, best guesses first, and searches in all while somebody types. */
export function chooseNote(
  server: LanguageServer,
  at: NotesAtParams,
  { notes }: BindableNotes,
  title: string,
): Promise<ListedNote | undefined> {
  const pick = window.createQuickPick<NoteItem>();
  pick.title = title;
  pick.placeholder = placeMessages().chooseHint;
  pick.items = notes.map(noteItem);
  let current: CancellationTokenSource | undefined;
  const search = async (): Promise<void> => {
    current?.cancel();
    current = new CancellationTokenSource();
    const { token } = current;
    pick.busy = true;
    const found = await server.request("bindableNotes", { ...at, query: pick.value }, token);
    if (!token.isCancellationRequested) {
      pick.items = (found?.notes ?? []).map(noteItem);
      pick.busy = false;
    }
  };
  const searchSoon = debounce(TYPING_PAUSE_MS, () => void search());
  return new Promise((resolve) => {
    pick.onDidChangeValue(() => searchSoon.call());
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.note);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      current?.cancel();
      current?.dispose();
      searchSoon.cancel();
      pick.dispose();
    });
    pick.show();
  });
}

function noteItem(note: ListedNote): NoteItem {
  // The server has chosen and ordered them: the editor must not filter again.
  return {
    note,
    label: withoutIcons(note.title),
    description: withoutIcons(note.path.join(" › ")),
    iconPath: new ThemeIcon("note"),
    alwaysShow: true,
  };
}

/** The editor would draw `$(x)` as an icon. */
export function withoutIcons(text: string): string {
  return text.replaceAll("$(", "\\$(");
}

interface PlaceParts {
  readonly server: LanguageServer;
  readonly templates: TemplateDocuments;
  readonly noteTree: NotesTree;
  readonly view: NoteView;
}

/** The commands that explain why notes show at a place, and bind them to another one. */
export function placeCommands({
  server,
  templates,
  noteTree,
  view,
}: PlaceParts): Record<string, (argument?: unknown) => unknown> {
  return {
    "cfnNotes.explainPlace": () => explainPlace(view, templates),
    [BIND_NOTE_COMMAND]: (place) => bindNoteHere(server, templates, isPlace(place) ? place : undefined),
    "cfnNotes.bindToCaret": async (node) => {
      const note = noteOf(node as NoteNode | undefined);
      await (note && bindToCaret(server, templates, note));
    },
    "cfnNotes.showNotPlaced": () => showNotPlaced(noteTree),
  };
}

async function explainPlace(view: NoteView, templates: TemplateDocuments): Promise<void> {
  const at = caretOfTemplate(templates);
  if (at && !(await view.explain(at))) void window.showInformationMessage(placeMessages().nothingHere);
}

/** A menu passes the file's URI instead. */
export function isPlace(value: unknown): value is NotesAtParams {
  return typeof value === "object" && value !== null && "textDocument" in value && "position" in value;
}

function noteOf(node: NoteNode | undefined): NoteToMark | undefined {
  if (node?.kind === "unplacedNote") return { ...node.note, uri: node.uri };
  return node?.kind === "section" && !node.builtIn ? { ...node.section, uri: node.uri } : undefined;
}

async function showNotPlaced(noteTree: NotesTree): Promise<void> {
  await commands.executeCommand("cfnNotes.ownNotes.focus");
  if (!(await noteTree.revealUnplaced())) void window.showInformationMessage(placeMessages().allPlaced);
}
