import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { inlineOf } from "../../../src/notes/reading/blocks.ts";
import { zennMarkdown } from "../../../src/notes/reading/markdown/markdown.ts";
import { runs } from "../../effort.ts";

const markdown = zennMarkdown();

function check(line: string): void {
  assert.deepEqual(inlineOf(line), markdown.parseInline(line, {})[0]?.children ?? []);
}

/** What markup is made of, and what is none. */
const PARTS = [
  ..."\\`*_[](){}<>&~=!@^:$#|+-./%\"' \t",
  "名前",
  "（",
  "a",
  "B1",
  "https://a.example",
  "www.a.example",
  "::",
  "x@y.z",
];

describe("the inline tokens of a line", () => {
  for (const language of ["en", "ja"])
    it(`are those of the parser, for each line of the built-in notes in ${language}`, () => {
      const folder = join("notes", language);
      for (const name of readdirSync(folder))
        for (const line of readFileSync(join(folder, name), "utf8").split("\n")) check(line);
    });

  it("are those of the parser, for any line", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 12 }), (parts) => check(parts.join(""))),
      {
        numRuns: runs(2000),
      },
    );
  });
});
