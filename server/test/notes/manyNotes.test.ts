import assert from "node:assert/strict";
import { focusAt } from "../../src/model/focus/focusAt.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { within } from "../../src/node/within.ts";
import { type NoteIndex, noteIndex } from "../../src/notes/noteIndex.ts";
import { topics } from "../../src/notes/topics/all.ts";

const TEMPLATE = parse("Resources:\n  B:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain\n");
const focus = focusAt(TEMPLATE, TEMPLATE.text.indexOf("DeletionPolicy"));

describe("many notes", () => {
  const FILES = 12;

  /** Each file has a note for the place, and half of what nobody should wait for. */
  function index(): NoteIndex {
    const found = noteIndex({ topics });
    const filler = `${"word ".repeat(40)}\n\n`.repeat(1000);
    for (let file = 0; file < FILES; file++) {
      const text = `# N${file}\n\n${filler}\n\n## DeletionPolicy\n\nText.\n`;
      found.set({ uri: `file:///${file}.md`, text, builtIn: false, language: "en" });
    }
    return found;
  }

  const places = (notes: NoteIndex): readonly string[] =>
    focus === undefined
      ? []
      : notes
          .at(focus)
          .map(({ file }) => file.uri)
          .sort();

  it("are not read while somebody waits, but what is read is found", () => {
    const notes = index();
    assert.ok(notes.isLargelyUnread);
    assert.deepEqual(places(notes), []);
    let steps = 0;
    for (const _ of notes.prepare()) if (++steps === 5) break;
    assert.deepEqual(places(notes), ["file:///0.md", "file:///1.md"]);
    for (const _ of notes.prepare());
    assert.equal(notes.isLargelyUnread, false);
    assert.equal(places(notes).length, FILES);
  });

  it("are known as far as they are read, by whoever does not wait", () => {
    const notes = index();
    assert.equal(notes.fileSoFar("file:///0.md"), undefined);
    let steps = 0;
    for (const _ of notes.prepare()) if (++steps === 5) break;
    assert.deepEqual(
      ["file:///0.md", "file:///9.md"].map((uri) => notes.fileSoFar(uri)?.uri),
      ["file:///0.md", undefined],
    );
    for (const _ of notes.prepare());
    assert.equal(notes.fileSoFar("file:///9.md")?.uri, "file:///9.md");
  });

  it("on somebody's own thing are found at once, and those on its type later", () => {
    const notes = index();
    const text = "# Runbook\n\n## LogsBucket\n\nText.\n";
    notes.set({ uri: "file:///ws/own.md", text, builtIn: false, language: "en" });
    const template = parse(TEMPLATE.text.replace("  B:", "  LogsBucket:\n    Metadata: {}"));
    const asked = { uri: "file:///ws/template.yaml", template };
    const name = focusAt(template, template.text.indexOf("LogsBucket"));
    assert.ok(name && focus);
    assert.deepEqual([notes.isEnoughAt(name, asked), notes.isEnoughAt(focus, asked)], [true, false]);
    assert.deepEqual(
      notes.at(name, asked).map(({ note }) => note.title),
      ["LogsBucket"],
    );
    assert.ok(notes.isLargelyUnread);
  });

  it("count as unread again when they change, and no more when they go", () => {
    const notes = index();
    for (const _ of notes.prepare());
    notes.set({ uri: "file:///0.md", text: "x".repeat(900_000), builtIn: false, language: "en" });
    assert.ok(notes.isLargelyUnread);
    notes.delete("file:///0.md");
    assert.equal(notes.isLargelyUnread, false);
    assert.equal(places(notes).length, FILES - 1);
  });

  for (const way of ["prepare", "prepareSearch"] as const)
    it(`say what they said last, in whichever step of ${way} they change`, () => {
      for (let at = 1, isEnded = false; !isEnded; at++) {
        const notes = noteIndex({ topics });
        for (const name of ["a", "b"])
          notes.set({ uri: `file:///${name}.md`, text: `# Old ${name}\n\nWords.\n`, builtIn: false, language: "en" });
        const steps = notes[way]();
        for (let step = 0; step < at; step++) isEnded = steps.next().done === true;
        for (const name of ["a", "b"])
          notes.set({ uri: `file:///${name}.md`, text: `# New ${name}\n`, builtIn: false, language: "en" });
        for (const _ of steps);
        for (const name of ["a", "b"]) {
          const file = notes.file(`file:///${name}.md`);
          assert.deepEqual(file?.lines, [`# New ${name}`, ""], `after ${at} steps`);
          assert.deepEqual(
            notes.bindingsIn(`file:///${name}.md`).map(({ file: bound }) => bound),
            notes.bindingsIn(`file:///${name}.md`).map(() => file),
          );
        }
        assert.deepEqual(notes.search("old", 9), [], `after ${at} steps`);
      }
    });

  it("are left out where reading one was ended, with a word on it", () => {
    const notes = noteIndex({ topics });
    let isEndless = true;
    const source = {
      uri: "file:///a.md",
      builtIn: false,
      language: "en",
      get text(): string {
        while (isEndless);
        return "# DeletionPolicy\n\nText.\n";
      },
    } as const;
    isEndless = false;
    notes.set(source);
    isEndless = true;
    const ended = within(
      100,
      () => places(notes),
      () => "ended",
    );
    assert.equal(ended, "ended");
    isEndless = false;
    assert.deepEqual(places(notes), []);
    assert.deepEqual(notes.file(source.uri)?.problems, [{ code: "takes-too-long" }]);
    notes.set({ ...source });
    assert.deepEqual(places(notes), [source.uri]);
  });
});
