import { doesNotMatch, equal, match } from "node:assert/strict";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { renderHover } from "../../../src/notes/showing/renderHover.ts";
import { withCaret } from "../../marked.ts";
import { indexOf, source } from "../noteAt.ts";

/** The hover of a resource beside notes. */
function hover(markdown: string): string {
  const { text, offset } = withCaret("Resources:\n  Orders<|>Queue:\n    Type: AWS::SQS::Queue\n");
  const template = parse(text);
  const focus = focusAt(template, offset);
  const index = indexOf([source(markdown)]);
  return renderHover(focus ? index.at(focus, { uri: "file:///notes/a.yaml", template }) : [], {
    language: "en",
    commands: false,
  });
}

const WARNED = "Ask the payments team before it is purged, since orders get lost";

describe("the hover of a note in HTML", () => {
  const rows: readonly (readonly [name: string, html: string, markdown: string])[] = [
    [
      "a row",
      `# Shop\n\n<table><tr><th>Name</th><th>Meaning</th></tr><tr><td><code>OrdersQueue</code></td><td>${WARNED}</td></tr><tr><td>Other</td><td>x</td></tr></table>`,
      `# Shop\n\n| Name | Meaning |\n|---|---|\n| \`OrdersQueue\` | ${WARNED} |\n| Other | x |`,
    ],
    ["a section", `# Shop\n\n<h2>OrdersQueue</h2><p>${WARNED}.</p>`, `# Shop\n\n## OrdersQueue\n\n${WARNED}.`],
    [
      "a list in a section",
      `# Shop\n\n## OrdersQueue\n\n<ul><li>${WARNED}<ol><li>call</li><li>wait</li></ol></li></ul>`,
      `# Shop\n\n## OrdersQueue\n\n- ${WARNED}\n  1. call\n  2. wait`,
    ],
  ];
  for (const [name, html, markdown] of rows)
    it(`is that of Markdown: ${name}`, () => {
      const shown = hover(html);
      // The rows of Markdown stand in other lines.
      equal(shown.replace(/#L\d+/g, ""), hover(markdown).replace(/#L\d+/g, ""));
      match(shown, /payments team/);
      doesNotMatch(shown, /<(?!br)/);
    });

  it("shows each row of one line", () => {
    const shown = hover(
      `<table><tr><th>Name</th><th>Meaning</th></tr><tr><td rowspan="2">OrdersQueue</td><td>${WARNED}</td></tr><tr><td>Never give it a second consumer, or the order of orders is lost</td></tr></table>`,
    );
    match(shown, /payments team/);
    match(shown, /second consumer/);
  });

  it("runs and loads nothing", () => {
    const shown = hover(
      `# Shop\n\n<h2 onclick="x()">OrdersQueue</h2>\n<table onload="x()"><tr><th>K</th></tr><tr><td><a href="command:x">${WARNED}</a><img src="https://example.org/x.png" onerror="x()"><script>alert(1)</script></td></tr></table>`,
    );
    match(shown, /payments team/);
    doesNotMatch(shown, /onclick|onload|onerror|alert|command:|x\.png|<script/);
  });
});
