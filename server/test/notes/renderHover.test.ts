import { equal, match, ok } from "node:assert/strict";
import createMarkdownIt from "markdown-it";
import type { HoverOptions } from "../../src/notes/noteText.ts";
import { renderHover } from "../../src/notes/renderHover.ts";
import { renderHtml } from "../../src/notes/renderHtml.ts";
import { indexOf, source } from "./noteAt.ts";

const PLAIN: HoverOptions = { language: "en", commands: false };

/** The first note of a text that is called `T`, rendered for the hover, without the title above and the links below. */
function body(markdown: string, options: HoverOptions = PLAIN): string {
  const rendered = hoverOf(`# File\n\n## T\n\n${markdown}\n`, options);
  const start = rendered.indexOf("\n\n", rendered.indexOf("**T**")) + 2;
  return rendered.slice(start, rendered.lastIndexOf("\n\n["));
}

function hoverOf(text: string, options: HoverOptions = PLAIN): string {
  const index = indexOf([source(text, { uri: "file:///notes/a%20b/c.md" })]);
  const [file] = index.files;
  const note = file?.notes.findLast(({ title }) => title === "T");
  ok(file && note);
  return renderHover([{ note, file, specificity: 0, tier: "thing" }], options);
}

describe("renderHover", () => {
  const check = (name: string, markdown: string, expected: string): void => {
    it(name, () => equal(body(markdown), expected));
  };

  check("a paragraph keeps its line breaks", "one\ntwo", "one  \ntwo");
  check(":::message is a quote", ":::message\ntext\n\n- a\n:::", "> text\n>\n> - a");
  check(":::message alert says so", ":::message alert\ntext\n:::", "> **Caution**\n>\n> text");
  check(":::details is a bold title", ":::details 題名\ntext\n:::", "**題名**\n\ntext");
  check("nested containers", "::::details 外\n:::message\n中\n:::\n::::", "**外**\n\n> 中");
  check("a container that is not closed", ":::message\ntext", "> text");
  check("an image is its text", "![図](https://example.com/a.png) x", "図 x");
  check("a web link", "[a](https://example.com/x_(y))", "[a](https://example.com/x_%28y%29)");
  check("a command link is text", "[a](command:workbench.action.quit)", "a");
  check("a file link is text", "[a](file:///etc/passwd)", "a");
  check("a script link is text", "[a](javascript:alert(1)) [b](  JaVaScRiPt:alert) [c](data:text/html,x)", "a b c");
  check("an embed", "@[card](https://example.com)", "[https://example.com](https://example.com)");
  check("an unsafe embed", "@[card](command:x)", "command:x");
  check("a link without a scheme of its own", "[a](//example.com)", "a");
  check(
    "an automatic link",
    "<command:x> <https://example.com>",
    "command:x [https://example.com](https://example.com)",
  );
  check("a link to another note", "[a](../d.md#x)", "[a](file:///notes/d.md)");
  check("a relative link to something else", "[a](x.sh)", "a");
  check(
    "HTML is text",
    "<script>alert(1)</script> <b>x</b>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;x&lt;/b&gt;",
  );
  check("an HTML block is text", "<div onclick=x>\ny\n</div>", "&lt;div onclick=x&gt;  \ny  \n&lt;/div&gt;");
  check("comments are gone", "a <!-- cfn: CreationPolicy --> b\n\n<!-- note\nto self -->\n\nc", "a  b\n\nc");
  check("code keeps its signs", "`a*b <c>` and ``x`y``", "`a*b <c>` and ``x`y``");
  check("a fence with a file name", "```yaml:a/t.yaml\nA: 1\n```", "`a/t.yaml`\n\n```yaml\nA: 1\n```");
  check("a fence within a fence", "````md\n```\nx\n```\n````", "````md\n```\nx\n```\n````");
  check("a table", "| a | b |\n|:-:|--:|\n| `x\\|y` | **c** |", "| a | b |\n| :---: | ---: |\n| `x\\|y` | **c** |");
  check("a nested list", "- a\n  - b\n    c\n- d", "- a\n  - b  \n    c\n- d");
  check("a list indented by tabs", "- a\n\t- b", "- a\n  - b");
  check("a loose list", "1. a\n\n   b\n2. c", "1. a\n\n   b\n\n2. c");
  check("a list from three", "3. a\n4. b", "3. a\n4. b");
  check("headings within", "### H\n\ntext", "#### H\n\ntext");
  check("a footnote", "a[^1] b[^2]\n\n[^1]: one\n[^2]: two", "a\\[1\\] b\\[2\\]\n\n\\[1\\] one  \n\\[2\\] two");
  check("signs at a line's start", "\\# a\n\\- b\n1\\. c", "\\# a  \n\\- b  \n1\\. c");
  check("signs of Markdown", "a\\*b\\*c \\_d\\_ &lt;e&gt; $(f)", "a\\*b\\*c \\_d\\_ &lt;e&gt; \\$(f)");

  const renderer = createMarkdownIt("commonmark");
  const bold = (markdown: string, expected: string): void => {
    it(`bold in plain CommonMark: ${markdown}`, () => {
      equal(renderer.renderInline(body(markdown)).replaceAll("\u200b", ""), expected);
    });
  };
  bold("**更新ポリシー（UpdatePolicy）**です", "<strong>更新ポリシー（UpdatePolicy）</strong>です");
  bold("これは**「用語」**である", "これは<strong>「用語」</strong>である");
  bold("これは**用語**、と", "これは<strong>用語</strong>、と");
  bold("これは**`code`**です", "これは<strong><code>code</code></strong>です");
  bold("前**A。**後ろ**B**", "前<strong>A。</strong>後ろ<strong>B</strong>");

  it("has a title with its path and a link to the line", () => {
    const text = "---\ntitle: 題\n---\n\n## 節\n\n### T\n\ntext\n";
    equal(hoverOf(text), "**T**  \n題 › 節\n\ntext\n\n[Open note](file:///notes/a%20b/c.md#L7)");
    match(hoverOf(text, { language: "ja", commands: false }), /\[ノートを開く\]/);
  });

  it("cuts a long note, closing its code block, and says how to read on", () => {
    const long = `# T\n\n\`\`\`\n${"line\n".repeat(500)}\`\`\`\n`;
    const plain = hoverOf(long);
    ok(plain.length < 3000);
    equal((plain.match(/^```/gm) ?? []).length, 2);
    match(plain, /\[Read on\]\(file:[^)]*#L1\) · \[Open note\]/);
    match(hoverOf(long, { language: "en", commands: true }), /\[Read on\]\(command:cfnNotes\.openNote\?%5B%22[^)]*\)/);
  });

  it("shows a section's own text when all of it is too long", () => {
    const rendered = hoverOf(`# T\n\nshort\n\n## Other\n\n${"long text ".repeat(400)}\n`);
    match(rendered, /^\*\*T\*\*.*\n\nshort\n\n\[Read on\]/s);
  });

  it("shows other notes as links of one line", () => {
    const index = indexOf([source("# A\n\n## CreationPolicy\n\none\n\n## B\n\n- **CreationPolicy**: two\n")]);
    const notes = index.files.flatMap((file) =>
      file.notes.map((note) => ({ note, file, specificity: 0, tier: "thing" as const })),
    );
    const [one, two] = notes.filter(({ note }) => note.title === "CreationPolicy");
    ok(one && two);
    match(
      renderHover([one, two], PLAIN),
      /\n\nOther notes:\n\n- \[CreationPolicy\]\(file:\/\/\/notes\/article\.md#L9\) — A › B$/,
    );
  });

  it("has no file link for a note that is no file", () => {
    const index = indexOf([source("# T\n\ntext", { uri: "cfn-notes-built-in:ja/a.md", builtIn: true })]);
    const [file] = index.files;
    const note = file?.notes[1];
    ok(file && note);
    equal(renderHover([{ note, file, specificity: 0, tier: "thing" }], PLAIN), "**T**\n\ntext");
    match(
      renderHover([{ note, file, specificity: 0, tier: "thing" }], { language: "en", commands: true }),
      /\(command:cfnNotes\.openNote\?/,
    );
  });
});

describe("renderHtml", () => {
  const check = (name: string, markdown: string, expected: string): void => {
    it(name, () => {
      const index = indexOf([source(`# T\n\n${markdown}\n`)]);
      const [file] = index.files;
      const note = file?.notes[1];
      ok(file && note);
      equal(renderHtml(note, file).trim(), expected);
    });
  };
  check("bold beside Japanese punctuation", "**用語（term）**です", "<p><strong>用語（term）</strong>です</p>");
  check("message", ":::message alert\nx\n:::", '<div class="message alert">\n<p>x</p>\n</div>');
  check("details", ":::details <b>\nx\n:::", "<details>\n<summary>&lt;b&gt;</summary>\n<p>x</p>\n</details>");
  check("no script", "<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>");
  check("no image", '![a"b](https://example.com/x.png)', "<p>a&quot;b</p>");
  check("no unsafe link", "[a](command:x) [b](javascript:x) [c](data:x)", "<p>a b c</p>");
  check("a web link", "[a](https://example.com)", '<p><a href="https://example.com">a</a></p>');
  check("a link to another note", "[a](b.md)", '<p><a href="b.md">a</a></p>');
  check("no comment", "a <!-- cfn: B -->", "<p>a </p>");
});
