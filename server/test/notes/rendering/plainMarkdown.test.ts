import assert from "node:assert/strict";
import { plainMarkdown } from "../../../src/notes/rendering/plainMarkdown.ts";

const rows: readonly (readonly [name: string, markdown: string, plain: string])[] = [
  ["bold and code", "**Deletion** · `Retain`", "Deletion · Retain"],
  ["what is escaped", "a\\*b\\*", "a*b*"],
  ["a link", "see [the page](https://example.org/x).", "see the page (https://example.org/x)."],
  ["an address", "<https://example.org/x>", "https://example.org/x"],
  ["a link to a command", "[note](command:cfnNotes.open)", "note"],
  ["paragraphs", "a\nb\n\nc", "a\nb\n\nc"],
  ["lists", "- a\n  - b\n- c\n\n2. d\n3. e", "- a\n  - b\n- c\n\n2. d\n3. e"],
  ["a paragraph in an item", "- a\n\n  b", "- a\n  b"],
  ["a heading", "#### Title\n\ntext", "Title\n\ntext"],
  ["code", "```yaml\nA:\n  B: c\n```\nx", "A:\n  B: c\n\nx"],
  ["a table", "| a | b |\n|---|---|\n| `c` | d |", "a | b\nc | d"],
  ["a line across", "a\n\n---\n\nb", "a\n\n---\n\nb"],
  ["a quote", "> a", "a"],
  ["bold beside Japanese signs", "\u200b**「値」**\u200bは", "「値」は"],
  ["nothing", "", ""],
];

describe("plainMarkdown", () => {
  for (const [name, markdown, plain] of rows) it(name, () => assert.equal(plainMarkdown(markdown), plain));
});
