import { deepEqual, equal, match, ok } from "node:assert/strict";
import createMarkdownIt from "markdown-it";
import type { BoundNote } from "../../../src/notes/binding/boundNote.ts";
import type { NoteLanguage } from "../../../src/notes/reading/note.ts";
import type { HoverOptions } from "../../../src/notes/showing/noteText.ts";
import { renderHover } from "../../../src/notes/showing/renderHover.ts";
import { renderHtml } from "../../../src/notes/showing/renderHtml.ts";
import { indexOf, notesAt, source } from "../noteAt.ts";

const PLAIN: HoverOptions = { language: "en", commands: false };

/** The first note of a text that is called `T`, rendered for the hover, without the title above. */
function body(markdown: string, options: HoverOptions = PLAIN): string {
  const rendered = hoverOf(`# File\n\n## T\n\n${markdown}\n`, options);
  return rendered.slice(rendered.indexOf("\n\n") + 2);
}

function hoverOf(text: string, options: HoverOptions = PLAIN): string {
  const index = indexOf([source(text, { uri: "file:///notes/a%20b/c.md" })]);
  const [file] = index.files;
  const note = file?.notes.findLast(({ title }) => title === "T");
  ok(file && note);
  return renderHover([{ note, file, specificity: 0, tier: "thing" }], options);
}

/** A note in a line below another one. */
function lineOf(text: string): string {
  const index = indexOf([source(`# File\n\n## First\n\nAbove.\n\n## T\n\n${text}\n`)]);
  const [file] = index.files;
  const bound = (title: string): BoundNote => {
    const note = file?.notes.find((one) => one.title === title);
    ok(file && note);
    return { note, file, specificity: 0, tier: "thing" };
  };
  return (
    renderHover([bound("First"), bound("T")], PLAIN)
      .split("\n")
      .at(-1) ?? ""
  );
}

/** The lines below the first of several notes of a file, by their titles. */
function linesOf(text: string, titles: readonly string[]): readonly string[] {
  const index = indexOf([source(text)]);
  const [file] = index.files;
  const bound = titles.map((title): BoundNote => {
    const note = file?.notes.find((one) => one.title === title);
    ok(file && note);
    return { note, file, specificity: 0, tier: "thing" };
  });
  const lines = renderHover(bound, PLAIN).split("\n");
  return lines.filter((line) => line.startsWith("- [")).map((line) => line.replace(/\]\([^)]*\)/, "]"));
}

describe("notes in lines", () => {
  const parts = "# File\n\n## Parts\n- Resources\n  What is made.\n- Outputs\n  What is told.\n";
  it("have no section of which only the name of a part would stand there", () =>
    deepEqual(linesOf(parts, ["Outputs", "Parts"]), []));
  it("have the same section below a note that is elsewhere", () =>
    deepEqual(linesOf(`${parts}\n## Exports\nx\n`, ["Exports", "Parts"]), ["- [Parts] — Resources"]));
  const errors =
    "# File\n\n## First\nx\n\n## Throttling error\n- Throttling: fewer requests than are sent\n- Cause: many\n";
  it("have no item with which the section above begins", () =>
    deepEqual(linesOf(errors, ["First", "Throttling error", "Throttling", "Cause"]), [
      "- [Throttling error] — Throttling: fewer requests than are sent",
      "- [Cause] — many",
    ]));
});

describe("a note that has pictures alone", () => {
  it("is only named if these have only names", () =>
    equal(hoverOf("# File\n\n## T\n\n![till](a.png)\n").replace(/\]\([^)]*\)/g, "]"), "Also mentioned in: [T]"));
  it("is only named if these have only the title", () =>
    equal(
      hoverOf("# File\n\n## T\n\n![T ok](a(2)_till.png)\n").replace(/\]\([^)]*\)/g, "]"),
      "Also mentioned in: [T]",
    ));
  it("shows what they show", () =>
    match(hoverOf("# File\n\n## T\n\n![how a till opens](a.png)\n"), /how a till opens/));
});

describe("notes that mention a thing", () => {
  it("are called as the keys of its rows", () => {
    const index = indexOf([
      source("# File\n\n| Resource | Key | Value |\n|---|---|---|\n| Till | Port | 4 |\n| Till | Size | 2 |\n"),
    ]);
    const notes = index.files.flatMap((file) =>
      file.notes
        .filter(({ title }) => title === "Till")
        .map((note): BoundNote => ({ note, file, specificity: 0, tier: "mention" })),
    );
    equal(renderHover(notes, PLAIN).replace(/\]\([^)]*\)/g, "]"), "Also mentioned in: [Till › Port], [Till › Size]");
  });
});

describe("a note in a line", () => {
  it("has its first sentence", () => match(lineOf("one\n\ntwo"), / — one$/));
  it("has what comes below an announcement", () => match(lineOf("What you need:\n\n- two wallets"), / — two wallets$/));
  it("has the first row below an announcement in words", () =>
    match(
      lineOf("The following wallets are known.\n\n| Wallet | Lives |\n|--|--|\n| Red | three |"),
      / — Red · three$/,
    ));
  it("has what comes below an announcement in Japanese", () =>
    match(lineOf("till.yamlは次のものを作る。\n\n- 二つの財布"), / — 二つの財布$/));
  it("has a sentence on what follows where it goes on", () =>
    match(lineOf("The following holds. No wallet is lost.\n\n- red"), / — The following holds\. No wallet is lost\.$/));
  it("is none where a title stands above pictures", () =>
    deepEqual(
      linesOf("# File\n\n## First\nx\n\n## T\n\n![how it opens](a.png)\n\n- #### Drawer\n\n![it](b.png)\n", [
        "First",
        "T",
      ]),
      [],
    ));
  it("is none where only an announcement stands above code", () =>
    match(lineOf("The till:\n\n```sh\nopen\n```"), /^(?!- \[T\])/));
  it("is none where its text is its title with other signs", () => match(lineOf("**T**:\n\n- a"), / — a$/));
  it("has the whole of a sentence that is broken", () =>
    match(
      lineOf("- **T**: how long to wait when\n  there is one.\n- two"),
      / — T: how long to wait when there is one\.$/,
    ));
  it("has what is below a heading", () => match(lineOf("### In a word\n\none"), / — one$/));
  it("has no line of code", () => match(lineOf("```yaml\nQueue:\n  Type: a\n```\n\ntwo"), / — two$/));
});

describe("renderHover", () => {
  const check = (name: string, markdown: string, expected: string): void => {
    it(name, () => equal(body(markdown), expected));
  };

  check("a paragraph keeps its line breaks", "one\ntwo", "one  \ntwo");
  check("lines of tags are left out", "#flashcards\none\n#aws/cfn #重要\n\n- two\n\n#aws", "one\n\n- two");
  check("the line of a card between question and answer is left out", "one?\n?\ntwo\n\n?\n", "one?  \ntwo\n\n?");
  check(
    "what is no line of tags stays",
    "#概要\nAsk in #ops\n\n    #aws\n\n#1",
    "\\#概要  \nAsk in #ops\n\n```\n#aws\n```\n\n\\#1",
  );
  check(
    "names of blocks are left out",
    "one ^37066d\ntwo ^my-block\n\n- three ^abc\n\n^a-list",
    "one  \ntwo\n\n- three",
  );
  check("powers stay", "2 ^10\n\n2^abc, and ^abc too", "2 ^10\n\n2^abc, and ^abc too");
  check("tags behind a title are left out", "### A #aws\n\nSee #b", "#### A\n\nSee #b");
  check(
    "a card in one line",
    "どれ?::これ\none :: two\n`a::b` is AWS::S3::Bucket",
    "どれ? — これ  \none — two  \n`a::b` is AWS::S3::Bucket",
  );
  check("no card of a type's name", "Custom::名前", "Custom::名前");
  check(":::message is a quote", ":::message\ntext\n\n- a\n:::", "> text\n>\n> - a");
  check(":::message alert says so", ":::message alert\ntext\n:::", "> **Caution**\n>\n> text");
  check(":::details is a bold title", ":::details 題名\ntext\n:::", "**題名**\n\ntext");
  check("a rule at the end is left out", "one\n\n---\n\ntwo\n\n-----", "one\n\n---\n\ntwo");
  check("headings without a text are left out", "#### 空\n\n#### 中\ntext\n\n##### 終", "#### 中\n\ntext");
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
  check("a script is gone", '<script>alert(1)</script> x<script src="https://a.example/x.js"></script>', "x");
  check("a style is gone", "<style>.a{color:red}</style>\nx", "x");
  check("a picture in tags is gone", 'x <svg width="3"><path d="M0"/></svg> y', "x  y");
  check("<script> as a word is text", "a <script> and a <path>", "a &lt;script&gt; and a &lt;path&gt;");
  check(
    "what is played from an address is a link to it",
    '<iframe src="https://a.example/x" title="t"></iframe> <video src="b.mp4" controls></video>',
    "[t](https://a.example/x)",
  );
  check("tags that only lay out are gone, with their attributes", "<div onclick=x>\ny\n</div>", "y");
  check(
    "simple tags are Markdown",
    "<b>a</b> <em>b</em> <code>c*d</code> <kbd>Ctrl</kbd> <del>e</del>",
    "**a** *b* `c*d` `Ctrl` ~~e~~",
  );
  check("<br> ends a line", "a<br>b<br/>c", "a  \nb  \nc");
  check("<br> in a cell", "| a | b |\n|--|--|\n| x<br>y | z |", "| a | b |\n| --- | --- |\n| x y | z |");
  check("<img> is its alternative text", '<img src="https://example.com/x.png" alt="構成" onerror="x"> y', "構成 y");
  check("a picture without a text is nothing", '<img src="x.png"> y ![icon](a.png) z ![](b.png)', "y  z");
  check("a paragraph of pictures leaves no gap", "a\n\n![](x.png)\n\n<img src=y>\n\nb", "a\n\nb");
  check("<a> is a link", '<a href="https://example.com/x">t</a>', "[t](https://example.com/x)");
  check("an unsafe <a> is text", '<a href="command:x">t</a> <a href=javascript:x>u</a>', "t u");
  check("a link does not nest", '[<a href="https://a.example">x</a>](https://b.example)', "[x](https://b.example)");
  check(
    "<details> is a bold title",
    "<details>\n<summary>題名</summary>\n\ntext\n\n</details>\n\nafter",
    "**題名**\n\ntext\n\nafter",
  );
  check(
    "<details> in one line",
    "<details><summary>題名</summary>text</details>\n\nafter",
    "**題名**\n\ntext\n\nafter",
  );
  check(
    "<details> within <details>",
    "<details><summary>a</summary>\n<details><summary>b</summary>\nc\n</details>\nd\n</details>",
    "**a**\n\n**b**\n\nc\n\nd",
  );
  check("<details> that is not closed", "<details><summary>a</summary>\nb", "**a**\n\nb");
  check("a tag that is not closed", "<b>a <code>b", "a b");
  check("tags that look like others", "<bar> < b > <b onclick=x>y</b>", "&lt;bar&gt; &lt; b &gt; **y**");
  check(
    "a tag with a name that every object has",
    "a <constructor>b</constructor>",
    "a &lt;constructor&gt;b&lt;/constructor&gt;",
  );
  check("tags in code stay", "`<b>x</b>`", "`<b>x</b>`");
  check("boxes of tasks", "- [ ] a\n- [x] b\n- [X] **c**", "- ☐ a\n- ☑ b\n- ☑ **c**");
  check(
    "links between pages",
    "[[CreationPolicy]] [[aws/ELB#種類|型]] [[a#b]] ![[c.png]]x",
    "CreationPolicy 型 a › b x",
  );
  check("an embedded page is its name", "![[page]]", "page");
  check("marked words", "これは==重要==です a == b == c", "これは**重要**です a == b == c");
  check("a callout has its title in bold", "> [!NOTE] 題名\n> text", "> **題名**  \n> text");
  check("a callout without a title", "> [!warning]\n> text", "> **Warning**  \n> text");
  check("signs of other programs in code stay", "`[[a]] ==b==`", "`[[a]] ==b==`");
  check("comments are gone", "a <!-- cfn: CreationPolicy --> b\n\n<!-- note\nto self -->\n\nc", "a  b\n\nc");
  check("code keeps its signs", "`a*b <c>` and ``x`y``", "`a*b <c>` and ``x`y``");
  check("a fence with a file name", "```yaml:a/t.yaml\nA: 1\n```", "`a/t.yaml`\n\n```yaml\nA: 1\n```");
  check("a fence within a fence", "````md\n```\nx\n```\n````", "````md\n```\nx\n```\n````");
  it("a row of a table within a list", () => {
    const list = "1. Set these:\n\n    | Name | Size |\n    |---|---|\n    | T | 3 |\n";
    equal(hoverOf(`# File\n\n${list}`).split("\n").slice(2).join("\n"), "| Name | Size |\n| --- | --- |\n| T | 3 |");
  });
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

  it("has a title with the article's and the nearest heading's, which link to the line", () => {
    const text = "---\ntitle: 題\n---\n\n# 分野\n\n## 節\n\n### T\n\ntext\n";
    equal(hoverOf(text), "**T** · [題 › 節](file:///notes/a%20b/c.md#L9)\n\ntext");
    equal(hoverOf("# T\n\ntext\n"), "**T** · [Open note](file:///notes/a%20b/c.md#L1)\n\ntext");
    match(hoverOf("# T\n\ntext\n", { language: "ja", commands: false }), /\[ノートを開く\]/);
  });

  const item = (name: string, markdown: string, title: string, expected: string): void => {
    it(name, () => {
      const index = indexOf([source(`# File\n\n## Heading\n\n${markdown}\n`)]);
      const file = index.files[0];
      const note = file?.notes.find(({ kind }) => kind === "item");
      ok(file && note);
      const rendered = renderHover([{ note, file, specificity: 0, tier: "thing" }], PLAIN);
      equal(rendered.replace(/\[(.*?)\]\(file:.*?\)/, "$1"), `**${title}** · ${expected}`);
    });
  };
  item(
    "an item's name is its title, not its text",
    "- **cfn-init**\n  説明\n  続き\n  - 下",
    "cfn-init",
    "File › Heading\n\n説明  \n続き\n\n- 下",
  );
  item("nor in front of a separator", "- **Term**: text\n- **Other**: x", "Term", "File › Heading\n\ntext");
  item("a numbered item has no number", "2. **直接更新**\n   すぐに", "直接更新", "File › Heading\n\nすぐに");
  item(
    "a sentence is no title",
    "- 更新の**前に変更セットを確認**する。",
    "Heading",
    "File\n\n更新の**前に変更セットを確認**する。",
  );

  it("cuts a long note, closing its code block, and says how to read on", () => {
    const long = `# T\n\n\`\`\`\n${"line\n".repeat(500)}\`\`\`\n`;
    const plain = hoverOf(long);
    ok(plain.length < 3000);
    equal((plain.match(/^```/gm) ?? []).length, 2);
    match(plain, /\n\n\[Read more\]\(file:[^)]*#L1\)$/);
    match(
      hoverOf(long, { language: "en", commands: true }),
      /\[Read more\]\(command:cfnNotes\.openNote\?%5B%22[^)]*\)$/,
    );
  });

  it("shows a section's own text when all of it is too long", () => {
    const rendered = hoverOf(`# T\n\nshort\n\n## Other\n\n${"long text ".repeat(400)}\n`);
    match(rendered, /^\*\*T\*\*.*\n\nshort \[Read more\]/);
  });

  it("does not take a picture for a section's text", () => {
    const rendered = hoverOf(`# T\n\n![icon](a.png)\n\n## Other\n\n${"long text ".repeat(400)}\n`);
    match(rendered, /\n\n#### Other\n\nlong text/);
  });

  interface Named {
    readonly title: string;
    readonly text?: string;
    readonly builtIn?: boolean;
    readonly specificity?: number;
    readonly tier?: BoundNote["tier"];
  }

  /** The hover of notes that were found in that order. */
  const found = (...notes: readonly Named[]): string => {
    const bound = notes.map(
      ({ title, text = `On ${title}.`, builtIn = false, specificity = 80, tier = "thing" }, at) => {
        const uri = builtIn ? `cfn-notes-built-in:en/${at}.md` : `file:///notes/${at}.md`;
        const index = indexOf([source(`# ${at === 0 ? "A" : "B"}\n\n## ${title}\n\n${text}\n`, { uri, builtIn })]);
        const file = index.files[0];
        const note = file?.notes.at(-1);
        ok(file && note);
        return { note, file, specificity, tier };
      },
    );
    return renderHover(bound, PLAIN).replaceAll(/\[([^\]]*)\]\(file:[^)]*\)/g, "[$1]");
  };

  it("shows other notes of the user's as a line with their beginning", () => {
    const long = `One *two* ${"three ".repeat(30)}`;
    equal(
      found({ title: "X" }, { title: "Y", text: `\n${long}` }),
      `**X** · [A]\n\nOn X.\n\n- [Y] — One two ${"three ".repeat(10).trim()} thre…`,
    );
  });

  it("shows lines of the same text once", () => {
    equal(found({ title: "X" }, { title: "Y" }, { title: "Y" }), "**X** · [A]\n\nOn X.\n\n- [Y] — On Y.");
  });

  it("shows the row of a table in a line", () => {
    const text = "| Name | Size | Why |\n|---|---|---|\n| Y | 3 | Cheap |";
    equal(found({ title: "X" }, { title: "Y", text }), "**X** · [A]\n\nOn X.\n\n- [Y] — 3 · Cheap");
  });

  it("leaves out what is on something else, and copies", () => {
    equal(
      found({ title: "X", specificity: 90 }, { title: "Y", specificity: 60 }, { title: "X", specificity: 90 }),
      "**X** · [A]\n\nOn X.",
    );
  });

  it("shows a note on the whole as a line", () => {
    const service = { title: "S", tier: "whole", specificity: 45 } as const;
    equal(found({ title: "X" }, service), "**X** · [A]\n\nOn X.\n\n- [S] — On S.");
    equal(found({ title: "X", builtIn: true }, service), "**X** · built-in note\n\nOn X.\n\n- [S] — On S.");
    equal(found(service), "- [S] — On S.");
  });

  it("shows no line of a file that has only headings", () => {
    const format = "AWSTemplateFormat<|>Version: 2010-09-09\nResources: {}\n";
    const onAll = (text: string): string =>
      renderHover(
        notesAt(
          indexOf([source(`---\ntitle: CloudFormationの勘所\n---\n\n${text}`, { uri: "file:///cloudformation.md" })]),
          format,
        ),
        PLAIN,
      );
    equal(onAll("## DeletionPolicy\n\n消すときの動き。\n"), "");
    equal(onAll("困ったこと。\n\n## DeletionPolicy\n\n消すときの動き。\n").includes("困ったこと"), true);
  });

  it("shows the first paragraph of a built-in note below the user's", () => {
    equal(
      found({ title: "X" }, { title: "Y", text: "One.\nTwo.\n\nThree.", builtIn: true }),
      "**X** · [A]\n\nOn X.\n\n*built-in note* · One. Two.",
    );
    equal(
      found({ title: "Y", text: "One.", builtIn: true, specificity: 90 }, { title: "X", specificity: 70 }),
      "**X** · [B]\n\nOn X.\n\n**Y** · *built-in note* · One.",
    );
  });

  it("names the folder where the file is called as every folder has one", () => {
    const titleOf = (uri: string): string => {
      const index = indexOf([source("text\n\n- **T**: x\n", { uri })]);
      const file = index.files[0];
      const note = file?.notes.at(-1);
      ok(file && note);
      return /\[(.*?)\]/.exec(renderHover([{ note, file, specificity: 0, tier: "thing" }], PLAIN))?.[1] ?? "";
    };
    equal(titleOf("file:///notes/AWS%20SOA/README.md"), "AWS SOA");
    equal(titleOf("file:///notes/elb/_index.md"), "elb");
    equal(titleOf("file:///notes/elb/index.md"), "elb");
    equal(titleOf("file:///notes/elb/alb.md"), "alb");
  });

  it("says below the user's note what it has out of date", () => {
    const old =
      "What it is.\n\n<!-- outdated if: three kinds, 3種類 -->\nThere are\nfour.\n\n<!-- outdated unless: State Manager -->\nTake State Manager.";
    const builtIn = { title: "Y", text: old, builtIn: true };
    equal(
      found({ title: "X", text: "Of three  kinds." }, builtIn),
      "**X** · [A]\n\nOf three  kinds.\n\n⚠ **Today:** There are four. Take State Manager.\n\n*built-in note* · What it is.",
    );
    equal(
      found({ title: "X", text: "Of four, see StateManager." }, builtIn),
      "**X** · [A]\n\nOf four, see StateManager.\n\n*built-in note* · What it is.",
    );
    equal(found(builtIn), "**Y** · built-in note\n\nWhat it is.  \nThere are  \nfour.  \nTake State Manager.");
  });

  it("does not take a user's comment for a correction", () =>
    equal(
      found({ title: "X" }, { title: "Y", text: "<!-- outdated -->\nNo.", specificity: 80 }),
      "**X** · [A]\n\nOn X.\n\n- [Y] — No.",
    ));

  it("has no file link for a note that is no file", () => {
    const index = indexOf([source("# T\n\ntext", { uri: "cfn-notes-built-in:ja/a.md", builtIn: true })]);
    const [file] = index.files;
    const note = file?.notes[1];
    ok(file && note);
    equal(renderHover([{ note, file, specificity: 0, tier: "thing" }], PLAIN), "**T** · built-in note\n\ntext");
    match(
      renderHover([{ note, file, specificity: 0, tier: "thing" }], { language: "en", commands: true }),
      /\(command:cfnNotes\.openNote\?/,
    );
  });
});

describe("sources of a built-in note", () => {
  const comment =
    "<!-- sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html, https://docs.aws.amazon.com/x.html#y; checked 2026-11-25 -->";
  const undated = "<!-- sources: https://docs.aws.amazon.com/x.html -->";

  /** What hover and view show of a note with that text; `below` stands under a heading of its own. */
  function check(
    name: string,
    text: string,
    language: NoteLanguage,
    hover: string,
    html: string,
    builtIn = true,
  ): void {
    it(name, () => {
      const uri = builtIn ? "cfn-notes-built-in:/a.md" : "untitled:a.md";
      const index = indexOf([source(`# F\n\n## T\n${text}\n`, { uri, builtIn, language })]);
      const [file] = index.files;
      const note = file?.notes.find(({ title }) => title === "T");
      ok(file && note);
      equal(renderHover([{ note, file, specificity: 0, tier: "thing" }], { language, commands: false }), hover);
      equal(renderHtml(note, file), html);
    });
  }

  const links = {
    html: '<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html">IAM roles</a>',
  };
  check(
    "linked, with the day, behind the text",
    `${comment}\n\nText.`,
    "en",
    "**T** · built-in note\n\nText.\n\nsources (2) · checked 2026-11",
    `<p>Text.</p>\n<p class="sources">Sources: ${links.html}, <a href="https://docs.aws.amazon.com/x.html#y">https://docs.aws.amazon.com/x.html#y</a> · checked 2026-11-25</p>\n`,
  );
  check(
    "without a day",
    `${undated}\n\n文。`,
    "ja",
    "**T** · 組み込みノート\n\n文。\n\n[出典](https://docs.aws.amazon.com/x.html)",
    '<p>文。</p>\n<p class="sources">出典：<a href="https://docs.aws.amazon.com/x.html">https://docs.aws.amazon.com/x.html</a></p>\n',
  );
  check(
    "those of the section, not of one below",
    `A.\n\n### U\n${undated}\n\nB.`,
    "en",
    "**T** · built-in note\n\nA.",
    '<p>A.</p>\n<h3>U</h3>\n<p>B.</p>\n<p class="sources">Sources: <a href="https://docs.aws.amazon.com/x.html">https://docs.aws.amazon.com/x.html</a></p>\n',
  );
  const roles = "https://docs.aws.amazon.com/ja_jp/IAM/latest/UserGuide/id_roles.html";
  const english = roles.replace("ja_jp/", "");
  check(
    "in Japanese the Japanese page, with the English one where the note corrects something",
    `<!-- sources: ${english} -->\n\n文。\n\n<!-- outdated -->\n今は違う。`,
    "ja",
    `**T** · 組み込みノート\n\n文。  \n今は違う。\n\n[出典](${roles})（[英語の最新版](${english})）`,
    `<p>文。</p>\n<p>今は違う。</p>\n<p class="sources">出典：<a href="${roles}">IAM roles</a>（<a href="${english}">英語の最新版</a>）</p>\n`,
  );
  check("none in a note of the user's", `${undated}\n\nText.`, "en", "**T** · F\n\nText.", "<p>Text.</p>\n", false);
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
  check("details", ":::details <x>\nx\n:::", "<details>\n<summary>&lt;x&gt;</summary>\n<p>x</p>\n</details>");
  check("simple HTML", "<b>x</b><br><code>y</code>", "<p><strong>x</strong><br>\n<code>y</code></p>");
  check(
    "HTML details",
    "<details><summary>a</summary>b</details>",
    "<details>\n<summary>a</summary>\n<p>b</p>\n</details>",
  );
  check("no handler", '<b onclick="x">y</b> <img src=x onerror=x> <svg onload=x>', "<p><strong>y</strong>  </p>");
  check(
    "a box, marked words, a callout",
    "- [x] ==a==\n\n> [!tip]\n> b",
    "<ul>\n<li>☑ <mark>a</mark></li>\n</ul>\n<blockquote>\n<p><strong>Tip</strong><br>\nb</p>\n</blockquote>",
  );
  check("no script", "<script>x</script>", "<p></p>");
  check(
    "no player",
    '<iframe src="https://a.example"></iframe>',
    '<p><a href="https://a.example">https://a.example</a></p>',
  );
  check("no image", '![a"b](https://example.com/x.png)', "<p>a&quot;b</p>");
  check("no unsafe link", "[a](command:x) [b](javascript:x) [c](data:x) [d](*command:x)", "<p>a b c d</p>");
  check(
    "no link that is a network path to Windows",
    "[a](\\\\\\\\host\\share\\x.md) [b](//host/x.md) [c](%5C%5Chost%5Cx.md)",
    "<p>a b c</p>",
  );
  check("a web link", "[a](https://example.com)", '<p><a href="https://example.com">a</a></p>');
  check("a link to another note", "[a](b.md)", '<p><a href="b.md">a</a></p>');
  check("no comment", "a <!-- cfn: B -->", "<p>a </p>");
});
