import type { NoteParams, RenderedNote, WasNote } from "../../../server/src/protocol/notes.ts";
import type { LanguageServer } from "../server/languageServer.ts";

/** A note by its id, at a line of its file or at what it says of some words if they are given; `undefined` if there is none. */
export async function askNote(
  server: LanguageServer,
  id: string,
  at?: NoteParams["at"],
  was?: WasNote,
): Promise<RenderedNote | undefined> {
  return (await server.request("note", { id, ...(at !== undefined && { at }), ...(was && { was }) })) ?? undefined;
}

/** Those of some notes that exist. */
export async function askNotes(server: LanguageServer, ids: readonly string[]): Promise<readonly RenderedNote[]> {
  return (await Promise.all(ids.map((id) => askNote(server, id)))).filter((note) => note !== undefined);
}

/** The editor decodes the arguments of a command in a link once more than they were encoded. */
export function reencoded(id: string): string {
  const [uri = "", ...rest] = id.split("#");
  return [URL.canParse(uri) ? new URL(uri).href : uri, ...rest].join("#");
}
