import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { withoutHtmlBlocks } from "../../../src/notes/reading/markdown/htmlBlocks.ts";
import type { Note, NoteFileContent } from "../../../src/notes/reading/note.ts";
import { passageOf } from "../../../src/notes/reading/passage.ts";
import { readNotes } from "../../../src/notes/reading/readNotes.ts";
import { inCpuTime, runs, size } from "../../effort.ts";
import { source } from "../noteAt.ts";

/** What is read of each note, but for the lines that it stands in. */
function readOf(markdown: string): readonly unknown[] {
  const file = readNotes(source(markdown));
  return file.notes.map((note) => {
    const { id, title, path, naming, terms, places, context, children } = note;
    const passage = passageOf(note, file)
      .replace(/(^|\n)(?:>?\n)+/g, "$1\n")
      .trim();
    return { id, title, path, naming, terms, places, context, children: children.map((one) => one.id), passage };
  });
}

function numbered(html: string): readonly string[] {
  return readNotes(source(html))
    .notes.slice(1)
    .map(({ line, title }) => `${line} ${title}`);
}

describe("HTML in notes", () => {
  const check = (name: string, html: string, markdown: string): void => {
    it(name, () => deepEqual(readOf(html), readOf(markdown)));
  };

  check(
    "a table",
    "# Shop\n\n<table>\n<tr><th>Name</th><th>Meaning</th></tr>\n<tr><td>OrdersQueue</td><td>Never <b>purge</b> it</td></tr>\n<tr><td><code>Stage</code></td><td>prod or dev</td></tr>\n</table>\n",
    "# Shop\n\n| Name | Meaning |\n| --- | --- |\n| OrdersQueue | Never <b>purge</b> it |\n| `Stage` | prod or dev |\n",
  );
  check(
    "a table with a head, columns and paragraphs in its cells",
    '<table class="wide">\n  <colgroup>\n    <col style="width: 50%" />\n  </colgroup>\n  <thead>\n    <tr>\n      <td><p>Name</p></td>\n      <td>Says</td>\n    </tr>\n  </thead>\n  <tbody>\n    <tr>\n      <td>\n        <p>Queue</p>\n      </td>\n      <td><p>one</p><p>a | b</p></td>\n    </tr>\n  </tbody>\n</table>',
    "| Name | Says |\n| --- | --- |\n| Queue | one<br>a \\| b |",
  );
  check(
    "a table in one line, with text around it",
    "Before\n<table><tbody><tr><th>Key</th><th>Says</th></tr><tr><td>A</td><td>x</td></tr><tr><td>B</td><td>y</td></tr></tbody></table>\nafter",
    "Before\n\n| Key | Says |\n| --- | --- |\n| A | x |\n| B | y |\n\nafter",
  );
  check(
    "a table without a head, and one whose rows have heads",
    "<table><caption>All</caption><tr><td>A</td><td>x</td></tr></table>\n\n<table><tr><th>B</th><td>y</td></tr></table>",
    "All\n\n|  |  |\n| --- | --- |\n| A | x |\n\n|  |  |\n| --- | --- |\n| B | y |",
  );
  check(
    "cells that span rows or columns",
    '<table><tr><th>Resource</th><th>Property</th><th>Says</th></tr>\n<tr><td rowspan="2">Queue</td><td>DelaySeconds</td><td>5</td></tr>\n<tr><td>VisibilityTimeout</td><td>30</td></tr>\n<tr><td colspan=2>Topic</td><td>x</td></tr></table>',
    "| Resource | Property | Says |\n| --- | --- | --- |\n| Queue | DelaySeconds | 5 |\n| Queue | VisibilityTimeout | 30 |\n| Topic |  | x |",
  );
  check(
    "tags that end where the next one begins",
    "<TABLE><TR><TH>K<TH>V<TR><TD>A<TD>x</TABLE>\n<UL><LI>B: y<LI>C: z</UL>",
    "| K | V |\n| --- | --- |\n| A | x |\n\n- B: y\n- C: z",
  );
  check(
    "headings, with their text in the same line and below",
    '<h1>Shop</h1>\n<h2 id="vpc">Vpc</h2><p>Peered with <em>the office</em>.</p>\n<h3>Sub\n  net</h3>\n<p>Private.</p>\n<p>Small.</p>\n\n## Topic\n\nText\n',
    "# Shop\n\n## Vpc\n\nPeered with <em>the office</em>.\n\n### Sub net\n\nPrivate.\n\nSmall.\n\n## Topic\n\nText\n",
  );
  check(
    "lists within lists",
    "<ul>\n<li>A: x\n<ul><li><p>B: y</p></li><li>C: z</li></ul>\n</li>\n<li><p>D: u</p><p>more</p></li>\n</ul>\n<ol><li>one</li><li>two</li></ol>",
    "- A: x\n  - B: y\n  - C: z\n- D: u\n\n  more\n\n1. one\n2. two",
  );
  check(
    "all of it in a page's boxes, and Markdown right below",
    '<div class="page">\n    <div>\n        <h2>Queue</h2>\n        <table><tr><th>K</th></tr><tr><td>A</td></tr></table>\n    </div>\n</div>\n- **B**: x\n',
    "## Queue\n\n| K |\n| --- |\n| A |\n\n- **B**: x\n",
  );
  check(
    "in quotes, items and folded text",
    "> <h2>A</h2>\n> text\n\n- <h3>B</h3>\n  more\n\n<details><summary>What is C?</summary>\n\n<ul><li>D: x</li></ul>\n\n</details>\n",
    "> ## A\n>\n> text\n\n- ### B\n\n  more\n\n<details><summary>What is C?</summary>\n\n- D: x\n\n</details>\n",
  );
  check(
    "markers",
    "<h2>Queue</h2> <!-- cfn: AWS::SQS::Queue -->\n<p>x</p>\n<table><tr><th>K</th></tr>\n<tr><td>A <!-- cfn: AWS::SNS::Topic --></td></tr></table>",
    "## Queue\n\n<!-- cfn: AWS::SQS::Queue -->\n\nx\n\n| K |\n| --- |\n| A <!-- cfn: AWS::SNS::Topic --> |",
  );
  check("what would be Markdown is text", "<h2>A</h2><p>```</p><p>1. x</p>", "## A\n\n\\```\n\n1\\. x");

  const same = (name: string, markdown: string): void => {
    it(`${name} is as it is written`, () => equal(withoutHtmlBlocks(markdown.split("\n")), undefined));
  };
  same("text without HTML", "# A\n\n| a |\n| - |\n| <b>b</b> |\n");
  same("HTML in code", "```html\n<h2>A</h2>\n```\n\n    <h2>B</h2>\n\n`<table>` is a tag\n");
  same("HTML in a comment", "<!--\n<h2>A</h2>\n<ul><li>b</li></ul>\n-->\n");
  same("HTML in a cell", "| a | b |\n| - | - |\n| c | <ul><li>d</li></ul> |\n");
  same("a box of paragraphs", '<p align="center">\n  <img src="x.png">\n</p>\n\n<div>\n\n**A**: x\n\n</div>\n');
  same("a box beside its text", "<details><summary>A</summary><ul><li>b</li></ul></details>\n");

  it("what is not closed, or holds code, keeps its words", () => {
    for (const text of [
      "<table>\n<tr><td>\n\n```yaml\nA: b\n```\n\n</td></tr>\n</table>",
      "<table><tr><td><pre>A: b</pre></td></tr></table>",
      "<ul><li>a",
      "<h2>a",
      "<table><tr><td>a",
    ])
      equal(
        withoutHtmlBlocks(text.split("\n"))
          ?.map((line) => line.text)
          .filter(Boolean)
          .join("\n") ?? text,
        text.replace(/\n{2,}/g, "\n"),
      );
  });

  it("notes are in the lines of the file", () => {
    deepEqual(
      numbered(
        "---\ntitle: T\n---\n<h2>\n  Queue\n</h2>\n<table>\n<tr>\n<th>K</th>\n</tr>\n<tr>\n<td>\nA\n</td>\n</tr>\n<tr>\n<td>B</td>\n</tr>\n</table>\n\n## Topic\n\n<ul>\n<li>C: x</li>\n</ul>\n- D: y",
      ),
      ["4 Queue", "12 A", "16 B", "20 Topic", "23 C", "25 D"],
    );
  });

  it("a problem is in its line", () => {
    const { problems } = readNotes(
      source("<table>\n\n<tr><td>\nA <!-- cfn: :: --></td></tr></table>\n\n<h2>B</h2>\n<!-- cfn: .. -->"),
    );
    deepEqual(
      problems.map((one) => "line" in one && one.line),
      [3, 6],
    );
  });

  it("a row keeps its end", () => {
    const { notes } = readNotes(
      source("<table>\n<tr>\n<td>A</td>\n<td>x</td>\n</tr>\n<tr>\n<td>B</td>\n<td>y</td>\n</tr>\n</table>\n\nend"),
    );
    deepEqual(
      notes
        .slice(1)
        .map(({ passage }) => passage.at(-1))
        .map((range) => [range?.start, range?.end]),
      [
        [2, 6],
        [6, 10],
      ],
    );
  });

  describe("broken or hostile", () => {
    const within = ({ lines, notes }: NoteFileContent): boolean => {
      const isIn = ({ start, end }: Note["own"]): boolean => start >= 0 && start <= end && end <= lines.length;
      return notes.every(
        ({ line, own, passage }) => line >= 0 && line <= lines.length && [own, ...passage].every(isIn),
      );
    };

    it("is read into lines of the file", () => {
      const piece = fc.constantFrom(
        ..."<table> </table> <tr> <td> <td rowspan=3> <td\tcolspan=0> </td> <th> <ul> </ul> <ol> <li> </li> <h2> </h2> <p> <div> </div> <pre> <details> </details> <!-- --> a `b` > - | < \n \n\n".split(
          " ",
        ),
        "\n",
        "\n\n",
        "\n> ",
        "\n- ",
        "```\n",
      );
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => within(readNotes(source(pieces.join(""))))),
        { numRuns: runs(5000) },
      );
    });

    for (const [name, before, piece, behind] of [
      ["cells", "<table>", "<td>", "</table>"],
      ["rows", "<table>", "<tr><td>", "</table>"],
      ["rows in lines", "<table>\n", "<tr>\n", "</table>"],
      ["cells that span all", `<table><tr><td rowspan=99999 colspan=999>${"x".repeat(60)}`, "<tr><td>y", "</table>"],
      ["tables that are not closed", "", "<table>", ""],
      ["such tables in paragraphs", "", "<table>\n\n", ""],
      ["tables in tables", "", "<table><tr><td>", "</td></tr></table>".repeat(1000)],
      ["lists in lists", "", "<ul><li>", "</li></ul>".repeat(1000)],
      ["ends of other lists", "<ul>".repeat(10_000), "</ol>", ""],
      ["items", "<ul>", "<li>", "</ul>"],
      ["headings between text", "", "<h2>x</h2>\ntext\n", ""],
      ["boxes", "<h2>x</h2>", "<div>\n", ""],
      ["boxes in paragraphs", "", "<p>x</p>\n\n", "<h2>x</h2>"],
      ["comments", "<h2>x</h2>", "<!--", ""],
      ["signs", "<h2>x</h2>", "<", ""],
      ["quotes in tags", "<h2>x</h2>", '<td "', ""],
      ["spaces", "<h2>x", " ", "</h2>"],
      ["breaks", "<table><tr><td>", "<p> <br>", "x</table>"],
    ] as const)
      it(`is cheap: ${name}`, () => {
        const text = (before + piece.repeat(size(960_000) / piece.length) + behind).slice(0, 999_000);
        ok(within(inCpuTime(6000, () => readNotes(source(text)))));
      });
  });
});
