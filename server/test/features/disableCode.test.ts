import assert from "node:assert/strict";
import { disableCode } from "../../src/features/disableCode.ts";
import { parse } from "../../src/model/parse.ts";
import { withCaret } from "../marked.ts";

/** The text after each of the actions at the caret, by title. */
function check(source: string, expected: Readonly<Record<string, string>>): void {
  const { text, offset } = withCaret(source);
  const actions = disableCode(parse(text), { code: "all-ports", span: { start: offset, end: offset } }, "en");
  const results = actions.map(({ title, edit }) => [
    title,
    text.slice(0, edit.start) + edit.newText + text.slice(edit.end),
  ]);
  assert.deepEqual(Object.fromEntries(results), expected);
}

const LINE = "Disable all-ports for this line";
const FILE = "Disable all-ports for this file";

describe("disableCode", () => {
  it("adds a comment to the line, or before everything", () =>
    check("Resources:\n  A:\n    Type: <|>X\n", {
      [LINE]: "Resources:\n  A:\n    Type: X # cfn-notes-disable-line all-ports\n",
      [FILE]: "# cfn-notes-disable-file all-ports\nResources:\n  A:\n    Type: X\n",
    }));

  it("adds to comments that are there", () =>
    check("# cfn-notes-disable-file a\nResources:\n  A:\n    Type: <|>X # cfn-notes-disable-line b\n", {
      [LINE]: "# cfn-notes-disable-file a\nResources:\n  A:\n    Type: X # cfn-notes-disable-line b, all-ports\n",
      [FILE]: "# cfn-notes-disable-file a, all-ports\nResources:\n  A:\n    Type: X # cfn-notes-disable-line b\n",
    }));

  it("keeps CRLF", () =>
    check("Resources:\r\n  A:\r\n    Type: <|>X\r\n", {
      [LINE]: "Resources:\r\n  A:\r\n    Type: X # cfn-notes-disable-line all-ports\r\n",
      [FILE]: "# cfn-notes-disable-file all-ports\r\nResources:\r\n  A:\r\n    Type: X\r\n",
    }));

  it("leaves texts of several lines alone", () =>
    check("Resources:\n  A:\n    Metadata: |\n      te<|>xt\n", {
      [FILE]: "# cfn-notes-disable-file all-ports\nResources:\n  A:\n    Metadata: |\n      text\n",
    }));

  it("has nothing for JSON", () => check('{"Resources": {"A": {"Type": "<|>X"}}}', {}));
});
