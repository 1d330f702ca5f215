import assert from "node:assert/strict";
import { readNotes } from "../../../src/notes/reading/readNotes.ts";
import { addToNote, fencedExample } from "../../../src/notes/write/noteBody.ts";
import { appliedTo } from "../../../src/notes/write/noteDraft.ts";
import { source } from "../noteAt.ts";

const EXAMPLE = ["```yaml", "A: 1", "```"];

function check(what: string, title: string, before: string, after: string | undefined): void {
  it(what, () => {
    const note = readNotes(source(before)).notes.findLast((one) => one.title === title);
    assert.ok(note);
    const draft = addToNote(source(before), note, EXAMPLE);
    assert.equal(draft && appliedTo(before, draft), after);
  });
}

describe("adding to a note", () => {
  check("behind its last line", "A", "# A\n\nText.\n", "# A\n\nText.\n\n```yaml\nA: 1\n```\n");
  check("below a heading alone", "A", "# A", "# A\n\n```yaml\nA: 1\n```");
  check(
    "before the headings below it",
    "A",
    "# A\nText.\n## B\nText.\n",
    "# A\nText.\n\n```yaml\nA: 1\n```\n\n## B\nText.\n",
  );
  check("as deep as a bullet", "遅延", "- **遅延**：届くまで\n", "- **遅延**：届くまで\n\n  ```yaml\n  A: 1\n  ```\n");
  check("not below an open fence", "A", "# A\n\n```\ncode\n", undefined);

  for (const [what, before, after] of [
    ["goes on with a paragraph", "# A\n\nText.\n", "# A\n\nText.\n‸\n"],
    ["does not add a row to a table", "# A\n\na | b\n--|--\n1 | 2\n", "# A\n\na | b\n--|--\n1 | 2\n\n‸\n"],
    ["is not quoted", "# A\n\n> Said.\n\n# B\n", "# A\n\n> Said.\n\n‸\n\n# B\n"],
    ["goes on with a callout", "# X\n\n> [!note] A\n> Text.\n\n# B\n", "# X\n\n> [!note] A\n> Text.\n> ‸\n\n# B\n"],
    ["is no HTML", "# A\n\n<div>\nx\n</div>\n", "# A\n\n<div>\nx\n</div>\n\n‸\n"],
    ["is no footnote", "# A\n\nText.[^1]\n\n[^1]: Note\n", "# A\n\nText.[^1]\n\n[^1]: Note\n\n‸\n"],
    ["is no part of a list", "# A\n\n- one\n  - two\n", "# A\n\n- one\n  - two\n\n‸\n"],
    ["goes on with a bullet", "- **A**: text\n", "- **A**: text\n  ‸\n"],
    [
      "goes on with a bullet among others",
      "- **A**\n  text\n- **B**\n  text\n# C\n",
      "- **A**\n  text\n  ‸\n- **B**\n  text\n# C\n",
    ],
    ["goes on with the last bullet", "- **A**\n  text\n# C\n", "- **A**\n  text\n  ‸\n\n# C\n"],
    ["is no part of a list in a bullet", "- **A**: text\n  - x\n", "- **A**: text\n  - x\n\n  ‸\n"],
  ] as const)
    it(`${what} where somebody is to write`, () => {
      const note = readNotes(source(before)).notes.findLast(({ title }) => title === "A");
      assert.ok(note);
      const draft = addToNote(source(before), note, []);
      assert.ok(draft);
      const lines = appliedTo(before, draft).split("\n");
      const { line, character } = draft.caret;
      lines[line] = `${lines[line]?.slice(0, character)}‸${lines[line]?.slice(character)}`;
      assert.equal(lines.join("\n"), after);
    });

  for (const [code, language, lines] of [
    ["    A:\n      B: 1\n", "yaml", ["```yaml", "A:", "  B: 1", "```"]],
    ["\n  A: |\n\n    ```\n", "yaml", ["````yaml", "", "A: |", "", "  ```", "````"]],
    ['{ "A": 1 }', "json", ["```json", '{ "A": 1 }', "```"]],
    ["", "yaml", ["```yaml", "", "```"]],
  ] as const)
    it(`fences ${JSON.stringify(code)}`, () => assert.deepEqual(fencedExample(code, language), lines));
});
