import { deepEqual, equal } from "node:assert/strict";
import { withoutVaultComments } from "../../../src/notes/reading/markdown/vaultComments.ts";
import { passageOf } from "../../../src/notes/reading/passage.ts";
import { readNotes } from "../../../src/notes/reading/readNotes.ts";
import { source } from "../noteAt.ts";

describe("What a vault hides", () => {
  const check = (name: string, written: string, read: string): void => {
    it(name, () => {
      const lines = written.split("\n");
      const { lines: after } = withoutVaultComments(lines, 0);
      deepEqual(
        after.map((line) => line.length),
        lines.map((line) => line.length),
      );
      equal(after.map((line) => line.trimEnd()).join("\n"), read);
    });
  };

  check("in a line", "Keep it. %%ask Ken%%", "Keep it.");
  check("twice in a line", "a %%x%% b %%y%%", "a       b");
  check("lines between two signs", "a\n%%\nsecret\n\n# Draft\n%%\nb", "a\n\n\n\n\n\nb");
  check("from a sign at the beginning to one at the end", "a\n%% secret\nmore %%\nb", "a\n\n\nb");
  check("nothing without a second sign", "a\n%%\nb\n# c", "a\n%%\nb\n# c");
  check("nothing if more stands behind it", "%% a\nb %% c", "%% a\nb %% c");
  check("no numbers", "100%% or 50%% of it", "100%% or 50%% of it");
  check("no code", "`%%a%%` and `` `%%b%%` ``", "`%%a%%` and `` `%%b%%` ``");
  check(
    "no fences",
    "```mermaid\n%% a\n%%\n```\n%%x%%\n~~~\n%%b%%\n~~~",
    "```mermaid\n%% a\n%%\n```\n\n~~~\n%%b%%\n~~~",
  );

  it("is in no note, and its words find nothing", () => {
    const file = readNotes(source("# SQS %%exam%%\n\nKeep it. %%OrdersQueue%%\n\n%%\n## FIFO\n%%\n"));
    deepEqual(
      file.notes.map(({ title }) => title),
      ["SQS", "SQS"],
    );
    equal(
      file.notes
        .map((note) => passageOf(note, file))
        .join("|")
        .includes("OrdersQueue"),
      false,
    );
    deepEqual([...file.commented], [0, 2, 4, 5, 6]);
  });
});
