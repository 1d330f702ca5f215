import assert from "node:assert/strict";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import { builtInSections } from "./builtInText.ts";
import { contradictions } from "./contradictions.ts";

const catalogue = loadCatalogue();

/** A topic, what a note on it says, and what the catalogue says otherwise. */
type Row = readonly [id: string, body: string, ...expected: string[]];

const ROWS: readonly Row[] = [
  ["@sg", "A change of `GroupName` or `GroupDescription` replaces the group."],
  ["@sg", "A change of `Tags` **replaces** the group.", "a change of Tags does not replace"],
  ["@sg", "Changing `Nonsense` replaces the group.", "no type of the note has Nonsense"],
  ["@vpc-cidr-dns", "`CidrBlock` cannot be changed."],
  ["@vpc-cidr-dns", "`EnableDnsHostnames` cannot be changed.", "a change of EnableDnsHostnames does not replace"],
  ["@two-tier", "`Scheme: internal` has private addresses only."],
  ["@two-tier", "`Scheme: private` has private addresses only.", "Scheme has no value private"],
  ["@log-retention", "```yaml\nRetentionInDays: 30\n```"],
  ["@log-retention", "Write an `AWS::Logs::LogGroup`, or an `AWS::Logs::Group`.", "AWS::Logs::Group is no type"],
  ["@opsworks", "Write an `AWS::OpsWorks::Stack`.", "AWS::OpsWorks::Stack ended on 2024-05-26"],
  ["@opsworks", "`AWS::OpsWorks::Stack` has ended."],
  ["@lambda-runtime", "Such as `python3.13`."],
  ["@lambda-runtime", "Such as `python3.6`.", "python3.6 has been deprecated since 2022-07-18"],
  ["@lambda-runtime", "`go1.x` has ended."],
];

describe("what the catalogue says otherwise than a note", () => {
  for (const [id, body, ...expected] of ROWS)
    it(body.replaceAll("\n", " "), () => {
      const note = { file: "en/x.md", line: 1, heading: "X", level: 2, ids: [id], sources: undefined, body };
      assert.deepEqual(contradictions(note, catalogue, "2026-11-25"), expected);
    });

  it("is nothing, of the built-in notes", () => {
    // Of the calendar `node scripts/notes.mjs` reminds, no test.
    const found = builtInSections("en").flatMap((note) =>
      contradictions(note, catalogue, "2026-11-25").map((line) => `${note.file}: ${note.heading}: ${line}`),
    );
    assert.deepEqual(found, []);
  });
});
