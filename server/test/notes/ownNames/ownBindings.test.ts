import { deepEqual } from "node:assert/strict";
import { ownName } from "../../../src/notes/ownNames/calledAs.ts";
import { ownBindings } from "../../../src/notes/ownNames/ownBindings.ts";
import { readNotes } from "../../../src/notes/reading/readNotes.ts";
import { source } from "../noteAt.ts";
import { fullIndex } from "../places/fullIndex.ts";

describe("what a file is called as", () => {
  const { vocabulary } = fullIndex();
  const names = (name: string, text = "Servers that do not start.\n"): readonly string[] => {
    const file = readNotes(source(text, { uri: `file:///notes/${name}.md` }));
    return ownBindings(file, vocabulary).map(ownName);
  };

  it("may be the name of a thing", () => deepEqual(names("ordersBucket2"), ["ordersBucket2"]));

  it("is none if it is a part of a course, unless a heading has it, too", () => {
    for (const name of ["lecture13", "day_5", "Lesson-2", "chapter10"]) deepEqual(names(name), []);
    deepEqual(names("lecture13", "# A\n\n## lecture13\n\nThe bucket of that day.\n"), ["lecture13"]);
  });
});
