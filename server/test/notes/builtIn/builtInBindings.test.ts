import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { type Binding, bindingsOf } from "../../../src/notes/binding/bindings.ts";
import { builtInBindings } from "../../../src/notes/binding/builtInBindings.ts";
import type { NoteSource } from "../../../src/notes/reading/note.ts";
import { readNotes } from "../../../src/notes/reading/readNotes.ts";
import { builtInIndex } from "./builtInIndex.ts";

const shown = ({ note, file, topic, ...binding }: Binding): object => ({
  ...binding,
  note: note.id,
  file: file.uri,
  topic: topic?.id,
});

describe("what the text of a built-in file says of where its notes show", () => {
  for (const language of ["en", "ja"] as const) {
    for (const name of readdirSync(`notes/${language}`)) {
      it(`is the same as when it is read: ${language}/${name}`, () => {
        const { vocabulary } = builtInIndex(language);
        const text = readFileSync(`notes/${language}/${name}`, "utf8");
        const source: NoteSource = { uri: `cfn-notes-built-in:/${language}/${name}`, text, builtIn: true, language };
        const read = readNotes(source);
        const found = builtInBindings(source, vocabulary, () => read);
        const unread = (): never => assert.fail("a file need not be read for that");
        assert.equal(builtInBindings(source, vocabulary, unread).length, found.length);
        assert.deepEqual(found.map(shown), bindingsOf(read, vocabulary).map(shown));
        assert.ok(found.length > 0);
      });
    }
  }
});
