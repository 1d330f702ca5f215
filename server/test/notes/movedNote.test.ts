import assert from "node:assert/strict";
import { noteIndex } from "../../src/notes/noteIndex.ts";
import { topics } from "../../src/notes/topics/all.ts";

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
});
