import { commands, window } from "vscode";
import type { NotesAtParams } from "../../../server/src/protocol/notes.ts";
import { BIND_NOTE_COMMAND } from "../../../server/src/protocol/writing.ts";
import { mendMessages } from "../notes/mendMessages.ts";
import type { NoteNode } from "../notes/noteNode.ts";
import type { NotesTree } from "../notes/notesTree.ts";
import type { NoteView } from "../notes/noteView.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import { bindNoteHere, bindToCaret, caretOfTemplate } from "./bindNote.ts";
import type { NoteToMark } from "./writeMarker.ts";

interface MendParts {
  readonly server: LanguageServer;
  readonly templates: TemplateDocuments;
  readonly noteTree: NotesTree;
  readonly view: NoteView;
}

/** The commands that explain why notes show at a place, and bind them to another one. */
export function mendCommands({
  server,
  templates,
  noteTree,
  view,
}: MendParts): Record<string, (argument?: unknown) => unknown> {
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
  if (at && !(await view.explain(at))) void window.showInformationMessage(mendMessages().nothingHere);
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
  if (!(await noteTree.revealUnplaced())) void window.showInformationMessage(mendMessages().allPlaced);
}
