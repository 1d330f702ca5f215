import type { Memento } from "vscode";
import type { NoteParams, RenderedNote } from "../../../server/src/protocol/notes.ts";
import type { LanguageServer } from "../server/languageServer.ts";

const key = "cfnNotes.recentNotes";
const MAX_NOTES = 10;

/** Remembers a note as the one that was found last. */
export async function rememberNote(state: Memento, id: string): Promise<void> {
  const others = state.get<readonly string[]>(key, []).filter((other) => other !== id);
  await state.update(key, [id, ...others].slice(0, MAX_NOTES));
}

/** The notes that were found last, newest first; those that exist no more are left out. */
export async function recentNotes(state: Memento, server: LanguageServer): Promise<readonly RenderedNote[]> {
  const ids = state.get<readonly string[]>(key, []);
  const notes = await Promise.all(ids.map((id) => server.request("note", { id } satisfies NoteParams)));
  return notes.flatMap((note) => note ?? []);
}
