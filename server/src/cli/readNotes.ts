import { cwd } from "node:process";
import { nodeHost } from "../node/nodeHost.ts";
import type { NoteLanguage } from "../notes/note.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import type { Given } from "./commandLine.ts";

/** Reads the built-in notes and those of the folders that are named. Says what can't be read. */
export async function readNotes(notes: NoteIndex, given: Given, language: NoteLanguage): Promise<string | undefined> {
  if (!given.has("no-built-in")) {
    for (const source of await nodeHost.builtInNotes(language, true)) notes.set(source);
  }
  for (const named of given.texts("notes")) {
    for (const folder of nodeHost.resolveFolder(named, [nodeHost.uriOf(cwd())])) {
      try {
        for (const source of (await nodeHost.readNotes(folder, language)).sources) notes.set(source);
      } catch (error) {
        return unreadable(folder, error)[language];
      }
    }
  }
  for (const _ of notes.prepare());
  return undefined;
}

function unreadable(path: string, error: unknown) {
  const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
  return isMissing
    ? { en: `there is nothing at ${path}.`, ja: `${path}が見つかりません。` }
    : { en: `${path} can't be read: ${String(error)}`, ja: `${path}を読み取れません: ${String(error)}` };
}
