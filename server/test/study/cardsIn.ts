import type { NoteSource } from "../../src/notes/reading/note.ts";
import type { Card } from "../../src/study/cards/card.ts";
import { cardsOf } from "../../src/study/cards/noteCards.ts";
import { worthLearning } from "../../src/study/cards/worthLearning.ts";
import { indexOf } from "../notes/noteAt.ts";

/** The cards of a file of notes, as the server makes them. */
export function cardsIn(text: string, from: Partial<NoteSource> = {}): readonly Card[] {
  const source: NoteSource = { uri: "file:///memo.md", text, builtIn: false, language: "ja", ...from };
  const index = indexOf([source]);
  const file = index.file(source.uri);
  return file === undefined ? [] : worthLearning([{ file, cards: cardsOf(file, index) }]);
}
