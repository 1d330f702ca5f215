import { commands, Disposable, env, type LogOutputChannel, type Memento, type Uri, window } from "vscode";
import {
  type AskedWords,
  type NoteParams,
  OPEN_NOTE_COMMAND,
  type RenderedNote,
} from "../../server/src/protocol/notes.ts";
import {
  type DeploymentOrder,
  RENAME_AT_COMMAND,
  RENAME_WITH_MAPPING_COMMAND,
  SHOW_SEQUENCE_COMMAND,
  type TemplateGraph,
} from "../../server/src/protocol/template.ts";
import type { BaseTexts } from "./changes/baseText.ts";
import { chooseBase } from "./changes/chooseBase.ts";
import type { TemplateChanges } from "./changes/templateChanges.ts";
import { choiceCommands } from "./choiceCommands.ts";
import { askForNotesFolder } from "./notes/addNotesFolder.ts";
import type { NoteNode } from "./notes/noteNode.ts";
import type { NotesTree } from "./notes/notesTree.ts";
import type { NoteView } from "./notes/noteView.ts";
import { searchNotes } from "./notes/searchNotes.ts";
import { openNoteSource } from "./page/noteLinks.ts";
import type { NotePanel } from "./page/notePanel.ts";
import type { GraphPage, OrderPage } from "./page/picturePage.ts";
import type { PictureView } from "./pictures/pictureView.ts";
import type { SequenceView } from "./sequence/sequenceView.ts";
import type { LanguageServer } from "./server/languageServer.ts";
import type { TemplateDocuments } from "./server/templateDocuments.ts";
import type { Studying } from "./study/studyCommands.ts";
import { renameWithMapping } from "./template/renameWithMapping.ts";
import {
  addCreationPolicyAndSignal,
  convertTemplate,
  newTemplate,
  renameAt,
  showExample,
} from "./template/templateCommands.ts";
import { addYamlTags, removeYamlTags } from "./template/yamlTags.ts";
import type { TemplateNoteNode } from "./uses/templateNoteNode.ts";
import { placeCommands } from "./writing/bindNote.ts";
import { reportFolder } from "./writing/folderReport.ts";
import { writeCommands } from "./writing/writeCommands.ts";

/** The pictures of a template as a whole. */
export interface TemplatePictures {
  readonly graph: PictureView<TemplateGraph, GraphPage>;
  readonly order: PictureView<DeploymentOrder, OrderPage>;
}

export interface CommandParts {
  readonly extensionId: string;
  readonly extensionUri: Uri;
  readonly bases: BaseTexts;
  readonly changes: TemplateChanges;
  readonly log: LogOutputChannel;
  readonly panel: NotePanel;
  readonly pictures: TemplatePictures;
  readonly sequence: SequenceView;
  readonly server: LanguageServer;
  readonly state: Memento;
  /** State of all workspaces. */
  readonly globalState: Memento;
  readonly studying: Studying;
  readonly templates: TemplateDocuments;
  readonly noteTree: NotesTree;
  readonly view: NoteView;
}

/** Registers the commands, and the links that the command "Copy Link to Note" makes. */
export function registerCommands(parts: CommandParts): Disposable {
  const { bases, changes, extensionId, extensionUri, log, panel, pictures, sequence } = parts;
  const { server, state, globalState, studying, templates, noteTree, view } = parts;
  const openNote = (id: string, at?: NoteParams["at"]): Promise<void> => view.openNote(id, at);
  const shownNote = (): RenderedNote | undefined => view.shown.notes[0];
  const table: Record<string, (argument?: unknown, second?: unknown) => unknown> = {
    [OPEN_NOTE_COMMAND]: (id, at) => (typeof id === "string" ? openNote(id, placeIn(at)) : undefined),
    "cfnNotes.openNode": (node) => openNode(node as NoteNode | TemplateNoteNode, view),
    "cfnNotes.openNoteSource": (node) => openNoteSource(fileAndLine(node as NoteNode | undefined) ?? shownNote()),
    "cfnNotes.copyNoteLink": (node) => copyLink(noteId(node as NoteNode | undefined) ?? shownNote()?.id, extensionId),
    "cfnNotes.revealNote": () => noteTree.reveal(shownNote()?.id ?? ""),
    "cfnNotes.listBuiltInNotes": () => noteTree.listBuiltIn(true),
    "cfnNotes.listOwnNotes": () => noteTree.listBuiltIn(false),
    "cfnNotes.searchNotes": () => void searchNotes({ server, state, view }),
    "cfnNotes.addNotesFolder": () => askForNotesFolder((folder) => reportFolder(server, templates, folder)),
    "cfnNotes.showExample": () => showExample(extensionUri, panel),
    "cfnNotes.findInNote": () => panel.find(),
    "cfnNotes.newTemplate": () => newTemplate(extensionUri),
    ...studying.commands,
    ...placeCommands({ server, templates, noteTree, view }),
    ...writeCommands({ server, templates, state: globalState }),
    ...choiceCommands(templates),
    "cfnNotes.chooseChangesBase": () => chooseBase(changes.document, bases),
    "cfnNotes.pinNote": () => view.pin(),
    "cfnNotes.unpinNote": () => view.unpin(),
    "cfnNotes.noteBack": () => view.go(-1),
    "cfnNotes.noteForward": () => view.go(1),
    "cfnNotes.showNoteAtCursor": () => panel.reveal(),
    "cfnNotes.addCreationPolicyAndSignal": () => addCreationPolicyAndSignal(server, templates),
    "cfnNotes.convertTemplate": () => convertTemplate(server, templates),
    [RENAME_AT_COMMAND]: renameAt,
    [RENAME_WITH_MAPPING_COMMAND]: renameWithMapping,
    [SHOW_SEQUENCE_COMMAND]: (uri, logicalId) => sequence.open(uri, logicalId),
    "cfnNotes.showTemplateGraph": () => pictures.graph.open(),
    "cfnNotes.showDeploymentOrder": () => pictures.order.open(),
    "cfnNotes.addYamlTags": () => addYamlTags(state),
    "cfnNotes.removeYamlTags": () => removeYamlTags(state),
    "cfnNotes.restartServer": () => server.restart(),
    "cfnNotes.showOutput": () => log.show(),
  };
  return Disposable.from(
    ...Object.entries(table).map(([name, action]) => commands.registerCommand(name, action)),
    window.registerUriHandler({ handleUri: (uri) => void openLinked(uri, openNote) }),
  );
}

/** Own notes are opened in an editor; built-in ones in the note view. */
async function openNode(node: NoteNode | TemplateNoteNode, view: NoteView): Promise<void> {
  if (node.kind === "note" || node.kind === "group" || node.kind === "place" || node.kind === "change") {
    await (node.kind === "note" && view.openNote(node.note.id));
    return;
  }
  const id = noteId(node);
  if (id !== undefined) await view.openNote(id);
  const source = fileAndLine(node);
  if (source && (!("builtIn" in node && node.builtIn) || id === undefined)) {
    await openNoteSource(source, { preview: true });
  }
}

function fileAndLine(node: NoteNode | undefined): { readonly uri: string; readonly line: number } | undefined {
  return node?.kind === "file" || node?.kind === "section" || node?.kind === "unplacedNote" ? node : undefined;
}

function noteId(node: NoteNode | undefined): string | undefined {
  if (node?.kind === "unplacedNote") return node.note.id;
  return node?.kind === "section" ? node.section.id : undefined;
}

/** The position in a link to a note; anybody may write one. */
function placeIn(at: unknown): NoteParams["at"] {
  if (typeof at === "number") return at;
  const { words, type } = (at ?? {}) as Partial<Record<keyof AskedWords, unknown>>;
  if (!Array.isArray(words) || !words.every((word) => typeof word === "string")) return undefined;
  return typeof type === "string" ? { words, type } : { words };
}

async function copyLink(id: string | undefined, extensionId: string): Promise<void> {
  if (id !== undefined) {
    await env.clipboard.writeText(`${env.uriScheme}://${extensionId}/note?id=${encodeURIComponent(id)}`);
  }
}

async function openLinked(uri: Uri, openNote: (id: string) => Promise<void>): Promise<void> {
  const id = new URLSearchParams(uri.query).get("id");
  if (uri.path === "/note" && id) await openNote(id);
}
