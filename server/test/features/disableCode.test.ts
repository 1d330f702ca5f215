import assert from "node:assert/strict";
import { disableCode } from "../../src/features/disableCode.ts";
import { parse } from "../../src/model/reading/parse.ts";
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
const RESOURCE = "Disable all-ports for this resource";
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
    check("Resources:\n  A:\n    Type: X\n    Properties:\n      A: |\n        te<|>xt\n", {
      [RESOURCE]:
        "Resources:\n  A:\n    Type: X\n    Metadata: { cfn-notes: { disable: [all-ports] } }\n    Properties:\n      A: |\n        text\n",
      [FILE]:
        "# cfn-notes-disable-file all-ports\nResources:\n  A:\n    Type: X\n    Properties:\n      A: |\n        text\n",
    }));

  it("has only the file where no resource is", () =>
    check("Resources:\n  A:\n    Metadata: |\n      te<|>xt\n", {
      [FILE]: "# cfn-notes-disable-file all-ports\nResources:\n  A:\n    Metadata: |\n      text\n",
    }));

  it("speaks by Metadata in JSON", () =>
    check('{"Resources": {"A": {"Type": "<|>X"}}}', {
      [RESOURCE]: '{"Resources": {"A": {"Type": "X", "Metadata": { "cfn-notes": { "disable": ["all-ports"] } }}}}',
      [FILE]: '{"Metadata": { "cfn-notes": { "disable": ["all-ports"] } }, "Resources": {"A": {"Type": "X"}}}',
    }));

  it("adds to Metadata that is there", () =>
    check(
      '{"Metadata": {"cfn-notes": {"disable": ["a"]}}, "Resources": {"A": {"Type": "<|>X", "Metadata": {"cfn-notes": {"disable": ["b"]}}}}}',
      {
        [RESOURCE]:
          '{"Metadata": {"cfn-notes": {"disable": ["a"]}}, "Resources": {"A": {"Type": "X", "Metadata": {"cfn-notes": {"disable": ["b", "all-ports"]}}}}}',
        [FILE]:
          '{"Metadata": {"cfn-notes": {"disable": ["a", "all-ports"]}}, "Resources": {"A": {"Type": "X", "Metadata": {"cfn-notes": {"disable": ["b"]}}}}}',
      },
    ));

  it("puts Metadata on lines of their own where the resource has such", () =>
    check('{\n  "Resources": {\n    "A": {\n      "Type": "<|>X"\n    }\n  }\n}\n', {
      [RESOURCE]:
        '{\n  "Resources": {\n    "A": {\n      "Type": "X",\n      "Metadata": { "cfn-notes": { "disable": ["all-ports"] } }\n    }\n  }\n}\n',
      [FILE]:
        '{\n  "Metadata": {\n    "cfn-notes": {\n      "disable": ["all-ports"]\n    }\n  },\n  "Resources": {\n    "A": {\n      "Type": "X"\n    }\n  }\n}\n',
    }));
});
