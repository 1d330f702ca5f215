import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { blocksOf } from "../../../src/notes/reading/blocks.ts";
import { builtInBlocks } from "../../../src/notes/reading/readNotes.ts";

describe("the headings and comments of a built-in file", () => {
  for (const language of ["en", "ja"] as const) {
    for (const name of readdirSync(`notes/${language}`)) {
      it(`are those that a parser of Markdown finds, and no links are defined: ${language}/${name}`, () => {
        const lines = readFileSync(`notes/${language}/${name}`, "utf8").split("\n");
        const text = lines.with(0, "").with(1, "").with(2, "");
        const { blocks, references } = blocksOf(text);
        assert.deepEqual(
          builtInBlocks(text),
          blocks.filter(({ type }) => type === "heading" || type === "comment"),
        );
        assert.equal(references.size, 0);
      });
    }
  }
});
