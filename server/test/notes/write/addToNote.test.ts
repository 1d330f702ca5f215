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

  for (const [code, language, lines] of [
    ["    A:\n      B: 1\n", "yaml", ["```yaml", "A:", "  B: 1", "```"]],
    ["\n  A: |\n\n    ```\n", "yaml", ["````yaml", "", "A: |", "", "  ```", "````"]],
    ['{ "A": 1 }', "json", ["```json", '{ "A": 1 }', "```"]],
    ["", "yaml", ["```yaml", "", "```"]],
  ] as const)
    it(`fences ${JSON.stringify(code)}`, () => assert.deepEqual(fencedExample(code, language), lines));
});
