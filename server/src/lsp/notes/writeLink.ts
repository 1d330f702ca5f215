import type { InitializeParams } from "vscode-languageserver";
import type { Hover } from "../../features/hover.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import type { NotesAtParams } from "../../protocol/notes.ts";
import { OWN_WORDS_COMMAND, WRITE_NOTE_COMMAND } from "../../protocol/writing.ts";
import { hasCommand } from "../host/clientFeatures.ts";

/** The last line of a hover without a note of the user's: an offer to write one, if the client can; else nothing. */
export function writeLink(
  voice: Hover["voice"],
  at: NotesAtParams,
  client: InitializeParams,
  language: NoteLanguage,
): string | undefined {
  if (voice === "own" || !hasCommand(client, WRITE_NOTE_COMMAND)) return undefined;
  const [command, en, ja] =
    voice === "builtIn"
      ? [OWN_WORDS_COMMAND, "In my own words", "自分の言葉で書く"]
      : [WRITE_NOTE_COMMAND, "Write a note here", "ここにノートを書く"];
  const argument = encodeURIComponent(JSON.stringify([at])).replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"));
  return `[${language === "ja" ? ja : en}](command:${command}?${argument})`;
}
