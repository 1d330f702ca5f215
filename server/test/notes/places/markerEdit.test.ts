import assert from "node:assert/strict";
import fc from "fast-check";
import { markerEdit } from "../../../src/notes/places/markerEdit.ts";
import type { Note } from "../../../src/notes/reading/note.ts";
import { readNotes } from "../../../src/notes/reading/readNotes.ts";
import { runs } from "../../effort.ts";
import { source } from "../noteAt.ts";

const PLACE = "AWS::SQS::Queue.DelaySeconds";

/** The text after the note of a title got a marker; `undefined` where it gets none, `"there"` where it has it. */
function marked(text: string, note: Note | undefined, places: readonly string[]): string | undefined {
  assert.ok(note);
  const edit = markerEdit(source(text), { id: note.id, line: note.line, places });
  if (edit === undefined || edit === "there") return edit;
  const lines = text.split(/(?<=\n)/);
  const before = lines.slice(0, edit.line).join("");
  return text.slice(0, before.length + edit.character) + edit.text + text.slice(before.length + edit.character);
}

function check(what: string, title: string, before: string, after: string, places: readonly string[] = [PLACE]): void {
  it(what, () => {
    const note = readNotes(source(before)).notes.findLast((one) => one.title === title);
    assert.equal(marked(before, note, places), after);
  });
}

describe("writing a marker", () => {
  check("below a heading", "A", "# A\n\nText.\n", `# A\n<!-- cfn: ${PLACE} -->\n\nText.\n`);
  check("below a heading with text right below", "A", "# A\nText.\n", `# A\n<!-- cfn: ${PLACE} -->\nText.\n`);
  check("below an underlined heading", "A", "A\n===\n\nText.\n", `A\n===\n<!-- cfn: ${PLACE} -->\n\nText.\n`);
  check("below a heading at the end", "A", "# A", `# A\n<!-- cfn: ${PLACE} -->`);
  check("with the file's line ends", "A", "# A\r\n\r\nText.\r\n", `# A\r\n<!-- cfn: ${PLACE} -->\r\n\r\nText.\r\n`);
  check("below a heading in a quotation", "A", "> ## A\n> Text.\n", `> ## A\n> <!-- cfn: ${PLACE} -->\n> Text.\n`);
  check("of a whole file", "article", "Text.\n", `<!-- cfn: ${PLACE} -->\nText.\n`);
  check(
    "of a whole file, behind its front matter",
    "T",
    "---\ntitle: T\n---\n\nText.\n",
    `---\ntitle: T\n---\n<!-- cfn: ${PLACE} -->\n\nText.\n`,
  );
  check("of a bullet", "遅延", "- **遅延**：届くまで\n- 次\n", `- **遅延**：届くまで <!-- cfn: ${PLACE} -->\n- 次\n`);
  check(
    "of a bullet with more lines",
    "遅延",
    "- 遅延：届く\n  まで\n",
    `- 遅延：届く <!-- cfn: ${PLACE} -->\n  まで\n`,
  );
  check("of a bullet with bullets", "遅延", "- 遅延\n  - 長い\n", `- 遅延 <!-- cfn: ${PLACE} -->\n  - 長い\n`);
  check(
    "of a bullet that ends in a line break",
    "遅延",
    "- 遅延：届く  \n  まで\n",
    `- 遅延：届く <!-- cfn: ${PLACE} -->  \n  まで\n`,
  );
  check("of a line", "遅延", "・遅延：届くまで\n・次：まで\n", `・遅延：届くまで <!-- cfn: ${PLACE} -->\n・次：まで\n`);
  check("of bold alone", "遅延", "**遅延**\n届くまで\n", `**遅延** <!-- cfn: ${PLACE} -->\n届くまで\n`);
  check(
    "of a table's row",
    "遅延",
    "| 名前 | 意味 |\n| --- | --- |\n| 遅延 | 届くまで |\n",
    `| 名前 | 意味 |\n| --- | --- |\n| 遅延 | 届くまで <!-- cfn: ${PLACE} --> |\n`,
  );
  check(
    "of details",
    "遅延",
    ":::details 遅延\n届くまで\n:::\n",
    `:::details 遅延\n<!-- cfn: ${PLACE} -->\n届くまで\n:::\n`,
  );
  check("with several places", "A", "# A\n", "# A\n<!-- cfn: A::B::C, word:x -->\n", ["A::B::C", "word:x"]);

  check(
    "into the marker of a heading",
    "A",
    "# A\n<!-- cfn: X -->\nText.\n",
    `# A\n<!-- cfn: X, ${PLACE} -->\nText.\n`,
  );
  check("into a marker below a blank line", "A", "# A\n\n<!-- cfn: X -->\n", `# A\n\n<!-- cfn: X, ${PLACE} -->\n`);
  check("into a marker in the heading", "A", "# A <!-- cfn: X -->\n", `# A <!-- cfn: X, ${PLACE} -->\n`);
  check(
    "into a marker in a bullet",
    "遅延",
    "- 遅延：届く <!-- cfn: X -->\n",
    `- 遅延：届く <!-- cfn: X, ${PLACE} -->\n`,
  );
  check(
    "into a marker below a bullet",
    "遅延",
    "- 遅延：届く\n  <!-- cfn: X -->\n",
    `- 遅延：届く\n  <!-- cfn: X, ${PLACE} -->\n`,
  );
  check(
    "into a marker of several lines",
    "A",
    "# A\n<!-- cfn: X,\n  Y -->\n",
    `# A\n<!-- cfn: X,\n  Y, ${PLACE} -->\n`,
  );
  check("into an empty marker", "A", "# A\n<!-- cfn: -->\n", `# A\n<!-- cfn: ${PLACE} -->\n`);
  check(
    "not into that of the next heading",
    "A",
    "# A\n## B\n<!-- cfn: X -->\n",
    `# A\n<!-- cfn: ${PLACE} -->\n## B\n<!-- cfn: X -->\n`,
  );
  check("not a second time", "A", `# A\n<!-- cfn: ${PLACE} -->\n`, "there");

  it("in the first of two blocks of one name", () => {
    const text = ":::details l\n:::\n:::details l\n<!-- cfn: X -->\n";
    const note = readNotes(source(text)).notes.find((one) => one.title === "l");
    const expected = `:::details l\n<!-- cfn: ${PLACE} -->\n:::\n:::details l\n<!-- cfn: X -->\n`;
    assert.equal(marked(text, note, [PLACE]), expected);
  });

  it("goes by the line where the title has changed", () => {
    const note = readNotes(source("# T\n\n## Old\n\nText.\n")).notes.at(-1);
    assert.equal(marked("# T\n\n## New\n\nText.\n", note, [PLACE]), `# T\n\n## New\n<!-- cfn: ${PLACE} -->\n\nText.\n`);
    assert.equal(marked("# T\n", note, [PLACE]), undefined);
  });

  it("never changes what is there, and is read back, in any Markdown", () => {
    const pieces = [
      "# A",
      "## B",
      "- **c**: d",
      "- e",
      "  - f：g",
      "> h",
      "**i**",
      "| j | k |",
      "| --- | --- |",
      "text",
      "",
      "```",
      ":::details l",
      ":::",
      "<!-- cfn: X -->",
      "  <!-- cfn: Y -->",
      "m",
      "===",
      "・n：o",
      "1. p - q",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), fc.nat(30), (lines, which) => {
        const text = lines.join("\n");
        const { notes } = readNotes(source(text));
        const note = notes[which % notes.length];
        const after = marked(text, note, [PLACE]);
        if (after === undefined || note === undefined) return;
        const found = readNotes(source(after)).notes;
        assert.equal(found.length, notes.length);
        const changed = found.filter((one, at) => JSON.stringify(one.places) !== JSON.stringify(notes[at]?.places));
        assert.deepEqual(
          changed.map(({ id }) => id),
          [note.id],
          after,
        );
      }),
      { numRuns: runs(500) },
    );
  });
});
