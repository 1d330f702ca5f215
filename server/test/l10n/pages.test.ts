import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";

const read = (page: string): string => readFileSync(`docs/${page}`, "utf8");

/** Measurements of the sources and of other tools, for those who work on them. */
const IN_ENGLISH_ONLY: readonly string[] = ["performance.md"];

const names = readdirSync("docs").filter((name) => name.endsWith(".md"));
const english = names.filter((name) => !name.endsWith(".ja.md") && !IN_ENGLISH_ONLY.includes(name));

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;
const shapeOf = (text: string): readonly number[] =>
  [/^#+ /gm, /^```/gm, /^\|/gm, /^(?:-|\d+\.) /gm].map((sign) => count(text, sign));

/** Without code, links' targets and what other programs are called. */
const proseOf = (text: string): string =>
  text
    .replace(/^```[\s\S]*?^```$/gm, "")
    .replace(/`[^`\n]+`|\]\([^)]*\)|\*[^*\n]+\*|“[^”]*”|"[^"\n]*"/g, "")
    .replace(/^\[English\].*$|<!--.*-->/gm, "");

describe("Pages for users", () => {
  it("are in both languages", () =>
    assert.deepEqual(
      names.filter((name) => name.endsWith(".ja.md")),
      english.map((name) => name.replace(/md$/, "ja.md")),
    ));

  for (const page of english) {
    const other = page.replace(/md$/, "ja.md");
    it(`say the same and lead to each other: ${page}`, () => {
      assert.deepEqual(shapeOf(read(other)), shapeOf(read(page)));
      assert.ok(read(page).includes(`](${other})`));
      assert.ok(read(other).includes(`](${page})`));
    });
    it(`are in Japanese throughout: ${other}`, () =>
      assert.deepEqual(proseOf(read(other)).match(/[A-Za-z]+(?:,? [a-z]+){4}.*/g) ?? [], []));
  }
});
