import { deepEqual, equal, ok } from "node:assert/strict";
import type { Note, NoteProblem } from "../../../src/notes/reading/note.ts";
import { passageOf } from "../../../src/notes/reading/passage.ts";
import { readNotes } from "../../../src/notes/reading/readNotes.ts";
import { renderHover } from "../../../src/notes/showing/renderHover.ts";
import { inCpuTime, size } from "../../effort.ts";
import { indexOf, source } from "../noteAt.ts";

/** Each note but the file's as `line title`, children indented; with `passage` also the lines it shows. */
function declarations(markdown: string): string {
  const draw = (notes: readonly Note[], indent: string): string[] =>
    notes.flatMap((note) => [
      `${indent}${note.line} ${note.title} [${note.passage.map(({ start, end }) => `${start}-${end}`).join(" ")}]`,
      ...draw(note.children, `${indent}  `),
    ]);
  return draw(readNotes(source(markdown)).notes[0].children, "").join("\n");
}

describe("readNotes", () => {
  const check = (name: string, markdown: string, expected: readonly string[]): void => {
    it(name, () => equal(declarations(markdown), expected.join("\n")));
  };

  check("headings that skip levels", "# A\n\n### B\n\ntext\n\n## C\n", ["0 A [1-8]", "  2 B [3-6]", "  6 C [7-8]"]);
  check("tags behind a title", "# CloudFormation #flashcards\n\n## CreationPolicy #aws/cfn #重要\n\nx\n\n## C #\n", [
    "0 CloudFormation [1-8]",
    "  2 CreationPolicy [3-6]",
    "  6 C [7-8]",
  ]);
  check("CRLF, a byte order mark", "\uFEFF# A\r\n\r\n- **B**: x\r\n", ["0 A [1-4]", "  2 B [2-3]"]);
  check("colons of either width", "- a : x\n- b：y\n- c: z\n- `d` - w\n", [
    "0 a [0-1]",
    "1 b [1-2]",
    "2 c [2-3]",
    "3 d [3-4]",
  ]);
  check("a colon inside a name", "- AWS::S3::Bucket: x\n- see https://example.com\n- at 12:30 it is\n", [
    "0 AWS::S3::Bucket [0-1]",
  ]);
  check("bold beside punctuation", "- **更新ポリシー（UpdatePolicy）**です\n", [
    "0 更新ポリシー（UpdatePolicy） [0-1]",
  ]);
  check("two terms in one lead", "- **A** と **B**：x\n", ["0 A と B [0-1]"]);
  check("nested bullets", "- **A**\n  - B: x\n    - C: y\n- **D**: z\n", [
    "0 A [0-3]",
    "  1 B [1-3]",
    "    2 C [2-3]",
    "3 D [3-4]",
  ]);
  check("bullets indented by tabs", "-\t**A**\n\t-\tB: x\n", ["0 A [0-2]", "  1 B [1-2]"]);
  check("continuation lines", "1. **A**\n   text\n\n   more\n2. **B**\n", ["0 A [0-4]", "4 B [4-5]"]);
  check("pseudo-bullets", "・A：x\n　・B：y\n・C：z", ["0 A [0-2]", "  1 B [1-2]", "2 C [2-3]"]);
  check("pseudo-headings above pseudo-bullets", "■A\n・B：x\n\n・C：y\n\n■D\n・E：z", [
    "0 A [0-5]",
    "  1 B [1-2]",
    "  3 C [3-4]",
    "5 D [5-7]",
    "  6 E [6-7]",
  ]);
  check("bold alone above its text", "**A**\n\ntext\n\n- b\n\n**C**\n\nmore\n", ["0 A [0-6]", "6 C [6-10]"]);
  check(
    "a long line in bold ends what stands above",
    `**A**\n\ntext\n\n**${"long words ".repeat(8).trim()}**\n\nmore\n`,
    ["0 A [0-4]", `4 ${"long words ".repeat(8).trim()} [4-8]`],
  );
  check("bold alone above a group", "**A**\n\n**B**: x\n\n**C**: y\n\n---\n\nz", [
    "0 A [0-6]",
    "  2 B [2-3]",
    "  4 C [4-5]",
  ]);
  check("rules right below text", "# A\n- b: c\n・d：e\n-----\n## F\nx\n-----\n# G", [
    "0 A [1-7]",
    "  1 b [1-3]",
    "    2 d [2-3]",
    "  4 F [5-7]",
    "7 G [8-8]",
  ]);
  check("a heading underlined", "A\n===\n\nB\n---\n\nx", ["0 A [2-7]", "  3 B [5-7]"]);
  check("details and messages", ":::details A\n- B: x\n:::\n\n::::message\n:::details C\ny\n:::\n::::\n", [
    "0 A [0-3]",
    "  1 B [1-2]",
    "5 C [5-8]",
  ]);
  check("a table's rows", "| k | v |\n|---|---|\n| **A** | x |\n| B | y |\n", ["2 A [0-2 2-3]", "3 B [0-2 3-4]"]);
  check("quotes", "> - **A**: x\n>   - B: y\n", ["0 A [0-2]", "  1 B [1-2]"]);
  check("nothing in code", "```md:a.md\n# A\n- **B**: x\n```\n\n    # C\n", []);
  check(
    "a name with which a sentence of the line above goes on",
    "Each of the stacks that hold some of the functions gains a\n`LogRetentionInDays` parameter: 30 is what it is.\n",
    [],
  );
  check(
    "a verb with an apostrophe with which it goes on",
    "- **A**: only list what a shop in the town really needs to have, as one that\n  doesn't open on Sundays can omit its till\n",
    ["0 A [0-2]"],
  );
  check(
    "a name in a sentence that goes on",
    "Should imported networks take routes without having been asked, set\n`DefaultRoutes=true` to skip them: nobody adds them twice.\n",
    [],
  );
  check(
    "names at the start of lines",
    "`CreationPolicy`: waits for signals that come from the instance,\n`DependsOn`: orders\n".replace(",\n", ".\n"),
    ["0 CreationPolicy [0-1]", "1 DependsOn [1-2]"],
  );
  check(
    "code that goes on in the next line",
    "- `Trigger` (of a start) → `DependsOn:\n  [Logs, Seeds]`. Others need none\n",
    ["0 Trigger (of a start) [0-2]"],
  );
  check("what stands in brackets behind a name", "- Latency routing (by distance) (health check)\n", [
    "0 Latency routing [0-1]",
  ]);
  check("brackets within a sentence", "- A cluster is subnets (by default 2), and machines (if it has any)\n", [
    "0 A cluster [0-1]",
  ]);
  check("a definition list", "A\n: x\n", ["0 A [0-2]"]);
  check("plain text and lists without terms", "text, and more text.\n\n- one\n- two three four\n", []);

  it("passages are dedented and lose quotes", () => {
    const file = readNotes(source("> - a\n>   - **B**\n>     - c\n>\n> x\n"));
    const note = file.notes.find(({ title }) => title === "B");
    ok(note);
    equal(passageOf(note, file), "- **B**\n  - c");
  });

  it("ids stay when text is added above, and differ for equal titles", () => {
    const before = readNotes(source("# A\n\n## B\n\n## B\n"));
    const after = readNotes(source("Intro\n\n# A\n\nx\n\n## B\n\ny\n\n## B\n"));
    deepEqual(
      after.notes.map(({ id }) => id),
      before.notes.map(({ id }) => id),
    );
    equal(new Set(before.notes.map(({ id }) => id)).size, before.notes.length);
  });

  const title = (name: string, markdown: string, expected: string, uri?: string): void => {
    it(`title: ${name}`, () => equal(readNotes(source(markdown, uri === undefined ? {} : { uri })).title, expected));
  };
  title("Hugo's front matter", '+++\ntitle = "題"\ntags = ["x"]\n+++\n# A\n', "題");
  title("front matter with comments", '---\n# c\ntitle: "題" # c\n---\n# A\n', "題");
  title("the only top heading", "## x\n# A\n", "A");
  title("the file's name", "# A\n# B\n", "学習 メモ", "file:///n/%E5%AD%A6%E7%BF%92%20%E3%83%A1%E3%83%A2.md");
  title("a name that is not decodable", "x", "a%E5%ZZ%FF", "file:///n/a%E5%ZZ%FF.md");

  const problem = (name: string, text: string, expected: readonly NoteProblem["code"][], notes: number): void => {
    it(`problem: ${name}`, () => {
      const file = readNotes(source(text));
      deepEqual(
        file.problems.map(({ code }) => code),
        expected,
      );
      equal(file.notes.length, notes);
    });
  };
  problem("broken front matter", '---\ntitle: "a\n b: [\n---\n# A\n', ["front-matter"], 2);
  problem("front matter that never ends", "---\ntitle: a\n\n# A\n", [], 3);
  problem("a binary file", "PNG\0\u0001\n# A", ["binary"], 1);
  problem("10 MB", "# A\n".repeat(2_500_000), ["too-large"], 1);
  problem("an unknown place", "# A\n\n<!-- cfn: section:, AWS::S3::Bucket -->\n", ["unknown-place"], 2);

  it("invalid UTF-8 is told, the rest is read", () => {
    const file = readNotes(source("# A\ufffd\n", { foreign: "unknown" }));
    deepEqual([file.problems, file.notes.length], [[{ code: "invalid-utf8" }], 2]);
  });

  const hostile: readonly (readonly [name: string, text: string])[] = [
    ["brackets", "[".repeat(size(200_000))],
    ["stars", "*a ".repeat(size(100_000))],
    ["bold", "**a".repeat(size(100_000))],
    ["backticks", Array.from({ length: 600 }, (_, n) => "`".repeat(n)).join(" ")],
    ["quotes", `${">".repeat(size(200_000))} a`],
    ["quoted lines", "> > > > > a\n".repeat(size(20_000))],
    ["deep lists", Array.from({ length: 1200 }, (_, n) => `${" ".repeat(n)}- a: b`).join("\n")],
    ["wide lists", "- a: b\n".repeat(size(100_000))],
    ["pseudo-bullets", "・a：b\n".repeat(size(100_000))],
    ["a long line", "a".repeat(size(900_000))],
    ["long white space", `- a${" ".repeat(size(500_000))}: b`],
    ["comments that are not closed", "<!-- a\n".repeat(size(100_000))],
    ["comments in a line", "a <!-- ".repeat(size(100_000))],
    ["containers that are not closed", ":::message\n".repeat(size(60_000))],
    ["containers", ":::message\na\n:::\n".repeat(size(40_000))],
    [
      "deep containers",
      Array.from({ length: 3000 }, (_, n) => `${":".repeat(3003 - n)}message`)
        .join("\n")
        .slice(0, 900_000),
    ],
    ["shortcodes that are not closed", "{{< output >}}\n{{< code >}}\n".repeat(size(30_000))],
    ["quoted shortcodes that are not closed", "{{< output >}}\n> {{< output >}}\n".repeat(size(30_000))],
    ["footnotes", Array.from({ length: size(20_000) }, (_, n) => `a[^${n}]\n\n[^${n}]: b\n`).join("\n")],
    ["footnotes within footnotes", "[^a]:".repeat(size(100_000))],
    ["tables", `${"|a".repeat(1000)}|\n${"|-".repeat(1000)}|\n${"|b\n".repeat(size(50_000))}`],
    ["links", "[a](b ".repeat(size(100_000))],
    ["link definitions", "[a]: b\n".repeat(size(80_000))],
    ["headings", "# a\n".repeat(size(200_000))],
    ["equal headings deeper and deeper", "# a\n## a\n### a\n#### a\n".repeat(size(40_000))],
    ["emphasised words", "- x **a** **b** **c**\n".repeat(size(40_000))],
    ["questions below labels", "### 問\n\n### 質問\na？\n### 回答\nb\n".repeat(size(30_000))],
    ["questions between marks", "START\nBasic\nFront: a\nBack: b\n".repeat(size(30_000))],
    ["front matter", `---\n${"a: &a [*a, *a]\n".repeat(400)}---\n# A`],
    ["separators", `- ${": ".repeat(size(300_000))}`],
    ["digits", "1".repeat(size(900_000))],
  ];
  for (const [name, text] of hostile) {
    it(`hostile: ${name}`, () => {
      inCpuTime(size(20_000), () => {
        const index = indexOf([source(text)]);
        const [file] = index.files;
        ok(file && file.notes.length <= 5001);
        for (const note of [file.notes[0], ...file.notes.slice(-1)]) {
          ok(
            renderHover([{ note, file, specificity: 0, tier: "thing" }], { language: "ja", commands: true }).length <
              20_000,
          );
        }
        index.search("creation policy", 5);
      });
    });
  }
});
