import { lettersOf } from "../../text/lettersOf.ts";
import type { NoteIndex } from "../noteIndex.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { messageItself } from "../search/messageItself.ts";
import { quotedWords, sentencesOn } from "../search/quotedMessage.ts";
import { passageText } from "./passageText.ts";

/** The note that quotes a message of AWS's, is on what it says, or is called like it, with what it says of this message first; `undefined` if none does. */
export function noteOnMessage(
  index: NoteIndex,
  message: string,
  maxLength: number,
): { readonly note: Note; readonly text: string; readonly first: string | undefined } | undefined {
  const itself = messageItself(message);
  const all = index.files.flatMap((file) => file.notes.map((note) => counted(note, file)));
  const [best] = all
    .filter(({ words }) => words > 0)
    // A passage is a part of the one above it.
    .sort((one, other) => (one.words === other.words ? one.text.length - other.text.length : other.words - one.words));
  return best && { ...best, first: sentencesOn(itself, { title: best.note.title, text: best.text }) };

  function counted(note: Note, file: NoteFileContent) {
    const text = passageText(note, file, maxLength);
    const isNamed = lettersOf(note.title.toLowerCase()) === lettersOf(message.toLowerCase());
    return { note, text, words: isNamed ? Number.POSITIVE_INFINITY : quotedWords(itself, { title: note.title, text }) };
  }
}
