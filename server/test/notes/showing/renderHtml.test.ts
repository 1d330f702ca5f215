import assert from "node:assert/strict";
import { readNotes } from "../../../src/notes/reading/readNotes.ts";
import { renderNote } from "../../../src/notes/showing/renderHtml.ts";
import { source } from "../noteAt.ts";

/** The HTML of the first paragraph of a note of the user's, or a built-in one. */
function html(markdown: string, builtIn: boolean = false): string {
  const file = readNotes(source(`# A\n\n${markdown}\n`, { builtIn }));
  const note = file.notes.at(-1);
  assert.ok(note);
  return renderNote(note, file)
    .html.trim()
    .replace(/^<p>|<\/p>$/g, "");
}

function check(what: string, markdown: string, expected: string, builtIn: boolean = false): void {
  it(what, () => assert.equal(html(markdown, builtIn), expected));
}

describe("pictures in a note", () => {
  check("beside it are left to the view", "![a map](img/map.png)", '<img data-image="img/map.png" alt="a map">');
  check(
    "have the width that Zenn writes",
    "![a map](map.png =250x)",
    '<img data-image="map.png" alt="a map" width="250">',
  );
  check(
    "have width and height",
    "![](map.png =250x100) text",
    '<img data-image="map.png" alt="" width="250" height="100"> text',
  );
  check("have a height alone", "![](map.png =x100)", '<img data-image="map.png" alt="" height="100">');
  check("with marks in their text", "![a **map**](map.png =9x)", '<img data-image="map.png" alt="a map" width="9">');
  check("from the folder's top, as Zenn has it", "![m](/images/m.png)", '<img data-image="/images/m.png" alt="m">');
  check("from elsewhere are their text", "![a map](https://example.com/map.png)", "a map");
  check("from elsewhere with a width are their text", "![a map](https://example.com/map.png =250x)", "a map");
  check("of another computer are their text", "![a map](//example.com/map.png)", "a map");
  check("in an address are their text", "![a map](data:image/png;base64,AAAA)", "a map");
  check("that are no pictures are their text", "![a map](map.html)", "a map");
  check("in built-in notes are their text", "![a map](map.png)", "a map", true);
  check("escape what is written", '![a "map"](m"a.png)', '<img data-image="m%22a.png" alt="a &quot;map&quot;">');
  check("that are not finished are text", "![a map](map.png =250x", "![a map](map.png =250x");
});

describe("what is marked in the view", () => {
  const check = (name: string, line: number, expected: string | undefined): void => {
    it(name, () => {
      const file = readNotes(source("# T\n\nOne.\nTwo **x**.\n\n- a\n- b\n\n| h |\n| - |\n| r |\n\n```\ncode\n```\n"));
      const note = file.notes.find(({ naming }) => naming === "heading");
      assert.ok(note);
      const { html: shown } = renderNote(note, file, { line, as: "at" });
      assert.equal(/<[^>]*class="at"[^>]*>[^<]*/.exec(shown)?.[0], expected);
    });
  };
  check("a line of a paragraph", 2, '<mark class="at">One.');
  check("the next one", 3, '<mark class="at">Two ');
  check("an item", 6, '<mark class="at">b');
  check("a row", 10, '<tr class="at">\n');
  check("code", 13, '<code class="at">code\n');
  check("nothing between blocks", 4, undefined);
});

describe("a note that is an item", () => {
  const check = (name: string, item: string, expected: string): void => {
    it(name, () => {
      const file = readNotes(source(`# T\n\n## S3\n\n${item}\n`));
      const note = file.notes.find(({ title }) => title === "DeletionPolicy");
      assert.ok(note);
      assert.equal(renderNote(note, file).html.trim(), expected);
    });
  };
  check("has no second title", "- **DeletionPolicy** : keeps it.", "<p>keeps it.</p>");
  check("of a callout has no second title", "> [!note] DeletionPolicy\n> Keeps it.", "<p>Keeps it.</p>");
  check("whose text begins a line", "- **DeletionPolicy**\n  keeps it.", "<p>keeps it.</p>");
  check(
    "keeps what is below it",
    "- **DeletionPolicy**\n  - Retain keeps it.",
    "<ul>\n<li>Retain keeps it.</li>\n</ul>",
  );
  check(
    "whose title is part of a sentence is left as it is",
    "- **DeletionPolicy** keeps it.",
    "<ul>\n<li><strong>DeletionPolicy</strong> keeps it.</li>\n</ul>",
  );
});

describe("a sentence in the view", () => {
  it("stands below the name of its heading, as in a hover", () => {
    const file = readNotes(
      source("# Lambda\n\n## Dead letter queue\n`DeadLetterConfig` only for async invocations.\n"),
    );
    const note = file.notes.at(-1);
    assert.equal(note?.naming, "sentence");
    const { title, path, html: shown } = renderNote(note, file);
    assert.deepEqual([title, path], ["Dead letter queue", ["Lambda"]]);
    assert.equal(shown, "<p><code>DeadLetterConfig</code> only for async invocations.</p>\n");
  });
});
