import assert from "node:assert/strict";
import { noteIndex } from "../../src/notes/noteIndex.ts";
import type { Note, NoteFileContent } from "../../src/notes/reading/note.ts";
import { topics } from "../../src/notes/topics/all.ts";

/** Whether a note is one with some text. */
const saying =
  (text: string) =>
  ({ note, file }: { readonly note: Note; readonly file: NoteFileContent }): boolean =>
    file.lines.slice(note.own.start, note.own.end).join("\n").trim() === text;

describe("a note whose file was renamed or moved", () => {
  const SQS = "# SQS\n\n## 可視性タイムアウト\n\n既定30秒。\n";
  const FILES = {
    "キュー.md": SQS,
    "old/a.md": "# Notes\n\n## Overview\n\nOne.\n\n## Own\n\nText.\n",
    "new/b.md": "# Notes\n\n## Overview\n\nTwo.\n",
  };
  const index = noteIndex({ topics });
  for (const [name, text] of Object.entries(FILES))
    index.set({ uri: `file:///${encodeURI(name)}`, text, builtIn: false, language: "ja" });

  for (const [title, asked, expected] of [
    ["is found by its heading", "gone.md#SQS/可視性タイムアウト", "キュー.md#SQS/可視性タイムアウト"],
    [
      "is found in the file of its name, where others have such a heading",
      "b.md#Notes/Overview",
      "new/b.md#Notes/Overview",
    ],
    ["is not guessed where several have such a heading", "gone.md#Notes/Overview", undefined],
    ["is not searched elsewhere while its file is there", "new/b.md#Notes/Own", undefined],
    ["that stood for its whole file is found by the file's name", "docs/a.md", "old/a.md"],
    ["that stood for its whole file is not guessed", "gone.md", undefined],
  ] as const)
    it(title, () => {
      const [file = "", heading] = asked.split("#");
      const id = [`file:///${encodeURI(file)}`, heading].filter((part) => part !== undefined).join("#");
      assert.equal(index.note(id), undefined);
      const found = index.moved(id)?.note.id.slice("file:///".length);
      assert.equal(found && decodeURI(found), expected);
    });

  it("is found by its text where several have such a heading", () => {
    const hasText = saying("Two.");
    assert.equal(
      index.moved("file:///gone.md#Notes/Overview", { line: 2, hasText })?.note.id,
      "file:///new/b.md#Notes/Overview",
    );
  });
});

describe("a note whose heading was edited", () => {
  const index = noteIndex({ topics });
  const uri = "file:///a.md";
  index.set({
    uri,
    text: "# Queues\n\n## Timeout of the queue\n\nThirty seconds.\n\n## Own\n\n### Retries\n\nFive.\n\n## Other\n\n### Retries\n\nNone.\n",
    builtIn: false,
    language: "en",
  });
  const check = (title: string, id: string, line: number, text: string, expected: string | undefined): void => {
    it(title, () => {
      assert.equal(index.note(`${uri}#${id}`), undefined);
      const found = index.moved(`${uri}#${id}`, { line, hasText: saying(text) })?.note.id;
      assert.equal(found?.slice(uri.length + 1), expected);
    });
  };
  check("is found by its text", "Queues/Visibility", 40, "Thirty seconds.", "Queues/Timeout of the queue");
  check("is found by its line and a like title", "Queues/Timeout", 2, "Sixty seconds.", "Queues/Timeout of the queue");
  check("is not taken for what came to its line", "Queues/Visibility", 2, "Sixty seconds.", undefined);
  check("is not taken for one like it elsewhere", "Queues/Timeout", 6, "Sixty seconds.", undefined);
  check("is found below a heading that was edited", "Queues/Mine/Retries", 8, "Five.", "Queues/Own/Retries");
  check("is not guessed below another heading", "Queues/Mine/Retries", 8, "Seven.", undefined);
});
